import { accountAnalyticsOperations } from '../api/account/analytics/bind.ts';
import { accountOperations } from '../api/account/bind.ts';
import { currencyOperations } from '../api/account/currency/bind.ts';
import { maxPriceOperations } from '../api/account/max-price/bind.ts';
import { onboardingOperations } from '../api/account/onboarding/bind.ts';
import { portfolioOperations } from '../api/account/portfolio/bind.ts';
import { preverifiedNumberOperations } from '../api/account/preverified/bind.ts';
import { promotionOperations } from '../api/account/promotion/bind.ts';
import { solutionOperations } from '../api/account/solutions/bind.ts';
import { subscriptionOperations } from '../api/account/subscriptions/bind.ts';
import { accountUserOperations } from '../api/account/users/bind.ts';
import { blockedUserOperations } from '../api/blocked-users/bind.ts';
import { businessProfileOperations } from '../api/business-profile/bind.ts';
import { callOperations } from '../api/calls/bind.ts';
import { commerceOperations } from '../api/commerce/bind.ts';
import { flowOperations } from '../api/flows/bind.ts';
import { groupOperations } from '../api/groups/bind.ts';
import { linkOperations } from '../api/links/bind.ts';
import { mediaOperations } from '../api/media/bind.ts';
import { officialAccountOperations } from '../api/official-account/bind.ts';
import { paymentOperations } from '../api/payments/bind.ts';
import { phoneNumberSettingOperations } from '../api/phone-numbers/bind-settings.ts';
import { phoneNumberOperations } from '../api/phone-numbers/bind.ts';
import { routingOperations } from '../api/routing/bind.ts';
import { templateGroupOperations } from '../api/templates/bind-groups.ts';
import { templateOperations } from '../api/templates/bind.ts';
import type { Client } from '../transport/transport.ts';
import { bindGraph } from './bind-graph.ts';
import { bindRoom } from './bind-room.ts';
import { bindMessages, type MessageOperations } from './bind-messages.ts';
import type { AccountOperations } from './operations/account.ts';
import type { BlockedUserOperations } from './operations/blocked-users.ts';
import type { BusinessProfileOperations } from './operations/business-profile.ts';
import type { CallOperations } from './operations/calls.ts';
import type { CommerceOperations } from './operations/commerce.ts';
import type { FlowOperations } from './operations/flows.ts';
import type { GraphOperations } from './operations/graph.ts';
import type { GroupOperations } from './operations/groups.ts';
import type { LinkOperations } from './operations/links.ts';
import type { MediaOperations } from './operations/media.ts';
import type { OfficialAccountOperations } from './operations/official-account.ts';
import type { PaymentOperations } from './operations/payments.ts';
import type { PhoneNumberOperations } from './operations/phone-numbers.ts';
import type { RoutingOperations } from './operations/routing.ts';
import type { TemplateOperations } from './operations/templates.ts';

/**
 * The operations of a client, by room. To add an operation, add it to its room's table, then run `npm run interfaces`: the interfaces
 * repeat the signature and the docstring of each operation, because a mapped type over the tables would lose the docstrings.
 */
export interface Operations {
  /** Sends messages and marks received ones as read. */
  readonly messages: MessageOperations;
  /** Reads and sets up the account: webhooks, health, analytics, users, partners. */
  readonly account: AccountOperations;
  /** Blocks users and unblocks them. */
  readonly blockedUsers: BlockedUserOperations;
  /** Reads and changes what users see of the business: texts, picture, websites. */
  readonly businessProfile: BusinessProfileOperations;
  /** Starts, answers and ends calls, and reads call permissions. */
  readonly calls: CallOperations;
  /** Reads and changes the settings of catalogue and cart, and the compliance information that India requires. */
  readonly commerce: CommerceOperations;
  /** Creates, publishes and measures Flows. */
  readonly flows: FlowOperations;
  /** Creates and manages groups. */
  readonly groups: GroupOperations;
  /** Calls any path of the Graph API that has no operation here. */
  readonly graph: GraphOperations;
  /** Manages QR codes and short links. */
  readonly links: LinkOperations;
  /** Uploads, reads, downloads and deletes files. */
  readonly media: MediaOperations;
  /** Reads the status of the official business account, and applies for it. */
  readonly officialAccount: OfficialAccountOperations;
  /** Manages payment configurations and looks up payments. */
  readonly payments: PaymentOperations;
  /** Registers, verifies and sets up business phone numbers. */
  readonly phoneNumbers: PhoneNumberOperations;
  /** Takes, passes and releases the control of threads. */
  readonly routing: RoutingOperations;
  /** Creates, lists, changes, measures and syncs message templates. */
  readonly templates: TemplateOperations;
}

/** Gives the account operations their client. */
const bindAccount = (client: Client): AccountOperations => ({
  ...bindRoom(client, accountOperations),
  ...bindRoom(client, accountAnalyticsOperations),
  ...bindRoom(client, onboardingOperations),
  ...bindRoom(client, portfolioOperations),
  ...bindRoom(client, preverifiedNumberOperations),
  ...bindRoom(client, promotionOperations),
  ...bindRoom(client, maxPriceOperations),
  ...bindRoom(client, currencyOperations),
  ...bindRoom(client, solutionOperations),
  ...bindRoom(client, subscriptionOperations),
  ...bindRoom(client, accountUserOperations),
});

/** Gives every room its client. */
export const bindOperations = (client: Client): Operations => ({
  messages: bindMessages(client),
  account: bindAccount(client),
  blockedUsers: bindRoom(client, blockedUserOperations),
  businessProfile: bindRoom(client, businessProfileOperations),
  calls: bindRoom(client, callOperations),
  commerce: bindRoom(client, commerceOperations),
  flows: bindRoom(client, flowOperations),
  groups: bindRoom(client, groupOperations),
  graph: bindGraph(client),
  links: bindRoom(client, linkOperations),
  media: bindRoom(client, mediaOperations),
  officialAccount: bindRoom(client, officialAccountOperations),
  payments: bindRoom(client, paymentOperations),
  phoneNumbers: {
    ...bindRoom(client, phoneNumberOperations),
    ...bindRoom(client, phoneNumberSettingOperations),
  },
  routing: bindRoom(client, routingOperations),
  templates: { ...bindRoom(client, templateOperations), ...bindRoom(client, templateGroupOperations) },
});
