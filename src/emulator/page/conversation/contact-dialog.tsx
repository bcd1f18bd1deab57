import { useActions } from '../state/use-page.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import type { PersonDialogProps } from '../content/location-dialog.tsx';

export function ContactDialog({ waId, onClose }: PersonDialogProps) {
  const { act } = useActions();
  return (
    <FormDialog
      title="Share a contact"
      submit="Share"
      fields={[
        { name: 'name', label: 'Name', value: 'Bruno Lima', required: true },
        { name: 'phone', label: 'Number', inputMode: 'tel', value: '+5521987650000', required: true },
      ]}
      onSubmit={({ name = '', phone = '' }) => act({ kind: 'shareContact', waId, name, phone })}
      onClose={onClose}
    />
  );
}
