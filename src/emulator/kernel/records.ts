import type { WindowState } from '../../pricing/windows/window.ts';
import type { TemplateComponentPayload, TemplateOptimizationPayload } from '../../templates/payload.ts';
import type { JsonObject } from './json.ts';

/** A business phone number. */
export interface PhoneNumberRecord {
  readonly id: string;
  /** Digits only. */
  readonly waId: string;
  displayPhoneNumber: string;
  verifiedName: string;
  /** `CONNECTED` once registered; sends need it. */
  status: 'CONNECTED' | 'DISCONNECTED' | 'PENDING';
  codeVerificationStatus: 'VERIFIED' | 'NOT_VERIFIED' | 'EXPIRED';
  qualityRating: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN';
  pin?: string | undefined;
  /** The code that was sent by SMS or voice and waits to be typed. */
  pendingCode?: string | undefined;
  newName?: string | undefined;
  profile: JsonObject;
  settings: JsonObject;
  commerce: { is_cart_enabled: boolean; is_catalog_visible: boolean };
  compliance?: JsonObject | undefined;
  automation: JsonObject;
  encryptionKey?: string | undefined;
  username?: string | undefined;
  /** Which syncs of a coexistence number were asked for: each works once. */
  synced?: readonly string[] | undefined;
  /** The application for an official business account, and when it came into this state. */
  officialAccount?:
    | {
        readonly status: 'PENDING' | 'APPROVED' | 'REJECTED';
        readonly message?: string | undefined;
        readonly at: number;
      }
    | undefined;
}

/** A call of the business that rings at a user's phone. */
export interface CallRecord {
  readonly id: string;
  readonly phoneNumberId: string;
  readonly waId: string;
  readonly callbackData?: string | undefined;
  readonly at: number;
}

/** What is known about a user whose phone was held or who did something that lasts. */
export interface UserRecord {
  readonly waId: string;
  name: string;
  /** Business-scoped user id; the person can be reached and seen by it. */
  bsuid?: string | undefined;
  /** The same across the linked portfolios of the business. */
  parentBsuid?: string | undefined;
  username?: string | undefined;
  /** The business sees the BSUID only. */
  hidesNumber?: boolean | undefined;
  blocksBusiness?: boolean | undefined;
  stoppedPromotions?: boolean | undefined;
  /** Off the network: nothing is delivered until the phone is back. */
  offline?: boolean | undefined;
}

/** What one business number knows of one user. */
export interface ConversationRecord {
  window: WindowState;
  /** The `conversation.id` of the open free entry point window. */
  freeEntryPointId?: string | undefined;
  /** The business shows that it is typing, until then. */
  typingUntil?: number | undefined;
}

/** How far a message got. */
export type MessageState = 'accepted' | 'sent' | 'delivered' | 'read' | 'played' | 'failed';

/** The `pricing` object of a status. */
export interface PricingObject {
  readonly billable: boolean;
  readonly pricing_model: string;
  readonly type: string;
  readonly category: string;
  /** What an auction made of a max price. */
  readonly cost?: { readonly amount: number; readonly currency: string } | undefined;
}

/** A message, in either direction. */
export interface MessageRecord {
  readonly wamid: string;
  readonly direction: 'in' | 'out';
  readonly phoneNumberId: string;
  /** The user's number, or the group's id. */
  readonly waId: string;
  readonly at: number;
  /** The body as it was sent, or as it stands in the webhook. */
  readonly payload: JsonObject;
  readonly type: string;
  state: MessageState;
  readonly groupId?: string | undefined;
  readonly templateId?: string | undefined;
  readonly templateCategory?: string | undefined;
  /** Of a message of the Marketing Messages API: the bid of its template, where it has one, and what multiplies it. */
  readonly bid?: { readonly bidAmount: number | undefined; readonly multiplier: number } | undefined;
  /** An error that the person's phone or Meta will report, decided when the message was taken. */
  scheduledError?: { readonly code: number; readonly details?: string | undefined } | undefined;
  error?: { readonly code: number; readonly details: string } | undefined;
  pricing?: PricingObject | undefined;
  /** What it cost, in ten-thousandths of the currency unit; `undefined` while no card tells. */
  scaledAmount?: number | undefined;
  /** When each status was reported. */
  readonly times: Partial<Record<MessageState, number>>;
  /** How many jobs still want this message; without any it may be forgotten. */
  waiting: number;
}

/** Where a template stands in its life. Only `APPROVED` can be sent. */
export type TemplateStatus =
  'PENDING' | 'APPROVED' | 'REJECTED' | 'PAUSED' | 'DISABLED' | 'DELETED' | 'ARCHIVED';
/** What a template is billed as. */
export type TemplateCategoryName = 'AUTHENTICATION' | 'MARKETING' | 'UTILITY';
/** What customers' feedback says of a template. */
export type TemplateQuality = 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN';

/** A message template in one language. */
export interface TemplateRecord {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  category: TemplateCategoryName;
  previousCategory?: TemplateCategoryName | undefined;
  correctCategory?: TemplateCategoryName | undefined;
  status: TemplateStatus;
  parameterFormat: 'POSITIONAL' | 'NAMED';
  components: readonly TemplateComponentPayload[];
  quality: TemplateQuality;
  rejectedReason: string;
  /** How often it was paused: the third time disables it. */
  pauses: number;
  /** When it was edited while approved, in epoch milliseconds. */
  edits: readonly number[];
  ttlSeconds?: number | undefined;
  /** Max price. */
  optimizationSpec?: TemplateOptimizationPayload | undefined;
  subCategory?: string | undefined;
  displayFormat?: string | undefined;
  linkTrackingOptedOut?: boolean | undefined;
  libraryName?: string | undefined;
  updatedAt: number;
}

/** How a template's messages fared on one day. */
export interface TemplateUsage {
  readonly templateId: string;
  /** Epoch milliseconds. */
  readonly start: number;
  sent: number;
  delivered: number;
  read: number;
}

/** Templates that share their analytics. */
export interface TemplateGroupRecord {
  readonly id: string;
  name: string;
  description?: string | undefined;
  readonly templateIds: readonly string[];
  readonly createdAt: number;
}

/** An account on its way to another billing currency. */
export interface CurrencyMigrationRecord {
  readonly id: string;
  readonly currency: string;
  status: 'READY_TO_COMPLETE' | 'COMPLETED';
  /** The id of the new account. */
  readonly destinationId: string;
}

/** A media file, uploaded by the business or received from a user. */
export interface MediaRecord {
  readonly id: string;
  readonly phoneNumberId: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mimeType: string;
  /** Hex. */
  readonly sha256: string;
  readonly fileName?: string | undefined;
  readonly expiresAt: number;
}

/** A resumable upload: what has arrived so far. */
export interface UploadRecord {
  readonly id: string;
  readonly fileName: string;
  readonly fileType: string;
  readonly fileLength: number;
  /** How many bytes have come. They are not kept: nothing reads the file behind a handle. */
  received: number;
  handle?: string | undefined;
}

export interface QrCodeRecord {
  readonly code: string;
  readonly phoneNumberId: string;
  prefilledMessage: string;
}

export interface FlowRecord {
  readonly id: string;
  name: string;
  status: 'DRAFT' | 'PUBLISHED' | 'DEPRECATED' | 'BLOCKED' | 'THROTTLED';
  categories: readonly string[];
  endpointUri?: string | undefined;
  json?: string | undefined;
  validationErrors: readonly JsonObject[];
  updatedAt: number;
}

export interface GroupRecord {
  readonly id: string;
  readonly phoneNumberId: string;
  subject: string;
  description?: string | undefined;
  readonly joinApprovalMode: 'auto_approve' | 'approval_required';
  inviteLink: string;
  participants: readonly string[];
  joinRequests: readonly { readonly id: string; readonly waId: string }[];
  readonly createdAt: number;
}

/** What was delivered in one half hour, in one market, category and type: the bill and the analytics are sums of these. */
export interface UsageBucket {
  /** Epoch milliseconds. */
  readonly start: number;
  /** In the account's time zone: `2026-11`. */
  readonly month: string;
  readonly market: string;
  /** ISO 3166-1. */
  readonly country: string | undefined;
  readonly phoneNumberId: string;
  readonly category: string;
  readonly pricingType: string;
  count: number;
  /** Ten-thousandths of the currency unit. */
  scaledAmount: number;
  /** Messages whose rate no card gives: they are counted and not priced. */
  unpriced: number;
}
