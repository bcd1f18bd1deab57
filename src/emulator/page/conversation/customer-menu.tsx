import { Menu } from '../parts/menu.tsx';
import type { CustomerView } from '../protocol/protocol.ts';
import { useActions } from '../state/use-page.ts';

/** What else a customer does with a business. */
export function CustomerMenu({ customer }: { readonly customer: CustomerView }) {
  const { act, dispatch } = useActions();
  const { waId, promotionsStopped } = customer;
  const blocked = customer.blockedBy === 'customer';
  const offline = customer.offline === true;
  return (
    <Menu
      icon="menu"
      label={`More about ${customer.name}`}
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
