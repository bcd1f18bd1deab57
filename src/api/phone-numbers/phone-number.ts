import type { HealthStatus } from '../../schemas/health-status.ts';
import type { PhoneNumberId } from '../../shared/ids.ts';
import type { ConversationalAutomation } from '../../schemas/conversational-automation.ts';

/** The fields of a business phone number. Source: Meta, "Business phone numbers", and its changelog to November 2026. */
export type PhoneNumberField =
  | 'id'
  | 'display_phone_number'
  | 'verified_name'
  | 'name_status'
  | 'new_display_name'
  | 'new_name_status'
  | 'quality_rating'
  | 'quality_score'
  | 'code_verification_status'
  | 'status'
  | 'platform_type'
  | 'throughput'
  | 'account_mode'
  | 'certificate'
  | 'is_official_business_account'
  | 'official_business_account'
  | 'is_pin_enabled'
  | 'is_on_biz_app'
  | 'host_platform'
  | 'health_status'
  | 'webhook_configuration'
  | 'whatsapp_business_manager_messaging_limit'
  | 'last_onboarded_time'
  | 'username'
  | 'search_visibility'
  | 'conversational_automation'
  | 'messaging_limit_tier';

/** A business phone number. Only `id` is certain; the rest depends on the fields asked for and on what Meta knows. */
export interface PhoneNumber {
  readonly id: PhoneNumberId;
  /** `+1 631-555-5555`, for people to read. */
  readonly display_phone_number?: string | undefined;
  readonly verified_name?: string | undefined;
  /** `APPROVED`, `AVAILABLE_WITHOUT_REVIEW`, `DECLINED`, `EXPIRED`, `PENDING_REVIEW`, `NONE`. */
  readonly name_status?: string | undefined;
  readonly new_display_name?: string | undefined;
  readonly new_name_status?: string | undefined;
  /** `GREEN`, `YELLOW`, `RED`, `NA` or `UNKNOWN`. */
  readonly quality_rating?: string | undefined;
  readonly quality_score?: { readonly score?: string | undefined } | undefined;
  /** `VERIFIED`, `NOT_VERIFIED`, `UNVERIFIED` or `EXPIRED`. */
  readonly code_verification_status?: string | undefined;
  /** `CONNECTED`, `PENDING`, `DISCONNECTED`, `FLAGGED`, `RESTRICTED`, `BANNED` and others. */
  readonly status?: string | undefined;
  readonly platform_type?: string | undefined;
  /** How many messages a second: `STANDARD` (80), `HIGH` (1,000), `NOT_APPLICABLE`. */
  readonly throughput?: { readonly level?: string | undefined } | undefined;
  readonly account_mode?: string | undefined;
  readonly certificate?: string | undefined;
  readonly is_official_business_account?: boolean | undefined;
  readonly official_business_account?: { readonly oba_status?: string | undefined } | undefined;
  readonly is_pin_enabled?: boolean | undefined;
  /** `true` for a number that is also used in the WhatsApp Business app (coexistence). */
  readonly is_on_biz_app?: boolean | undefined;
  readonly host_platform?: string | undefined;
  readonly health_status?: HealthStatus | undefined;
  /** Where webhooks go: the most specific URL that is set wins. */
  readonly webhook_configuration?:
    | {
        readonly application?: string | undefined;
        readonly whatsapp_business_account?: string | undefined;
        readonly phone_number?: string | undefined;
      }
    | undefined;
  /** How many users the portfolio may write to first in 24 hours: `TIER_250`, `TIER_2K`, `TIER_10K`, `TIER_100K`, `TIER_UNLIMITED`. */
  readonly whatsapp_business_manager_messaging_limit?: string | undefined;
  /** The older name of the limit. */
  readonly messaging_limit_tier?: string | undefined;
  readonly last_onboarded_time?: string | undefined;
  readonly username?: string | undefined;
  readonly search_visibility?: string | undefined;
  readonly conversational_automation?: ConversationalAutomation | undefined;
}

/** What `listPhoneNumbers` and `getPhoneNumber` ask for by default. */
export const phoneNumberFields: readonly PhoneNumberField[] = [
  'id',
  'display_phone_number',
  'verified_name',
  'name_status',
  'quality_rating',
  'code_verification_status',
  'status',
  'platform_type',
  'throughput',
  'is_official_business_account',
  'whatsapp_business_manager_messaging_limit',
];
