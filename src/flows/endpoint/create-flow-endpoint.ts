import { guard } from '../../shared/guard.ts';
import { UsageError } from '../../errors/usage-error.ts';
import { type WebhookErrorReason, isWebhookError } from '../../errors/webhook-error.ts';
import { readJson } from '../../webhooks/events/read-json.ts';
import type { WebhookAnswer, WebhookCall } from '../../webhooks/receiver/handler-options.ts';
import { plainAnswer, toResponse } from '../../webhooks/receiver/plain-answer.ts';
import { readHeader } from '../../webhooks/call-headers.ts';
import { readBody } from '../../webhooks/receiver/read-body.ts';
import { badSignature, createOnceReporter } from '../../webhooks/receiver/report-once.ts';
import { verifySignature } from '../../webhooks/receiver/signature.ts';
import { checkFlowOptions } from './check-flow-options.ts';
import { createKeyReader } from './create-key-reader.ts';
import { createReplayGuard } from './create-replay-guard.ts';
import type {
  FlowContext,
  FlowEndpoint,
  FlowEndpointOptions,
  FlowHandler,
  FlowHandlers,
} from './flow-endpoint-options.ts';
import { isFlowEnvelope, openFlowEnvelope, sealFlowAnswer } from './flow-envelope.ts';
import {
  isExpiredFlowToken,
  isFlowAnswer,
  type FlowAnswer,
  type FlowBack,
  type FlowDataExchange,
  type FlowErrorNotice,
  type FlowInit,
  type FlowPing,
  type FlowExchange,
} from './flow-exchange.ts';
import { flowEndpointDocs } from './private-key.ts';
import { resolveSecret } from './resolve-secret.ts';
import { verifyFlowTokenSignature } from './verify-flow-token-signature.ts';

/** Returns the object in a JSON text; `undefined` for any other text, and for one that nests too deep. */
function parseObject(text: string): object | undefined {
  try {
    const value = readJson(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isPing = (request: object): request is FlowPing => 'action' in request && request.action === 'ping';

const isExchange = <Exchange extends FlowExchange>(
  request: object,
  action?: Exchange['action'],
): request is Exchange =>
  'flow_token' in request &&
  typeof request.flow_token === 'string' &&
  'action' in request &&
  (action === undefined ? typeof request.action === 'string' : request.action === action);

const isErrorNotice = (request: object): request is FlowErrorNotice =>
  isExchange(request) &&
  'data' in request &&
  typeof request.data === 'object' &&
  request.data !== null &&
  ('error' in request.data || 'error_key' in request.data);

/** A handler without `return` is the usual mistake: nothing would be sent, and the user would see a general error. */
function checkAnswer(name: keyof FlowHandlers, given: unknown): FlowAnswer {
  if (isFlowAnswer(given)) return given;
  throw new UsageError({
    summary: `The handler on.${name} returned no answer.`,
    issues: [
      {
        path: `on.${name}`,
        message: `returned ${given === null || given === undefined ? 'nothing' : `a ${typeof given}`}; return a screen such as { screen: 'DATES', data: {} }, completeFlow or expireFlowToken`,
        docs: flowEndpointDocs,
      },
    ],
  });
}

async function run<Exchange>(
  name: keyof FlowHandlers,
  handler: FlowHandler<Exchange> | undefined,
  request: Exchange,
): Promise<FlowAnswer> {
  if (handler) return checkAnswer(name, await handler(request));
  throw new UsageError({
    summary: 'The Flow endpoint has no handler for the requested action.',
    issues: [
      { path: `on.${name}`, message: 'is missing; return the screen to show', docs: flowEndpointDocs },
    ],
  });
}

async function answer(on: FlowHandlers, request: object): Promise<FlowAnswer | undefined> {
  if (isExchange<FlowInit>(request, 'INIT')) return run('init', on.init, request);
  if (isExchange<FlowDataExchange>(request, 'data_exchange'))
    return run('dataExchange', on.dataExchange, request);
  if (isExchange<FlowBack>(request, 'BACK')) return run('back', on.back, request);
  return on.unknown && checkAnswer('unknown', await on.unknown(request));
}

/** Returns the status and the unencrypted body of the response; `undefined` for an unknown action without a handler. */
async function handleAction(
  on: FlowHandlers,
  request: object,
): Promise<{ code: number; body: unknown } | undefined> {
  if (isPing(request)) {
    await on.ping?.(request);
    return { code: 200, body: { data: { status: 'active' } } };
  }
  if (isErrorNotice(request)) {
    await on.error?.(request);
    return { code: 200, body: { data: { acknowledged: true } } };
  }
  const body = await answer(on, request);
  return body && { code: isExpiredFlowToken(body) ? 427 : 200, body };
}

/** The status of a request by why it was refused; 500 for the rest. */
const statusByReason: Readonly<Partial<Record<WebhookErrorReason, number>>> = {
  bad_signature: 432,
  body_timeout: 408,
  body_truncated: 400,
  too_large: 413,
};

const unopened = (): UsageError =>
  new UsageError({
    summary: 'No private key opens the request of WhatsApp.',
    issues: [
      {
        path: 'privateKey',
        message:
          'does not belong to the public key that the phone number has, or the request was changed; upload its public key',
        docs: flowEndpointDocs,
      },
    ],
    details: ['While you rotate the keys this is normal. It is reported once.'],
  });

const replayed = (): UsageError =>
  new UsageError({
    summary: 'A Flow request came a second time and was refused.',
    details: [
      'WhatsApp draws a key and a vector for each request, so somebody, or a proxy of yours, sent the same bytes again. It is reported once.',
    ],
  });

async function hasTrustedToken(appSecret: string | readonly string[], request: object): Promise<boolean> {
  if (isPing(request)) return true;
  if (!isExchange(request)) return false;
  const { flow_token: flowToken, flow_token_signature: signature } = request;
  return verifyFlowTokenSignature({ appSecret, flowToken, signature });
}

/**
 * Creates the endpoint of a WhatsApp Flow: it verifies the signature of the raw bytes, decrypts the request, calls your handler and encrypts
 * its answer.
 *
 * It responds 421 if none of the private keys decrypts the request (WhatsApp then fetches the public key again), 432 to a wrong signature, 427
 * if your handler returns {@link expireFlowToken}, 400, 405, 408 or 413 to other requests, and 500 if a handler fails. A request whose key and
 * vector came before is not run again: it gets the answer of the first while that is under way, then 400. The newest 10,000 are remembered, in this
 * process.
 *
 * Source: Meta, "Implementing endpoints for Flows" and "Flows: error codes".
 *
 * @throws {UsageError} if a private key cannot be used, or an option is missing or contradicts another.
 *
 * @example
 * const endpoint = createFlowEndpoint({
 *   privateKey: process.env.FLOW_PRIVATE_KEY,
 *   appSecret: process.env.WHATSAPP_APP_SECRET,
 *   on: {
 *     init: () => ({ screen: 'DATES', data: { days: ['Monday', 'Friday'] } }),
 *     dataExchange: ({ flow_token, data }) => completeFlow(flow_token, { day: data?.day }),
 *   },
 * });
 * await endpoint(request); // Response 200, text/plain, base64
 */
export function createFlowEndpoint(options: FlowEndpointOptions): FlowEndpoint {
  checkFlowOptions(options);
  const { on, requireFlowTokenSignature = false } = options;
  const { maxBytes = 1024 * 1024, bodyTimeout = 30_000 } = options;
  const report = options.onError ?? console.error;
  const onError = (error: unknown): void => guard(() => report(error));
  const getPrivateKeys = createKeyReader(options);
  const reportOnce = createOnceReporter(onError);
  const replays = createReplayGuard();
  let hasReportedKey = false;
  let hasReportedReplay = false;

  function refuseKey(): WebhookAnswer {
    if (!hasReportedKey) onError(unopened());
    hasReportedKey = true;
    return plainAnswer(421, '');
  }

  function refuseReplay(): WebhookAnswer {
    if (!hasReportedReplay) onError(replayed());
    hasReportedReplay = true;
    return plainAnswer(400, '');
  }

  async function exchange(call: WebhookCall): Promise<WebhookAnswer> {
    const body = await readBody(call, { maxBytes, bodyTimeout });
    const appSecret = options.appSecret && (await resolveSecret('appSecret', options.appSecret));
    const signature = readHeader(call.headers, 'x-hub-signature-256');
    if (appSecret !== false && !(await verifySignature({ appSecret, body, signature })))
      throw badSignature(signature);
    const envelope = parseObject(new TextDecoder().decode(body));
    if (!isFlowEnvelope(envelope)) return plainAnswer(400, '');

    const opened = await openFlowEnvelope(await getPrivateKeys(), envelope);
    if (!opened) return refuseKey();
    const action = parseObject(opened.text);
    if (!action) return plainAnswer(400, '');
    if (requireFlowTokenSignature && appSecret !== false && !(await hasTrustedToken(appSecret, action)))
      return plainAnswer(432, '');
    const answered = await replays.once(opened.id, async () => {
      const result = await handleAction(on, action);
      if (!result) return plainAnswer(501, '');
      return plainAnswer(result.code, await sealFlowAnswer(opened, result.body));
    });
    return answered ?? refuseReplay();
  }

  async function handleRequest(call: WebhookCall): Promise<WebhookAnswer> {
    if (call.method !== 'POST') return plainAnswer(405, 'Send Flow requests by POST.', { allow: 'POST' });
    try {
      return await exchange(call);
    } catch (error) {
      const status = isWebhookError(error) ? statusByReason[error.reason] : undefined;
      // What a stranger can cause is not reported each time.
      if (!reportOnce(error) && status === undefined) onError(error);
      return plainAnswer(status ?? 500, '');
    }
  }

  async function endpoint(request: Request, context: FlowContext = {}): Promise<Response> {
    const { method, url, headers, bodyUsed: isBodyUsed } = request;
    const body = context.body ?? request.body;
    return toResponse(
      await handleRequest({ method, url, headers, body, isBodyUsed, bodyAdvice: context.bodyAdvice }),
    );
  }

  return Object.assign(endpoint, { handleRequest, reportOnce });
}
