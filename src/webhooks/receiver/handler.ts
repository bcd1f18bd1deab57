import { WebhookError, type WebhookErrorReason, isWebhookError } from '../../errors/webhook-error.ts';
import { challengeAnswer } from './verify-challenge.ts';
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
import { parseWebhook } from '../events/parse-webhook.ts';
import { plainAnswer, toResponse } from './plain-answer.ts';
import { readBody } from './read-body.ts';
import { verifySignature } from './signature.ts';

const defaultMaxBytes = 3 * 1024 * 1024 + 64 * 1024;

const statusByReason: Readonly<Record<WebhookErrorReason, number>> = {
  bad_signature: 401,
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

/** What became of a request. */
interface Taken {
  readonly status: number;
  readonly reason?: WebhookErrorReason;
  readonly events?: number;
  readonly bytes?: number;
}

const getLevel = (status: number): 'debug' | 'warn' | 'error' =>
  status < 400 ? 'debug' : status < 500 ? 'warn' : 'error';

// A path that is no URL, such as `//`, belongs to nobody.
const toUrl = (url: string): URL => URL.parse(url, 'http://localhost') ?? new URL('http://localhost');

async function resolveTenantValue<Value extends string | readonly string[]>(
  value: PerTenant<Value>,
  { url, headers }: WebhookCall,
): Promise<Value | undefined> {
  return typeof value === 'function' ? value({ url: toUrl(url), headers: new Headers(headers) }) : value;
}

/**
 * Makes the function that receives webhooks: it answers Meta's handshake, checks the signature on the raw bytes, reads every event and hands
 * it to its handler. It takes a `Request` and gives a `Response`, so that it runs on every server; see the adapters for the others.
 *
 * Answers 200 for what it took, 401 for a bad signature, 400 for a body that is no JSON, 413 for one that is too large, 5xx only where it
 * could not take the events.
 *
 * @throws {UsageError} where the app secret or the verify token is missing.
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
  // Whatever the report does, Meta gets its answer.
  const onError = (error: unknown, event?: WebhookEvent): void => {
    try {
      report(error, event);
    } catch (failure) {
      console.error(failure);
    }
  };
  const { on = {}, dedupe, serializeBy } = options;
  const dispatch = createDispatcher({ on, dedupe, serializeBy, logger, onError });
  const running = new Set<Promise<void>>();

  /** Keeps work in sight until it settles; its failures were reported where they happened. */
  function track(work: Promise<void>, context?: WebhookContext): void {
    const settled = work.catch(() => undefined).finally(() => running.delete(settled));
    running.add(settled);
    context?.waitUntil?.(settled);
  }

  async function readVerified(call: WebhookCall): Promise<Uint8Array> {
    const { headers, framework = 'web' } = call;
    if (call.isBodyUsed) throw new WebhookError('body_already_read', { framework });
    if (Number(headers['content-length']) > maxBytes) throw new WebhookError('too_large');
    const body = await readBody(call.body, maxBytes, framework);
    const appSecret = await resolveTenantValue(options.appSecret, call);
    if (appSecret === undefined) throw new WebhookError('unknown_tenant');
    const signature = headers['x-hub-signature-256'];
    if (!(await verifySignature({ appSecret, body, signature }))) throw new WebhookError('bad_signature');
    return body;
  }

  /** Takes the events of a request; what is still to do goes on after the answer. */
  async function take(call: WebhookCall): Promise<Taken> {
    const body = await readVerified(call);
    const events = parseWebhook(body);
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

  function refuse(error: unknown): readonly [Taken, WebhookAnswer] {
    const reason = isWebhookError(error) ? error.reason : 'store_failed';
    const status = statusByReason[reason];
    if (status >= 500 && !reportedByDispatch.has(reason)) onError(error);
    return [{ status, reason }, plainAnswer(status, new WebhookError(reason).summary)];
  }

  async function converse(call: WebhookCall): Promise<readonly [Taken, WebhookAnswer]> {
    if (call.method === 'POST') return [await take(call), plainAnswer(200, 'OK')];
    const answered =
      call.method === 'GET'
        ? await challengeAnswer(
            toUrl(call.url).searchParams,
            await resolveTenantValue(options.verifyToken, call),
          )
        : plainAnswer(405, 'Webhooks come by POST, the handshake by GET.', { allow: 'GET, POST' });
    return [{ status: answered.status }, answered];
  }

  async function answerCall(call: WebhookCall): Promise<WebhookAnswer> {
    const since = performance.now();
    const [taken, answered] = await converse(call).catch(refuse);
    const trace = { method: call.method, ...taken, durationMs: performance.now() - since };
    traceRequest(trace);
    logger?.[getLevel(taken.status)](trace, 'webhook request');
    return answered;
  }

  async function handler(request: Request, context?: WebhookContext): Promise<Response> {
    const { method, url, body, bodyUsed: isBodyUsed } = request;
    const headers = Object.fromEntries(request.headers);
    return toResponse(
      await answerCall({
        method,
        url,
        headers,
        body,
        isBodyUsed,
        framework: context?.framework,
        waitUntil: context?.waitUntil && ((work) => context.waitUntil?.(work)),
      }),
    );
  }

  return Object.assign(handler, {
    handleRequest: answerCall,
    process: async (body: string | Uint8Array): Promise<void> => {
      const work = dispatch(parseWebhook(body));
      track(work);
      await work;
    },
    drain: async (): Promise<void> => {
      while (running.size > 0) await Promise.all(running);
    },
  });
}
