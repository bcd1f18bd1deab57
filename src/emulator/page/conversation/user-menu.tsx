import { Menu } from '../parts/menu.tsx';
import type { UserView } from '../protocol/protocol.ts';
import { useActions } from '../state/use-page.ts';

/** What else a user does with a business. */
export function UserMenu({ user }: { readonly user: UserView }) {
  const { act, dispatch } = useActions();
  const { waId, promotionsStopped } = user;
  const blocked = user.blockedBy === 'user';
  const offline = user.offline === true;
  return (
    <Menu
      icon="menu"
      label={`More about ${user.name}`}
      items={[
        {
          label: promotionsStopped ? 'Allow promotions' : 'Stop promotions',
          icon: 'ad',
          onPick: () => void act({ kind: 'stopPromotions', waId, stopped: !promotionsStopped }),
        },
        {
          label: blocked ? 'Unblock the business' : 'Block the business',
          icon: 'block',
          onPick: () => void act({ kind: 'block', waId, blocked: !blocked }),
        },
        {
          label: offline ? 'Back on the network' : 'Go off the network',
          icon: 'network',
          onPick: () => void act({ kind: 'goOffline', waId, offline: !offline }),
        },
        {
          label: 'Put this phone away',
          icon: 'close',
          onPick: () => dispatch({ kind: 'closePhone', waId }),
        },
      ]}
    />
  );
}
