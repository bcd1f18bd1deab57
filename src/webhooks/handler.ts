import { UsageError } from '../errors/usage-error.ts';
import { WebhookError, type WebhookErrorReason, isWebhookError } from '../errors/webhook-error.ts';
import { answerChallenge } from './challenge.ts';
import { createDispatcher } from './dispatch.ts';
import type {
  PerTenant,
  WebhookContext,
  WebhookHandler,
  WebhookHandlerOptions,
  WebhookTenantRequest,
} from './handler-options.ts';
import { parseWebhook } from './parse-webhook.ts';
import { plainResponse } from './plain-response.ts';
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
  body_used: 500,
  handler_failed: 500,
  event_busy: 503,
  inbox_failed: 503,
};

function checkOptions({ appSecret, verifyToken }: WebhookHandlerOptions): void {
  const isMissing = (value: unknown): boolean =>
    Array.isArray(value) ? value.length === 0 || value.some(isMissing) : !value;
  const issues = Object.entries({ appSecret, verifyToken })
    .filter(([, value]) => isMissing(value))
    .map(([path]) => ({ path, message: 'is missing or empty: is its environment variable set?' }));
  if (issues.length > 0)
    throw new UsageError({ summary: 'createWebhookHandler cannot work with these options.', issues });
}

async function lookUp<Value extends string | readonly string[]>(
  value: PerTenant<Value>,
  request: WebhookTenantRequest,
): Promise<Value | undefined> {
  return typeof value === 'function' ? value(request) : value;
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
 *   appSecret: process.env.WHATSAPP_APP_SECRET,
 *   verifyToken: process.env.WHATSAPP_VERIFY_TOKEN,
 *   on: { message: (event) => console.log(event.waId, event.type) }, // 16505551234 text
 * });
 * createServer(toNodeListener(handler)).listen(3000);
 */
export function createWebhookHandler(options: WebhookHandlerOptions): WebhookHandler {
  checkOptions(options);
  const { maxBytes = defaultMaxBytes, answer = 'taken', inbox, recorder, logger } = options;
  const onError = options.onError ?? ((error: unknown) => console.error(error));
  const running = new Set<Promise<void>>();
  const dispatch = createDispatcher({
    on: options.on ?? {},
    dedupe: options.dedupe,
    serializeBy: options.serializeBy,
    onOutcome: (event, outcome, error) => {
      logger?.[outcome === 'failed' ? 'error' : 'debug']({ kind: event.kind, outcome }, 'webhook event');
      if (outcome === 'failed') onError(error);
    },
  });

  function track(work: Promise<void>): Promise<void> {
    const settled = work.catch(() => undefined).finally(() => running.delete(settled));
    running.add(settled);
    return settled;
  }

  async function readVerified(request: Request, context: WebhookContext): Promise<Uint8Array> {
    if (request.bodyUsed) throw new WebhookError('body_used', { framework: context.framework });
    const source = context.body ?? request.body;
    const body = await readBody(source, maxBytes, context.framework ?? 'web');
    const tenant = { url: new URL(request.url), headers: request.headers };
    const appSecret = await lookUp(options.appSecret, tenant);
    if (appSecret === undefined) throw new WebhookError('unknown_tenant');
    const signature = request.headers.get('x-hub-signature-256');
    if (!(await verifySignature({ appSecret, body, signature }))) throw new WebhookError('bad_signature');
    return body;
  }

  async function receive(request: Request, context: WebhookContext): Promise<Response> {
    const body = await readVerified(request, context);
    const events = parseWebhook(body);
    const webhook = { body, headers: Object.fromEntries(request.headers), receivedAt: Date.now() };
    if (recorder) context.waitUntil?.(track(recorder.record(webhook).catch(onError)));
    if (inbox) {
      await inbox.accept(webhook).catch((cause: unknown) => {
        throw new WebhookError('inbox_failed', { cause });
      });
      return plainResponse(200, 'OK');
    }
    const work = dispatch(events);
    const settled = track(work);
    if (answer === 'handled') await work;
    else context.waitUntil?.(settled);
    return plainResponse(200, 'OK');
  }

  async function shakeHands(request: Request): Promise<Response> {
    const verifyToken = await lookUp(options.verifyToken, {
      url: new URL(request.url),
      headers: request.headers,
    });
    return answerChallenge({ url: request.url, verifyToken: verifyToken ?? '' });
  }

  function refuse(error: unknown): Response {
    const reason = isWebhookError(error) ? error.reason : 'inbox_failed';
    const status = statusByReason[reason];
    logger?.[status >= 500 ? 'error' : 'warn']({ status, reason }, 'webhook refused');
    if (status >= 500 && reason !== 'handler_failed') onError(error);
    return plainResponse(status, isWebhookError(error) ? error.summary : 'The webhook could not be taken.');
  }

  const handler = async (request: Request, context: WebhookContext = {}): Promise<Response> => {
    try {
      if (request.method === 'GET') return await shakeHands(request);
      if (request.method === 'POST') return await receive(request, context);
      return plainResponse(405, 'Webhooks come by POST, the handshake by GET.', { allow: 'GET, POST' });
    } catch (error) {
      return refuse(error);
    }
  };
  return Object.assign(handler, {
    handle: async (body: string | Uint8Array): Promise<void> => {
      const work = dispatch(parseWebhook(body));
      void track(work);
      await work;
    },
    idle: async (): Promise<void> => {
      while (running.size > 0) await Promise.all(running);
    },
  });
}
