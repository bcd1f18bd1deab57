import { useActions } from '../state/use-page.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import type { PersonDialogProps } from '../content/location-dialog.tsx';

export function AdDialog({ waId, onClose }: PersonDialogProps) {
  const { act } = useActions();
  return (
    <FormDialog
      title="Arrive by ad"
      hint="The user clicks an ad and writes. Answer within 24 hours, and a free entry point window opens."
      submit="Click the ad and write"
      fields={[
        {
          name: 'headline',
          label: 'Headline of the ad',
          value: 'Fresh coffee, roasted today',
          required: true,
        },
        { name: 'body', label: 'Text of the ad', value: 'Chat with us and get 10 % off your first bag.' },
        { name: 'text', label: 'What the user writes', value: 'Hi! I saw your ad.', required: true },
      ]}
      onSubmit={({ headline = '', body, text = '' }) =>
        act({ kind: 'startFromAd', waId, headline, body, text })
      }
      onClose={onClose}
    />
  );
}
