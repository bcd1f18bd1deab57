import * as z from 'zod/mini';
import type { Issue } from '../shared/issue.ts';
import { isBsuid } from '../shared/ids.ts';
import { characters } from './checks.ts';
import { contactsSchema, type ContactPayload } from './contacts-message.ts';
import { interactiveSchema, type InteractivePayload } from './interactive.ts';
import { getIssues } from './issues.ts';
import { envelopeLimits } from './limits.ts';
import { locationSchema, type LocationPayload } from './location-message.ts';
import {
  audioSchema,
  captionedMediaSchema,
  documentSchema,
  mediaSchema,
  type AudioPayload,
  type CaptionedMediaPayload,
  type DocumentPayload,
  type MediaPayload,
} from './media-message.ts';
import { messageDocs } from './message-docs.ts';
import { pinSchema, type PinPayload } from './pin-message.ts';
import { reactionSchema, type ReactionPayload } from './reaction-message.ts';
import { templateSchema, type TemplatePayload } from './template-message.ts';
import { textSchema, type TextPayload } from './text-message.ts';
import { textOf } from '../shared/text-of.ts';

/** What a message says: its `type` and the object of that name. */
export type MessageContent =
  | { readonly type: 'text'; readonly text: TextPayload }
  | { readonly type: 'image'; readonly image: CaptionedMediaPayload }
  | { readonly type: 'video'; readonly video: CaptionedMediaPayload }
  | { readonly type: 'audio'; readonly audio: AudioPayload }
  | { readonly type: 'document'; readonly document: DocumentPayload }
  | { readonly type: 'sticker'; readonly sticker: MediaPayload }
  | { readonly type: 'location'; readonly location: LocationPayload }
  | { readonly type: 'contacts'; readonly contacts: readonly ContactPayload[] }
  | { readonly type: 'reaction'; readonly reaction: ReactionPayload }
  | { readonly type: 'pin'; readonly pin: PinPayload }
  | { readonly type: 'interactive'; readonly interactive: InteractivePayload }
  | { readonly type: 'template'; readonly template: TemplatePayload };

/** The fields around the content that a body on the wire may carry, in Meta's spelling. */
interface RawEnvelope {
  /** Quotes a message: the answer shows it in a bubble. */
  readonly context?: { readonly message_id: string } | undefined;
  /** Comes back in every status; up to 512 characters, no personal data. Filled in when it is left out. */
  readonly biz_opaque_callback_data?: string | undefined;
  /** Send only if the user's identity hash is still this one; else the status is failed, 137000. */
  readonly recipient_identity_key_hash?: string | undefined;
  /** Which Messaging Account pays, when several share the number. */
  readonly messaging_account_id?: string | undefined;
  /** Direct Send: the category of a free-form message outside the window. */
  readonly category?: 'utility' | 'authentication' | 'service' | undefined;
  /** Direct Send: seconds after which the message is dropped. */
  readonly ttl_seconds?: number | undefined;
  /** Direct Send: the name under which Meta files the content. */
  readonly direct_send_config?: { readonly template_name: string } | undefined;
}

/** The parameters around the content that every send takes. */
export interface MessageEnvelope {
  /** Quotes a message, which is then shown above this one: `replyTo(wamid)` makes it. Default: no quote. */
  readonly context?: { readonly message_id: string } | undefined;
  /** Comes back in every status of the message: 1 to 512 characters, no personal data. Default: `wabakit-` and a random UUID. */
  readonly callbackData?: string | undefined;
  /** Sends only if the user's identity hash is still this one; otherwise the status is `failed` with code 137000. Default: no check. */
  readonly recipientIdentityKeyHash?: string | undefined;
  /** The Messaging Account that pays, when several share the number. Default: Meta's. */
  readonly messagingAccountId?: string | undefined;
  /** Direct Send: the category of a free-form message outside the window. Default: none, an open window is needed. */
  readonly category?: 'utility' | 'authentication' | 'service' | undefined;
  /** Direct Send: seconds after which an undelivered message is dropped, above 0. Default: Meta's. */
  readonly ttlSeconds?: number | undefined;
  /** Direct Send: the name under which Meta files the content. Default: Meta's. */
  readonly directSendConfig?: { readonly template_name: string } | undefined;
}

/** A whole body of `POST /{phone-number-id}/messages`, as it goes over the wire. */
export type MessagePayload = MessageContent &
  RawEnvelope & {
    readonly messaging_product: 'whatsapp';
    /** `group` when `to` is a group id. */
    readonly recipient_type?: 'individual' | 'group' | undefined;
    /** A phone number with `+` and country, or a group id. */
    readonly to?: string | undefined;
    /** A business-scoped user id. */
    readonly recipient?: string | undefined;
  };

const envelope = () => ({
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.optional(z.enum(['individual', 'group'])),
  to: z.optional(characters(256)),
  recipient: z.optional(
    characters(256).check(
      z.refine(isBsuid, { error: 'is not a business-scoped user id, such as US.13491208655302741918' }),
    ),
  ),
  context: z.optional(z.strictObject({ message_id: characters(512) })),
  biz_opaque_callback_data: z.optional(characters(envelopeLimits.callbackData)),
  recipient_identity_key_hash: z.optional(characters(512)),
  messaging_account_id: z.optional(characters(64)),
  category: z.optional(z.enum(['utility', 'authentication', 'service'])),
  ttl_seconds: z.optional(z.int().check(z.positive())),
  direct_send_config: z.optional(z.strictObject({ template_name: characters(512) })),
});

const kind = <K extends string, S extends z.core.$ZodType>(type: K, content: S) =>
  z.strictObject({ ...envelope(), type: z.literal(type), [type]: content });

const messageSchema = () =>
  z.discriminatedUnion('type', [
    kind('text', textSchema()),
    kind('image', captionedMediaSchema()),
    kind('video', captionedMediaSchema()),
    kind('audio', audioSchema()),
    kind('document', documentSchema()),
    kind('sticker', mediaSchema()),
    kind('location', locationSchema()),
    kind('contacts', contactsSchema()),
    kind('reaction', reactionSchema()),
    kind('pin', pinSchema()),
    kind('interactive', interactiveSchema()),
    kind('template', templateSchema()),
  ]);

// Made at the first check: importing this file then costs nothing, and a bundle that never checks drops it.
let built: ReturnType<typeof messageSchema> | undefined;

const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

/**
 * Checks a whole outgoing payload in wire spelling, strictly: unknown fields, missing fields, lengths, counts. Gives everything that is
 * wrong, and an empty list when Meta would take it. Meta's own default applies: without `type` it is a text.
 *
 * @example
 * validateMessage({ messaging_product: 'whatsapp', to: '+5511987654321', type: 'text', text: { body: '' } });
 * // [{ path: 'text.body', message: 'is empty', limit: 1, docs: 'https://developers.facebook.com/…/messages/text-messages' }]
 */
export function validateMessage(payload: unknown): Issue[] {
  const type = field(payload, 'type') ?? 'text';
  const inner = field(field(payload, 'interactive'), 'type');
  const docs = messageDocs(textOf(type === 'interactive' ? inner : type));
  const whole = typeof payload === 'object' && payload !== null ? { ...payload, type } : payload;
  built ??= messageSchema();
  const result = built.safeParse(whole);
  const issues = result.success ? [] : getIssues(result.error, whole, docs);
  const rule = (broken: boolean, path: string, message: string, page = ''): void => {
    if (broken) issues.push({ path, message, docs: messageDocs(page) });
  };
  const isGroup = field(payload, 'recipient_type') === 'group';
  rule(
    field(payload, 'to') === undefined && field(payload, 'recipient') === undefined,
    'to',
    'is missing: give a phone number, or a user id in recipient',
  );
  rule(type === 'pin' && !isGroup, 'type', 'is pin, which goes to groups only', 'pin');
  rule(
    isGroup && (type === 'interactive' || type === 'location' || type === 'contacts'),
    'type',
    'is not a kind of message that groups get',
    'pin',
  );
  rule(
    type === 'reaction' && field(payload, 'context') !== undefined,
    'context',
    'does not go with a reaction, which names its message itself',
    'reaction',
  );
  return issues;
}
