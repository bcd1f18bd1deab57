import { ApiError } from '../errors/api-error.ts';
import type { WabakitError } from '../errors/base-error.ts';
import type { CallOptions, Endpoint } from './interface.ts';
import { createLimiter, type LimiterOptions, type QueueReport } from './limiter.ts';
import type { Outcome } from './outcome.ts';
import { fullBudget, getRetryDelay, retryCost, type RetryOptions } from './retry.ts';

/** An attempt that was not accepted. */
export interface FailedAttempt {
  readonly outcome: Exclude<Outcome, 'accepted'>;
  readonly error: WabakitError;
  readonly timedOut?: boolean | undefined;
  /** Milliseconds that the answer asks to wait. */
  readonly retryAfter?: number | undefined;
  readonly headers?: Pick<Headers, 'get'> | undefined;
}

/** One call with its attempts. */
export interface RepeatedCall {
  /** Waits until the next attempt may be made. Throws `TransportError` when the signal aborts or `maxQueueTime` has passed. */
  enter(): Promise<QueueReport | undefined>;
  /** Notes that Meta accepted the attempt that began at `startedAt`. */
  accepted(startedAt: number): void;
  /** Returns the milliseconds until the next attempt; `undefined` if the call must not be repeated, or not before `end`. */
  failed(attempt: FailedAttempt, startedAt: number, end: number): number | undefined;
}

/** What a repeater takes of the options of its transport. */
interface RepeaterOptions extends Pick<LimiterOptions, 'messagesPerSecond'> {
  readonly maxQueueTime?: number | undefined;
  readonly retry?: RetryOptions | false | undefined;
}

/** Says when the calls of a transport are made, and whether again. */
export interface Repeater {
  follow(endpoint: Endpoint<unknown>, options: CallOptions): RepeatedCall;
}

/** Waits, or stops waiting when the signal aborts. */
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

/** Makes the repeater of a transport: its clients share the budget of repetitions, the pace and the pauses. */
export function createRepeater(options: RepeaterOptions): Repeater {
  const retry = options.retry === false ? { attempts: 1 } : (options.retry ?? {});
  const limiter = createLimiter({ ...options, baseDelay: retry.baseDelay });
  let budget = fullBudget;

  return {
    follow(endpoint, { signal, maxQueueTime = options.maxQueueTime }) {
      const ticket = limiter.ticket(endpoint, { signal, maxQueueTime });
      let failures = 0;
      let backOff: number | undefined;

      return {
        async enter() {
          if (backOff !== undefined) await sleep(backOff, signal);
          backOff = undefined;
          return ticket.enter();
        },
        accepted(startedAt) {
          budget = Math.min(budget + 1, fullBudget);
          ticket.accepted(startedAt);
        },
        failed(attempt, startedAt, end) {
          const { outcome, error, timedOut } = attempt;
          const now = performance.now();
          if (outcome === 'throttled') {
            // Callers that neither pace nor repeat have a queue of their own.
            if (options.retry === false && options.messagesPerSecond === undefined) return undefined;
            const pause = ticket.throttled(attempt, startedAt);
            return options.retry === false || now > end ? undefined : pause;
          }
          const { code, transient } = error instanceof ApiError ? error : {};
          failures += 1;
          const wait = getRetryDelay({
            ...attempt,
            code,
            transient,
            idempotency: endpoint.idempotency,
            attempt: failures,
            options: retry,
            budget,
            random: Math.random(),
          });
          if (wait === undefined || signal?.aborted || now + wait >= end) return undefined;
          budget -= retryCost(timedOut);
          backOff = wait;
          return wait;
        },
      };
    },
  };
}
