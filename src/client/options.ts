import type { CallPolicy } from '../transport/http-over.ts';
import type { CloudApiAccess } from '../transport/hosts/cloud-api.ts';
import type { NodeEngineOptions } from '../transport/engines/node-agent.ts';
import type { ClientConfig, Transport } from '../transport/interface.ts';

/** How to set up a core client. */
export interface CoreClientOptions extends ClientConfig {
  /** What makes the calls: `http({ host: cloudApi({ accessToken }) })`. */
  readonly transport: Transport;
}

/** Receives log lines as pino's loggers do: fields first, then the message. */
export interface Logger {
  /** Called after an attempt that was accepted. */
  debug(fields: object, message: string): void;
  /** Called after an attempt that failed. */
  warn(fields: object, message: string): void;
}

/** How to set up a client of Meta's Cloud API, in the short form. */
export interface CloudApiClientOptions extends ClientConfig, CloudApiAccess, CallPolicy {
  /**
   * Makes the calls in place of the default: a proxy's `fetch`, a test's, or the runtime's own (`fetch: globalThis.fetch`). Default: `node:https` on
   * Node, unless something has taken the place of the global `fetch` or of undici's global dispatcher; elsewhere the global `fetch`.
   */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** The agent of `node:https` that opens the connections, for a proxy or a client certificate. Node only; not together with `fetch`. */
  readonly agent?: NodeEngineOptions['agent'];
  /** The app secret. If it is set, each call carries the `appsecret_proof` that an app may demand. */
  readonly appSecret?: string | undefined;
  /** Receives one line per attempt, at `debug` or `warn`; a pino logger fits. The lines hold no secret, number or text. */
  readonly logger?: Logger | undefined;
  /** Not together with `accessToken`: the transport then holds every option of the transport. */
  readonly transport?: undefined;
}

/** How to set up a client: with the access token of Meta's Cloud API, or with a transport of your own. */
export type ClientOptions = CloudApiClientOptions | CoreClientOptions;
