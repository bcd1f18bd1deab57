import { type ChangeContext, type EventBase, type RawObject, readId, valueEvent, withText } from './base.ts';
import { readValue } from './readers.ts';

/** A change of quality, limit or throughput as Meta sends it. */
export interface RawPhoneNumberQuality {
  readonly display_phone_number?: string | undefined;
  readonly event:
    'ONBOARDING' | 'THROUGHPUT_UPGRADE' | 'FLAGGED' | 'UNFLAGGED' | 'UPGRADE' | 'DOWNGRADE' | (string & {});
  /** `TIER_50` … `TIER_UNLIMITED`, or a number. */
  readonly max_daily_conversations_per_business?: string | number | undefined;
  /** Until February 2026. */
  readonly current_limit?: string | undefined;
  readonly old_limit?: string | undefined;
}

/**
 * The quality, the messaging limit or the throughput of a number changed.
 *
 * Source: Meta, "phone_number_quality_update webhook reference".
 */
export interface PhoneNumberQualityEvent extends EventBase<'phoneNumberQuality', RawPhoneNumberQuality> {
  readonly at: number | undefined;
  readonly event: RawPhoneNumberQuality['event'];
  /** The new limit, under whichever of its names Meta sent it. */
  readonly messagingLimit: string | undefined;
}

/** The verdict on a display name as Meta sends it. */
export interface RawPhoneNumberName {
  readonly display_phone_number?: string | undefined;
  readonly decision: 'APPROVED' | 'REJECTED' | 'DEFERRED' | 'PENDING' | (string & {});
  readonly requested_verified_name?: string | undefined;
  readonly rejection_reason?: string | null | undefined;
}

/**
 * A display name was approved or rejected.
 *
 * Source: Meta, "phone_number_name_update webhook reference".
 */
export interface PhoneNumberNameEvent extends EventBase<'phoneNumberName', RawPhoneNumberName> {
  readonly at: number | undefined;
  readonly decision: RawPhoneNumberName['decision'];
  readonly requestedName: string | undefined;
}

/** A change of the two-step verification PIN as Meta sends it. */
export interface RawSecurity {
  readonly display_phone_number?: string | undefined;
  readonly event: 'PIN_CHANGED' | 'PIN_RESET_REQUEST' | 'PIN_REQUEST_SUCCESS' | (string & {});
  /** The Facebook user who asked. */
  readonly requester?: string | undefined;
}

/**
 * Somebody changed or asked to reset the two-step verification PIN of a number.
 *
 * Source: Meta, "security webhook reference".
 */
export interface SecurityEvent extends EventBase<'security', RawSecurity> {
  readonly at: number | undefined;
  readonly event: RawSecurity['event'];
}

/** A business user name as Meta sends it. */
export interface RawBusinessUsername {
  readonly display_phone_number?: string | undefined;
  readonly username: string;
  readonly status: 'approved' | 'reserved' | 'deleted' | (string & {});
  readonly context?: 'revoked' | (string & {}) | undefined;
}

/**
 * The user name of a number was approved, reserved or taken away.
 *
 * Source: Meta, "Business-scoped user ids: business usernames".
 */
export interface BusinessUsernameEvent extends EventBase<'businessUsername', RawBusinessUsername> {
  readonly at: number | undefined;
  readonly username: string;
  readonly status: RawBusinessUsername['status'];
}

const isQuality = withText<RawPhoneNumberQuality>('event');
const isName = withText<RawPhoneNumberName>('decision');
const isSecurity = withText<RawSecurity>('event');
const isUsername = withText<RawBusinessUsername>('username', 'status');

/** These values name their number themselves: they have no `metadata`. */
const numberEvent = <Kind extends string, Raw extends { readonly display_phone_number?: string | undefined }>(
  kind: Kind,
  raw: Raw,
  change: ChangeContext,
) => ({ ...valueEvent(kind, raw, change), displayPhoneNumber: readId(raw.display_phone_number) });

function quality(value: RawObject, change: ChangeContext): PhoneNumberQualityEvent | undefined {
  if (!isQuality(value)) return undefined;
  const messagingLimit = readId(value.max_daily_conversations_per_business ?? value.current_limit);
  return { ...numberEvent('phoneNumberQuality', value, change), event: value.event, messagingLimit };
}

function name(value: RawObject, change: ChangeContext): PhoneNumberNameEvent | undefined {
  if (!isName(value)) return undefined;
  const requestedName = value.requested_verified_name;
  return { ...numberEvent('phoneNumberName', value, change), decision: value.decision, requestedName };
}

function security(value: RawObject, change: ChangeContext): SecurityEvent | undefined {
  return isSecurity(value) ? { ...numberEvent('security', value, change), event: value.event } : undefined;
}

function username(value: RawObject, change: ChangeContext): BusinessUsernameEvent | undefined {
  if (!isUsername(value)) return undefined;
  return {
    ...numberEvent('businessUsername', value, change),
    username: value.username,
    status: value.status,
  };
}

const usernames = readValue(username);

/** The fields about business numbers. One text of Meta's spells the last in the singular. */
export const phoneNumberFields = {
  phone_number_quality_update: readValue(quality),
  phone_number_name_update: readValue(name),
  security: readValue(security),
  business_username_updates: usernames,
  business_username_update: usernames,
};
