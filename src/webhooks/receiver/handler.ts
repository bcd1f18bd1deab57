import { toSha256 } from '../../shared/bytes.ts';
import { UsageError } from '../../errors/usage-error.ts';
import { WebhookError, type WebhookErrorReason, isWebhookError } from '../../errors/webhook-error.ts';
import { challengeAnswer } from './verify-challenge.ts';
import { checkOptions } from './check-options.ts';
import type { Dispatcher } from './dispatch.ts';
import type {
  PerTenant,
  WebhookAnswer,
  WebhookCall,
  WebhookContext,
  WebhookHandler,
  WebhookHandlerOptions,
  WebhookTenant,
} from './handler-options.ts';
import type { WebhookEvent } from '../events/event.ts';
import { isFetchRequest } from './fetch-request.ts';
import { traceRequest } from './hooks.ts';
import type { ConsentReader } from '../consent/consent-reader.ts';
import { loadConsentReader } from '../consent/load-consent-reader.ts';
import type { ProcessContext } from '../queue/process-context.ts';
import { parseWebhook, wholeBodyEvent } from '../events/parse-webhook.ts';
import { readJson } from '../events/read-json.ts';
import { pickStoredHeaders } from '../queue/stored-headers.ts';
import { plainAnswer, toResponse } from './plain-answer.ts';
import { readBody } from './read-body.ts';
import { badSignature, createOnceReporter } from './report-once.ts';
import { guard } from '../../shared/guard.ts';
import { findSecret } from './signature.ts';
import { within } from './within.ts';

const defaultMaxBytes = 3 * 1024 * 1024 + 64 * 1024;

/** The status of a request by why it was refused; 500 for the rest. */
const statusByReason: Readonly<Partial<Record<WebhookErrorReason, number>>> = {
  bad_signature: 401,
  bad_verify_token: 403,
  unknown_tenant: 401,
  not_json: 400,
  too_deep: 400,
  too_large: 413,
  body_timeout: 408,
  body_truncated: 400,
  event_locked: 503,
  queue_failed: 503,
  store_failed: 503,
};

const reportedByDispatch: ReadonlySet<WebhookErrorReason> = new Set([
  'handler_failed',
  'event_locked',
  'store_failed',
]);

/** What is loaded with the first body. */
interface Loaded extends Dispatcher {
  readonly readConsent: ConsentReader;
}

/** The result of a request, for the trace. */
interface RequestOutcome {
  readonly status: number;
  readonly reason?: WebhookErrorReason;
  readonly events?: number;
  readonly bytes?: number;
}

const getLevel = (status: number): 'debug' | 'warn' | 'error' =>
  status < 400 ? 'debug' : status < 500 ? 'warn' : 'error';

// A path that cannot be parsed, such as `//`, belongs to no tenant.
const toUrl = (url: string): URL => URL.parse(url, 'http://localhost') ?? new URL('http://localhost');

/** Returns the headers without those that no HTTP/1 request can have. */
function toHeaders(given: WebhookCall['headers']): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given))
    try {
      headers.append(name, value);
    } catch {
      // Such as `:method` of HTTP/2.
    }
  return headers;
}

async function resolveTenantValue<Value extends string | readonly string[] | WebhookTenant | undefined>(
  value: PerTenant<Value>,
  { url, headers }: WebhookCall,
  timeout: number,
): Promise<Value | undefined> {
  if (typeof value !== 'function') return value;
  const work = (async () => value({ url: toUrl(url), headers: toHeaders(headers) }))();
  return within(timeout, work, () => new Error('A function for the tenant has not answered in time.'));
}

/**
 * Creates the function that receives webhooks: it answers Meta's handshake, verifies the signature of the raw bytes, parses every event and
 * calls its handler. It takes a Fetch `Request` and returns a `Response`; adapters such as `toExpress` connect it to other servers.
 *
 * It responds 200 once the events are accepted, 401 to a wrong signature, 400 to a body that is not JSON, 408 to one that comes too slowly, 413 to one that
 * is too large, and 5xx only if the events could not be accepted, so that Meta delivers them again.
 *
 * @throws {UsageError} if the app secret or the verify token is missing, or an option or a kind of event is misspelt or has a wrong type.
 *
 * Source: Meta, "Create a webhook endpoint".
 *
 * @example
 * const handler = createWebhookHandler({
 *   appSecret: process.env.WHATSAPP_APP_SECRET ?? '',
 *   verifyToken: process.env.WHATSAPP_VERIFY_TOKEN ?? '',
 *   on: { message: (event) => console.log(event.waId, event.type) }, // 16505551234 text
 * });
 * createServer(toNodeListener(handler)).listen(3000);
 */
export function createWebhookHandler(options: WebhookHandlerOptions): WebhookHandler {
  checkOptions(options);
  const { maxBytes = defaultMaxBytes, bodyTimeout = 30_000, acknowledge = 'received' } = options;
  const { queue, recorder, logger } = options;
  const onError = (error: unknown, event?: WebhookEvent): void =>
    guard(() => (options.onError ? options.onError(error, event) : console.error(error)));
  const reportOnce = createOnceReporter(onError);
  const running = new Set<Promise<void>>();
  let loaded: Promise<Loaded> | undefined;

  const load = async (): Promise<Loaded> => ({
    readConsent: await loadConsentReader(options.consentWords),
    ...(await import('./dispatch.ts')).createDispatcher({ ...options, onError }),
  });

  /** Parses a body. What reads words of consent and calls handlers is loaded with the first one, once for all that come meanwhile. */
  async function parse(
    body: string | Uint8Array,
    read = parseWebhook,
  ): Promise<Dispatcher & { events: WebhookEvent[] }> {
    const events = read(body);
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    const { readConsent, ...dispatcher } = await loaded;
    return { events: readConsent(events), ...dispatcher };
  }

  /** Keeps track of work until it settles, for `drain` and `waitUntil`. Its errors are reported where they occur. */
  function track(work: Promise<void>, context?: WebhookContext): void {
    const settled = work.catch(() => undefined).finally(() => running.delete(settled));
    running.add(settled);
    if (context?.waitUntil) guard(() => context.waitUntil?.(settled));
  }

  async function readVerified(call: WebhookCall): Promise<readonly [Uint8Array, WebhookTenant | undefined]> {
    const body = await readBody(call, { maxBytes, bodyTimeout });
    const tenant = await resolveTenantValue(options.tenant, call, bodyTimeout);
    const appSecret = await resolveTenantValue(options.appSecret, call, bodyTimeout);
    if (!appSecret?.length || (options.tenant && !tenant))
      throw new WebhookError('unknown_tenant', {
        details: [
          `${appSecret?.length ? 'tenant' : 'appSecret'} returned nothing: is its environment variable set?`,
        ],
      });
    const signature = call.headers['x-hub-signature-256'];
    const secret = await findSecret({ appSecret, body, signature });
    if (secret === undefined) throw badSignature(signature);
    if (tenant || typeof options.appSecret !== 'function') return [body, tenant];
    // Whoever has another secret is somebody else.
    return [body, { id: (await toSha256(secret)).slice(0, 32) }];
  }

  /** Reads the events of a body. One that holds too many is told as a whole, and a queue gets it as it is. */
  function readEvents(body: string | Uint8Array): WebhookEvent[] {
    try {
      return parseWebhook(body);
    } catch (error) {
      if (!isWebhookError(error) || error.reason !== 'too_many_items') throw error;
      onError(error, wholeBodyEvent(body));
      return [];
    }
  }

  /** Accepts the events of a request. Handlers may still run after the response. */
  async function accept(call: WebhookCall): Promise<RequestOutcome> {
    const [body, tenant] = await readVerified(call);
    const { events: all, dispatch, getLanes } = await parse(body, readEvents);
    let events = all;
    const webhook = { body, headers: pickStoredHeaders(call.headers), receivedAt: Date.now() };
    if (recorder) track((async () => recorder.record(webhook))().catch(onError), call);
    const context = { tenant: tenant?.id };
    let own = body;
    if (tenant?.wabaIds ?? tenant?.phoneNumberIds) {
      const { keepOwn } = await import('./keep-own.ts');
      const refuse = (event: WebhookEvent): void => onError(new WebhookError('wrong_tenant'), event);
      own = keepOwn({ body, events, tenant, readJson, parseWebhook, refuse });
      if (own !== body) ({ events } = await parse(own));
    }
    if (queue) {
      const taken = queue.enqueue({ ...webhook, ...context, body: own, lanes: getLanes(events, context) });
      await within(bodyTimeout, taken, () => new Error('The queue has not answered in time.')).catch(
        (cause: unknown) => {
          throw new WebhookError('queue_failed', { cause });
        },
      );
    } else {
      const work = dispatch(events, { ...context, isAnswered: acknowledge === 'received' });
      track(work, call);
      if (acknowledge === 'processed') await work;
    }
    return { status: 200, events: events.length, bytes: body.byteLength };
  }

  function reject(error: unknown): readonly [RequestOutcome, WebhookAnswer] {
    const reason = isWebhookError(error) ? error.reason : 'store_failed';
    const status = statusByReason[reason] ?? 500;
    const isReported = isWebhookError(error) && reportedByDispatch.has(reason);
    if (!reportOnce(error) && status >= 500 && !isReported) onError(error);
    return [{ status, reason }, plainAnswer(status, new WebhookError(reason).summary)];
  }

  async function respond(call: WebhookCall): Promise<readonly [RequestOutcome, WebhookAnswer]> {
    if (call.method === 'POST') return [await accept(call), plainAnswer(200, 'OK')];
    const response =
      call.method === 'GET'
        ? await challengeAnswer(
            toUrl(call.url).searchParams,
            await resolveTenantValue(options.verifyToken, call, bodyTimeout),
          )
        : plainAnswer(405, 'Send webhooks by POST and the handshake by GET.', { allow: 'GET, POST' });
    if (response.status === 403) throw new WebhookError('bad_verify_token');
    return [{ status: response.status }, response];
  }

  async function handleRequest(call: WebhookCall): Promise<WebhookAnswer> {
    const startedAt = performance.now();
    const [outcome, response] = await respond(call).catch(reject);
    const trace = { method: call.method, ...outcome, durationMs: performance.now() - startedAt };
    traceRequest(trace);
    if (logger) guard(() => logger[getLevel(outcome.status)](trace, 'webhook request'));
    return response;
  }

  async function handler(request: Request, context?: WebhookContext): Promise<Response> {
    if (!isFetchRequest(request))
      throw new UsageError((await import('./describe-caller.ts')).describeCaller('handler', request));
    const { method, url, body, bodyUsed: isBodyUsed } = request;
    const headers = Object.fromEntries(request.headers);
    return toResponse(
      await handleRequest({
        method,
        url,
        headers,
        body,
        isBodyUsed,
        bodyAdvice: context?.bodyAdvice,
        waitUntil: context?.waitUntil && ((work) => context.waitUntil?.(work)),
      }),
    );
  }

  return Object.assign(handler, {
    handleRequest,
    reportOnce,
    process: async (body: string | Uint8Array, context?: ProcessContext): Promise<void> => {
      const work = parse(body).then(({ events, dispatch }) => dispatch(events, context));
      track(work);
      await work;
    },
    drain: async (): Promise<void> => {
      while (running.size > 0) await Promise.all(running);
    },
  });
}
