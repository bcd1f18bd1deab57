import { toSha256 } from '../../shared/bytes.ts';
import { UsageError } from '../../errors/usage-error.ts';
import { WebhookError, type WebhookErrorReason, isWebhookError } from '../../errors/webhook-error.ts';
import { readHeader, toHeaders } from '../call-headers.ts';
import { challengeAnswer } from './verify-challenge.ts';
import { checkOptions } from './check-options.ts';
import type { Dispatcher } from './dispatch.ts';
import type {
  WebhookAnswer,
  WebhookCall,
  WebhookContext,
  WebhookHandler,
  WebhookHandlerOptions,
  WebhookTenant,
  WebhookTenantRequest,
} from './handler-options.ts';
import type { WebhookEvent } from '../events/event.ts';
import { isFetchRequest } from './fetch-request.ts';
import { isRequestTraced, traceRequest } from './hooks.ts';
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
import { verifySignature } from './signature.ts';
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
  readonly events?: number | undefined;
  readonly bytes?: number;
}

/** A body whose signature is right, and whose events it carries. */
interface Verified {
  readonly body: Uint8Array;
  readonly tenant: WebhookTenant | undefined;
}

const accepted = plainAnswer(200, 'OK');

const getLevel = (status: number): 'debug' | 'warn' | 'error' =>
  status < 400 ? 'debug' : status < 500 ? 'warn' : 'error';

// A path that cannot be parsed, such as `//`, belongs to no tenant.
const toUrl = (url: string): URL => URL.parse(url, 'http://localhost') ?? new URL('http://localhost');

type Tenanted = string | readonly string[] | WebhookTenant;

/** Asks a function for the value of a request's tenant. */
const askTenant = <Value extends Tenanted>(
  ask: (request: WebhookTenantRequest) => Value | undefined | Promise<Value | undefined>,
  { url, headers }: WebhookCall,
  timeout: number,
): Promise<Value | undefined> =>
  within(
    timeout,
    (async () => ask({ url: toUrl(url), headers: toHeaders(headers) }))(),
    () => new Error('A function for the tenant has not answered in time.'),
  );

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
  const { queue, recorder, logger, serializeBy } = options;
  const onError = (error: unknown, event?: WebhookEvent): void =>
    guard(() => (options.onError ? options.onError(error, event) : console.error(error)));
  const reportOnce = createOnceReporter(onError);
  const running = new Set<Promise<void>>();
  let loading: Promise<Loaded> | undefined;

  /** Loads what reads words of consent and calls handlers, with the first body and once for all that come meanwhile. */
  const load = (): Promise<Loaded> =>
    (loading ??= Promise.all([loadConsentReader(options.consentWords), import('./dispatch.ts')]).then(
      ([readConsent, { createDispatcher }]) => ({
        readConsent,
        ...createDispatcher({ ...options, onError }),
      }),
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    ));

  /** Keeps track of work until it settles, for `drain` and `waitUntil`. Its errors are reported where they occur. */
  function track(work: Promise<void>, context?: WebhookContext): void {
    const settle = (): void => void running.delete(settled);
    const settled = work.then(settle, settle);
    running.add(settled);
    if (context?.waitUntil) guard(() => context.waitUntil?.(settled));
  }

  async function readVerified(call: WebhookCall): Promise<Verified> {
    const read = readBody(call, { maxBytes, bodyTimeout });
    const body = read instanceof Promise ? await read : read;
    const { appSecret } = options;
    const tenant = options.tenant && (await askTenant(options.tenant, call, bodyTimeout));
    const secrets =
      typeof appSecret === 'function' ? await askTenant(appSecret, call, bodyTimeout) : appSecret;
    if (!secrets?.length || (options.tenant && !tenant))
      throw new WebhookError('unknown_tenant', {
        details: [
          `${secrets?.length ? 'tenant' : 'appSecret'} returned nothing: is its environment variable set?`,
        ],
      });
    const signature = readHeader(call.headers, 'x-hub-signature-256');
    // With a function and no tenant, whoever has another secret is somebody else.
    const isOfSecret = !tenant && typeof appSecret === 'function';
    for (const secret of isOfSecret ? [secrets].flat() : [secrets])
      if (await verifySignature({ appSecret: secret, body, signature }))
        return { body, tenant: isOfSecret ? { id: (await toSha256(String(secret))).slice(0, 32) } : tenant };
    throw badSignature(signature);
  }

  /** Reads the events of a body, or checks it only. One that holds too many is told as a whole, and a queue gets it as it is. */
  function readEvents(body: Uint8Array, isNeeded: boolean): WebhookEvent[] {
    try {
      if (isNeeded) return parseWebhook(body);
      readJson(body);
    } catch (error) {
      if (!isWebhookError(error) || error.reason !== 'too_many_items') throw error;
      onError(error, wholeBodyEvent(body));
    }
    return [];
  }

  /** Accepts the events of a request. Handlers may still run after the response. */
  async function accept(call: WebhookCall): Promise<RequestOutcome> {
    const { body, tenant } = await readVerified(call);
    const isLimited = tenant?.wabaIds !== undefined || tenant?.phoneNumberIds !== undefined;
    // For a queue, the events are read only if something asks for them: its worker reads them from the body.
    const isNeeded =
      !queue || isLimited || serializeBy !== undefined || logger !== undefined || isRequestTraced();
    let events = readEvents(body, isNeeded);
    const { readConsent, dispatch, getLanes } = await load();
    const context = { tenant: tenant?.id };
    const webhook = (recorder ?? queue) && {
      body,
      headers: pickStoredHeaders(call.headers),
      receivedAt: Date.now(),
    };
    if (recorder && webhook) track((async () => recorder.record(webhook))().catch(onError), call);
    let own = body;
    if (tenant && isLimited) {
      const { keepOwn } = await import('./keep-own.ts');
      const refuse = (event: WebhookEvent): void => onError(new WebhookError('wrong_tenant'), event);
      own = keepOwn({ body, events, tenant, readJson, parseWebhook, refuse });
      if (own !== body) events = parseWebhook(own);
    }
    if (queue && webhook) {
      const taken = queue.enqueue({ ...webhook, ...context, body: own, lanes: getLanes(events, context) });
      await within(bodyTimeout, taken, () => new Error('The queue has not answered in time.')).catch(
        (cause: unknown) => {
          throw new WebhookError('queue_failed', { cause });
        },
      );
    } else {
      events = readConsent(events);
      const work = dispatch(events, { ...context, isAnswered: acknowledge === 'received' });
      if (work) track(work, call);
      if (acknowledge === 'processed') await work;
    }
    return { status: 200, events: isNeeded ? events.length : undefined, bytes: body.byteLength };
  }

  function reject(error: unknown): readonly [RequestOutcome, WebhookAnswer] {
    const reason = isWebhookError(error) ? error.reason : 'store_failed';
    const status = statusByReason[reason] ?? 500;
    const isReported = isWebhookError(error) && reportedByDispatch.has(reason);
    if (!reportOnce(error) && status >= 500 && !isReported) onError(error);
    return [{ status, reason }, plainAnswer(status, new WebhookError(reason).summary)];
  }

  /** Answers what is not a webhook: the handshake, or a request of another method. */
  async function answerOther(call: WebhookCall): Promise<WebhookAnswer> {
    if (call.method !== 'GET')
      return plainAnswer(405, 'Send webhooks by POST and the handshake by GET.', { allow: 'GET, POST' });
    const { verifyToken } = options;
    const token =
      typeof verifyToken === 'function' ? await askTenant(verifyToken, call, bodyTimeout) : verifyToken;
    const answer = await challengeAnswer(toUrl(call.url).searchParams, token);
    if (answer.status === 403) throw new WebhookError('bad_verify_token');
    return answer;
  }

  async function handleRequest(call: WebhookCall): Promise<WebhookAnswer> {
    const startedAt = performance.now();
    let outcome: RequestOutcome;
    let answer = accepted;
    try {
      if (call.method === 'POST') {
        outcome = await accept(call);
      } else {
        answer = await answerOther(call);
        outcome = { status: answer.status };
      }
    } catch (error) {
      [outcome, answer] = reject(error);
    }
    const trace = { method: call.method, ...outcome, durationMs: performance.now() - startedAt };
    traceRequest(trace);
    if (logger) guard(() => logger[getLevel(outcome.status)](trace, 'webhook request'));
    return answer;
  }

  async function handler(request: Request, context?: WebhookContext): Promise<Response> {
    if (!isFetchRequest(request))
      throw new UsageError((await import('./describe-caller.ts')).describeCaller('handler', request));
    const { method, url, headers, body, bodyUsed: isBodyUsed } = request;
    const call: WebhookCall = {
      method,
      url,
      headers,
      body,
      isBodyUsed,
      bodyAdvice: context?.bodyAdvice,
      waitUntil: context?.waitUntil && ((work) => context.waitUntil?.(work)),
    };
    return toResponse(await handleRequest(call));
  }

  async function processBody(body: string | Uint8Array, context?: ProcessContext): Promise<void> {
    const events = parseWebhook(body);
    const { readConsent, dispatch } = await load();
    await dispatch(readConsent(events), context);
  }

  return Object.assign(handler, {
    handleRequest,
    reportOnce,
    process: (body: string | Uint8Array, context?: ProcessContext): Promise<void> => {
      const work = processBody(body, context);
      track(work);
      return work;
    },
    drain: async (): Promise<void> => {
      while (running.size > 0) await Promise.all(running);
    },
  });
}
