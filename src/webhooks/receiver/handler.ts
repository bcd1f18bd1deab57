import { WebhookError, type WebhookErrorReason, isWebhookError } from '../../errors/webhook-error.ts';
import { challengeAnswer } from './verify-challenge.ts';
import { checkCaller } from './check-adapter.ts';
import { checkOptions } from './check-options.ts';
import { createDispatcher } from './dispatch.ts';
import type {
  PerTenant,
  WebhookAnswer,
  WebhookCall,
  WebhookContext,
  WebhookHandler,
  WebhookHandlerOptions,
} from './handler-options.ts';
import type { WebhookEvent } from '../events/event.ts';
import { traceRequest } from './hooks.ts';
import type { ConsentReader } from '../consent/consent-reader.ts';
import { loadConsentReader } from '../consent/load-consent-reader.ts';
import { parseWebhook } from '../events/parse-webhook.ts';
import { plainAnswer, toResponse } from './plain-answer.ts';
import { lostBody, readBody } from './read-body.ts';
import { badSignature, createOnceReporter } from './report-once.ts';
import { verifySignature } from './signature.ts';

const defaultMaxBytes = 3 * 1024 * 1024 + 64 * 1024;

const statusByReason: Readonly<Record<WebhookErrorReason, number>> = {
  bad_signature: 401,
  bad_verify_token: 403,
  unknown_tenant: 401,
  not_json: 400,
  too_deep: 400,
  too_large: 413,
  body_parsed: 500,
  body_already_read: 500,
  body_truncated: 400,
  handler_failed: 500,
  event_locked: 503,
  queue_failed: 503,
  store_failed: 503,
};

const reportedByDispatch: ReadonlySet<WebhookErrorReason> = new Set(['handler_failed', 'event_locked']);

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

async function resolveTenantValue<Value extends string | readonly string[]>(
  value: PerTenant<Value>,
  { url, headers }: WebhookCall,
): Promise<Value | undefined> {
  return typeof value === 'function' ? value({ url: toUrl(url), headers: new Headers(headers) }) : value;
}

/**
 * Creates the function that receives webhooks: it answers Meta's handshake, verifies the signature of the raw bytes, parses every event and
 * calls its handler. It takes a Fetch `Request` and returns a `Response`; adapters such as `toExpress` connect it to other servers.
 *
 * It responds 200 once the events are accepted, 401 to a wrong signature, 400 to a body that is not JSON, 413 to one that is too large, and
 * 5xx only if the events could not be accepted, so that Meta delivers them again.
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
  const { maxBytes = defaultMaxBytes, acknowledge = 'received', queue, recorder, logger } = options;
  const report = options.onError ?? ((error: unknown) => console.error(error));
  // Meta gets its response even if onError throws.
  const onError = (error: unknown, event?: WebhookEvent): void => {
    try {
      report(error, event);
    } catch (failure) {
      console.error(failure);
    }
  };
  const reportOnce = createOnceReporter(onError);
  const dispatch = createDispatcher({ ...options, on: options.on ?? {}, onError });
  const running = new Set<Promise<void>>();
  let readConsent: ConsentReader | undefined;

  /** Parses a body. The words of consent are loaded with the first one. */
  async function parse(body: string | Uint8Array): Promise<WebhookEvent[]> {
    const events = parseWebhook(body);
    readConsent ??= await loadConsentReader(options.consentWords);
    return readConsent(events);
  }

  /** Keeps track of work until it settles, for `drain` and `waitUntil`. Its errors are reported where they occur. */
  function track(work: Promise<void>, context?: WebhookContext): void {
    const settled = work.catch(() => undefined).finally(() => running.delete(settled));
    running.add(settled);
    context?.waitUntil?.(settled);
  }

  async function readVerified(call: WebhookCall): Promise<Uint8Array> {
    const { headers, bodyAdvice } = call;
    if (call.isBodyUsed) throw lostBody('body_already_read', bodyAdvice);
    if (Number(headers['content-length']) > maxBytes) throw new WebhookError('too_large');
    const body = await readBody(call.body, maxBytes, bodyAdvice);
    const appSecret = await resolveTenantValue(options.appSecret, call);
    if (!appSecret?.length)
      throw new WebhookError('unknown_tenant', {
        details: ['appSecret returned nothing: is its environment variable set?'],
      });
    const signature = headers['x-hub-signature-256'];
    if (!(await verifySignature({ appSecret, body, signature }))) throw badSignature(signature);
    return body;
  }

  /** Accepts the events of a request. Handlers may still run after the response. */
  async function accept(call: WebhookCall): Promise<RequestOutcome> {
    const body = await readVerified(call);
    const events = await parse(body);
    const webhook = { body, headers: call.headers, receivedAt: Date.now() };
    if (recorder) track(recorder.record(webhook).catch(onError), call);
    if (queue) {
      await queue.enqueue(webhook).catch((cause: unknown) => {
        throw new WebhookError('queue_failed', { cause });
      });
    } else {
      const work = dispatch(events);
      track(work, call);
      if (acknowledge === 'processed') await work;
    }
    return { status: 200, events: events.length, bytes: body.byteLength };
  }

  function reject(error: unknown): readonly [RequestOutcome, WebhookAnswer] {
    const reason = isWebhookError(error) ? error.reason : 'store_failed';
    const status = statusByReason[reason];
    if (!reportOnce(error) && status >= 500 && !reportedByDispatch.has(reason)) onError(error);
    return [{ status, reason }, plainAnswer(status, new WebhookError(reason).summary)];
  }

  async function respond(call: WebhookCall): Promise<readonly [RequestOutcome, WebhookAnswer]> {
    if (call.method === 'POST') return [await accept(call), plainAnswer(200, 'OK')];
    const response =
      call.method === 'GET'
        ? await challengeAnswer(
            toUrl(call.url).searchParams,
            await resolveTenantValue(options.verifyToken, call),
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
    logger?.[getLevel(outcome.status)](trace, 'webhook request');
    return response;
  }

  async function handler(request: Request, context?: WebhookContext): Promise<Response> {
    checkCaller('handler', request, 'web');
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
    process: async (body: string | Uint8Array): Promise<void> => {
      const work = parse(body).then(dispatch);
      track(work);
      await work;
    },
    drain: async (): Promise<void> => {
      while (running.size > 0) await Promise.all(running);
    },
  });
}
