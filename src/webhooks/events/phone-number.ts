import { type EventBase, type RawObject, readId } from './base.ts';
import { type ValueParts, readValue } from './readers.ts';

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

type OfNumber = EventBase<string, { readonly display_phone_number?: string | undefined }>;

/** A reader for values that name their number themselves: they have no `metadata`. */
const readNumberValue = <Event extends OfNumber>(
  kind: Event['kind'],
  keys: readonly (keyof Event['raw'] & string)[],
  build: (value: Event['raw'] & RawObject) => ValueParts<Event>,
) =>
  readValue<Event>(kind, keys, (value) => ({
    displayPhoneNumber: readId(value.display_phone_number),
    ...build(value),
  }));

const usernames = readNumberValue<BusinessUsernameEvent>(
  'businessUsername',
  ['username', 'status'],
  ({ username, status }) => ({ username, status }),
);

/** The fields about business numbers. One text of Meta's spells the last in the singular. */
export const phoneNumberFields = {
  phone_number_quality_update: readNumberValue<PhoneNumberQualityEvent>(
    'phoneNumberQuality',
    ['event'],
    (value) => ({
      event: value.event,
      messagingLimit: readId(value.max_daily_conversations_per_business ?? value.current_limit),
    }),
  ),
  phone_number_name_update: readNumberValue<PhoneNumberNameEvent>(
    'phoneNumberName',
    ['decision'],
    (value) => ({
      decision: value.decision,
      requestedName: value.requested_verified_name,
    }),
  ),
  security: readNumberValue<SecurityEvent>('security', ['event'], ({ event }) => ({ event })),
  business_username_updates: usernames,
  business_username_update: usernames,
};
