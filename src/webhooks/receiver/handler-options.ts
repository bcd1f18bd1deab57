import type { Identities } from '../../contacts/identities.ts';
import type { ConsentWords } from '../events/consent.ts';
import type { WebhookEvent } from '../events/event.ts';
import type { IdempotencyStore } from '../idempotency/idempotency-store.ts';
import type { ProcessContext } from '../queue/process-context.ts';
import type { WebhookQueue } from '../queue/webhook-queue.ts';
import type { Recorder } from '../recorder/recorder.ts';
import type { CallHeaders } from '../call-headers.ts';
import type { WebhookHandlers } from './webhook-handlers.ts';
import type { WebhookLogger } from './webhook-logger.ts';

/** The parts of a request that are known before its signature is verified, to find the tenant. */
export interface WebhookTenantRequest {
  /** The URL of the request. Behind an adapter its host is `localhost` if the server passes only the path. */
  readonly url: URL;
  /** The request headers. */
  readonly headers: Headers;
}

/** Whose events a URL receives. */
export interface WebhookTenant {
  /** Your id of the tenant. Handlers get it as `context.tenant`, and `dedupe` keeps the events of each tenant apart. */
  readonly id: string;
  /** The WhatsApp Business Accounts of the tenant. An event that carries another one is refused. Default: any. */
  readonly wabaIds?: readonly string[] | undefined;
  /** The ids of the business phone numbers of the tenant. An event that carries another one is refused. Default: any. */
  readonly phoneNumberIds?: readonly string[] | undefined;
}

/** A value, or a function that returns the value for the tenant of a request; `undefined` if the URL belongs to no tenant. */
export type PerTenant<Value> =
  Value | ((request: WebhookTenantRequest) => Value | undefined | Promise<Value | undefined>);

/** Options of `createWebhookHandler`. */
export interface WebhookHandlerOptions {
  /**
   * The secret of the app that owns the subscription (App Dashboard, App settings, Basic). A list while you rotate it or if several apps share
   * the URL; a function if several tenants share the process, or if the secret is not there yet when the module loads, as in `next build`. A
   * request for which it returns `undefined` gets 401. With a function and no `tenant`, each secret is a tenant of its own.
   *
   * @example
   * appSecret: ({ url }) => tenants.get(url.pathname)?.appSecret
   */
  readonly appSecret: PerTenant<string | readonly string[]>;
  /** The verify token that you entered in the App Dashboard for this URL, or a function that returns it for the tenant. */
  readonly verifyToken: PerTenant<string>;
  /**
   * Returns whose events a URL receives, or `undefined` if it belongs to no tenant: the request gets 401. The tenant comes with each event
   * (`context.tenant`) and through the queue, its events are deduplicated on their own, and an event with ids of somebody else is refused: `onError`
   * gets it with the reason `wrong_tenant`, and the rest of the body is processed. Default: all events are one tenant's.
   *
   * @example
   * tenant: ({ url }) => tenants.get(url.pathname) // { id: 'shop-7', wabaIds: ['102290129340398'] }
   */
  readonly tenant?:
    | ((request: WebhookTenantRequest) => WebhookTenant | undefined | Promise<WebhookTenant | undefined>)
    | undefined;
  /** Your functions, by kind of event; `any` is called with every event. Default: none, events are accepted and dropped. */
  readonly on?: WebhookHandlers | undefined;
  /**
   * When to respond to Meta. `received`, the default: as soon as the events are verified and parsed (or stored in the `queue`); handlers continue
   * after the response. `processed`: after the handlers, with 500 if one failed, so that Meta delivers again. With a `queue` it has no effect.
   */
  readonly acknowledge?: 'received' | 'processed' | undefined;
  /** The store that makes each event be processed once, although Meta may deliver it several times. Default: every delivery is processed. */
  readonly dedupe?: IdempotencyStore | undefined;
  /**
   * How long an event is locked in `dedupe` between two renewals, in milliseconds: it is renewed at a third while handlers run, and free again so
   * long after a crash. Also how long a handler may go on after `handlerTimeout`. A worker passes its own `leaseMs`. Default: 30,000.
   */
  readonly leaseMs?: number | undefined;
  /**
   * How long the handlers of one event may run, in milliseconds. Then their `signal` aborts; once they have settled, or one `leaseMs` later, the
   * event has failed with `handler_timeout` and others of its user go on. Default: 300,000.
   */
  readonly handlerTimeout?: number | undefined;
  /**
   * `user`: process the events of one user one after another in their order of arrival, also across the workers of a queue, and different users in parallel.
   * Events that share an id are one user's: a number in any spelling, a business-scoped user id, or a parent id. Default: all in parallel.
   */
  readonly serializeBy?: 'user' | undefined;
  /**
   * Which ids are one user's, for `serializeBy`: then an event with the number and one with the user id alone wait for each other as well. Teach it from
   * your handlers, or share it with a ledger (`createIdentities` of `wabakit/contacts`). Default: only what the events in progress show.
   */
  readonly identities?: Pick<Identities, 'resolve'> | undefined;
  /**
   * Stores verified bodies before the response; `startQueueWorker` passes them to `handler.process` later. Default: none, handlers run in
   * this process right away.
   */
  readonly queue?: Pick<WebhookQueue, 'enqueue'> | undefined;
  /** Keeps a copy of every verified webhook; see `recordWebhooks`. Default: none. */
  readonly recorder?: Recorder | undefined;
  /**
   * Called with every failure: a handler that threw (with its event), a store or queue that failed, an event of another tenant (`wrong_tenant`, with
   * the event), a body with too many items (`too_many_items`, with one `unknown` event whose `raw` is the whole text). Called once per cause with
   * what is wrong with the set-up, not for each request: a wrong signature or verify token, no app secret, a body that was parsed too early, a
   * response that a middleware has sent first. Default: `console.error` with the error only.
   */
  readonly onError?: ((error: unknown, event?: WebhookEvent) => void) | undefined;
  /** Logs each request and each event, without personal data; a pino logger fits. Default: none. */
  readonly logger?: WebhookLogger | undefined;
  /**
   * Words of your own by which users stop or resume marketing messages, in addition to the built-in lists of 22 languages; they win over the
   * lists. A word that your own texts ask for (`Reply SAIR to stop`) belongs here as `stop`. A word has a letter or digit and at most 40 characters. Default: none.
   *
   * @example
   * consentWords: { sair: 'stop', baja: 'maybe_stop', start: 'none' }
   */
  readonly consentWords?: ConsentWords | undefined;
  /** The largest body to accept, in bytes; a larger one gets 413. Default: 3 MiB, the most that Meta sends, plus 64 KiB. */
  readonly maxBytes?: number | undefined;
  /**
   * How long a body may take to arrive, in milliseconds, at most 2,147,483,647; a slower one gets 408, and its connection is closed. Your functions for
   * secret, token and tenant, and the `enqueue` of the queue, have as long each; a slower one gives 503, so that Meta delivers again. Default: 30,000.
   */
  readonly bodyTimeout?: number | undefined;
}

/** What the server knows about a request in addition to the request itself. */
export interface WebhookContext {
  /** Keeps the process running until a promise settles, such as `ctx.waitUntil` on Cloudflare Workers. */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined;
  /**
   * What to change in the server if something has read or parsed the body before, for the error. Default: advice for a Fetch `Request`; each adapter
   * gives its own.
   */
  readonly bodyAdvice?: string | undefined;
}

/** A request without the Fetch classes, as an adapter for another kind of server passes it. */
export interface WebhookCall extends WebhookContext {
  /** The HTTP method in upper case. */
  readonly method: string;
  /** The whole URL, or its path and query. */
  readonly url: string;
  /** The request headers: a Fetch `Headers` object, or by name in lower case; a repeated header is a list, or one string with commas. */
  readonly headers: CallHeaders;
  /** The raw body: bytes, text, a stream of bytes, or a function that reads them within the `maxBytes` and the `bodyTimeout` that it is given. */
  readonly body: unknown;
  /** Whether the stream of the body was read before, so that the bytes are gone. */
  readonly isBodyUsed?: boolean | undefined;
}

/** The response to a {@link WebhookCall}. */
export interface WebhookAnswer {
  /** The HTTP status. */
  readonly status: number;
  /** The response headers by name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The response body: plain text. */
  readonly body: string;
}

/** What the adapters connect to a server: a webhook handler, or a Flow endpoint. */
export interface RequestHandler {
  (request: Request, context?: WebhookContext): Promise<Response>;
  /** Does the same without `Request` and `Response`. Never rejects. */
  readonly handleRequest: (call: WebhookCall) => Promise<WebhookAnswer>;
  /** Resolves once no work that a request started is going on. Default: nothing goes on after the response. */
  readonly drain?: (() => Promise<void>) | undefined;
  /** Passes an error of the server to `onError`, each cause once. Adapters call it if a response cannot be written. Default: nothing is reported. */
  readonly reportOnce?: ((error: unknown) => unknown) | undefined;
}

/**
 * Receives webhooks: a function from `Request` to `Response`. It rejects with a `UsageError` if it is called with something other than a
 * `Request`, and never otherwise.
 */
export interface WebhookHandler {
  (request: Request, context?: WebhookContext): Promise<Response>;
  /** Does the same without `Request` and `Response`, for adapters to other kinds of servers. Never rejects. */
  readonly handleRequest: (call: WebhookCall) => Promise<WebhookAnswer>;
  /**
   * Processes the events of a body whose signature was verified before; `startQueueWorker` calls it with the `tenant` of the queued webhook.
   *
   * @param context The tenant, and the lease that a worker has. Default: one tenant, no lease.
   * @throws {WebhookError} `handler_failed` if an event was not processed; its cause contains what the handlers threw. `event_locked` if another
   * process is processing it, `store_failed` if the idempotency store failed; then no handler was called.
   */
  readonly process: (body: string | Uint8Array, context?: ProcessContext) => Promise<void>;
  /** Resolves once no event is being processed any more: wait for it before the process ends. */
  readonly drain: () => Promise<void>;
  /** Passes an error of the server to `onError`, each cause once. Adapters call it if a response cannot be written. */
  readonly reportOnce: (error: unknown) => unknown;
}
