import { phoneNumber } from '../format/phone-number.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Icon } from '../parts/icon.tsx';
import type { UserView } from '../protocol/protocol.ts';
import { UserMenu } from './user-menu.tsx';
import { WindowBadge } from './window-badge.tsx';

const blockedText = { user: 'has blocked the business', business: 'is blocked by the business' } as const;

export function PhoneHeader({ user }: { readonly user: UserView }) {
  const { blockedBy, promotionsStopped, offline } = user;
  return (
    <header class="phone-header">
      <div class="phone-title">
        <Avatar name={user.name} waId={user.waId} />
        <div>
          <h2>
            <bdi>{user.name}</bdi>
          </h2>
          <p>{user.username ? `@${user.username}` : phoneNumber(user.waId)}</p>
        </div>
        <UserMenu user={user} />
      </div>
      <WindowBadge windows={user.windows} />
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
