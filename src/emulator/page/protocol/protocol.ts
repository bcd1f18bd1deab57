import type { Money } from '../../../pricing/values/money.ts';
import type { MagicRecipient } from '../../faults/magic-recipients.ts';
import type { MessageState } from '../../kernel/records.ts';
import type { RequestEntry, WebhookAttempt, WebhookEntry } from '../../kernel/journal.ts';
import type { EmulatorBill } from '../../messages/billing.ts';
import type { EmulatorTemplate } from '../../templates/template-reviewer.ts';
import type { FaultView, FaultRuleView } from './fault-view.ts';

/**
 * Where the phone page finds the emulator, below the server's root. All of it is for the page alone and answers the same origin only:
 * `GET page` the document, `GET state` a {@link PhoneState}, `GET events` a stream of server-sent events whose data are {@link PhoneEvent}s and
 * whose first one is `state`, `POST actions` a {@link PhoneAction} as JSON that is answered with an {@link ActionResult}, `GET media + id` bytes.
 */
export const phonePaths = {
  page: '/_wabakit/',
  state: '/_wabakit/state',
  events: '/_wabakit/events',
  actions: '/_wabakit/actions',
  media: '/_wabakit/media/',
} as const;

/** Everything that the page shows, at one instant. Times are epoch milliseconds of the emulator's clock. */
export interface PhoneState {
  readonly business: BusinessView;
  /** In the order in which they appeared. */
  readonly users: readonly UserView[];
  readonly clock: ClockView;
  readonly bill: EmulatorBill;
  readonly templates: readonly TemplateView[];
  readonly faults: readonly FaultView[];
  /** The newest of the journal, oldest first. */
  readonly journal: readonly JournalEntryView[];
  readonly magicRecipients: readonly MagicRecipientView[];
}

/** The business number, and what a client needs to reach the emulator. None of it is worth anything outside. */
export interface BusinessView {
  readonly name: string;
  /** As Meta shows it: `+1 555 010 0000`. */
  readonly displayPhoneNumber: string;
  readonly phoneNumberId: string;
  readonly wabaId: string;
  readonly about?: string | undefined;
  readonly baseUrl: string;
  readonly apiVersion: string;
  readonly accessToken: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  /** Where webhooks go; without it nothing is delivered. */
  readonly webhookUrl?: string | undefined;
}

/** A user's phone. */
export interface UserView {
  readonly waId: string;
  readonly name: string;
  readonly bsuid?: string | undefined;
  readonly username?: string | undefined;
  /** The newest of the conversation, oldest first. */
  readonly bubbles: readonly Bubble[];
  /** Until when each window is open; in the past or absent: closed. */
  readonly windows: {
    readonly customerServiceUntil?: number | undefined;
    readonly freeEntryPointUntil?: number | undefined;
  };
  /** The business shows that it is typing, until then. */
  readonly typingUntil?: number | undefined;
  /** The user blocked the business, or the business the user. */
  readonly blockedBy?: 'user' | 'business' | undefined;
  /** The user stopped marketing messages. */
  readonly promotionsStopped: boolean;
  /** Off the network: nothing is delivered until the phone is back. */
  readonly offline?: boolean | undefined;
}

/** One message, whoever sent it. */
export interface Bubble {
  readonly wamid: string;
  readonly from: 'user' | 'business';
  readonly at: number;
  /** As it went over the wire: `{ type: 'text', text: { body } }` and so on for every type; the page reads it with care. */
  readonly content: { readonly type: string; readonly [field: string]: unknown };
  /** The wamid of the message that it quotes. */
  readonly quotes?: string | undefined;
  /** Of a message of the business. */
  readonly state?: MessageState | undefined;
  readonly error?: BubbleError | undefined;
  readonly reactions: readonly { readonly from: 'user' | 'business'; readonly emoji: string }[];
  /** The file of an image, a video, audio, a document, a sticker or an interactive header that came by id. */
  readonly media?: BubbleMedia | undefined;
  /** A template as the user sees it. */
  readonly template?: RenderedTemplate | undefined;
  /** The form behind a Flow button. */
  readonly flow?: readonly FlowField[] | undefined;
  /** What the message cost, once a status said so. */
  readonly price?: BubblePrice | undefined;
}

export interface BubbleError {
  readonly code: number;
  readonly title: string;
  readonly details?: string | undefined;
  /** What to do about it, from the code table. */
  readonly hint?: string | undefined;
}

export interface BubbleMedia {
  /** Joined to {@link phonePaths.media} it gives the bytes. */
  readonly id: string;
  readonly mimeType: string;
  readonly filename?: string | undefined;
  readonly size?: number | undefined;
}

export interface BubblePrice {
  /** The pricing category: `marketing`, `utility`, … */
  readonly category: string;
  /** The pricing type: `regular`, `free_customer_service`, … */
  readonly type: string;
  readonly billable: boolean;
  /** Absent while no rate card knows it: unknown, not free. */
  readonly amount?: Money | undefined;
}

export interface RenderedTemplate {
  readonly name: string;
  readonly language: string;
  readonly category: string;
  readonly header?: RenderedHeader | undefined;
  readonly body: string;
  readonly footer?: string | undefined;
  readonly buttons: readonly RenderedButton[];
  readonly cards?: readonly RenderedCard[] | undefined;
  /** The heading of a limited time offer. */
  readonly offer?: { readonly text: string; readonly expiresAt?: number | undefined } | undefined;
  /** The template asks for permission to call. */
  readonly asksToCall?: boolean | undefined;
}

/** A template as Meta keeps it, and what a user will see of it: placeholders stay as they are. */
export interface TemplateView extends EmulatorTemplate {
  readonly preview: RenderedTemplate;
}

export interface RenderedHeader {
  readonly format: 'text' | 'image' | 'video' | 'document' | 'location';
  /** The text, or a file's name, or a place's. */
  readonly text?: string | undefined;
  readonly media?: BubbleMedia | undefined;
  /** A file that the message named by its link. Shown, never fetched. */
  readonly link?: string | undefined;
}

export interface RenderedButton {
  readonly type:
    | 'quick_reply'
    | 'url'
    | 'phone_number'
    | 'copy_code'
    | 'flow'
    | 'catalog'
    | 'mpm'
    | 'spm'
    | 'request_contact_info'
    | 'voice_call'
    | 'other';
  readonly text: string;
  /** Where it leads: the URL, the number, or the code to copy. */
  readonly target?: string | undefined;
}

export interface RenderedCard {
  readonly header?: RenderedHeader | undefined;
  readonly body?: string | undefined;
  readonly buttons: readonly RenderedButton[];
}

/** A field of a Flow's form, all screens in a row. */
export interface FlowField {
  readonly name: string;
  readonly label: string;
  readonly kind:
    'text' | 'textarea' | 'email' | 'number' | 'phone' | 'date' | 'choice' | 'choices' | 'checkbox';
  readonly required: boolean;
  readonly options?: readonly { readonly id: string; readonly title: string }[] | undefined;
}

export interface ClockView {
  readonly now: number;
  /** Virtual milliseconds per real one: 0 stands still, 1 real time, 60 an hour a minute. */
  readonly speed: number;
}

/** What the page's inspector shows: a call to the API, or a webhook. */
export type JournalEntryView = RequestEntryView | WebhookEntryView;

/** Of an entry: whom and what it concerns. */
interface EntrySubject {
  /** A few words: of a call that sends `text`, `template`, `read`; of a webhook `text`, `delivered`, `failed 131026`, `APPROVED`. */
  readonly label?: string | undefined;
  /** The WhatsApp ID, user id or group id of the other side. */
  readonly about?: string | undefined;
  /** `out`: the message goes to the user; `in`: it comes from the user. Absent where the entry is about no message. */
  readonly direction?: 'in' | 'out' | undefined;
  /** The name of the template that was sent, or that the webhook is about. */
  readonly template?: string | undefined;
  readonly wamids: readonly string[];
}

/** A call to the API: the public entry, its version and query in `path`, and the messages that it concerns. */
export interface RequestEntryView
  extends EntrySubject, Pick<RequestEntry, 'kind' | 'number' | 'at' | 'method' | 'path' | 'milliseconds'> {
  /** The parsed body when it was JSON, else its text; absent when there was none. */
  readonly body?: unknown;
  /** The HTTP status; absent when the connection was cut. */
  readonly status?: number | undefined;
  readonly reply?: unknown;
}

/** A webhook: the public entry, a label for the list, and the messages that it concerns. */
export interface WebhookEntryView
  extends EntrySubject, Pick<WebhookEntry, 'kind' | 'number' | 'at' | 'field' | 'body' | 'signature'> {
  readonly label: string;
  readonly target?: string | undefined;
  readonly attempts: readonly WebhookAttempt[];
}

/** A number that always fails with the same error code, and what that code is. */
export interface MagicRecipientView extends Pick<MagicRecipient, 'number' | 'story'> {
  readonly code: number;
  readonly title: string;
}

/** What changed. Items replace those of the same id; new ones go to the end. */
export type PhoneEvent =
  /** Everything: the first event of a stream, and after a reset or a restore. */
  | { readonly kind: 'state'; readonly state: PhoneState }
  | { readonly kind: 'business'; readonly business: BusinessView }
  /** Everything of a user but the bubbles. */
  | { readonly kind: 'user'; readonly user: Omit<UserView, 'bubbles'> }
  | { readonly kind: 'bubble'; readonly waId: string; readonly bubble: Bubble }
  | { readonly kind: 'clock'; readonly clock: ClockView }
  | { readonly kind: 'bill'; readonly bill: EmulatorBill }
  | { readonly kind: 'template'; readonly template: TemplateView }
  | { readonly kind: 'templateDeleted'; readonly id: string }
  | { readonly kind: 'faults'; readonly faults: readonly FaultView[] }
  | { readonly kind: 'journal'; readonly entry: JournalEntryView };

/** A place as the webhook has it. */
interface LocationView {
  readonly latitude: number;
  readonly longitude: number;
  readonly name?: string;
  readonly address?: string;
}

/** An answer to a call permission request: for 7 days, for good, or not at all. */
export type CallAnswer = 'temporary' | 'permanent' | 'reject';

/** What the person at the page does. */
export type PhoneAction =
  /** A new phone, shown on the page. */
  | { readonly kind: 'addUser'; readonly waId: string; readonly name?: string | undefined }
  | {
      readonly kind: 'say';
      readonly waId: string;
      readonly text: string;
      readonly quotes?: string | undefined;
    }
  | {
      readonly kind: 'sendMedia';
      readonly waId: string;
      readonly type: 'image' | 'video' | 'audio' | 'document' | 'sticker';
      readonly mimeType: string;
      /** The bytes in base64. */
      readonly data: string;
      readonly filename?: string | undefined;
      readonly caption?: string | undefined;
      /** Recorded rather than attached. */
      readonly voice?: boolean | undefined;
    }
  | { readonly kind: 'shareLocation'; readonly waId: string; readonly location: LocationView }
  | { readonly kind: 'shareContact'; readonly waId: string; readonly name: string; readonly phone: string }
  /** A reply button, a list row (by `id`), or a template's button (by `index`, on a `card` of a carousel). */
  | {
      readonly kind: 'tap';
      readonly waId: string;
      readonly wamid: string;
      readonly id?: string | undefined;
      readonly index?: number | undefined;
      readonly card?: number | undefined;
    }
  | {
      readonly kind: 'submitFlow';
      readonly waId: string;
      readonly wamid: string;
      readonly response: Readonly<Record<string, unknown>>;
    }
  /** Each answers the message of the wamid. */
  | {
      readonly kind: 'answerCallRequest';
      readonly waId: string;
      readonly wamid: string;
      readonly answer: CallAnswer;
    }
  | {
      readonly kind: 'answerLocationRequest';
      readonly waId: string;
      readonly wamid: string;
      readonly location: LocationView;
    }
  /** Shares the user's own number. */
  | { readonly kind: 'answerContactRequest'; readonly waId: string; readonly wamid: string }
  | {
      readonly kind: 'answerAddressRequest';
      readonly waId: string;
      readonly wamid: string;
      /** The fields of the form, by Meta's names. */
      readonly values: Readonly<Record<string, string>>;
      /** The saved address that was picked. */
      readonly savedAddressId?: string | undefined;
    }
  | {
      readonly kind: 'order';
      readonly waId: string;
      readonly wamid: string;
      readonly items: readonly { readonly retailerId: string; readonly quantity: number }[];
    }
  /** An empty emoji takes the reaction back. */
  | { readonly kind: 'react'; readonly waId: string; readonly wamid: string; readonly emoji: string }
  /** Every message up to now, or up to this one. */
  | { readonly kind: 'read'; readonly waId: string; readonly wamid?: string | undefined }
  | { readonly kind: 'play'; readonly waId: string; readonly wamid: string }
  /** Writes after a click on an ad: opens the free entry point window once answered. */
  | {
      readonly kind: 'startFromAd';
      readonly waId: string;
      readonly text: string;
      readonly headline: string;
      readonly body?: string | undefined;
    }
  | { readonly kind: 'block'; readonly waId: string; readonly blocked: boolean }
  | { readonly kind: 'stopPromotions'; readonly waId: string; readonly stopped: boolean }
  | { readonly kind: 'goOffline'; readonly waId: string; readonly offline: boolean }
  /** 0 pauses, 1 is real time, 60 an hour a minute. */
  | { readonly kind: 'setSpeed'; readonly speed: number }
  | { readonly kind: 'advance'; readonly milliseconds: number }
  | { readonly kind: 'approveTemplate'; readonly id: string }
  /** With a reason in Meta's spelling: `INVALID_FORMAT`, `TAG_CONTENT_MISMATCH`, … */
  | { readonly kind: 'rejectTemplate'; readonly id: string; readonly reason: string }
  | { readonly kind: 'pauseTemplate'; readonly id: string }
  | { readonly kind: 'disableTemplate'; readonly id: string }
  | { readonly kind: 'changeTemplateCategory'; readonly id: string; readonly category: string }
  | { readonly kind: 'addFault'; readonly rule: FaultRuleView }
  | { readonly kind: 'removeFault'; readonly id: string }
  /** Delivers a webhook once more, now, with the same body and signature. */
  | { readonly kind: 'redeliver'; readonly number: number }
  | { readonly kind: 'setWebhook'; readonly url?: string | undefined }
  | { readonly kind: 'reset' };

/** HTTP 200 when done; 400 with the reason when it cannot be done. */
export type ActionResult =
  { readonly ok: true } | { readonly ok: false; readonly error: string; readonly code?: number | undefined };
