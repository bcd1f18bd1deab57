import type { IdentityFact } from '../../contacts/identities.ts';
import type { MaxPrice } from '../quote/message-params.ts';
import type { MessageCategory } from '../quote/quote-result.ts';
import type { ReportedCost } from './reported-cost.ts';

/** The facts about a message that decide its price. */
export interface LedgerMessage {
  /** The business phone number's id: windows and free service messages are counted by it. */
  readonly phoneNumberId: string;
  /** Whose window it is: the user's number in any spelling, WhatsApp ID or BSUID; the group's id for a group message. */
  readonly user: string;
  /** What it is billed as. */
  readonly category: MessageCategory;
  /** The recipient's number, where `user` is neither a number nor a BSUID. Default: `user`; its first two letters as the country for a BSUID. */
  readonly to?: string | undefined;
  /** The recipient's country, where no number is known. */
  readonly country?: string | undefined;
  /** The message goes to a group: each `delivered` event names its `recipient` and is charged. Default false. */
  readonly group?: boolean | undefined;
  /** The bid of a max-price template (category `marketing_lite`), or `true` where it is not known. Default: the rate card. */
  readonly maxPrice?: MaxPrice | true | undefined;
  /** Whether it is a reaction, which is neither charged nor counted. Default false. */
  readonly reaction?: boolean | undefined;
}

/** The user wrote or called, or the business wrote from the WhatsApp Business app. */
export interface LedgerWindowEvent {
  readonly kind: 'inbound' | 'call' | 'app_message';
  /** The business phone number's id. */
  readonly phoneNumberId: string;
  /** Whose window it is: the user, or the group. */
  readonly user: string;
  /** When it happened, in epoch milliseconds. Ledger events hold numbers only, because a ledger reads millions of them. */
  readonly at: number;
  /** The user came through a Click-to-WhatsApp ad or a Page button (`inbound` only). */
  readonly entry?: 'ad' | 'page' | undefined;
}

/** Meta accepted a message. Nothing is charged yet. */
export interface LedgerSentEvent extends LedgerMessage {
  readonly kind: 'sent';
  /** What Meta's answer attests about the recipient's ids. `toSentEvent` fills it in. Default: nothing. */
  readonly identity?: IdentityFact | undefined;
  /** The message's id (wamid). */
  readonly id: string;
  /** When it happened, in epoch milliseconds. Ledger events hold numbers only, because a ledger reads millions of them. */
  readonly at: number;
}

/** A message reached its recipient: now it is priced. A second one for the same message (and group member) changes nothing, unless it is the first with a cost. */
export interface LedgerDeliveredEvent {
  readonly kind: 'delivered';
  /** The id of a message that a `sent` event announced. */
  readonly id: string;
  /** When it happened, in epoch milliseconds. Ledger events hold numbers only, because a ledger reads millions of them. */
  readonly at: number;
  /** The group member it reached: their number or BSUID. */
  readonly recipient?: string | undefined;
  /** What the status says the message cost (max price): it takes the place of the bid. It may come with a later status of the message. */
  readonly cost?: ReportedCost | undefined;
}

/** A message was refused after all: it costs nothing. */
export interface LedgerFailedEvent {
  readonly kind: 'failed';
  /** The id of a message that a `sent` event announced. */
  readonly id: string;
  /** When it happened, in epoch milliseconds. Ledger events hold numbers only, because a ledger reads millions of them. */
  readonly at: number;
}

/** Ids that Meta attested to be one person's: the windows of both become one. */
export interface LedgerIdentityEvent extends IdentityFact {
  readonly kind: 'identity';
}

/** An event that a ledger records. */
export type LedgerEvent =
  LedgerWindowEvent | LedgerSentEvent | LedgerDeliveredEvent | LedgerFailedEvent | LedgerIdentityEvent;
