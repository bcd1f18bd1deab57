import { queryText } from './body.ts';
import { ApiError } from '../errors/api-error.ts';
import { isWabakitError } from '../errors/base-error.ts';
import type { ErrorCodeInfo } from '../errors/codes.ts';
import { OutcomeUnknownError } from '../errors/outcome-unknown-error.ts';
import { TransportError, type TransportErrorReason } from '../errors/transport-error.ts';
import { UsageError } from '../errors/usage-error.ts';
import { readErrorEnvelope } from '../schemas/error-envelope.ts';
import { guard } from '../shared/guard.ts';
import { Attempt } from './attempt.ts';
import { checkNumbers } from './check-numbers.ts';
import type { ApiResponse, CallOptions, Endpoint, Engine, Host, Transport } from './interface.ts';
import { outcomeOfAnswer, type Outcome } from './outcome.ts';
import { redact, safeCause } from './redact.ts';
import type { FailedAttempt, RepeatedCall, Repeater } from './repeater.ts';
import type { RetryOptions } from './retry.ts';
import type { LimitScope } from './throttles.ts';

/** The report of one attempt. It holds no secret, no phone number and no text. */
export interface AttemptReport {
  /** The HTTP method. */
  readonly method: string;
  /** The path, without host, version and query. */
  readonly path: string;
  /** How the attempt ended. */
  readonly outcome: Outcome;
  /** The number of the attempt, from 1. */
  readonly attempt: number;
  /** How long the attempt took. */
  readonly milliseconds: number;
  /** Meta's error code. */
  readonly code?: number | undefined;
  /** Milliseconds until the next attempt, at the earliest; `undefined` if there is none. */
  readonly wait?: number | undefined;
  /** Milliseconds that the attempt waited in the queue before it was made; `undefined` if it did not wait. */
  readonly queueTime?: number | undefined;
  /** What it waited for: a limit of the `app`, the `waba`, the `phoneNumber`, the `pair` of number and user, or of this `call`. */
  readonly limitedBy?: LimitScope | undefined;
}

/** How calls are paced, retried and ended. The short form of a client has the same options. */
export interface CallPolicy {
  /**
   * How many messages a second each business number sends: its throughput at Meta, which is 80, 1,000 after an upgrade, and 20 for a number that
   * is also in the WhatsApp Business app. A function gets the phone number id for each message, so that numbers can differ and change. Sends
   * wait in the order of their calls; 98 % of the number is used, because Meta counts every message, incoming ones too: give less where users
   * answer a lot. One user gets 45 messages at once, then one per 6 seconds. Default: no pace; sends wait only once Meta throttles them.
   *
   * Source: Meta, "Throughput" and "About the platform" (pair rate limits).
   */
  readonly messagesPerSecond?: number | ((phoneNumberId: string) => number | undefined) | undefined;
  /**
   * Milliseconds that a call may wait for `messagesPerSecond` and for the end of a throttle. Then it fails with `TransportError` and the reason
   * `queue_timeout`; nothing was sent. Default: no limit, until the signal aborts.
   */
  readonly maxQueueTime?: number | undefined;
  /** How calls are retried that provably did nothing; `false` makes one attempt each, of throttled calls too. Default: up to 6 attempts. */
  readonly retry?: RetryOptions | false | undefined;
  /** Milliseconds that one attempt may take. Default 30,000. */
  readonly timeout?: number | undefined;
  /** Milliseconds that a call may take with all its attempts and back-offs, without the time in the queue. Default 120,000. */
  readonly totalTimeout?: number | undefined;
  /** Called after each attempt. */
  readonly onAttempt?: ((report: AttemptReport) => void) | undefined;
}

/** How `http()` makes calls. */
export interface HttpOptions extends CallPolicy {
  /** Where the API is and how a call is authorised: `cloudApi({ accessToken })`, or a host of your own. */
  readonly host: Host;
  /** What makes one HTTP exchange. Default: `fetchEngine()`, over the global `fetch`. */
  readonly engine?: Engine | undefined;
  /**
   * Returns what an error code means, or a promise of it, for the hints of refused calls: `describeErrorCode`. Default: none, which keeps a bundle
   * small.
   */
  readonly explainCode?:
    | ((code: number, subcode?: number) => ErrorCodeInfo | undefined | Promise<ErrorCodeInfo | undefined>)
    | undefined;
}

/** How one attempt ended: with a response, or with the error to throw when it was the last one. */
type AttemptResult =
  | { readonly outcome: 'accepted'; readonly response: ApiResponse }
  | (FailedAttempt & {
      /** Where a redirect points. */
      readonly next?: string | false | null | undefined;
    });

function decode(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The error for a call without an answer of the API: open where it may have been carried out, else a plain failure. */
function failure<T>(
  { idempotency, callbackData }: Endpoint<T>,
  outcome: Outcome,
  reason: TransportErrorReason,
  httpStatus?: number,
  cause?: unknown,
): OutcomeUnknownError | TransportError {
  const why = httpStatus === undefined ? reason : `${reason} ${httpStatus}`;
  return outcome === 'unknown' && idempotency !== 'safe'
    ? new OutcomeUnknownError(`The outcome is unknown: ${why}.`, callbackData, httpStatus, cause)
    : new TransportError(reason, `The call failed: ${why}.`, httpStatus, cause);
}

/** Says whether a failure proves that nothing was sent; a part that cannot be loaded proves nothing. */
const judgeFault = (fault: unknown): Promise<boolean> =>
  import('./never-sent.ts').then(
    (module) => module.isNeverSent(fault),
    () => false,
  );

/** Makes the transport over an engine; `http()` is the same with a default engine. Secrets stay in the host. */
export function httpOver(engine: Engine, options: Omit<HttpOptions, 'engine'>): Transport {
  checkNumbers({ ...options, ...options.retry });
  const { host, onAttempt } = options;
  let repeater: Promise<Repeater> | undefined;

  // Loaded by the first call that paces, or that does not succeed at once: it is not part of the smallest sender.
  const follow = async (endpoint: Endpoint<unknown>, callOptions: CallOptions): Promise<RepeatedCall> => {
    repeater ??= import('./repeater.ts').then((module) => module.createRepeater(options));
    // A part that could not be loaded is asked for again.
    repeater.catch(() => (repeater = undefined));
    return (await repeater).follow(endpoint, callOptions);
  };

  async function attemptOnce<T>(
    endpoint: Endpoint<T>,
    signal: AbortSignal | undefined,
    limit: number,
  ): Promise<AttemptResult> {
    let secrets = endpoint.sensitive ?? [];
    const stop = new Attempt(signal, limit);
    let begun = false;
    let answered = false;
    try {
      const url = host.url(endpoint);
      const authorization = await stop.wait(host.authorize(url, endpoint));
      secrets = [...authorization.secrets, ...secrets];
      for (const [name, value] of Object.entries({ ...endpoint.query, ...authorization.query })) {
        if (value !== undefined) url.searchParams.set(name, queryText(value));
      }
      const request = Object.assign(stop, {
        url,
        method: endpoint.method,
        headers: { ...endpoint.body?.headers, ...endpoint.headers, ...authorization.headers },
        body: await stop.wait(endpoint.body?.open(stop)),
        init: endpoint.body?.init,
      });
      if (stop.reason) throw new Error(stop.reason);
      begun = true;
      const response = await stop.wait(engine.exchange(request));
      answered = true;
      const { status, headers } = response;
      const ok = status >= 200 && status < 300;
      const stream = (ok && endpoint.accept === 'stream' && response.body) || undefined;
      const json = stream ? undefined : decode(await stop.wait(response.text()));
      const refusal = readErrorEnvelope(json);
      const outcome = outcomeOfAnswer(status, refusal?.code, stream !== undefined || json !== undefined);
      if (outcome === 'accepted') return { outcome, response: { status, headers, json, stream } };
      // Seconds or a date (RFC 9110, 10.2.3).
      const asked = headers.get('retry-after') ?? '';
      const wait = Number(asked) * 1000 || Date.parse(asked) - Date.now();
      const retryAfter = wait > 0 ? wait : undefined;
      let info: ErrorCodeInfo | undefined;
      if (refusal)
        try {
          info = await stop.wait(options.explainCode?.(refusal.code, refusal.error_subcode));
        } catch (problem) {
          console.error(problem);
        }
      const error = refusal
        ? new ApiError(refusal, status, (text) => redact(text, secrets), info, retryAfter)
        : failure(endpoint, outcome, 'status', status);
      const location = status < 400 && endpoint.method === 'GET' && headers.get('location');
      const next = location && new URL(location, url).href;
      return { outcome, error, retryAfter, headers, next };
    } catch (fault) {
      // A call whose answer is too long to be read may have been carried out.
      if (isWabakitError(fault) && (!answered || endpoint.idempotency === 'safe'))
        return { outcome: 'rejected', error: fault };
      const kind = stop.reason ?? 'network';
      const neverSent =
        !answered &&
        (stop.reason ? stop.isNotSent : (engine.isNotSent?.(fault) ?? (await judgeFault(fault))));
      const outcome = !begun ? 'rejected' : neverSent ? 'not_sent' : 'unknown';
      const cause = safeCause(fault, secrets);
      const summary = 'Nothing was sent: accessToken, the host or the body failed.';
      if (!begun && kind === 'network') return { outcome, error: new UsageError({ summary, cause }) };
      return {
        outcome,
        timedOut: kind === 'timeout',
        error: failure(endpoint, outcome, kind, undefined, cause),
      };
    } finally {
      stop.end();
    }
  }

  return {
    async request(endpoint, callOptions = {}) {
      checkNumbers(callOptions);
      const { signal, timeout = options.timeout ?? 30_000 } = callOptions;
      let end = performance.now() + (callOptions.totalTimeout ?? options.totalTimeout ?? 120_000);
      let hops = 0;
      let call = repeater || options.messagesPerSecond ? await follow(endpoint, callOptions) : undefined;
      for (let attempt = 1; ; attempt += 1) {
        if (signal?.aborted) throw failure(endpoint, 'not_sent', 'aborted');
        const queued = call && (await call.enter());
        end += queued?.queueTime ?? 0;
        const started = performance.now();
        const result = await attemptOnce(endpoint, signal, Math.min(timeout, end - started));
        const { outcome } = result;
        const report = {
          method: endpoint.method,
          path: endpoint.path.replace(/^\w+:\/\/[^/]*|\?.*/gs, ''),
          outcome,
          attempt,
          milliseconds: performance.now() - started,
          ...queued,
        };
        if (result.outcome === 'accepted') {
          call?.accepted(started);
          if (onAttempt) guard(() => onAttempt(report));
          try {
            return endpoint.parse(result.response);
          } catch (cause) {
            throw endpoint.idempotency === 'send'
              ? failure(endpoint, 'unknown', 'status', result.response.status, cause)
              : cause;
          }
        }
        const { error, next } = result;
        if (next && hops < 5) {
          hops += 1;
          endpoint = { ...endpoint, path: next, query: undefined };
          continue;
        }
        call ??= await follow(endpoint, callOptions).catch(() => undefined);
        const wait = call?.failed(result, started, end);
        const code = error instanceof ApiError ? error.code : undefined;
        if (onAttempt) guard(() => onAttempt({ ...report, code, wait }));
        if (wait === undefined) throw error;
      }
    },
  };
}
