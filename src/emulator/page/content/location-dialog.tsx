import { useActions } from '../state/use-page.ts';
import { FormDialog } from '../parts/form-dialog.tsx';

const degrees = '-?[0-9]{1,3}(\\.[0-9]+)?';

export interface PersonDialogProps {
  readonly waId: string;
  readonly onClose: () => void;
}

export interface LocationDialogProps extends PersonDialogProps {
  /** The request that the location answers. */
  readonly wamid?: string;
}

export function LocationDialog({ waId, wamid, onClose }: LocationDialogProps) {
  const { act } = useActions();
  return (
    <FormDialog
      title="Share a location"
      submit="Share"
      fields={[
        { name: 'name', label: 'Name', value: 'Mercado Municipal' },
        { name: 'address', label: 'Address', value: 'Rua da Cantareira 306, São Paulo' },
        {
          name: 'latitude',
          label: 'Latitude',
          inputMode: 'decimal',
          pattern: degrees,
          value: '-23.5417',
          required: true,
        },
        {
          name: 'longitude',
          label: 'Longitude',
          inputMode: 'decimal',
          pattern: degrees,
          value: '-46.6293',
          required: true,
        },
      ]}
      onSubmit={({ name = '', address = '', latitude, longitude }) => {
        const location = { name, address, latitude: Number(latitude), longitude: Number(longitude) };
        return act(
          wamid === undefined
            ? { kind: 'shareLocation', waId, location }
            : { kind: 'answerLocationRequest', waId, wamid, location },
        );
      }}
      onClose={onClose}
    />
  );
}
