import type { MediaDownload } from '../api/media/download-media.ts';
import type { ReplyContent } from '../api/messages/reply.ts';
import type { TemplateParams } from '../messages/template.ts';
import type { Client } from '../transport/interface.ts';
import type { WebhookEvent } from '../webhooks/events/event.ts';
import type { DialogueName } from './dialogues/dialogue-name.ts';
import type { BotUser } from './record.ts';
import type { BotWindow } from './window.ts';

/**
 * Options of `ctx.reply`.
 *
 * @beta
 */
export interface ReplyParams {
  /** `true` quotes the message of the event above the answer, which helps in a group or after a delay. Default: `false`. */
  readonly quote?: boolean | undefined;
}

/**
 * What a message costs by; the parameters of `quoteFromCard` and `quote` of `wabakit/pricing` besides the card.
 *
 * @beta
 */
export interface PricedMessage {
  /** The WhatsApp ID of the user; `undefined` if the user shows no number. */
  readonly to: string | undefined;
  /** The country of a user who shows no number (ISO 3166-1), from the business-scoped user id; `undefined` otherwise. */
  readonly country: string | undefined;
  /** What the message is billed as. */
  readonly category: 'service' | 'marketing' | 'utility' | 'authentication';
  /** When it would be sent, in epoch milliseconds: the time of the event. */
  readonly at: number;
  /** Whether the customer service window is open then. */
  readonly window: 'closed' | 'customer_service';
  /** Whether it goes to a group. */
  readonly group: boolean;
  /** Whether it is a reaction. */
  readonly reaction: boolean;
}

/**
 * What a handler gets: the event, its user, and verbs to answer with.
 *
 * A handler decides, and nothing leaves before it has returned: `reply`, `replyTemplate`, `react` and `handOver` are stored together with the state and the
 * dialogue, and carried out then. A handler that throws has sent nothing. `typing` and `media` work at once.
 *
 * @beta
 */
export interface BotContext<
  Event extends WebhookEvent = WebhookEvent,
  State = unknown,
  Quote = unknown,
  Params = unknown,
> {
  /** The event, narrowed by the filter of the route. */
  readonly event: Event;
  /** Who the event is about. */
  readonly user: BotUser;
  /** The parameters of the button's id, or `rest`, what follows the word of a command. */
  readonly params: Params;
  /** What the bot remembers of the user between dialogues. Change its properties; it is stored when the handler has returned. JSON only. */
  readonly state: State;
  /** The dialogue that the user is in, before the handler changes that. */
  readonly dialogue: { readonly name: string; readonly step: string } | undefined;
  /** The customer service window at the time of the event. */
  readonly window: BotWindow;
  /** How often this event was tried, from 1. More than 1 in `catch` after an attempt that failed. */
  readonly attempt: number;
  /** The tenant whose secret signed the webhook. */
  readonly tenant: string | undefined;
  /** Aborts when the time of the handler is over. Pass it to your calls. */
  readonly signal: AbortSignal | undefined;
  /** The client of the bot, for calls that must not wait until the handler returns. What it sends is sent again if the handler runs again. */
  readonly client: Client;
  /**
   * Answers: in the group or to the user, from the business number of the event. Sent once the handler has returned.
   *
   * Rejects with `UsageError` if WhatsApp would not accept the message.
   *
   * @param content A text of up to 4,096 characters, or the result of a builder of `wabakit/messages` or of `templateMessage`.
   *
   * @example
   * await ctx.reply(replyButtons({ body: 'Which day?', buttons: [{ id: 'day:mon', title: 'Monday' }] }));
   */
  readonly reply: (content: ReplyContent, options?: ReplyParams) => Promise<void>;
  /** Answers with an approved template, which needs no open window. Sent once the handler has returned. */
  readonly replyTemplate: (template: TemplateParams) => Promise<void>;
  /** Reacts to the message with one emoji; an empty text takes the reaction back. Sent once the handler has returned. */
  readonly react: (emoji: string) => Promise<void>;
  /** Marks the message as read and shows that an answer is being typed, for 25 seconds or until it is there. At once; what fails is logged. */
  readonly typing: () => Promise<void>;
  /** Downloads the file of the message as a stream, at once. Rejects with `UsageError` if it has none. `maxBytes` default: 104,857,600. */
  readonly media: (options?: { readonly maxBytes?: number | undefined }) => Promise<MediaDownload>;
  /** Returns what the option `quote` of the bot says about the price of a message to this user. A template needs its `category`. */
  readonly price: (
    content: ReplyContent,
    options?: { readonly category?: PricedMessage['category'] | undefined },
  ) => Promise<Quote>;
  /** Hands the user over to people, through the option `people` of the bot, once the handler has returned. Ends the dialogue. */
  readonly handOver: (department: string, note?: string) => Promise<void>;
  /** Starts a dialogue; one that goes on is over. `data` is what it begins with. */
  readonly start: <Data>(dialogue: DialogueName<Data>, data?: Partial<Data>) => Promise<void>;
  /** Ends the dialogue that the user is in. */
  readonly leave: () => void;
  /** Asks the question of the dialogue again, for a route that interrupted it. Does nothing without a dialogue. */
  readonly repeat: () => Promise<void>;
  /** Logs a line, with fields that hold no personal data, through the option `log` of the bot. */
  readonly log: (message: string, fields?: object) => void;
}

/**
 * A function that answers an event.
 *
 * @beta
 */
export type BotHandler<
  Event extends WebhookEvent = WebhookEvent,
  State = unknown,
  Quote = unknown,
  Params = unknown,
> = (context: BotContext<Event, State, Quote, Params>) => unknown;

/**
 * A function around every event: what it does before `next` comes before the routes, what it does after it comes afterwards. Without a call of `next` no
 * route is called.
 *
 * @beta
 */
export type BotMiddleware<State = unknown, Quote = unknown> = (
  context: BotContext<WebhookEvent, State, Quote>,
  next: () => Promise<void>,
) => unknown;
