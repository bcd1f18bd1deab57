import type { RouteTable } from '../http/call.ts';
import { appRoutes } from './app.ts';
import { accountPriceRoutes } from './account-prices.ts';
import { blockUserRoutes } from './block-users.ts';
import { businessProfileRoutes } from './business-profile.ts';
import { callRoutes } from './calls.ts';
import { flowRoutes } from './flows.ts';
import { groupRoutes } from './groups.ts';
import { mediaRoutes } from './media.ts';
import { messageRoutes } from './messages.ts';
import { numberServiceRoutes } from './number-services.ts';
import { officialAccountRoutes } from './official-account.ts';
import { phoneNumberRoutes } from './phone-numbers.ts';
import { qrCodeRoutes } from './qr-codes.ts';
import { templateInsightRoutes } from './template-insights.ts';
import { templateRoutes } from './templates.ts';
import { usernameRoutes } from './usernames.ts';
import { wabaRoutes } from './waba.ts';

/** Every route that is emulated, by `METHOD node/edge`. */
export const routes: RouteTable = {
  ...messageRoutes,
  ...templateRoutes,
  ...templateInsightRoutes,
  ...mediaRoutes,
  ...businessProfileRoutes,
  ...phoneNumberRoutes,
  ...numberServiceRoutes,
  ...officialAccountRoutes,
  ...callRoutes,
  ...usernameRoutes,
  ...qrCodeRoutes,
  ...blockUserRoutes,
  ...flowRoutes,
  ...groupRoutes,
  ...wabaRoutes,
  ...appRoutes,
  ...accountPriceRoutes,
};
