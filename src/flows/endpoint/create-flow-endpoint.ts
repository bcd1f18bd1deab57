import { flowDocsRoot } from '../../shared/meta.ts';
import { UsageError } from '../../errors/usage-error.ts';
import { WebhookError, isWebhookError, type WebhookFramework } from '../../errors/webhook-error.ts';
import { plainAnswer, toResponse } from '../../webhooks/receiver/plain-answer.ts';
import { readBody } from '../../webhooks/receiver/read-body.ts';
import { verifySignature } from '../../webhooks/receiver/signature.ts';
import { isFlowEnvelope, openFlowEnvelope, sealFlowAnswer } from './flow-envelope.ts';
import {
  isExpiredFlowToken,
  type FlowAnswer,
  type FlowBack,
  type FlowDataExchange,
  type FlowErrorNotice,
  type FlowInit,
  type FlowPing,
  type FlowExchange,
} from './flow-exchange.ts';
import { importPrivateKey, readPrivateKey } from './private-key.ts';
import { verifyFlowTokenSignature } from './verify-flow-token-signature.ts';

/** Your function for one kind of request: it returns the answer, or a promise of it. */
export type FlowHandler<Exchange, Answer = FlowAnswer> = (request: Exchange) => Answer | Promise<Answer>;

/** Your functions, by action. If WhatsApp requests an action without a function here, the response is 500 and `onError` gets a {@link UsageError}. */
export interface FlowHandlers {
  /** Called when the user opens the Flow. Return its first screen. */
  readonly init?: FlowHandler<FlowInit> | undefined;
  /** Called when the user submits a screen. Return the next screen, {@link completeFlow} or {@link expireFlowToken}. */
  readonly dataExchange?: FlowHandler<FlowDataExchange> | undefined;
  /** Called when the user goes back to a screen with `refresh_on_back`. Return that screen with new data. */
  readonly back?: FlowHandler<FlowBack> | undefined;
  /** Called when WhatsApp could not use your last answer; log it. The endpoint acknowledges it itself. */
  readonly error?: FlowHandler<FlowErrorNotice, void> | undefined;
  /** Called at each health check of Meta. The endpoint answers it itself. */
  readonly ping?: FlowHandler<FlowPing, void> | undefined;
  /** Called with an action that this version does not know, unchanged. Without this function the response is 501. */
  readonly unknown?: FlowHandler<object> | undefined;
}

/** Options of {@link createFlowEndpoint}. */
export interface FlowEndpointOptions {
  /**
   * The private key in PEM whose public key you uploaded to the business number. A list while you rotate it: WhatsApp encrypts with the old
   * public key until it fetches the new one.
   */
  readonly privateKey: string | readonly string[];
  /** The passphrase of the private keys, if they are encrypted. Requires a runtime with `node:crypto`. */
  readonly passphrase?: string | undefined;
  /**
   * The secret of the app that is connected to the Flow; a list while you rotate it. `false` skips the verification of signatures: anyone with
   * your public key can then call the endpoint, so use it only behind a proxy that has verified them.
   */
  readonly appSecret: string | readonly string[] | false;
  /** Your functions, by action: `init`, `dataExchange`, `back`, `error`, `ping`, `unknown`. */
  readonly on: FlowHandlers;
  /** Whether to refuse requests whose `flow_token_signature` is missing or wrong, with 432. Requires data API 4.0 or later. Default: `false`. */
  readonly requireFlowTokenSignature?: boolean | undefined;
  /** The largest body to accept, in bytes; a larger one gets 413. Default: 1 MiB. */
  readonly maxBytes?: number | undefined;
  /** Called with every error that leads to a 500: what a handler threw, or a body that was parsed too early. Default: `console.error`. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** What the server knows about a request in addition to the request itself. */
export interface FlowContext {
  /** The raw body, if the request does not contain it: bytes, text or a stream of bytes. */
  readonly body?: unknown;
  /** The framework that passes the request, for the advice in errors. Default: `web`. */
  readonly framework?: WebhookFramework | undefined;
}

/** A Flow endpoint: a function from `Request` to `Response`, which never rejects. */
export type FlowEndpoint = (request: Request, context?: FlowContext) => Promise<Response>;

const docs = `${flowDocsRoot}/guides/implementingyourflowendpoint`;

const reply = (status: number, body = '', headers: Readonly<Record<string, string>> = {}): Response =>
  toResponse(plainAnswer(status, body, headers));

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
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

async function run<Exchange>(
  name: keyof FlowHandlers,
  handler: FlowHandler<Exchange> | undefined,
  request: Exchange,
): Promise<FlowAnswer> {
  if (handler) return handler(request);
  throw new UsageError({
    summary: 'The Flow endpoint has no handler for the requested action.',
    issues: [{ path: `on.${name}`, message: 'is missing; return the screen to show', docs }],
  });
}

async function answer(on: FlowHandlers, request: object): Promise<FlowAnswer | undefined> {
  if (isExchange<FlowInit>(request, 'INIT')) return run('init', on.init, request);
  if (isExchange<FlowDataExchange>(request, 'data_exchange'))
    return run('dataExchange', on.dataExchange, request);
  if (isExchange<FlowBack>(request, 'BACK')) return run('back', on.back, request);
  return on.unknown?.(request);
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

async function hasTrustedToken(appSecret: string | readonly string[], request: object): Promise<boolean> {
  if (isPing(request)) return true;
  if (!isExchange(request)) return false;
  const { flow_token: flowToken, flow_token_signature: signature } = request;
  return verifyFlowTokenSignature({ appSecret, flowToken, signature });
}

function getIssues({ privateKey, appSecret, requireFlowTokenSignature }: FlowEndpointOptions) {
  const empty = (value: string | readonly string[]) => value.length === 0 || [value].flat().includes('');
  const issues = [];
  if (empty(privateKey)) issues.push({ path: 'privateKey', message: 'must be a PEM private key', docs });
  if (appSecret !== false && empty(appSecret))
    issues.push({ path: 'appSecret', message: 'must be the secret of the app connected to the Flow', docs });
  if (appSecret === false && requireFlowTokenSignature === true)
    issues.push({ path: 'appSecret', message: 'is needed to check the flow token signature', docs });
  return issues;
}

/**
 * Creates the endpoint of a WhatsApp Flow: it verifies the signature of the raw bytes, decrypts the request, calls your handler and encrypts
 * its answer.
 *
 * It responds 421 if none of the private keys decrypts the request (WhatsApp then fetches the public key again), 432 to a wrong signature, 427
 * if your handler returns {@link expireFlowToken}, 400, 405 or 413 to other requests, and 500 if a handler fails.
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
  const { privateKey, passphrase, appSecret, on, requireFlowTokenSignature = false } = options;
  const { maxBytes = 1024 * 1024, onError = console.error } = options;
  const issues = getIssues(options);
  if (issues.length > 0)
    throw new UsageError({ summary: 'createFlowEndpoint cannot use these options.', issues });
  const pkcs8 = [privateKey].flat().map((pem) => readPrivateKey(pem, passphrase));
  let privateKeys: Promise<CryptoKey[]> | undefined;

  async function exchange(request: Request, context: FlowContext): Promise<Response> {
    if (request.bodyUsed) throw new WebhookError('body_already_read', { framework: context.framework });
    const body = await readBody(context.body ?? request.body, maxBytes, context.framework ?? 'web');
    const signature = request.headers.get('x-hub-signature-256');
    if (appSecret !== false && !(await verifySignature({ appSecret, body, signature }))) return reply(432);
    const envelope = parseObject(new TextDecoder().decode(body));
    if (!isFlowEnvelope(envelope)) return reply(400);

    privateKeys ??= Promise.all(pkcs8.map(importPrivateKey));
    const opened = await openFlowEnvelope(await privateKeys, envelope);
    if (!opened) return reply(421);
    const action = parseObject(opened.text);
    if (!action) return reply(400);
    if (requireFlowTokenSignature && appSecret !== false && !(await hasTrustedToken(appSecret, action)))
      return reply(432);
    const response = await handleAction(on, action);
    return response ? reply(response.code, await sealFlowAnswer(opened, response.body)) : reply(501);
  }

  return async (request, context = {}) => {
    if (request.method !== 'POST') return reply(405, 'Send Flow requests by POST.', { allow: 'POST' });
    try {
      return await exchange(request, context);
    } catch (error) {
      if (isWebhookError(error) && error.reason === 'too_large') return reply(413);
      onError(error);
      return reply(500);
    }
  };
}
