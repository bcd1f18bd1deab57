import { readAccountUpdate } from './account-update.ts';
import { type EventBase, type RawObject, readId, readTime } from './base.ts';
import { readValue } from './readers.ts';

/** An alert as Meta sends it. */
export interface RawAccountAlert {
  readonly entity_type: 'BUSINESS' | 'PHONE_NUMBER' | 'CURRENT_STATUS_ID' | (string & {});
  readonly entity_id?: string | number | undefined;
  readonly alert_info?:
    | {
        readonly alert_severity?: 'INFORMATIONAL' | 'WARNING' | 'CRITICAL' | (string & {}) | undefined;
        readonly alert_status?: 'ACTIVE' | 'NONE' | (string & {}) | undefined;
        readonly alert_type?: string | undefined;
        readonly alert_description?: string | undefined;
      }
    | undefined;
}

/**
 * Meta warns about the account, the portfolio or a number.
 *
 * Source: Meta, "account_alerts webhook reference".
 */
export interface AccountAlertEvent extends EventBase<'accountAlert', RawAccountAlert> {
  readonly at: number | undefined;
  readonly entityType: RawAccountAlert['entity_type'];
  readonly entityId: string | undefined;
}

/**
 * The account's policy review came to an end.
 *
 * Source: Meta, "account_review_update webhook reference".
 */
export interface AccountReviewEvent extends EventBase<'accountReview', { readonly decision: string }> {
  readonly at: number | undefined;
  readonly decision: 'APPROVED' | 'REJECTED' | 'PENDING' | 'DEFERRED' | (string & {});
}

/** Changed settings as Meta sends them. */
export interface RawAccountSettings {
  readonly type: 'phone_number_settings' | (string & {});
  readonly timestamp?: string | number | undefined;
  readonly phone_number_settings?:
    { readonly phone_number_id?: string | undefined; readonly calling?: RawObject | undefined } | undefined;
}

/**
 * The settings of a number were changed, its calling settings so far.
 *
 * Source: Meta, "Calling API: call settings".
 */
export interface AccountSettingsEvent extends EventBase<'accountSettings', RawAccountSettings> {
  readonly at: number | undefined;
  readonly type: RawAccountSettings['type'];
}

/** Raised or lowered limits as Meta sends them: a number, or text such as `TIER_2K`. */
export interface RawBusinessCapability {
  readonly max_daily_conversations_per_business?: number | string | undefined;
  /** Until February 2026. */
  readonly max_daily_conversation_per_phone?: number | string | undefined;
  readonly max_phone_numbers_per_business?: number | undefined;
  readonly max_phone_numbers_per_waba?: number | undefined;
}

/**
 * The messaging limit, or how many numbers the business may have, changed.
 *
 * Source: Meta, "business_capability_update webhook reference".
 */
export interface BusinessCapabilityEvent extends EventBase<'businessCapability', RawBusinessCapability> {
  readonly at: number | undefined;
  /** What the entry was sent for: an account or a business portfolio, Meta does not tell which. */
  readonly entryId: string | undefined;
}

/** A partner solution as Meta sends it. */
export interface RawPartnerSolution {
  readonly event: 'SOLUTION_CREATED' | 'SOLUTION_UPDATED' | (string & {});
  readonly solution_id?: string | undefined;
  readonly solution_status?: string | undefined;
}

/**
 * A multi-partner solution was made or changed.
 *
 * Source: Meta, "partner_solutions webhook reference".
 */
export interface PartnerSolutionEvent extends EventBase<'partnerSolution', RawPartnerSolution> {
  readonly at: number | undefined;
  readonly event: RawPartnerSolution['event'];
  readonly solutionId: string | undefined;
  readonly status: string | undefined;
  readonly entryId: string | undefined;
}

/** A payment configuration as Meta sends it. */
export interface RawPaymentConfiguration {
  readonly configuration_name: string;
  readonly provider_name?: string | undefined;
  readonly provider_mid?: string | undefined;
  readonly status?: 'Active' | 'Needs Connecting' | 'Needs Testing' | (string & {}) | undefined;
  readonly created_timestamp?: number | undefined;
  readonly updated_timestamp?: number | undefined;
}

/**
 * A payment configuration was made, tested or broken (India).
 *
 * Source: Meta, "payment_configuration_update webhook reference".
 */
export interface PaymentConfigurationEvent extends EventBase<
  'paymentConfiguration',
  RawPaymentConfiguration
> {
  readonly at: number | undefined;
  readonly name: string;
  readonly status: RawPaymentConfiguration['status'];
  readonly createdAt: number | undefined;
  readonly updatedAt: number | undefined;
}

/** The fields about the account. */
export const accountFields = {
  account_update: readAccountUpdate,
  account_alerts: readValue<AccountAlertEvent>('accountAlert', ['entity_type'], (value) => ({
    entityType: value.entity_type,
    entityId: readId(value.entity_id),
  })),
  account_review_update: readValue<AccountReviewEvent>('accountReview', ['decision'], ({ decision }) => ({
    decision,
  })),
  account_settings_update: readValue<AccountSettingsEvent>('accountSettings', ['type'], (value, change) => ({
    type: value.type,
    at: readTime(value.timestamp) ?? change.entryAt,
    phoneNumberId: readId(value.phone_number_settings?.phone_number_id),
  })),
  business_capability_update: readValue<BusinessCapabilityEvent>('businessCapability', [], (_, change) => ({
    wabaId: undefined,
    entryId: change.wabaId,
  })),
  partner_solutions: readValue<PartnerSolutionEvent>('partnerSolution', ['event'], (value, change) => ({
    event: value.event,
    solutionId: readId(value.solution_id),
    status: value.solution_status,
    wabaId: undefined,
    entryId: change.wabaId,
  })),
  payment_configuration_update: readValue<PaymentConfigurationEvent>(
    'paymentConfiguration',
    ['configuration_name'],
    (value) => ({
      name: value.configuration_name,
      status: value.status,
      createdAt: readTime(value.created_timestamp),
      updatedAt: readTime(value.updated_timestamp),
    }),
  ),
};
