import { useState } from 'preact/hooks';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import type { CallAnswer } from '../protocol/protocol.ts';
import { useActions } from '../state/use-page.ts';
import type { ContentProps } from './content-props.ts';

const choices: readonly { readonly answer: CallAnswer; readonly title: string; readonly hint: string }[] = [
  { answer: 'permanent', title: 'Always allow', hint: 'Until it is taken back' },
  { answer: 'temporary', title: 'Allow for 7 days', hint: 'Then the business asks again' },
  { answer: 'reject', title: "Don't allow", hint: 'The business may not call' },
];

/** The business asks whether it may call. */
export function CallRequestButton({ waId, bubble }: ContentProps) {
  const { act } = useActions();
  const [open, setOpen] = useState(false);
  const pick = async (answer: CallAnswer): Promise<void> => {
    if (await act({ kind: 'answerCallRequest', waId, wamid: bubble.wamid, answer })) setOpen(false);
  };
  return (
    <div class="buttons">
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon name="phone" size={16} />
        Choose preference
      </button>
      {open && (
        <Dialog title="May the business call?" onClose={() => setOpen(false)}>
          <section class="list-section">
            {choices.map(({ answer, title, hint }) => (
              <button key={answer} type="button" class="list-row" onClick={() => void pick(answer)}>
                <b>{title}</b>
                <small>{hint}</small>
              </button>
            ))}
          </section>
        </Dialog>
      )}
    </div>
  );
}
