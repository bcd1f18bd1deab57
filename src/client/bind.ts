import { accountOperations } from '../api/account/bind.ts';
import { blockedUserOperations } from '../api/blocked-users/bind.ts';
import { businessProfileOperations } from '../api/business-profile/bind.ts';
import { callOperations } from '../api/calls/bind.ts';
import { commerceOperations } from '../api/commerce/bind.ts';
import { flowOperations } from '../api/flows/bind.ts';
import { bindGraph, type BoundGraph } from '../api/graph/bind.ts';
import { groupOperations } from '../api/groups/bind.ts';
import { linkOperations } from '../api/links/bind.ts';
import { mediaOperations } from '../api/media/bind.ts';
import { officialAccountOperations } from '../api/official-account/bind.ts';
import { paymentOperations } from '../api/payments/bind.ts';
import { phoneNumberOperations } from '../api/phone-numbers/bind.ts';
import { routingOperations } from '../api/routing/bind.ts';
import { bindTemplates, type BoundTemplates } from '../api/templates/bind.ts';
import { bindMessages, type BoundMessages } from './bind-messages.ts';
import { bind, type Bound, type Client } from '../transport/transport.ts';

/** The operations of a client, by room. A room is added here, in one line, from its own table of operations. */
export interface Operations {
  /** Sends messages and marks received ones as read. */
  readonly messages: BoundMessages;
  /** Reads and sets up the account: webhooks, health, analytics, users, partners. */
  readonly account: Bound<typeof accountOperations>;
  /** Blocks users and lets them in again. */
  readonly blockedUsers: Bound<typeof blockedUserOperations>;
  /** What users see of the business. */
  readonly businessProfile: Bound<typeof businessProfileOperations>;
  /** Starts, answers and ends calls, and reads permissions. */
  readonly calls: Bound<typeof callOperations>;
  /** Catalogue and cart settings. */
  readonly commerce: Bound<typeof commerceOperations>;
  /** Makes, publishes and measures Flows. */
  readonly flows: Bound<typeof flowOperations>;
  /** Makes and manages groups. */
  readonly groups: Bound<typeof groupOperations>;
  /** Reaches anything of the Graph API that has no operation here. */
  readonly graph: BoundGraph;
  /** Manages QR codes and short links. */
  readonly links: Bound<typeof linkOperations>;
  /** Uploads, reads, downloads and deletes files. */
  readonly media: Bound<typeof mediaOperations>;
  /** The badge of an official business account: its status, and applying for it. */
  readonly officialAccount: Bound<typeof officialAccountOperations>;
  /** Payment configurations and look-ups. */
  readonly payments: Bound<typeof paymentOperations>;
  /** Registers, verifies and sets up business phone numbers. */
  readonly phoneNumbers: Bound<typeof phoneNumberOperations>;
  /** Takes, passes and releases threads. */
  readonly routing: Bound<typeof routingOperations>;
  /** Creates, lists, changes, measures and syncs message templates. */
  readonly templates: BoundTemplates;
}

/** Gives every room its client. */
export const bindOperations = (client: Client): Operations => ({
  messages: bindMessages(client),
  account: bind(client, accountOperations),
  blockedUsers: bind(client, blockedUserOperations),
  businessProfile: bind(client, businessProfileOperations),
  calls: bind(client, callOperations),
  commerce: bind(client, commerceOperations),
  flows: bind(client, flowOperations),
  groups: bind(client, groupOperations),
  graph: bindGraph(client),
  links: bind(client, linkOperations),
  media: bind(client, mediaOperations),
  officialAccount: bind(client, officialAccountOperations),
  payments: bind(client, paymentOperations),
  phoneNumbers: bind(client, phoneNumberOperations),
  routing: bind(client, routingOperations),
  templates: bindTemplates(client),
});
