import { useState } from 'preact/hooks';
import { Dialog } from '../parts/dialog.tsx';
import { Form } from '../parts/form-dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { useActions, useUserName } from '../state/use-page.ts';
import type { ContentProps } from './content-props.ts';
import { readAddressForm } from './read-address.ts';

/** The button under an address message: the form, and the addresses that the business has saved. */
export function AddressButton({ waId, bubble }: ContentProps) {
  const { act } = useActions();
  const name = useUserName(waId);
  const [open, setOpen] = useState(false);
  const { wamid } = bubble;
  const { fields, saved } = readAddressForm(bubble.content['interactive'], { name, waId });
  const send = async (values: Readonly<Record<string, string>>, savedAddressId?: string): Promise<void> => {
    if (await act({ kind: 'answerAddressRequest', waId, wamid, values, savedAddressId })) setOpen(false);
  };
  return (
    <div class="buttons">
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon name="pin" size={16} />
        Provide address
      </button>
      {open && (
        <Dialog title="Provide address" onClose={() => setOpen(false)}>
          {saved.length > 0 && (
            <section class="list-section">
              <h3>Saved addresses</h3>
              {saved.map(({ id, values, summary }) => (
                <button key={id} type="button" class="list-row" onClick={() => void send(values, id)}>
                  <span dir="auto">{summary}</span>
                </button>
              ))}
              <h3>Another address</h3>
            </section>
          )}
          <Form fields={fields} submit="Send address" onSubmit={(values) => void send(values)} />
        </Dialog>
      )}
    </div>
  );
}
