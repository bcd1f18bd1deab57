import type { JsonObject } from '../kernel/json.ts';
import type { PhoneNumberRecord } from '../kernel/records.ts';
import { officialAccountNode } from './official-account.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

const tiers: readonly (readonly [number, string])[] = [
  [250, 'TIER_250'],
  [2_000, 'TIER_2K'],
  [10_000, 'TIER_10K'],
  [100_000, 'TIER_100K'],
];

const getTier = (limit: number | undefined): string =>
  tiers.find(([most]) => limit !== undefined && limit <= most)?.[1] ?? 'TIER_UNLIMITED';

/** A business phone number as the API shows it. */
export function phoneNumberNode(context: EmulatorContext, number: PhoneNumberRecord): JsonObject {
  const { limits } = context.settings;
  return {
    id: number.id,
    display_phone_number: number.displayPhoneNumber,
    verified_name: number.verifiedName,
    code_verification_status: number.codeVerificationStatus,
    quality_rating: number.qualityRating,
    quality_score: { score: number.qualityRating },
    platform_type: 'CLOUD_API',
    throughput: { level: (limits.messagesPerSecond ?? 80) > 80 ? 'HIGH' : 'STANDARD' },
    status: number.status,
    name_status: 'APPROVED',
    ...(number.newName === undefined
      ? {}
      : { new_display_name: number.newName, new_name_status: 'PENDING_REVIEW' }),
    account_mode: 'LIVE',
    is_official_business_account: number.officialAccount?.status === 'APPROVED',
    official_business_account: officialAccountNode(number),
    is_pin_enabled: number.pin !== undefined,
    is_on_biz_app: false,
    whatsapp_business_manager_messaging_limit: getTier(limits.messagingLimit),
    conversational_automation: number.automation,
    health_status: {
      can_send_message: number.status === 'CONNECTED' ? 'AVAILABLE' : 'BLOCKED',
      entities: [],
    },
  };
}

/** What a list or a read gives when `fields` asks for nothing. */
export const usualNumberFields = [
  'verified_name',
  'code_verification_status',
  'display_phone_number',
  'quality_rating',
  'platform_type',
  'throughput',
];
