import { flowDocsRoot } from '../../shared/meta.ts';
import { UsageError } from '../../errors/usage-error.ts';
import { WebhookError, isWebhookError, type WebhookFramework } from '../../errors/webhook-error.ts';
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

/** A function of yours that answers one kind of request. */
export type FlowHandler<Exchange, Answer = FlowAnswer> = (request: Exchange) => Answer | Promise<Answer>;

/** What you answer, by action. An action that WhatsApp asks for and that has no handler is a {@link UsageError} for `onError`. */
export interface FlowHandlers {
  /** The user opened the Flow. Answer its first screen. */
  readonly init?: FlowHandler<FlowInit> | undefined;
  /** The user submitted a screen. Answer the next one, or {@link completeFlow}, or {@link expireFlowToken}. */
  readonly dataExchange?: FlowHandler<FlowDataExchange> | undefined;
  /** The user went back to a screen with `refresh_on_back`. Answer that screen afresh. */
  readonly back?: FlowHandler<FlowBack> | undefined;
  /** WhatsApp could not use your last answer: write it down. It is acknowledged for you. */
  readonly error?: FlowHandler<FlowErrorNotice, void> | undefined;
  /** Meta's health check came by. It is answered for you. */
  readonly ping?: FlowHandler<FlowPing, void> | undefined;
  /** An action that this version does not know, as it came. Without this handler it is answered with 501. */
  readonly unknown?: FlowHandler<object> | undefined;
}

/** How {@link createFlowEndpoint} is set up. */
export interface FlowEndpointOptions {
  /**
   * The private key whose public half you uploaded to the number, PEM. Several while you rotate: WhatsApp keeps using the old one until
   * it fetches the new one.
   */
  readonly privateKey: string | readonly string[];
  /** What the private keys are encrypted with, where they are. Needs a runtime with `node:crypto`. */
  readonly passphrase?: string | undefined;
  /**
   * The secret of the app that is connected to the Flow; several while you rotate it. `false` leaves the signature unchecked: anybody
   * who has your public key can then write to you, so say it only behind a proxy that has checked it.
   */
  readonly appSecret: string | readonly string[] | false;
  /** Your answers, by action. */
  readonly on: FlowHandlers;
  /** Refuses requests whose `flow_token_signature` is missing or wrong (432). Only for data API 4.0 and later. Default: `false`. */
  readonly requireFlowTokenSignature?: boolean | undefined;
  /** The largest body to read, in bytes; 413 beyond it. Default: 1 MiB. */
  readonly maxBytes?: number | undefined;
  /** Told of what a handler threw, and of a body that was parsed too early; the answer is 500 then. Default: `console.error`. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** What the server around knows of a request and the request itself does not tell; adapters such as `toNodeListener` pass it. */
export interface FlowContext {
  /** The body, where the request does not carry it: bytes, text or a stream of bytes. */
  readonly body?: unknown;
  /** Which framework hands over the request, for the advice in errors. */
  readonly framework?: WebhookFramework | undefined;
}

/** A Flow endpoint: a function from `Request` to `Response`, which never rejects. */
export type FlowEndpoint = (request: Request, context?: FlowContext) => Promise<Response>;

const docs = `${flowDocsRoot}/guides/implementingyourflowendpoint`;

function reply(status: number, body = '', headers: Readonly<Record<string, string>> = {}): Response {
  const common = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' };
  return new Response(body, { status, headers: { ...common, ...headers } });
}

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
    summary: 'The Flow endpoint has no handler for what WhatsApp asks',
    issues: [{ path: `on.${name}`, message: 'is missing: answer with the screen to show', docs }],
  });
}

async function answer(on: FlowHandlers, request: object): Promise<FlowAnswer | undefined> {
  if (isExchange<FlowInit>(request, 'INIT')) return run('init', on.init, request);
  if (isExchange<FlowDataExchange>(request, 'data_exchange'))
    return run('dataExchange', on.dataExchange, request);
  if (isExchange<FlowBack>(request, 'BACK')) return run('back', on.back, request);
  return on.unknown?.(request);
}

/** The status and the clear text of the answer; `undefined` for an action that nobody here knows. */
async function converse(
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
 * Makes the endpoint that a WhatsApp Flow talks to: checks the signature on the raw bytes, decrypts, asks your handler, encrypts.
 *
 * It answers 421 when none of the private keys opens the request (WhatsApp then fetches the public key anew), 432 on a bad signature,
 * 427 when your handler says {@link expireFlowToken}, 400, 405 and 413 to what is no Flow request, 500 when a handler fails.
 *
 * Source: Meta, "Implementing endpoints for Flows" and "Flows: error codes".
 *
 * @throws UsageError when a private key or an option cannot work.
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
  if (issues.length > 0) throw new UsageError({ summary: 'The Flow endpoint cannot be set up', issues });
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
    const asked = parseObject(opened.text);
    if (!asked) return reply(400);
    if (requireFlowTokenSignature && appSecret !== false && !(await hasTrustedToken(appSecret, asked)))
      return reply(432);
    const answered = await converse(on, asked);
    return answered ? reply(answered.code, await sealFlowAnswer(opened, answered.body)) : reply(501);
  }

  return async (request, context = {}) => {
    if (request.method !== 'POST') return reply(405, 'A Flow endpoint takes POST only', { allow: 'POST' });
    try {
      return await exchange(request, context);
    } catch (error) {
      if (isWebhookError(error) && error.reason === 'too_large') return reply(413);
      onError(error);
      return reply(500);
    }
  };
}
