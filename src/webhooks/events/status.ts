import type { Wamid } from '../../shared/ids.ts';
import {
  type ChangeContext,
  type EventBase,
  type RawObject,
  readId,
  isObject,
  readTime,
  withText,
} from './base.ts';
import type { ItemContext } from './readers.ts';
import type { RawError } from './shared.ts';
import { type AboutUser, readUser } from './user.ts';

/** What became of a sent message. `played` is for voice notes; `deleted` stands in older captures only. */
export type MessageStatus = 'sent' | 'delivered' | 'read' | 'played' | 'failed' | 'deleted';

/** What a message costs, as Meta reports it. */
export interface RawPricing {
  /** Deprecated by Meta: read `type` and `category`. */
  readonly billable?: boolean | undefined;
  /** `PMP` per message, since July 2025; `CBP` per conversation, before. */
  readonly pricing_model?: 'PMP' | 'CBP' | (string & {}) | undefined;
  readonly type?:
    | 'regular'
    | 'free_customer_service'
    | 'free_entry_point'
    | 'free_group_customer_service'
    | (string & {})
    | undefined;
  /** `marketing`, `utility`, `service`, `authentication-international` with a hyphen, … */
  readonly category?: string | undefined;
  readonly subtype?: 'paid_exempt' | (string & {}) | undefined;
  /**
   * What a message of a max-price template costs, in `delivered` or `read`. Meta calls it an estimate: the invoice counts. Every other message
   * is priced by the rate card and carries none.
   */
  readonly cost?: RawCost | undefined;
}

/** An amount in units of the currency: `{ amount: 0.0123, currency: 'USD' }`. */
export interface RawCost {
  readonly amount: number;
  readonly currency: string;
}

/** The billing conversation of a message; since v24 only inside a free entry point window. */
export interface RawConversation {
  readonly id: string;
  /** Seconds since 1970; with `sent` only. */
  readonly expiration_timestamp?: string | number | undefined;
  readonly origin?: { readonly type?: string | undefined } | undefined;
  /** Meta's group examples put the price here instead of into the status. */
  readonly pricing?: RawPricing | undefined;
}

/** A status as Meta sends it. */
export interface RawStatus {
  readonly id: string;
  readonly status: string;
  readonly timestamp: string | number;
  /** `payment` or `call` where the status is not one of a message. Some senders write `message` where it is. */
  readonly type?: string | undefined;
  readonly recipient_id?: string | undefined;
  readonly recipient_type?: 'group' | (string & {}) | undefined;
  readonly recipient_user_id?: string | undefined;
  readonly recipient_parent_user_id?: string | undefined;
  /** The name of the last until May 2026. */
  readonly parent_recipient_user_id?: string | undefined;
  /** The member of the group. Meta's pages spell it in two ways. */
  readonly recipient_participant_id?: string | undefined;
  readonly participant_recipient_id?: string | undefined;
  readonly recipient_participant_user_id?: string | undefined;
  readonly recipient_participant_parent_user_id?: string | undefined;
  readonly recipient_identity_key_hash?: string | undefined;
  readonly biz_opaque_callback_data?: string | undefined;
  readonly conversation?: RawConversation | undefined;
  readonly pricing?: RawPricing | undefined;
  readonly errors?: readonly RawError[] | undefined;
  readonly template_id?: string | number | undefined;
  readonly [key: string]: unknown;
}

/** What every status carries, of a message or of something else. `waId` and `bsuid` are those of the user that it went to. */
export interface StatusBase<Kind extends string> extends EventBase<Kind, RawStatus>, AboutUser {
  /** When it happened. */
  readonly at: number;
  /** The group that the message was sent to. */
  readonly groupId: string | undefined;
  /** What the send gave along as `biz_opaque_callback_data`. */
  readonly callbackData: string | undefined;
  readonly errors: readonly RawError[] | undefined;
  readonly pricing: RawPricing | undefined;
  readonly conversation: RawConversation | undefined;
  /** The template that Direct Send made of the message. */
  readonly templateId: string | undefined;
}

/**
 * A message was sent, delivered, read, played, or failed. The order of arrival is not the order of events.
 *
 * Source: Meta, "status messages webhook reference".
 */
export interface StatusEvent extends StatusBase<'status'> {
  readonly wamid: Wamid;
  readonly status: MessageStatus;
}

/** A status of a message in a chat that another responder handles (Conversation Routing). */
export interface StandbyStatusEvent extends Omit<StatusEvent, 'kind'> {
  readonly kind: 'standbyStatus';
}

/** What a payment status tells of the payment (India, Brazil). */
export interface RawPayment {
  readonly reference_id?: string | undefined;
  readonly amount?: RawAmount | undefined;
  readonly currency?: string | undefined;
  readonly transaction?:
    | {
        readonly id?: string | undefined;
        readonly pg_transaction_id?: string | undefined;
        readonly type?: string | undefined;
        readonly status?: string | undefined;
        readonly created_timestamp?: number | undefined;
        readonly updated_timestamp?: number | undefined;
        readonly method?: { readonly type?: string | undefined } | undefined;
        readonly error?:
          { readonly code?: string | undefined; readonly reason?: string | undefined } | undefined;
      }
    | undefined;
  readonly receipt?: string | undefined;
  readonly notes?: Readonly<Record<string, string>> | undefined;
  readonly refunds?: readonly RawRefund[] | undefined;
}

/** An amount of money: `value` divided by `offset`. */
export interface RawAmount {
  readonly value: number;
  readonly offset: number;
}

/** A refund of a payment. */
export interface RawRefund {
  readonly id?: string | undefined;
  readonly amount?: RawAmount | undefined;
  readonly speed_processed?: string | undefined;
  readonly status?: string | undefined;
  readonly created_timestamp?: number | undefined;
  readonly updated_timestamp?: number | undefined;
}

/**
 * A payment that an order-details message asked for moved on.
 *
 * Source: Meta, "Payments API: receive payment status webhooks".
 */
export interface PaymentStatusEvent extends StatusBase<'paymentStatus'> {
  /** The message that asked for the payment. */
  readonly wamid: Wamid;
  readonly status: 'pending' | 'captured' | 'failed' | (string & {});
  /** The `reference_id` that your message gave. */
  readonly referenceId: string | undefined;
  readonly payment: RawPayment;
}

/**
 * A call that you started rings, was accepted or rejected.
 *
 * Source: Meta, "Calling API: business-initiated calls".
 */
export interface CallStatusEvent extends StatusBase<'callStatus'> {
  readonly callId: string;
  readonly status: 'RINGING' | 'ACCEPTED' | 'REJECTED' | (string & {});
}

const messageStatuses: ReadonlySet<string> = new Set<MessageStatus>([
  'sent',
  'delivered',
  'read',
  'played',
  'failed',
  'deleted',
]);

const isMessageStatus = (status: string): status is MessageStatus => messageStatuses.has(status);
const isOfMessage = ({ type }: RawObject): boolean => type === undefined || type === 'message';
const isRawStatus = withText<RawStatus>('id', 'status');
const isPayment = (value: unknown): value is RawPayment => isObject(value);

/** Builds the event of a status. One object literal and no spread: a batch may hold a thousand of them. */
function statusParts<Kind extends string, Status extends string>(
  kind: Kind,
  status: Status,
  raw: RawStatus,
  at: number,
  change: ChangeContext,
  { contacts }: ItemContext,
) {
  const toGroup = raw.recipient_type === 'group';
  const recipient = toGroup
    ? (raw.recipient_participant_id ?? raw.participant_recipient_id)
    : raw.recipient_id;
  const userId = raw.recipient_participant_user_id ?? raw.recipient_user_id;
  const parentId =
    raw.recipient_participant_parent_user_id ?? raw.recipient_parent_user_id ?? raw.parent_recipient_user_id;
  const { waId, bsuid, parentBsuid, contact } = readUser(contacts, recipient, userId, parentId);
  return {
    kind,
    status,
    wamid: raw.id,
    at,
    waId,
    bsuid,
    parentBsuid,
    groupId: toGroup ? readId(raw.recipient_id) : undefined,
    field: change.field,
    wabaId: change.wabaId,
    phoneNumberId: change.phoneNumberId,
    displayPhoneNumber: change.displayPhoneNumber,
    contact,
    callbackData: readId(raw.biz_opaque_callback_data),
    errors: raw.errors,
    pricing: raw.pricing ?? raw.conversation?.pricing,
    conversation: raw.conversation,
    templateId: readId(raw.template_id),
    raw,
  };
}

/** A builder for the statuses of messages. */
export const messageStatus =
  <Kind extends 'status' | 'standbyStatus'>(kind: Kind) =>
  (item: RawObject, change: ChangeContext, context: ItemContext) => {
    const at = readTime(item['timestamp']);
    return at !== undefined && isRawStatus(item) && isOfMessage(item) && isMessageStatus(item.status)
      ? statusParts(kind, item.status, item, at, change, context)
      : undefined;
  };

const statusOfMessage = messageStatus('status');

/** Builds the event of a status of any kind: `type` tells those of payments and calls from those of messages. */
export function statusEvent(
  item: RawObject,
  change: ChangeContext,
  context: ItemContext,
): StatusEvent | PaymentStatusEvent | CallStatusEvent | undefined {
  if (isOfMessage(item)) return statusOfMessage(item, change, context);
  const at = readTime(item['timestamp']);
  if (at === undefined || !isRawStatus(item)) return undefined;
  if (item.type === 'call') {
    const { wamid: callId, ...parts } = statusParts('callStatus', item.status, item, at, change, context);
    return { callId, ...parts };
  }
  const { payment } = item;
  if (item.type !== 'payment' || !isPayment(payment)) return undefined;
  const parts = statusParts('paymentStatus', item.status, item, at, change, context);
  return { ...parts, referenceId: payment.reference_id, payment };
}
