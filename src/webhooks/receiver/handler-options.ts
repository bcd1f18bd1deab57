import type { WebhookFramework } from '../../errors/webhook-error.ts';
import type { WebhookEvent } from '../events/event.ts';
import type { IdempotencyStore } from '../idempotency/idempotency-store.ts';
import type { WebhookQueue } from '../queue/webhook-queue.ts';
import type { Recorder } from '../recorder/recorder.ts';
import type { WebhookHandlers } from './webhook-handlers.ts';
import type { WebhookLogger } from './webhook-logger.ts';

/** What is known of a request before its signature is checked: enough to find the tenant. */
export interface WebhookTenantRequest {
  readonly url: URL;
  readonly headers: Headers;
}

/** A value, or the look-up of it for the tenant that a request is for; `undefined` for a URL that is no tenant's. */
export type PerTenant<Value> =
  Value | ((request: WebhookTenantRequest) => Value | undefined | Promise<Value | undefined>);

/** How webhooks are received. */
export interface WebhookHandlerOptions {
  /**
   * The secret of the app that owns the subscription; several while you rotate it or when several apps share the URL; or a function that
   * finds it by the URL, when several tenants share the process.
   *
   * @example
   * appSecret: ({ url }) => secrets.get(url.pathname.split('/').at(-1))
   */
  readonly appSecret: PerTenant<string | readonly string[]>;
  /** The verify token that you typed into the App Dashboard, or the look-up of it. */
  readonly verifyToken: PerTenant<string>;
  /** What to do with each kind of event; `any` sees every event. */
  readonly on?: WebhookHandlers | undefined;
  /**
   * When to answer Meta. `taken`, the default: as soon as the events are verified and read (or stored in the `inbox`); the handlers run on.
   * `handled`: when the handlers are done, with 500 where one failed, so that Meta delivers again.
   */
  readonly acknowledge?: 'received' | 'processed' | undefined;
  /** Handles each event once, although Meta may deliver it often. Default: every delivery is handled. */
  readonly dedupe?: IdempotencyStore | undefined;
  /** `user` handles the events of one user one after another, in their order of arrival, while users run in parallel. Default: all in parallel. */
  readonly serializeBy?: 'user' | undefined;
  /** Stores verified bodies before the answer; a worker passes them to `handler.handle` later. Default: none, handlers run in this process. */
  readonly queue?: Pick<WebhookQueue, 'enqueue'> | undefined;
  /** Keeps a copy of every verified webhook. Default: none. */
  readonly recorder?: Recorder | undefined;
  /**
   * Told of every failure: a handler that threw (with its event), a store that could not be reached, a body that was parsed too early.
   * Default: `console.error`.
   */
  readonly onError?: ((error: unknown, event?: WebhookEvent) => void) | undefined;
  /** Where to write what happened, in the shape of pino. Default: nowhere. */
  readonly logger?: WebhookLogger | undefined;
  /** The largest body to accept, in bytes. Default: 3 MiB, the most Meta sends, and 64 KiB. */
  readonly maxBytes?: number | undefined;
}

/** What the server around knows of a request and the request itself does not tell. */
export interface WebhookContext {
  /** Keeps the process alive until a promise settles: `ctx.waitUntil` on Cloudflare Workers. */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined;
  /** Which framework hands over the request, for the advice in errors. */
  readonly framework?: WebhookFramework | undefined;
}

/** A request without the classes of the web: what an adapter for a server of another style passes on. */
export interface WebhookCall extends WebhookContext {
  readonly method: string;
  /** The whole URL, or its path and query. */
  readonly url: string;
  /** Names in lower case; a repeated header as one text with commas. */
  readonly headers: Readonly<Record<string, string>>;
  /** The raw body: bytes, text, or a stream of bytes. */
  readonly body: unknown;
  /** Whether something has read the stream of the body already. */
  readonly isBodyUsed?: boolean | undefined;
}

/** The answer to a {@link WebhookCall}. */
export interface WebhookAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Receives webhooks: a function from `Request` to `Response`, which never rejects. */
export interface WebhookHandler {
  (request: Request, context?: WebhookContext): Promise<Response>;
  /** The same without `Request` and `Response`, for adapters to servers of another style. Never rejects. */
  readonly handleRequest: (call: WebhookCall) => Promise<WebhookAnswer>;
  /**
   * Handles the events of a body that was verified before: what the worker of an inbox calls.
   *
   * @throws {WebhookError} `handler_failed` where an event was not handled; its cause holds what the handlers threw.
   */
  readonly process: (body: string | Uint8Array) => Promise<void>;
  /** Resolves once nothing is being handled any more: wait for it before the process ends. */
  readonly drain: () => Promise<void>;
}
