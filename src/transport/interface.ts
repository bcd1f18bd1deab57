import type { PhoneNumberId, WabaId } from '../shared/ids.ts';

/** What a client knows about its account. Secrets are not here: they stay inside the host. */
export interface ClientConfig {
  /** The business phone number that operations use unless a call names another. */
  readonly phoneNumberId?: PhoneNumberId | undefined;
  /** The WhatsApp Business Account that operations use unless a call names another. */
  readonly wabaId?: WabaId | undefined;
  /** The Meta app, needed for resumable uploads and app subscriptions. */
  readonly appId?: string | undefined;
  /** The business portfolio that owns the account. */
  readonly businessPortfolioId?: string | undefined;
  /** The calling code, such as `+55`, of phone numbers that are given without one. A number that begins with it already keeps it. */
  readonly defaultCountry?: string | undefined;
}

/** Options of one call. */
export interface CallOptions {
  /** Cancels the call. Nothing more is sent once it aborts, before the first byte or while waiting for a retry. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds that one attempt may take, reply included; of a download, that may pass without a byte. Above 0. Default: the transport's, 30,000. */
  readonly timeout?: number | undefined;
  /** Milliseconds that the whole call may take, with every attempt and every back-off, but without the time in the queue. Above 0. Default: the transport's, 120,000. */
  readonly totalTimeout?: number | undefined;
  /**
   * Milliseconds that the call may wait for `messagesPerSecond` and for the end of a throttle, over all its attempts. When they are over, it
   * fails with `TransportError` and the reason `queue_timeout`; nothing was sent. Default: the transport's, no limit.
   */
  readonly maxQueueTime?: number | undefined;
}

/** Makes calls. `http()` makes the one that speaks HTTP; a test or a proxy may put another in its place. */
export interface Transport {
  /** Makes one call, retries it where that is safe, and resolves to its parsed reply. */
  request<T>(endpoint: Endpoint<T>, options?: CallOptions): Promise<T>;
}

/** What every operation takes first: an account and a transport. */
export interface Client extends Transport {
  /** The account that operations work on. */
  readonly config: ClientConfig;
}

/** What a host adds to one request. */
export interface Authorization {
  /** The headers that authorise the request. */
  readonly headers: Readonly<Record<string, string>>;
  /** Query values that belong to the authorisation, such as `appsecret_proof`; those that are `undefined` are left out. */
  readonly query?: Readonly<Record<string, string | undefined>> | undefined;
  /** The strings that must never show in an error or a log. */
  readonly secrets: readonly string[];
}

/** What differs from provider to provider: where the API is, and how a call is authorised. `cloudApi()` makes Meta's own. */
export interface Host {
  /** The name that errors show, such as `cloudApi`. */
  readonly name: string;
  /** Returns the URL of a call without its query: host, base path, version and path. An absolute path is a URL that the API handed out. */
  url(endpoint: Pick<Endpoint<unknown>, 'path' | 'host'>): URL;
  /** Returns what authorises a request to this URL. Throws `TransportError` with the reason `host` if the URL must not get the token. */
  authorize(url: URL, endpoint: Pick<Endpoint<unknown>, 'path' | 'auth'>): Promise<Authorization>;
}

/** One HTTP request as an engine gets it, complete and with its secrets. */
export interface EngineRequest {
  /** Where it goes, query included. */
  readonly url: URL;
  readonly method: Endpoint<unknown>['method'];
  /** The headers, with the authorisation. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body, opened for this attempt. */
  readonly body?: NonNullable<RequestInit['body']> | undefined;
  /** The option that `fetch` needs for a streamed body. */
  readonly init?: RequestBody['init'];
  /** Aborts when the attempt times out or the caller cancels it. */
  readonly signal: AbortSignal;
  /**
   * Calls back once, when `signal` would abort: for engines that need no signal, because making one costs more than the rest of a call. What `stop`
   * returns is `true` where no byte of the request was sent, so that the attempt counts as never sent. The last `stop` counts.
   */
  readonly onAbort: (stop: () => unknown) => void;
}

/** What is used of a `Response`, so that an engine need not make one. */
export interface EngineResponse {
  readonly status: number;
  /** The response headers; `get` takes names in lower case. */
  readonly headers: Pick<Headers, 'get'>;
  /** The body as it arrives. Read either this or `text`, once. */
  readonly body: ReadableStream<Uint8Array> | null;
  /** Resolves to the whole body as text. Rejects if it ends early. */
  text(): Promise<string>;
}

/** Makes one HTTP exchange: no retry, no redirect that is followed, no error for a status. `kyEngine()` makes the portable one. */
export interface Engine {
  /** The name that diagnostics show, such as `ky`. */
  readonly name: string;
  /** Sends one request and resolves to its response as soon as the headers are there. Rejects with what the network said. */
  exchange(request: EngineRequest): Promise<EngineResponse>;
  /**
   * Returns whether an error of `exchange` proves that no byte of the request was sent; `undefined` if the engine cannot tell, and then the codes of
   * the runtime's `fetch` decide.
   */
  readonly isNotSent?: ((fault: unknown) => boolean | undefined) | undefined;
}

/**
 * What repeating a call does. `safe`: nothing, so it is retried freely (GET, DELETE, marking as read). `unsafe`: it may change
 * something twice. `send`: it may reach a customer twice. The last two are retried only when the earlier attempt provably did nothing.
 */
export type Idempotency = 'safe' | 'unsafe' | 'send';

/** Query values; those that are `undefined` are left out, lists are joined with commas. */
export type Query = Readonly<
  Record<string, string | number | boolean | readonly (string | number)[] | undefined>
>;

/** The body of a request; `jsonBody`, `formBody`, `multipartBody`, `bytesBody` and `streamBody` make one. */
export interface RequestBody {
  // Not `BodyInit`: that name exists only where the DOM's types are loaded.
  /**
   * Returns what `fetch` takes. Called once per attempt, so that a stream starts from its first byte each time. The signal aborts when the attempt
   * is given up: what is opened later is not read.
   */
  open(
    attempt?: Pick<EngineRequest, 'signal'>,
  ): NonNullable<RequestInit['body']> | Promise<NonNullable<RequestInit['body']>>;
  /** Its content type and length, if `fetch` cannot derive them from the body. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The option that `fetch` needs for a streamed body. */
  readonly init?: Pick<RequestInit, 'redirect' | 'window'> | undefined;
}

/** An answer of the API that is not an error. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: EngineResponse['headers'];
  /** The decoded JSON; `undefined` when the endpoint accepts a stream. */
  readonly json: unknown;
  /** The bytes as they arrive, for endpoints that accept a stream. */
  readonly stream: ReadableStream<Uint8Array> | undefined;
}

/** One call of the API as a value: what to ask, how safe it is to repeat, and how to read the answer. */
export interface Endpoint<T> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Made with the `path` tag, without the version: `` path`/${id}/messages` ``. Or an absolute URL that Meta handed out (media). */
  readonly path: string;
  readonly query?: Query | undefined;
  readonly body?: RequestBody | undefined;
  readonly idempotency: Idempotency;
  /** `graph` unless Meta documents the operation on `api.facebook.com`. */
  readonly host?: 'graph' | 'api' | undefined;
  /** How the access token is given. Default `Bearer`; `OAuth` for resumable uploads. */
  readonly auth?: 'Bearer' | 'OAuth' | 'none' | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** `json` unless the answer is a file. */
  readonly accept?: 'json' | 'stream' | undefined;
  /** For sends: what the statuses will carry back in `biz_opaque_callback_data`. */
  readonly callbackData?: string | undefined;
  /** For sends: the user's number in digits, or the user id. Meta limits how fast a number writes to one user. */
  readonly recipient?: string | undefined;
  /** The WABA that the call belongs to, which Meta's quota of calls is counted for. Default: the client's. */
  readonly wabaId?: WabaId | undefined;
  /** Personal strings of the request, such as the recipient, that must never show in an error or a log. */
  readonly sensitive?: readonly string[] | undefined;
  /** Reads the answer; throws a `ResponseShapeError` when it is not what Meta documents. `shaped()` makes one. */
  parse(reply: ApiResponse): T;
}
