import { toDigits } from '../../shared/phone-number.ts';
import type {
  CallRecord,
  ConversationRecord,
  CurrencyMigrationRecord,
  FlowRecord,
  GroupRecord,
  MediaRecord,
  MessageRecord,
  PhoneNumberRecord,
  QrCodeRecord,
  TemplateGroupRecord,
  TemplateRecord,
  TemplateUsage,
  UploadRecord,
  UsageBucket,
  UserRecord,
} from './records.ts';
import type { EmulatorSettings } from './settings.ts';

/** How often each thing happened; a campaign's funnel. */
export interface MessageCounts {
  accepted: number;
  sent: number;
  delivered: number;
  read: number;
  played: number;
  failed: number;
  received: number;
  refused: number;
}

/** Everything the emulator remembers: plain data, so that it can be saved, restored and compared. */
export interface EmulatorState {
  readonly waba: {
    readonly id: string;
    name: string;
    readonly businessId: string;
    readonly appId: string;
    insightsEnabled: boolean;
    /** Apps subscribed through the API; the emulator's own subscriptions are apart. */
    subscribed: boolean;
    overrideUrl?: string | undefined;
    /** `disable_marketing_messages_on_cloud_api`: marketing templates go through `/marketing_messages` alone. */
    marketingOffCloudApi?: boolean | undefined;
  };
  /** The agreement on max price, and a partner's customers that use it, by id and time. */
  readonly maxPrice: {
    agreement?: { readonly name: string; readonly email: string; readonly at: number } | undefined;
    readonly businesses: Map<string, number>;
  };
  readonly migrations: Map<string, CurrencyMigrationRecord>;
  tokenExpired: boolean;
  readonly phoneNumbers: Map<string, PhoneNumberRecord>;
  readonly templates: Map<string, TemplateRecord>;
  readonly templateGroups: Map<string, TemplateGroupRecord>;
  /** By `{template id}:{day}`. */
  readonly templateUsage: Map<string, TemplateUsage>;
  /** When a deleted template's name may be used again. */
  readonly deletedNames: Map<string, number>;
  readonly media: Map<string, MediaRecord>;
  readonly uploads: Map<string, UploadRecord>;
  readonly qrCodes: Map<string, QrCodeRecord>;
  readonly flows: Map<string, FlowRecord>;
  readonly groups: Map<string, GroupRecord>;
  /** Calls that ring, by id. */
  readonly calls: Map<string, CallRecord>;
  /** Users that the business blocked, `{phone number id}:{wa id}`. */
  readonly blocked: Map<string, number>;
  readonly users: Map<string, UserRecord>;
  /** The WhatsApp ID by business-scoped user id and by parent id. */
  readonly userByBsuid: Map<string, string>;
  /** The WhatsApp ID by the key of a number, where it is not the number itself. */
  readonly waIdByNumber: Map<string, string>;
  /** By `{phone number id}:{wa id}`. */
  readonly conversations: Map<string, ConversationRecord>;
  readonly messages: Map<string, MessageRecord>;
  /** Messages by user, oldest first. */
  readonly messagesByUser: Map<string, string[]>;
  /** Messages that wait for a phone to come back, by user. */
  readonly parked: Map<string, string[]>;
  /** Messages that nothing waits for, oldest first; the oldest are forgotten. */
  readonly finished: Set<string>;
  readonly usage: Map<string, UsageBucket>;
  /** Messages sent by half hour, in epoch milliseconds. */
  readonly sentByTime: Map<number, number>;
  /** Delivered service messages by `{phone number id}:{month}`: the first thousand are free. */
  readonly freeServiceMessagesUsed: Map<string, number>;
  /** Charged messages by `{market}:{category}:{month}`: volume tiers. */
  readonly volume: Map<string, number>;
  /** When each user was first sent to outside a window, for the messaging limit. */
  readonly reached: Map<string, number>;
  /** Pair rate: when the debt of `{phone number id}:{wa id}` is repaid. */
  readonly pairDebt: Map<string, number>;
  /** Throughput: when messages passed each number in the last second, in either direction, oldest first. */
  readonly lastSecond: Map<string, number[]>;
  readonly counts: MessageCounts;
}

/** A fresh state with one registered number. */
export function createState(settings: EmulatorSettings): EmulatorState {
  const { phoneNumberId, displayPhoneNumber, verifiedName } = settings;
  const number: PhoneNumberRecord = {
    id: phoneNumberId,
    waId: toDigits(displayPhoneNumber),
    displayPhoneNumber,
    verifiedName,
    status: 'CONNECTED',
    codeVerificationStatus: 'VERIFIED',
    qualityRating: 'GREEN',
    profile: { messaging_product: 'whatsapp' },
    settings: {},
    commerce: { is_cart_enabled: true, is_catalog_visible: false },
    automation: {},
  };
  return {
    waba: {
      id: settings.wabaId,
      name: verifiedName,
      businessId: settings.businessId,
      appId: settings.appId,
      insightsEnabled: false,
      subscribed: true,
    },
    maxPrice: { businesses: new Map() },
    migrations: new Map(),
    tokenExpired: false,
    phoneNumbers: new Map([[phoneNumberId, number]]),
    templates: new Map(),
    templateGroups: new Map(),
    templateUsage: new Map(),
    deletedNames: new Map(),
    media: new Map(),
    uploads: new Map(),
    qrCodes: new Map(),
    flows: new Map(),
    groups: new Map(),
    calls: new Map(),
    blocked: new Map(),
    users: new Map(),
    userByBsuid: new Map(),
    waIdByNumber: new Map(),
    conversations: new Map(),
    messages: new Map(),
    messagesByUser: new Map(),
    parked: new Map(),
    finished: new Set(),
    usage: new Map(),
    sentByTime: new Map(),
    freeServiceMessagesUsed: new Map(),
    volume: new Map(),
    reached: new Map(),
    pairDebt: new Map(),
    lastSecond: new Map(),
    counts: {
      accepted: 0,
      sent: 0,
      delivered: 0,
      read: 0,
      played: 0,
      failed: 0,
      received: 0,
      refused: 0,
    },
  };
}
