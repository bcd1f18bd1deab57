import type { Client } from '../transport/transport.ts';
import { bindGraph } from './bind-graph.ts';
import { bindLazyRoom } from './bind-lazy-room.ts';
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

/** Gives every room its client. */
export const bindOperations = (client: Client): Operations => ({
  messages: bindMessages(client),
  account: bindLazyRoom(client, 'account'),
  blockedUsers: bindLazyRoom(client, 'blockedUsers'),
  businessProfile: bindLazyRoom(client, 'businessProfile'),
  calls: bindLazyRoom(client, 'calls'),
  commerce: bindLazyRoom(client, 'commerce'),
  flows: bindLazyRoom(client, 'flows'),
  groups: bindLazyRoom(client, 'groups'),
  graph: bindGraph(client),
  links: bindLazyRoom(client, 'links'),
  media: bindLazyRoom(client, 'media'),
  officialAccount: bindLazyRoom(client, 'officialAccount'),
  payments: bindLazyRoom(client, 'payments'),
  phoneNumbers: bindLazyRoom(client, 'phoneNumbers'),
  routing: bindLazyRoom(client, 'routing'),
  templates: bindLazyRoom(client, 'templates'),
});
