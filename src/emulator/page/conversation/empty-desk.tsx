import { useState } from 'preact/hooks';
import { FirstCall } from '../panels/first-call.tsx';
import { Icon } from '../parts/icon.tsx';
import type { BusinessView } from '../protocol/protocol.ts';
import { useActions } from '../state/use-page.ts';
import { firstSteps } from './first-users.ts';

export interface EmptyDeskProps {
  readonly business: BusinessView;
  /** Whether the emulator has users whose phones are put away. */
  readonly hasUsers: boolean;
}

/** What a desk without phones offers: users and a first message in one click, or a first call from a shell. */
export function EmptyDesk({ business, hasUsers }: EmptyDeskProps) {
  const { act } = useActions();
  const [busy, setBusy] = useState(false);
  const start = async (): Promise<void> => {
    setBusy(true);
    for (const step of firstSteps) if (!(await act(step))) break;
    setBusy(false);
  };
  if (hasUsers)
    return (
      <div class="empty">
        <h2>No phone is open</h2>
        <p>Pick a user from the list: the phone opens here.</p>
      </div>
    );
  return (
    <div class="empty desk">
      <h2>No phone is open</h2>
      <p>Phones of users appear here. Let three users in, and the first one writes to your bot:</p>
      <button type="button" class="button primary" disabled={busy} onClick={() => void start()}>
        <Icon name="people" size={18} />
        Add three users and a first message
      </button>
      <p>Or send the first message from your side. Paste this into a shell:</p>
      <FirstCall business={business} />
    </div>
  );
}
