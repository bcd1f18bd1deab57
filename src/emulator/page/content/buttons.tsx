import { useActions } from '../state/use-page.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import type { Bubble, RenderedButton } from '../protocol/protocol.ts';
import { CatalogButton } from './catalog-button.tsx';
import type { ShownButton } from './content-props.ts';
import { FlowButton } from './flow-button.tsx';
import { readTemplateProducts } from './read-interactive.ts';

/** What stands for a kind of button, on a message and on the template's card. */
export const buttonIcons: Readonly<Record<RenderedButton['type'], IconName>> = {
  quick_reply: 'reply',
  url: 'link',
  phone_number: 'phone',
  copy_code: 'copy',
  flow: 'flow',
  catalog: 'cart',
  mpm: 'cart',
  spm: 'cart',
  request_contact_info: 'contact',
  voice_call: 'phone',
  other: 'forward',
};

/** What a button that leads out of the chat does on a phone; here it is only said. */
const leadsTo: Partial<Record<RenderedButton['type'], string>> = {
  phone_number: 'A phone would dial',
  copy_code: 'Copied',
  voice_call: 'A phone would call the business on WhatsApp: calls of users are not emulated',
  other: 'A phone would open what stands behind this button: it is not emulated',
};

export function ButtonFace({ icon, text }: { readonly icon: IconName; readonly text: string }) {
  return (
    <>
      <Icon name={icon} size={16} />
      <span dir="auto">{text}</span>
    </>
  );
}

export interface ButtonsProps {
  readonly waId: string;
  readonly bubble: Bubble;
  readonly buttons: readonly ShownButton[];
  /** Of a carousel. */
  readonly card?: number;
}

interface ButtonViewProps extends Omit<ButtonsProps, 'buttons'> {
  readonly button: ShownButton;
  readonly index: number;
}

const isWeb = (target: string | undefined): target is string => /^https?:\/\//.test(target ?? '');

function ButtonView({ waId, bubble, button, index, card }: ButtonViewProps) {
  const { act, dispatch } = useActions();
  const { type, text, target, id } = button;
  const { wamid } = bubble;
  const face = <ButtonFace icon={buttonIcons[type]} text={text} />;
  const tap = (): void => {
    if (type === 'quick_reply') void act({ kind: 'tap', waId, wamid, id, index, card });
    else if (type === 'request_contact_info') void act({ kind: 'answerContactRequest', waId, wamid });
    else {
      if (type === 'copy_code' && target !== undefined) void navigator.clipboard.writeText(target);
      const words = [leadsTo[type] ?? 'This button opens', target].filter(Boolean).join(': ');
      dispatch({ kind: 'notice', notice: { text: words, tone: 'good' } });
    }
  };
  if (type === 'flow') return <FlowButton waId={waId} bubble={bubble} title={text} face={face} />;
  if (type === 'catalog' || type === 'mpm' || type === 'spm')
    return (
      <CatalogButton
        waId={waId}
        bubble={bubble}
        title={text}
        face={face}
        sections={readTemplateProducts(bubble.content['template'], index)}
        isCatalog={type === 'catalog'}
      />
    );
  if (isWeb(target))
    return (
      <a href={target} title={target} target="_blank" rel="noopener noreferrer">
        {face}
      </a>
    );
  return (
    <button type="button" title={target} onClick={tap}>
      {face}
    </button>
  );
}

/** The buttons under a message: replies are tapped, links open in a tab of their own, codes are copied. */
export function Buttons({ buttons, ...rest }: ButtonsProps) {
  return (
    <div class="buttons">
      {buttons.map((button, index) => (
        <ButtonView key={index} {...rest} button={button} index={index} />
      ))}
    </div>
  );
}
