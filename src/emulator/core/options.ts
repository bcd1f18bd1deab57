import type { Currency } from '../../pricing/values/money.ts';
import type { Duration } from '../time/duration.ts';
import type { Persona } from '../kernel/persona.ts';
import type { TemplateSeed } from '../templates/template-seed.ts';
import type { WebhookTarget } from '../kernel/webhook-target.ts';

/** Where the emulator sends webhooks, and with which secrets. */
export interface EmulatorWebhookOptions {
  /** An http(s) URL that webhooks are posted to. The handshake with the verify token is made at once. */
  readonly url?: string | undefined;
  /** Instead of a URL: a function that answers a `Request`, such as what `createWebhookHandler` returns. No network is used. */
  readonly handler?: WebhookTarget | undefined;
  /**
   * Resolves once your receiver has processed what it accepted, such as `worker.idle` for one with a queue, or `handler.drain` for one behind a
   * URL. The emulator waits for it after each webhook. Default: only for what a handler passes to `waitUntil`.
   */
  readonly idle?: (() => Promise<void>) | undefined;
  /** Signs webhooks. Default: 32 hex digits drawn from the seed; read it from `emulator.appSecret`. */
  readonly appSecret?: string | undefined;
  /** Sent in the handshake. Default: `emulator`. */
  readonly verifyToken?: string | undefined;
}

/** What the emulator enforces beyond the rules of single messages. */
export interface EmulatorLimits {
  /**
   * Messages in any second and for each number, those that arrive included, beyond which sends are refused with 130429. Meta's default is
   * 80; upgraded numbers have 1,000, and numbers that are also in the WhatsApp Business app 20.
   */
  readonly messagesPerSecond?: number | undefined;
  /** One message per 6 s to the same user, with bursts of 45; beyond it 131056. */
  readonly pairRate?: boolean | undefined;
  /** Unique users in 24 hours outside the customer service window: 250, 2,000, 10,000, 100,000. Default: unlimited. */
  readonly messagingLimit?: number | undefined;
}

/** How `createEmulator` sets the emulator up. Everything has a default. */
export interface EmulatorOptions {
  /** One seed gives byte-identical runs: ids, secrets, trace ids, what personas do. A whole number. Default 1. */
  readonly seed?: number | undefined;
  /**
   * How time passes. `'manual'` stands still at 2026-11-02T12:00:00Z until you call `clock.advance`; `{ start }` likewise from an instant of
   * yours; `'real'` follows the machine; `'x60'` passes an hour in a minute. Default `'manual'`.
   */
  readonly clock?:
    | 'manual'
    | 'real'
    | 'x60'
    | { readonly start: number | string | Date; readonly speed?: number | undefined }
    | undefined;
  /** Where webhooks go. More receivers can be added with `emulator.webhook.subscribe`. */
  readonly webhook?: EmulatorWebhookOptions | undefined;
  /** The token that calls must carry. Default: drawn from the seed; read it from `emulator.accessToken`. */
  readonly accessToken?: string | undefined;
  /** The WhatsApp Business Account. Default `102290129340398`. */
  readonly wabaId?: string | undefined;
  /** The business phone number's id. Default `106540352242922`. */
  readonly phoneNumberId?: string | undefined;
  /** The business phone number. Default `+1 555-078-3881`. */
  readonly displayPhoneNumber?: string | undefined;
  /** The business's name as users see it. Default `Emulated Shop`. */
  readonly verifiedName?: string | undefined;
  /** The account's time zone: months, rate cards and the free tier follow it. Default `UTC`. */
  readonly timeZone?: string | undefined;
  /** What Meta bills in. Default `USD`. */
  readonly currency?: Currency | undefined;
  /** Templates that are approved from the start, together with Meta's own `hello_world` (`en_US`), which every account has. */
  readonly templates?: readonly TemplateSeed[] | undefined;
  /** Who reviews new templates: `'rules'` approves or rejects by Meta's published reasons; `'manual'` leaves them pending. Default `'rules'`. */
  readonly templateReview?: 'rules' | 'manual' | undefined;
  /**
   * How long after the send (`sent`), after that (`delivered`) and after that (`read`) statuses come, and how long a template review takes.
   * Defaults: nothing on a manual clock, else 150 ms, 700 ms and 5 s. `read` is unset: a message is read when the phone reads it.
   */
  readonly delays?:
    | {
        /** From the send to `sent`. Default 0 on a manual clock, else 150 ms. */
        readonly sent?: Duration | undefined;
        /** From `sent` to `delivered`. Default 0 on a manual clock, else 700 ms. */
        readonly delivered?: Duration | undefined;
        /** From `delivered` to `read`. Default: only when the phone reads. */
        readonly read?: Duration | undefined;
        /** From a template's creation to its review. Default 0 on a manual clock, else 5 s. */
        readonly review?: Duration | undefined;
      }
    | undefined;
  /** Meta's limits. `false` enforces none. Default: none on a manual clock (no second ever passes), else 80 a second and the pair rate. */
  readonly limits?: EmulatorLimits | false | undefined;
  /** How users behave whose phone no test holds with `emulator.phone`. Default: they read nothing and never answer. */
  readonly personas?: readonly Persona[] | undefined;
  /** How many journal entries are kept. Default 10,000. */
  readonly journalLimit?: number | undefined;
  /**
   * How long to wait in real time for your bot, such as `'30s'` or milliseconds, before `say`, `waitForIdle`, `waitFor` and the like reject with
   * the journal's last entries. Default `'4s'`: less than the 5 seconds after which Vitest and Jest end a test without a reason.
   */
  readonly waitTimeout?: Duration | undefined;
}
