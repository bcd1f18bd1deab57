import type { UserView } from '../protocol/protocol.ts';
import { useActions } from '../state/use-page.ts';
import { unread } from './unread.ts';

/** Messages wait: one click reads them, and the business gets its ticks. */
export function UnreadBar({ user }: { readonly user: UserView }) {
  const { act } = useActions();
  const count = unread(user);
  if (count === 0) return null;
  return (
    <button type="button" class="unread-bar" onClick={() => void act({ kind: 'read', waId: user.waId })}>
      {count} unread · <b>look at {count === 1 ? 'it' : 'them'}</b>
    </button>
  );
}
