import { useRef } from 'preact/hooks';
import { summary } from '../content/summary.ts';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import type { Bubble, UserView } from '../protocol/protocol.ts';
import { useActions } from '../state/use-page.ts';
import { AttachMenu } from './attach-menu.tsx';

export interface ComposerProps {
  readonly user: UserView;
  readonly quoted: Bubble | undefined;
  /** The quote was used, or put aside. */
  readonly onQuoted: () => void;
}

/** Where the user writes. Enter sends, Shift+Enter starts a line. */
export function Composer({ user, quoted, onQuoted }: ComposerProps) {
  const { act } = useActions();
  const field = useRef<HTMLTextAreaElement>(null);
  const { waId, name } = user;
  const say = async (): Promise<void> => {
    const text = field.current?.value.trim() ?? '';
    if (field.current === null || text === '') return;
    field.current.value = '';
    if (await act({ kind: 'say', waId, text, quotes: quoted?.wamid })) onQuoted();
    else field.current.value = text;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void say();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void say();
      }}
    >
      {quoted && (
        <p class="composer-quote">
          <span dir="auto">{summary(quoted)}</span>
          <IconButton icon="close" label="Do not quote" size={16} onClick={onQuoted} />
        </p>
      )}
      <div class="composer-row">
        <AttachMenu waId={waId} name={name} />
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          placeholder={`Write as ${name.split(' ')[0] ?? name}`}
          aria-label={`Write as ${name}`}
          onKeyDown={onKeyDown}
        />
        <button type="submit" class="send" aria-label={`Send as ${name}`} title="Send">
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}
