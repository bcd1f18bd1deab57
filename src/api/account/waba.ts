import type { WabaId } from '../../shared/ids.ts';
import type { HealthStatus } from '../../schemas/health-status.ts';

/** The fields of a WhatsApp Business Account. Source: Meta, "WhatsApp Business Accounts", and its changelog to November 2026. */
export type WabaField =
  | 'id'
  | 'name'
  | 'currency'
  | 'timezone_id'
  | 'country'
  | 'account_review_status'
  | 'business_verification_status'
  | 'ownership_type'
  | 'owner_business_info'
  | 'on_behalf_of_business_info'
  | 'primary_funding_id'
  | 'message_template_namespace'
  | 'marketing_messages_lite_api_status'
  | 'marketing_messages_onboarding_status'
  | 'is_enabled_for_insights'
  | 'health_status'
  | 'primary_business_location'
  | 'auth_international_rate_eligibility';

/** When the authentication-international rate begins. `authenticationInternational` of `wabakit/pricing` takes it, with times in milliseconds. */
export interface AuthenticationInternationalTerms {
  /** In seconds since 1970. */
  readonly start_time?: number | undefined;
  /** Countries with a start time of their own. */
  readonly exception_countries?:
    readonly { readonly country_code: string; readonly start_time: number }[] | undefined;
}

/** A WhatsApp Business Account. Only `id` is certain; the rest depends on the fields asked for and on what Meta knows. */
export interface Waba {
  readonly id: WabaId;
  readonly name?: string | undefined;
  /** The currency it is billed in: `USD`. */
  readonly currency?: string | undefined;
  /** Meta's number for its time zone. */
  readonly timezone_id?: string | undefined;
  readonly country?: string | undefined;
  /** `APPROVED`, `PENDING`, `REJECTED`, `RESTRICTED`. */
  readonly account_review_status?: string | undefined;
  readonly business_verification_status?: string | undefined;
  readonly ownership_type?: string | undefined;
  readonly owner_business_info?:
    { readonly id?: string | undefined; readonly name?: string | undefined } | undefined;
  readonly on_behalf_of_business_info?:
    { readonly id?: string | undefined; readonly name?: string | undefined } | undefined;
  readonly primary_funding_id?: string | undefined;
  readonly message_template_namespace?: string | undefined;
  readonly marketing_messages_lite_api_status?: string | undefined;
  readonly marketing_messages_onboarding_status?: string | undefined;
  readonly is_enabled_for_insights?: boolean | undefined;
  readonly health_status?: HealthStatus | undefined;
  readonly primary_business_location?: string | undefined;
  /** When Meta charges the authentication-international rate; `undefined` for an account that is not eligible. */
  readonly auth_international_rate_eligibility?: AuthenticationInternationalTerms | undefined;
}

/** What is asked for unless a call says otherwise. */
export const wabaFields: readonly WabaField[] = [
  'id',
  'name',
  'currency',
  'timezone_id',
  'country',
  'account_review_status',
  'business_verification_status',
  'ownership_type',
];
