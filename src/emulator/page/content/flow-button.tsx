import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Dialog } from '../parts/dialog.tsx';
import { useActions } from '../state/use-page.ts';
import type { Bubble } from '../protocol/protocol.ts';
import { FlowFields } from './flow-fields.tsx';
import { readFlowForm } from './read-flow-form.ts';

export interface FlowButtonProps {
  readonly waId: string;
  readonly bubble: Bubble;
  readonly title: string;
  readonly face: ComponentChildren;
}

/** The button that opens a Flow: its fields as one plain form. */
export function FlowButton({ waId, bubble, title, face }: FlowButtonProps) {
  const { act } = useActions();
  const [open, setOpen] = useState(false);
  const fields = bubble.flow ?? [];
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const response = readFlowForm(fields, new FormData(event.currentTarget));
    if (await act({ kind: 'submitFlow', waId, wamid: bubble.wamid, response })) setOpen(false);
  };
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        {face}
      </button>
      {open && (
        <Dialog title={title} onClose={() => setOpen(false)}>
          <form class="form" onSubmit={(event) => void submit(event)}>
            <FlowFields fields={fields} />
            {fields.length === 0 && (
              <p class="hint">This Flow has no fields that the emulator knows. Sending answers it empty.</p>
            )}
            <button type="submit" class="button primary">
              Send the answers
            </button>
          </form>
        </Dialog>
      )}
    </>
  );
}
