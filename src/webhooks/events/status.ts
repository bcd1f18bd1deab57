import type { Bsuid, WaId, Wamid } from '../../ids.ts';
import { type ChangeContext, type EventBase, idOf, isObject, timeOf } from './base.ts';
import type { WireContact, WireError } from './shared.ts';

/** What became of a sent message. `played` is for voice notes; `deleted` stands in older captures only. */
export type MessageStatus = 'sent' | 'delivered' | 'read' | 'played' | 'failed' | 'deleted';

/** What a message costs, as Meta reports it. */
export interface WirePricing {
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
}

/** The billing conversation of a message; since v24 only inside a free entry point window. */
export interface WireConversation {
  readonly id: string;
  /** Seconds since 1970; with `sent` only. */
  readonly expiration_timestamp?: string | number | undefined;
  readonly origin?: { readonly type?: string | undefined } | undefined;
  /** Group examples put the price here instead of beside it. */
  readonly pricing?: WirePricing | undefined;
}

/** A status as Meta sends it. */
export interface WireStatus {
  readonly id: string;
  readonly status: string;
  readonly timestamp: string | number;
  /** `payment` or `call` where the status is not one of a message. */
  readonly type?: string | undefined;
  readonly recipient_id?: string | undefined;
  readonly recipient_type?: 'group' | (string & {}) | undefined;
  readonly recipient_user_id?: string | undefined;
  readonly recipient_parent_user_id?: string | undefined;
  /** The member of the group. Meta's pages spell it in two ways. */
  readonly recipient_participant_id?: string | undefined;
  readonly participant_recipient_id?: string | undefined;
  readonly recipient_participant_user_id?: string | undefined;
  readonly recipient_participant_parent_user_id?: string | undefined;
  readonly recipient_identity_key_hash?: string | undefined;
  readonly biz_opaque_callback_data?: string | undefined;
  readonly conversation?: WireConversation | undefined;
  readonly pricing?: WirePricing | undefined;
  readonly errors?: readonly WireError[] | undefined;
  readonly template_id?: string | number | undefined;
  readonly [key: string]: unknown;
}

/** What every status carries, of a message or of something else. */
export interface StatusBase<Kind extends string> extends EventBase<Kind, WireStatus> {
  /** When it happened. */
  readonly at: number;
  /** The user's number: the recipient, or the member of the group. */
  readonly waId: WaId | undefined;
  readonly bsuid: Bsuid | undefined;
  readonly parentBsuid: Bsuid | undefined;
  /** The group that the message was sent to. */
  readonly groupId: string | undefined;
  readonly contact: WireContact | undefined;
  /** What the send gave along as `biz_opaque_callback_data`. */
  readonly correlationKey: string | undefined;
  readonly errors: readonly WireError[] | undefined;
}

/**
 * A message was sent, delivered, read, played, or failed. The order of arrival is not the order of events.
 *
 * Source: Meta, "status messages webhook reference".
 */
export interface StatusEvent extends StatusBase<'status'> {
  readonly wamid: Wamid;
  readonly status: MessageStatus;
  readonly pricing: WirePricing | undefined;
  readonly conversation: WireConversation | undefined;
  /** The template that Direct Send made of the message. */
  readonly templateId: string | undefined;
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

/** Says whether an item has what every status has. */
export const isWireStatus = (item: unknown): item is WireStatus =>
  isObject(item) && typeof item['id'] === 'string' && typeof item['status'] === 'string';

/** Builds the event of one status; nothing where it has no time, or its status is none of a message. */
export function statusEvent(
  wire: WireStatus,
  change: ChangeContext,
  contact: WireContact | undefined,
): StatusEvent | undefined {
  const { status } = wire;
  const at = timeOf(wire.timestamp);
  if (at === undefined || !isMessageStatus(status)) return undefined;
  const toGroup = wire.recipient_type === 'group';
  const member = wire.recipient_participant_id ?? wire.participant_recipient_id;
  return {
    kind: 'status',
    status,
    wamid: wire.id,
    at,
    waId: idOf(toGroup ? member : wire.recipient_id) ?? idOf(contact?.wa_id),
    bsuid: wire.recipient_participant_user_id ?? wire.recipient_user_id ?? contact?.user_id,
    parentBsuid:
      wire.recipient_participant_parent_user_id ?? wire.recipient_parent_user_id ?? contact?.parent_user_id,
    groupId: toGroup ? wire.recipient_id : undefined,
    field: change.field,
    wabaId: change.wabaId,
    phoneNumberId: change.phoneNumberId,
    displayPhoneNumber: change.displayPhoneNumber,
    contact,
    correlationKey: wire.biz_opaque_callback_data,
    pricing: wire.pricing ?? wire.conversation?.pricing,
    conversation: wire.conversation,
    templateId: idOf(wire.template_id),
    errors: wire.errors,
    wire,
  };
}
