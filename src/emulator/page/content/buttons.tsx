import { useActions } from '../state/use-page.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import type { Bubble, RenderedButton } from '../protocol/protocol.ts';
import { FlowButton } from './flow-button.tsx';

const icons: Readonly<Record<RenderedButton['type'], IconName>> = {
  quick_reply: 'reply',
  url: 'link',
  phone_number: 'phone',
  copy_code: 'copy',
  flow: 'flow',
  catalog: 'cart',
  mpm: 'cart',
  other: 'forward',
};

export interface ButtonsProps {
  readonly waId: string;
  readonly bubble: Bubble;
  readonly buttons: readonly (RenderedButton & { readonly id?: string | undefined })[];
  /** Of a carousel. */
  readonly card?: number;
}

const isWeb = (target: string | undefined): target is string => /^https?:\/\//.test(target ?? '');

/** The buttons under a message: replies are tapped, links open in a tab of their own, codes are copied. */
export function Buttons({ waId, bubble, buttons, card }: ButtonsProps) {
  const { act, dispatch } = useActions();
  const tap = ({ type, target, id }: ButtonsProps['buttons'][number], index: number): void => {
    if (type === 'copy_code' && target !== undefined) void navigator.clipboard.writeText(target);
    if (type === 'quick_reply') void act({ kind: 'tap', waId, wamid: bubble.wamid, id, index, card });
    else
      dispatch({ kind: 'notice', notice: { text: `${type}: ${target ?? 'nothing to open'}`, tone: 'good' } });
  };
  return (
    <div class="buttons">
      {buttons.map((button, index) => {
        const face = (
          <>
            <Icon name={icons[button.type]} size={16} />
            <span dir="auto">{button.text}</span>
          </>
        );
        if (button.type === 'flow')
          return <FlowButton key={index} waId={waId} bubble={bubble} title={button.text} face={face} />;
        if (isWeb(button.target))
          return (
            <a
              key={index}
              href={button.target}
              title={button.target}
              target="_blank"
              rel="noopener noreferrer"
            >
              {face}
            </a>
          );
        return (
          <button key={index} type="button" title={button.target} onClick={() => tap(button, index)}>
            {face}
          </button>
        );
      })}
    </div>
  );
}
