import ky from 'ky';
import { ApiError } from '../errors/api-error.ts';
import { isWabakitError, type WabakitError } from '../errors/base-error.ts';
import type { ErrorCodeInfo } from '../errors/codes.ts';
import { OutcomeUnknownError } from '../errors/outcome-unknown-error.ts';
import { TransportError, type TransportErrorReason } from '../errors/transport-error.ts';
import { readErrorEnvelope } from '../schemas/error-envelope.ts';
import { checkHost } from './hosts.ts';
import { isNeverSent, outcomeOfAnswer, type Outcome } from './outcome.ts';
import { redact, safeCause } from './redact.ts';
import { toHeaders, toUrl } from './request.ts';
import { fullBudget, getRetryDelay, retryCost, type RetryOptions } from './retry.ts';
import type { Endpoint, ApiResponse, Transport } from './interface.ts';

/** What is told of one try. It holds no secret, no phone number and no text. */
export interface AttemptReport {
  readonly method: string;
  /** Without host, version and query. */
  readonly path: string;
  readonly outcome: Outcome;
  /** 1 for the first. */
  readonly attempt: number;
  readonly milliseconds: number;
  /** Meta's error code. */
  readonly code?: number | undefined;
  /** Milliseconds until the next try; `undefined` when there is none. */
  readonly wait?: number | undefined;
}

/** What the HTTP transport needs, checked already. */
export interface HttpOptions {
  readonly accessToken: string;
  readonly appSecretProof?: string | Promise<string> | undefined;
  readonly apiVersion: string;
  readonly baseUrl: URL;
  readonly allowedHosts?: readonly string[] | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
  readonly timeout?: number | undefined;
  readonly totalTimeout?: number | undefined;
  readonly retry: RetryOptions;
  readonly onAttempt?: ((report: AttemptReport) => void) | undefined;
  readonly explainCode?: ((code: number, subcode?: number) => ErrorCodeInfo | undefined) | undefined;
}

/** How one try ended: with a reply, or with the error to throw when it was the last try. */
type AttemptResult =
  | { readonly outcome: 'accepted'; readonly reply: ApiResponse }
  | {
      readonly outcome: Exclude<Outcome, 'accepted'>;
      readonly error: WabakitError;
      readonly timedOut?: boolean | undefined;
      readonly retryAfter?: number | undefined;
      /** Where a redirect points. */
      readonly next?: string | undefined;
    };

const timeUp = 'time is up';

/** Waits; ends at once when the signal aborts. */
const sleep = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end);
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
  fault: TransportErrorReason,
  httpStatus?: number,
  cause?: unknown,
): OutcomeUnknownError | TransportError {
  const why = httpStatus === undefined ? fault : `${fault} ${httpStatus}`;
  return outcome === 'unknown' && idempotency !== 'safe'
    ? new OutcomeUnknownError(`The outcome is unknown: ${why}.`, callbackData, httpStatus, cause)
    : new TransportError(fault, `The call failed: ${why}.`, httpStatus, cause);
}

/** Makes the transport that speaks HTTP. Secrets stay in its closure. */
export function httpTransport(options: HttpOptions): Transport {
  const { accessToken, baseUrl, onAttempt: onAttempt } = options;
  let budget = fullBudget;

  async function attemptOnce<T>(
    endpoint: Endpoint<T>,
    signal: AbortSignal | undefined,
    limit: number,
  ): Promise<AttemptResult> {
    const proof = await options.appSecretProof;
    const secrets = [accessToken, proof ?? '', ...(endpoint.sensitive ?? [])];
    const controller = new AbortController();
    const stop = (): void => controller.abort();
    let begun = false;
    let answered = false;
    const timer = setTimeout(() => controller.abort(timeUp), limit);
    signal?.addEventListener('abort', stop);
    try {
      const url = toUrl(endpoint, baseUrl, options.apiVersion);
      checkHost(url, baseUrl, options.allowedHosts);
      if (proof && endpoint.path.startsWith('/')) url.searchParams.set('appsecret_proof', proof);
      const request = {
        method: endpoint.method,
        headers: toHeaders(endpoint, accessToken),
        body: await endpoint.body?.open(),
        redirect: 'manual',
        ...endpoint.body?.init,
        signal: controller.signal,
        retry: 0,
        timeout: false,
        throwHttpErrors: false,
        fetch: options.fetch,
      } as const;
      begun = true;
      const response = await ky(url, request);
      answered = true;
      const { status, headers, ok } = response;
      const stream = (ok && endpoint.accept === 'stream' && response.body) || undefined;
      const json = stream ? undefined : decode(await response.text());
      const refusal = readErrorEnvelope(json);
      const outcome = outcomeOfAnswer(status, refusal?.code, stream !== undefined || json !== undefined);
      const retryAfter = Number(headers.get('retry-after')) * 1000 || undefined;
      if (outcome === 'accepted') return { outcome, reply: { status, headers, json, stream } };
      const error = refusal
        ? new ApiError(
            refusal,
            status,
            (text) => redact(text, secrets),
            options.explainCode?.(refusal.code, refusal.error_subcode),
            retryAfter,
          )
        : failure(endpoint, outcome, 'status', status);
      const location = status < 400 && endpoint.method === 'GET' && headers.get('location');
      return { outcome, error, retryAfter, next: location ? new URL(location, url).href : undefined };
    } catch (fault) {
      if (isWabakitError(fault)) return { outcome: 'rejected', error: fault };
      const timedOut = controller.signal.reason === timeUp;
      const kind = signal?.aborted ? 'aborted' : timedOut ? 'timeout' : 'network';
      const neverSent = !answered && kind === 'network' && isNeverSent(fault);
      const outcome = begun ? (neverSent ? 'not_sent' : 'unknown') : 'rejected';
      return {
        outcome,
        timedOut,
        error: failure(endpoint, outcome, kind, undefined, safeCause(fault, secrets)),
      };
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    }
  }

  return {
    async request(
      endpoint,
      { signal, timeout = options.timeout ?? 30_000, totalTimeout = options.totalTimeout ?? 120_000 } = {},
    ) {
      const end = performance.now() + totalTimeout;
      let hops = 0;
      for (let attempt = 1; ; attempt += 1) {
        if (signal?.aborted) throw failure(endpoint, 'not_sent', 'aborted');
        const started = performance.now();
        const result = await attemptOnce(endpoint, signal, Math.min(timeout, end - started));
        const { outcome } = result;
        const report = {
          method: endpoint.method,
          path: endpoint.path.replace(/\?.*/, ''),
          outcome,
          attempt,
          milliseconds: performance.now() - started,
        };
        if (result.outcome === 'accepted') {
          budget = Math.min(budget + 1, fullBudget);
          onAttempt?.(report);
          try {
            return endpoint.parse(result.reply);
          } catch (cause) {
            throw endpoint.idempotency === 'send'
              ? failure(endpoint, 'unknown', 'status', result.reply.status, cause)
              : cause;
          }
        }
        const { error, timedOut = false, retryAfter, next } = result;
        if (next && hops < 5) {
          hops += 1;
          endpoint = { ...endpoint, path: next, query: undefined };
          continue;
        }
        const { code, transient } = error instanceof ApiError ? error : {};
        const wait = getRetryDelay({
          outcome,
          idempotency: endpoint.idempotency,
          attempt: attempt,
          timedOut,
          code,
          transient,
          retryAfter,
          options: options.retry,
          budget,
          random: Math.random(),
        });
        const again = wait !== undefined && !signal?.aborted && performance.now() + wait < end;
        onAttempt?.({ ...report, code, wait: again ? wait : undefined });
        if (!again) throw error;
        budget -= retryCost(timedOut);
        await sleep(wait, signal);
      }
    },
  };
}
