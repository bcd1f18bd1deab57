import type { WebhookAnswer, WebhookCall } from '../../webhooks/receiver/handler-options.ts';
import type {
  FlowAnswer,
  FlowBack,
  FlowDataExchange,
  FlowErrorNotice,
  FlowInit,
  FlowPing,
} from './flow-exchange.ts';

/** Your function for one kind of request: it returns the answer, or a promise of it. */
export type FlowHandler<Exchange, Answer = FlowAnswer> = (request: Exchange) => Answer | Promise<Answer>;

/** Your functions, by action. If WhatsApp requests an action without a function here, the response is 500 and `onError` gets a `UsageError`. */
export interface FlowHandlers {
  /** Called when the user opens the Flow. Return its first screen. */
  readonly init?: FlowHandler<FlowInit> | undefined;
  /** Called when the user submits a screen. Return the next screen, `completeFlow` or `expireFlowToken`. */
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

/** A secret, or a function that returns it with a request, for modules that load before the secret is there, as in `next build`. */
export type FlowSecret<Value> = Value | (() => Value | undefined | Promise<Value | undefined>);

/** Options of `createFlowEndpoint`. */
export interface FlowEndpointOptions {
  /**
   * The private key in PEM whose public key you uploaded to the business number. A list while you rotate it: WhatsApp encrypts with the old
   * public key until it fetches the new one. A function is called with the first request, and what it returns is kept.
   */
  readonly privateKey: FlowSecret<string | readonly string[]>;
  /**
   * The passphrase of the private keys, if they are encrypted; a function is called with the first request. Requires a runtime with
   * `node:crypto`.
   */
  readonly passphrase?: FlowSecret<string> | undefined;
  /**
   * The secret of the app that is connected to the Flow; a list while you rotate it. A function is called with each request. `false` skips the verification of signatures: anyone with
   * your public key can then call the endpoint, so use it only behind a proxy that has verified them.
   */
  readonly appSecret: FlowSecret<string | readonly string[]> | false;
  /** Your functions, by action: `init`, `dataExchange`, `back`, `error`, `ping`, `unknown`. */
  readonly on: FlowHandlers;
  /** Whether to refuse requests whose `flow_token_signature` is missing or wrong, with 432. Requires data API 4.0 or later. Default: `false`. */
  readonly requireFlowTokenSignature?: boolean | undefined;
  /** The largest body to accept, in bytes; a larger one gets 413. Default: 1 MiB. */
  readonly maxBytes?: number | undefined;
  /** How long a body may take to arrive, in milliseconds; a slower one gets 408, and its connection is closed. Default: 30,000. */
  readonly bodyTimeout?: number | undefined;
  /**
   * Called with every error that leads to a 500, such as what a handler threw. Called once per cause with what is wrong with the set-up: a wrong
   * signature, a request that no private key opens, a body that was parsed too early. Default: `console.error`.
   */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** What the server knows about a request in addition to the request itself. */
export interface FlowContext {
  /** The raw body, if the request does not contain it: bytes, text or a stream of bytes. */
  readonly body?: unknown;
  /**
   * What to change in the server if something has read or parsed the body before, for the error. Default: advice for a Fetch `Request`; each adapter
   * gives its own.
   */
  readonly bodyAdvice?: string | undefined;
}

/** A Flow endpoint: a function from `Request` to `Response`, which never rejects. The adapters of `wabakit/webhooks` connect it to a server. */
export interface FlowEndpoint {
  (request: Request, context?: FlowContext): Promise<Response>;
  /** Does the same without `Request` and `Response`, for adapters to other kinds of servers. Never rejects. */
  readonly handleRequest: (call: WebhookCall) => Promise<WebhookAnswer>;
  /** Passes an error of the server to `onError`, each cause once. Adapters call it if a response cannot be written. */
  readonly reportOnce: (error: unknown) => unknown;
}
