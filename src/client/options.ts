import type { ErrorCodeInfo } from '../errors/codes.ts';
import type { AttemptReport } from '../transport/http.ts';
import type { RetryOptions } from '../transport/retry.ts';
import type { ClientConfig } from '../transport/transport.ts';

/** How to set up a bare client. */
export interface CoreClientOptions extends Partial<ClientConfig> {
  /** The access token, of a system user for servers. It goes to Meta's hosts only, and never into an error or a log. */
  readonly accessToken: string;
  /** The id (not the number) of the business phone number to send from, as the API Setup page of the app shows it. */
  readonly phoneNumberId?: string | undefined;
  /** The id of the WhatsApp Business Account, for templates and account operations. */
  readonly wabaId?: string | undefined;
  /** Sent with each call to the API itself, never to media hosts; `appSecretProof()` makes it. */
  readonly appSecretProof?: string | Promise<string> | undefined;
  /** The Graph API version. Default `v26.0`. */
  readonly apiVersion?: string | undefined;
  /** Where the API is. Default `https://graph.facebook.com`; the emulator's address in tests. Just the host: no version, no path. */
  readonly baseUrl?: string | undefined;
  /** Used in place of the global `fetch`: a proxy's, or the emulator's. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds that one try of a call may take. Default 30,000. */
  readonly timeout?: number | undefined;
  /** Milliseconds that a call may take with all its tries and waits. Default 120,000. */
  readonly totalTimeout?: number | undefined;
  /** How calls are repeated that provably did nothing; `false` tries each once. */
  readonly retry?: RetryOptions | false | undefined;
  /** Further hosts that may get the access token, such as `media.example.com`. */
  readonly allowedHosts?: readonly string[] | undefined;
  /** Is told of each try. */
  readonly onAttempt?: ((report: AttemptReport) => void) | undefined;
  /** Adds hints to refused calls, as `describeErrorCode` does for `createClient`. */
  readonly explainCode?: ((code: number, subcode?: number) => ErrorCodeInfo | undefined) | undefined;
}

/** Takes log lines, as pino's loggers do: fields first, then the message. */
export interface Logger {
  /** A try that went well. */
  debug(fields: object, message: string): void;
  /** A try that did not. */
  warn(fields: object, message: string): void;
}

/** How to set up a client. */
export interface ClientOptions extends CoreClientOptions {
  /** The app secret. When it is set, each call carries the `appsecret_proof` that an app may demand. */
  readonly appSecret?: string | undefined;
  /** Gets one line per try, at `debug` or `warn`; a pino logger fits. It gets no secret, number or text. */
  readonly logger?: Logger | undefined;
}
