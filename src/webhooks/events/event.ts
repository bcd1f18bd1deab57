import type { UnknownEvent } from './base.ts';
import type { MessagesFieldEvent } from './messages.ts';

/** One thing that happened, told apart by `kind`. */
export type WebhookEvent = MessagesFieldEvent | UnknownEvent;

/** The kinds of events. */
export type WebhookEventKind = WebhookEvent['kind'];

/** The event of a kind: `WebhookEventOf<'status'>`. */
export type WebhookEventOf<Kind extends WebhookEventKind> = Extract<WebhookEvent, { readonly kind: Kind }>;
