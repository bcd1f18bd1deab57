import { useState } from 'preact/hooks';
import { LocationDialog } from './location-dialog.tsx';
import type { ContentProps } from './content-props.ts';
import { Icon } from '../parts/icon.tsx';

/** The business asks where the user is. */
export function LocationRequest({ waId, bubble }: ContentProps) {
  const [open, setOpen] = useState(false);
  return (
    <div class="buttons">
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon name="pin" size={16} />
        Send location
      </button>
      {open && <LocationDialog waId={waId} wamid={bubble.wamid} onClose={() => setOpen(false)} />}
    </div>
  );
}
