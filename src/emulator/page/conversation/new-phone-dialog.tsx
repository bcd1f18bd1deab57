import { toDigits } from '../../../shared/phone-number.ts';
import { useActions } from '../state/use-page.ts';
import { FormDialog } from '../parts/form-dialog.tsx';

export function NewPhoneDialog({ onClose }: { readonly onClose: () => void }) {
  const { act, dispatch } = useActions();
  const add = async ({ number = '', name = '' }: Readonly<Record<string, string>>): Promise<boolean> => {
    const waId = toDigits(number);
    const done = await act({ kind: 'addUser', waId, name: name === '' ? undefined : name });
    if (done) dispatch({ kind: 'openPhone', waId });
    return done;
  };
  return (
    <FormDialog
      title="New phone"
      hint="Any number will do: nothing leaves this machine. Its country decides what messages cost."
      submit="Show this phone"
      fields={[
        {
          name: 'number',
          label: 'Number with country code',
          inputMode: 'tel',
          value: '+55 11 98765-4321',
          required: true,
          pattern: '[+0-9 \\(\\)\\-]{7,24}',
        },
        { name: 'name', label: 'Name', value: 'Ana Souza' },
      ]}
      onSubmit={add}
      onClose={onClose}
    />
  );
}
