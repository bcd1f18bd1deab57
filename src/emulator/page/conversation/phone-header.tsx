import { phoneNumber } from '../format/phone-number.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Icon } from '../parts/icon.tsx';
import type { CustomerView } from '../protocol/protocol.ts';
import { CustomerMenu } from './customer-menu.tsx';
import { WindowBadge } from './window-badge.tsx';

const blockedText = { customer: 'has blocked the business', business: 'is blocked by the business' } as const;

export function PhoneHeader({ customer }: { readonly customer: CustomerView }) {
  const { blockedBy, promotionsStopped, offline } = customer;
  return (
    <header class="phone-header">
      <div class="phone-title">
        <Avatar name={customer.name} waId={customer.waId} />
        <div>
          <h2>
            <bdi>{customer.name}</bdi>
          </h2>
          <p>{customer.username ? `@${customer.username}` : phoneNumber(customer.waId)}</p>
        </div>
        <CustomerMenu customer={customer} />
      </div>
      <WindowBadge windows={customer.windows} />
      {(blockedBy ?? offline ?? promotionsStopped) && (
        <ul class="flags">
          {blockedBy && (
            <li data-tone="bad">
              <Icon name="block" size={14} />
              {blockedText[blockedBy]}
            </li>
          )}
          {offline && (
            <li>
              <Icon name="network" size={14} />
              off the network
            </li>
          )}
          {promotionsStopped && (
            <li>
              <Icon name="ad" size={14} />
              no promotions
            </li>
          )}
        </ul>
      )}
    </header>
  );
}
