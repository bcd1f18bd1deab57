import type { Engine, Transport } from '../../transport/interface.ts';
import type { EmulatorBill } from '../messages/billing.ts';
import type { EmulatorClock } from '../time/timeline.ts';
import type { EmulatorEvent } from '../kernel/events.ts';
import type { TestRunner } from '../testing/export-as-test.ts';
import type { FaultRule } from '../faults/faults.ts';
import type { Journal, JournalEntry } from '../kernel/journal.ts';
import type { EmulatorPhone, PhoneOptions } from '../phones/phone.ts';
import type { EmulatorMessage } from '../phones/phone-message.ts';
import type { MessageCounts } from '../kernel/state.ts';
import type { EmulatorTemplates } from '../templates/template-reviewer.ts';
import type { ExpectedMessage } from '../testing/expect-message.ts';
import type { MessageWaitOptions, WaitOptions } from '../testing/wait-for.ts';
import type { WebhookTarget } from '../kernel/webhook-target.ts';

/** Options of `emulator.webhook.subscribe`. */
export interface SubscribeOptions {
  /** Only these fields, such as `['messages']`. Default: all. */
  readonly fields?: readonly string[] | undefined;
  /** Another app's secret. Default: the emulator's. */
  readonly appSecret?: string | undefined;
  /** Another verify token. Default: the emulator's. */
  readonly verifyToken?: string | undefined;
  /**
   * Resolves once the receiver has processed what it accepted, such as `worker.idle` for one with a queue, or `handler.drain` for one behind a
   * URL. The emulator waits for it after each webhook. Default: only for what a handler passes to `waitUntil`.
   */
  readonly idle?: (() => Promise<void>) | undefined;
}

/** A receiver of webhooks. */
export interface EmulatorSubscription {
  /** Sends nothing more there. */
  unsubscribe(): void;
}

/** Where webhooks go. */
export interface EmulatorWebhook {
  /** Makes the handshake with a URL or a handler, then sends webhooks there. Throws a `UsageError` when the handshake fails. */
  subscribe(target: string | WebhookTarget, options?: SubscribeOptions): Promise<EmulatorSubscription>;
  /** How many changes of one instant may share a POST: 1, the default, to 1,000, as Meta may do. */
  batch(size: number): void;
  /** Sends a webhook of your own making, signed, such as `webhookFixture('account_alerts')`. */
  send(webhook: Readonly<{ field: string; value: Readonly<Record<string, unknown>> }>): Promise<void>;
  /** Sends a webhook of the journal once more, byte for byte. */
  redeliver(entryNumber: number): Promise<void>;
}

/** Where the emulator listens. */
export interface ListenOptions {
  /** The TCP port. Default: any free port. */
  readonly port?: number | undefined;
  /** The address to listen on. Default `127.0.0.1`; `0.0.0.0` with `listenAnywhere`. One that other machines reach needs `listenAnywhere`. */
  readonly host?: string | undefined;
  /**
   * Allows an address that other machines and containers reach. Then only the token protects the API, and nothing the phone page, which shows
   * the token: use it in a network of your own. Default `false`.
   */
  readonly listenAnywhere?: boolean | undefined;
  /**
   * Names and addresses in addition to `127.0.0.1`, `localhost` and `host` by which the emulator may be called, without a port, such as
   * `['emulator', '192.168.1.20']`. A call by another name is refused with 421: a web page may have pointed it at this machine. Default: none.
   */
  readonly allowedHosts?: readonly string[] | undefined;
}

/** The emulator behind a port. */
export interface EmulatorServer {
  /** `http://127.0.0.1:4004`: the base URL for any client. */
  readonly url: string;
  /** The port in use, also when any free one was asked for. */
  readonly port: number;
  /** Stops listening and cuts what is open. */
  close(): Promise<void>;
}

/** Options of `emulator.reviewOfficialAccount`. */
export interface ReviewOfficialAccountOptions {
  /** The number whose application is decided. Default: the emulator's own number. */
  readonly phoneNumberId?: string | undefined;
  /** Meta's explanation, which reads of the account give as `status_message`. Default: none. */
  readonly message?: string | undefined;
}

/** What `createClient` takes to call the emulator. */
export interface EmulatorClientOptions {
  /** Meta's host with the emulator's token, over the emulator's engine. */
  readonly transport: Transport;
  /** The emulated business phone number. */
  readonly phoneNumberId: string;
  /** The emulated WhatsApp Business Account. */
  readonly wabaId: string;
  /** The emulated Meta app. */
  readonly appId: string;
  /** The emulated business portfolio. */
  readonly businessPortfolioId: string;
}

/** WhatsApp's Cloud API in memory. */
export interface Emulator {
  /** The token that calls carry. */
  readonly accessToken: string;
  /** The id of the business phone number. */
  readonly phoneNumberId: string;
  /** The id of the WhatsApp Business Account. */
  readonly wabaId: string;
  /** Signs the webhooks. */
  readonly appSecret: string;
  /** Sent in the handshake. */
  readonly verifyToken: string;
  /**
   * Options for `createClient`: a client whose calls this emulator answers, through the same retry, outcomes and hooks as Meta's.
   *
   * @example
   * const wa = createClient(emulator.clientOptions);
   */
  readonly clientOptions: EmulatorClientOptions;
  /** Makes exchanges with this emulator without a network: `http({ host, engine: emulator.engine })`. */
  readonly engine: Engine;
  /** Answers a call as graph.facebook.com would; takes what `fetch` takes, whatever the host. */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
  /** Serves the same on loopback. Node only. */
  listen(options?: ListenOptions): Promise<EmulatorServer>;
  /** Virtual time: `now`, `advance`, `run`, `pause`. */
  readonly clock: EmulatorClock;
  /** Subscribes receivers of webhooks, sends webhooks of your own, redelivers. */
  readonly webhook: EmulatorWebhook;
  /** Approves, rejects, pauses and disables templates as Meta's reviewers do. */
  readonly templates: EmulatorTemplates;
  /** Returns the phone with a number, such as `emulator.phone('+5511987654321')`, and adds it to the emulator. The same number is the same phone. Throws `UsageError` if the number has no country code or not 7 to 15 digits. */
  phone(number: string, options?: PhoneOptions): EmulatorPhone;
  /** Makes calls or webhooks fail by a rule; returns the function that removes the rule. Throws `UsageError` if the rule has no effect or a value out of its range. */
  injectFault(rule: FaultRule): () => void;
  /**
   * Decides a pending application for an official business account, as Meta's reviewers do. After a rejection the next application is possible
   * in 30 days. Throws `UsageError` if the number has no pending application.
   */
  reviewOfficialAccount(status: 'APPROVED' | 'REJECTED', options?: ReviewOfficialAccountOptions): void;
  /** Lets the access token expire, or work again. */
  expireToken(expired?: boolean): void;
  /** Every message that is kept, in both directions, oldest first, whether it arrived or not. */
  readonly messages: readonly EmulatorMessage[];
  /** Writes what happened so far as a test for a runner. Default: Vitest. */
  exportAsTest(runner?: TestRunner): string;
  /** Every call and every webhook, newest last. */
  readonly journal: Journal;
  /** Finds the newest journal entry that fits, or waits for one. */
  waitFor<Entry extends JournalEntry>(
    fits: (entry: JournalEntry) => entry is Entry,
    options?: WaitOptions,
  ): Promise<Entry>;
  /** Finds the newest journal entry that fits, or waits for one. */
  waitFor(fits: (entry: JournalEntry) => boolean, options?: WaitOptions): Promise<JournalEntry>;
  /**
   * Finds the newest message of the business that fits, or waits for one: for bots that work on where the emulator cannot see it. Rejects after
   * `waitTimeout` with a list of what was sent and the journal's last entries.
   *
   * @example
   * await ana.say('Where is my order?');
   * const { text } = await emulator.waitForMessage({ to: ana.waId, text: /A-17/ }); // sent by another process, 300 ms later
   */
  waitForMessage(expected: ExpectedMessage, options?: MessageWaitOptions): Promise<EmulatorMessage>;
  /**
   * Resolves when everything that is due has been delivered, and what it set off has happened. Time stands still. Rejects when the bot is still at
   * work and nothing has happened for the emulator's `waitTimeout`.
   */
  readonly waitForIdle: () => Promise<void>;
  /** What Meta would charge for what was delivered so far. */
  bill(): EmulatorBill;
  /** How many messages were accepted, delivered, read …: a campaign's funnel. */
  readonly counts: Readonly<MessageCounts>;
  /** Calls the listener with every event; returns the function that ends the subscription. */
  readonly subscribe: (listener: (event: EmulatorEvent) => void) => () => void;
  /** Starts over as it was created, with the same seed; receivers of webhooks stay. */
  reset(): Promise<void>;
  /** Returns the whole state as JSON text. */
  snapshot(): string;
  /** Restores a snapshot. Throws `UsageError` if the text is not one. */
  restore(snapshot: string): Promise<void>;
  /** Ends timers and servers. */
  close(): Promise<void>;
}
