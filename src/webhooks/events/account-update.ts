import { type EventBase, type RawObject, isObject, readId } from './base.ts';
import { type FieldReader, readValue } from './readers.ts';

/** The account and the partner that an account event is about. */
export interface RawWabaInfo {
  readonly waba_id?: string | undefined;
  readonly owner_business_id?: string | undefined;
  readonly partner_app_id?: string | undefined;
  readonly solution_id?: string | undefined;
  readonly solution_partner_business_ids?: readonly string[] | undefined;
  readonly ad_account_linked?: string | undefined;
}

/** A broken rule. */
export interface RawViolationInfo {
  /** `ADULT`, `LOW_CALLING_QUALITY`, …: the list is open. */
  readonly violation_type: string;
  readonly remediation?: string | undefined;
}

/** What the account may not do, and until when. */
export interface RawRestriction {
  /** `RESTRICTED_BIZ_INITIATED_MESSAGING`, `RESTRICTED_UTILITY_TEMPLATES`, …: the list is open. */
  readonly restriction_type: string;
  /** Seconds since 1970, as a number or as text; absent where it has no end. */
  readonly expiration?: number | string | undefined;
  readonly remediation?: string | undefined;
}

/** News of one number. */
export interface OfNumber {
  /** The number concerned, as digits. */
  readonly phone_number?: string | undefined;
}

/** News of an account and its partner. */
export interface OfWaba {
  readonly waba_info?: RawWabaInfo | undefined;
}

/** From the name of an account event to the blocks that it comes with. */
export interface AccountUpdateBlocks {
  readonly ACCOUNT_DELETED: OfNumber;
  readonly ACCOUNT_OFFBOARDED: OfNumber;
  readonly ACCOUNT_RECONNECTED: OfNumber;
  readonly VERIFIED_ACCOUNT: OfNumber;
  readonly ACCOUNT_VIOLATION: OfNumber & { readonly violation_info?: RawViolationInfo | undefined };
  readonly ACCOUNT_RESTRICTION: OfNumber & {
    readonly restriction_info?: readonly RawRestriction[] | undefined;
    readonly violation_info?: RawViolationInfo | undefined;
  };
  readonly DISABLED_UPDATE: OfNumber & {
    readonly ban_info?:
      | {
          readonly waba_ban_state?:
            'SCHEDULE_FOR_DISABLE' | 'DISABLE' | 'REINSTATE' | (string & {}) | undefined;
          /** As people write it: `April 17, 2025`. */
          readonly waba_ban_date?: string | undefined;
        }
      | undefined;
  };
  readonly PARTNER_ADDED: OfWaba;
  readonly PARTNER_REMOVED: OfWaba &
    OfNumber & {
      readonly disconnection_info?:
        | {
            readonly reason?:
              | 'BUSINESS_DOWNGRADE'
              | 'PRIMARY_INACTIVITY'
              | 'COMPANION_INACTIVITY'
              | 'ACCOUNT_DISCONNECTED'
              | 'CHANGE_NUMBER'
              | 'USER_RE_REGISTERED'
              | (string & {})
              | undefined;
            readonly initiated_by?: 'USER' | 'SYSTEM' | (string & {}) | undefined;
          }
        | undefined;
    };
  readonly PARTNER_APP_INSTALLED: OfWaba;
  readonly PARTNER_APP_UNINSTALLED: OfWaba;
  readonly AD_ACCOUNT_LINKED: OfWaba;
  readonly MM_LITE_TERMS_SIGNED: OfWaba;
  readonly AUTH_INTL_PRICE_ELIGIBILITY_UPDATE: {
    readonly auth_international_rate_eligibility?:
      | {
          /** Seconds since 1970. */
          readonly start_time?: number | undefined;
          readonly exception_countries?:
            | readonly { readonly country_code: string; readonly start_time?: number | undefined }[]
            | undefined;
        }
      | undefined;
  };
  readonly BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE: { readonly country?: string | undefined };
  readonly VOLUME_BASED_PRICING_TIER_UPDATE: {
    readonly volume_tier_info?:
      | {
          /** Seconds since 1970. */
          readonly tier_update_time?: number | undefined;
          readonly pricing_category?: string | undefined;
          /** From and to, in messages: `25000001:50000000`. */
          readonly tier?: string | undefined;
          /** `2025-11` */
          readonly effective_month?: string | undefined;
          readonly region?: string | undefined;
        }
      | undefined;
  };
  readonly PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE: {
    readonly partner_client_certification_info?:
      | {
          readonly client_business_id?: string | undefined;
          readonly status?: string | undefined;
          readonly rejection_reasons?: readonly string[] | undefined;
        }
      | undefined;
  };
  readonly PARTNER_CLIENT_CERTIFICATION_NEEDED: {
    readonly partner_client_certification_needed_info?:
      { readonly client_business_id?: string | undefined } | undefined;
  };
}

/** What the account events have in common. */
export interface AccountUpdateBase<Name extends string, Raw> extends EventBase<
  'accountUpdate',
  { readonly event: string } & Raw
> {
  readonly event: Name;
  readonly at: number | undefined;
  /** The business portfolio that owns the account. */
  readonly businessPortfolioId: string | undefined;
  /** What the entry was sent for: the account, or for partner events the partner's business portfolio. */
  readonly entryId: string | undefined;
}

/**
 * A change of the account. `event` discriminates the union; `raw` has the details. A name that this version does not know has the event
 * `unknown`.
 *
 * Source: Meta, "account_update webhook reference".
 */
export type AccountUpdateEvent =
  | {
      [Name in keyof AccountUpdateBlocks]: AccountUpdateBase<Name, AccountUpdateBlocks[Name]>;
    }[keyof AccountUpdateBlocks]
  | AccountUpdateBase<'unknown', RawObject>;

const eventNames: ReadonlySet<string> = new Set<keyof AccountUpdateBlocks>([
  'ACCOUNT_DELETED',
  'ACCOUNT_OFFBOARDED',
  'ACCOUNT_RECONNECTED',
  'VERIFIED_ACCOUNT',
  'ACCOUNT_VIOLATION',
  'ACCOUNT_RESTRICTION',
  'DISABLED_UPDATE',
  'PARTNER_ADDED',
  'PARTNER_REMOVED',
  'PARTNER_APP_INSTALLED',
  'PARTNER_APP_UNINSTALLED',
  'AD_ACCOUNT_LINKED',
  'MM_LITE_TERMS_SIGNED',
  'AUTH_INTL_PRICE_ELIGIBILITY_UPDATE',
  'BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE',
  'VOLUME_BASED_PRICING_TIER_UPDATE',
  'PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE',
  'PARTNER_CLIENT_CERTIFICATION_NEEDED',
]);

/** The reader of account events. */
export const readAccountUpdate = readValue<AccountUpdateBase<string, object>>(
  'accountUpdate',
  ['event'],
  (value, change) => {
    const info = isObject(value['waba_info']) ? value['waba_info'] : {};
    return {
      event: eventNames.has(value.event) ? value.event : 'unknown',
      wabaId: readId(info['waba_id']) ?? change.wabaId,
      businessPortfolioId: readId(info['owner_business_id']),
      entryId: change.wabaId,
    };
  },
) as FieldReader<AccountUpdateEvent>;
