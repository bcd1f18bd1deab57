import type { Client } from '../transport/interface.ts';
import type { ConsentWords } from '../webhooks/events/consent.ts';
import type { WebhookEvent, WebhookEventKind, WebhookEventOf } from '../webhooks/events/event.ts';
import type { IncomingMessageEvent } from '../webhooks/events/message.ts';
import type { MessageContents } from '../webhooks/events/message-content.ts';
import type { EventContext } from '../webhooks/receiver/event-context.ts';
import type { ButtonParams } from './button-id.ts';
import type { BotContext, BotHandler, BotMiddleware, PricedMessage } from './context-types.ts';
import type { Dialogue } from './dialogues/dialogue.ts';
import type { Filter, Narrowed } from './filters.ts';
import type { BotUser } from './record.ts';
import type { DialogueStore } from './store/dialogue-store.ts';
import type { BotTexts } from './texts.ts';

/**
 * A user whom the bot hands over to people.
 *
 * @beta
 */
export interface HandOverRequest {
  /** The id of the request: the same if it comes a second time, after a crash. */
  readonly id: string;
  /** The department that a handler named. */
  readonly department: string;
  /** What a handler noted for the operator. */
  readonly note: string | undefined;
  /** The user. */
  readonly user: BotUser;
  /** When the user was handed over, in epoch milliseconds. */
  readonly at: number;
}

/**
 * Those who take over from the bot: a room of conversations, a help desk, an e-mail.
 *
 * @beta
 */
export interface BotPeople {
  /** Takes a user over. Called at least once for each hand-over; one that rejects is tried again with the event. */
  readonly takeOver: (request: HandOverRequest) => unknown;
  /** Says whether people answer this user now. Then the bot says nothing, and `consent` events are all that it routes. Default: nobody does. */
  readonly isAnswering?: ((user: BotUser) => boolean | Promise<boolean>) | undefined;
}

/**
 * Options of {@link createBot}.
 *
 * @beta
 */
export interface BotOptions<State, Quote> {
  /** The client that answers; a core client is enough. */
  readonly client: Client;
  /** Where dialogues and state are kept; every process of the bot needs the same. Default: the memory of this process, which a restart empties. */
  readonly dialogues?: DialogueStore | undefined;
  /** Returns the state of a user whom the bot does not know yet, a plain object: `() => ({ visits: 0 })`. Default: an empty object. */
  readonly state?: (() => State) | undefined;
  /** Returns the price of a message, for `ctx.price`: `(message) => quoteFromCard({ card: usd20261001, ...message })`. Default: `ctx.price` rejects. */
  readonly quote?: ((message: PricedMessage) => Quote) | undefined;
  /** Those who take over from the bot. Default: `ctx.handOver` rejects. */
  readonly people?: BotPeople | undefined;
  /** Why the bot needs no `bot.human`, in a sentence. WhatsApp's policy asks for a clear way to a person. Default: `bot.human` is required. */
  readonly noHuman?: string | undefined;
  /** What the bot says of its own accord, or a function of the user that returns it. Default: English texts. */
  readonly texts?:
    Partial<BotTexts> | ((user: BotUser, event: WebhookEvent) => Partial<BotTexts>) | undefined;
  /** Words of your own for the consent to marketing messages, as the webhook handler has them. Default: the lists of 22 languages alone. */
  readonly consentWords?: ConsentWords | undefined;
  /**
   * Which ids are one user's: `createIdentities` of `wabakit/contacts`. Default: the business-scoped user id is the user, without it the number.
   */
  readonly identities?:
    | {
        /** Returns the id that stands for all ids of a person. */
        readonly resolve: (id: string) => string;
      }
    | undefined;
  /** How long a user is remembered after the last event, in milliseconds, at least 8 days. Default: 90 days. */
  readonly keepMs?: number | undefined;
  /** How long after a crash another process waits before it sends what was left unsent, in milliseconds, from 1,000. Default: 60,000. */
  readonly leaseMs?: number | undefined;
  /** Keeps the last 2,000 lines in memory for `bot.transcript()`: they hold what users write. For tests. Default: `false`. */
  readonly recordTranscript?: boolean | undefined;
  /** Called with lines of the bot and of `ctx.log`; their fields hold no personal data. Default: none. */
  readonly log?: ((message: string, fields: object) => void) | undefined;
}

/**
 * Options of `bot.dialogue`.
 *
 * @beta
 */
export interface BotDialogueOptions {
  /** The messages that start it, where no command, button or dialogue takes them first. Default: none, `ctx.start` starts it. */
  readonly start?: Filter<unknown, unknown, unknown> | undefined;
  /**
   * The messages that leave it, such as `isWord('menu', 'back')`. The words of 22 languages for "cancel" and "quit" leave every dialogue. Default: these
   * words alone.
   */
  readonly cancel?: Filter<unknown, unknown, unknown> | undefined;
  /**
   * How long it waits for an answer, in milliseconds from the message that led to the question; then it is over, and the next message is routed as any
   * other. Default: 24 hours.
   */
  readonly expiresAfter?: number | undefined;
}

/**
 * The event of a kind, or the message of a type.
 *
 * @beta
 */
export type EventNamed<Name extends WebhookEventKind | keyof MessageContents> = Name extends WebhookEventKind
  ? WebhookEventOf<Name>
  : Extract<IncomingMessageEvent, { readonly type: Name }>;

/**
 * A function that says whether an event is meant, which narrows nothing.
 *
 * @beta
 */
export interface EventTest<Event> {
  (event: Event): boolean;
  /** Filters have it, and narrow. */
  readonly cases?: undefined;
}

/**
 * A bot. Add routes and dialogues, then pass `bot.handlers` to `createWebhookHandler`.
 *
 * Of a message it takes, in this order: a word that stops marketing messages, which no route gets; a word that asks for a person; a tap on a button of a
 * dialogue; a command or a button; the answer to a dialogue; a message that starts one; the first route that matches; `fallback`.
 *
 * @beta
 */
export interface Bot<State = unknown, Quote = unknown> {
  /** Adds middleware around every event that the bot routes, in the order of Koa. */
  use(middleware: BotMiddleware<State, Quote>): this;
  /**
   * Adds a route for a kind of event or a type of message. The first that matches is called.
   *
   * Throws `UsageError` if it can never match.
   *
   * @example
   * bot.on('location', (ctx) => ctx.reply(nearestShop(ctx.event.location)));
   */
  on<Name extends WebhookEventKind | keyof MessageContents>(
    name: Name,
    handler: BotHandler<EventNamed<Name>, State, Quote>,
  ): this;
  /**
   * Adds a route for those events of a kind, or messages of a type, that a filter lets through.
   *
   * Throws `UsageError` if it can never match.
   *
   * @param filter Narrows `ctx.event`: `isText(/hours/i)`, `and(isText(), isInGroup)`.
   *
   * @example
   * bot.on('message', isText(/hours|open/i), (ctx) => ctx.reply('Monday to Saturday, 9 to 18'));
   */
  on<Name extends WebhookEventKind | keyof MessageContents, Has, Not>(
    name: Name,
    filter: Filter<Has, Not, unknown>,
    handler: NoInfer<BotHandler<Narrowed<EventNamed<Name>, Has, Not>, State, Quote>>,
  ): this;
  /**
   * Adds a route for those events of a kind, or messages of a type, for which a function returns `true`. It narrows nothing.
   *
   * Throws `UsageError` if it can never match.
   *
   * @example
   * bot.on('status', (event) => event.status === 'failed', (ctx) => ctx.log('not delivered'));
   */
  on<Name extends WebhookEventKind | keyof MessageContents>(
    name: Name,
    filter: EventTest<EventNamed<Name>>,
    handler: BotHandler<EventNamed<Name>, State, Quote>,
  ): this;
  /**
   * Adds a route for taps on buttons, list rows and quick replies whose id has a pattern; `buttonId` makes the ids.
   *
   * Throws `UsageError` if the pattern is wrong or too long, or an earlier one takes its ids.
   *
   * @example
   * bot.button('track:{orderId}', (ctx) => ctx.reply(statusOf(ctx.params.orderId)));
   */
  button<const Pattern extends string>(
    pattern: Pattern,
    handler: BotHandler<IncomingMessageEvent, State, Quote, ButtonParams<Pattern>>,
  ): this;
  /**
   * Adds a route for a word, alone or as `/word and more`. It interrupts a dialogue, which goes on with the next message unless the handler calls
   * `ctx.leave()` or `ctx.start()`.
   *
   * Throws `UsageError` if a word can never match or is taken.
   */
  command(
    words: string | readonly string[],
    handler: BotHandler<IncomingMessageEvent, State, Quote, { readonly rest: string }>,
  ): this;
  /** Adds what answers a message that nothing else takes. */
  fallback(handler: BotHandler<IncomingMessageEvent, State, Quote>): this;
  /**
   * Adds what is called with an error of a handler. What the handler decided is dropped. If `handler` returns, its own replies are sent and the event is done; if
   * it throws, the event fails and is retried by the queue. An error of the store comes here too and is thrown afterwards in any case. Default: the event fails.
   */
  catch(handler: (error: unknown, context: BotContext<WebhookEvent, State, Quote>) => unknown): this;
  /**
   * Adds what answers a user who asks for a person: `ctx.handOver(…)` or a way to reach someone. Called for the words of 12 languages and yours at any moment, and when a
   * dialogue gives up. It ends the dialogue.
   */
  human(handler: BotHandler<WebhookEvent, State, Quote>): this;
  /** Adds what answers a user who asks for a person, by words of yours as well. */
  human(words: readonly string[], handler: BotHandler<WebhookEvent, State, Quote>): this;
  /**
   * Adds a dialogue.
   *
   * Throws `UsageError` if its name is taken or it has no step.
   */
  dialogue<Data>(dialogue: Dialogue<Data>, options?: BotDialogueOptions): this;
  /**
   * The handlers for `createWebhookHandler({ on: bot.handlers })`.
   *
   * Throws `UsageError` if the bot is not complete: no way to a person, or `start` filters that can never match.
   */
  readonly handlers: {
    /** Processes an event of any kind. */
    readonly any: (event: WebhookEvent, context?: Partial<EventContext>) => Promise<void>;
  };
  /** Processes one event: what `handlers` calls. Rejects if the event should be delivered again. */
  handle(event: WebhookEvent, context?: Partial<EventContext>): Promise<void>;
  /**
   * Sends what a crash left unsent, and closes dialogues whose time is over. Call it at the start of the program and every minute.
   *
   * @param at The time by which dialogues are over, as a `Date` or epoch milliseconds, such as the time of an emulator. Default: now.
   *
   * @returns How many users it looked at, at most 100.
   */
  sweep(at?: Date | number): Promise<number>;
  /** Forgets what the bot knows of a user, `ctx.user.key`: dialogue, state and unsent messages. */
  forget(key: string): Promise<void>;
  /**
   * Returns what was said, one line a message, for a snapshot in a test. Needs the option `recordTranscript`.
   *
   * @param user A WhatsApp ID, business-scoped user id or group. Default: all.
   */
  transcript(user?: string): string;
}
