import type { Outcome } from './outcome.ts';
import type { Idempotency } from './interface.ts';

/** How a client repeats calls. */
export interface RetryOptions {
  /** How many times a call is tried in all, without the attempts that Meta throttled. Default 6. */
  readonly attempts?: number | undefined;
  /**
   * Milliseconds of the first back-off; each next one is twice as long, at most 30 s, and a random part of it is waited. A throttle without a
   * stated wait pauses for twice as long, whole, and doubles up to 256 s. Default 500.
   */
  readonly baseDelay?: number | undefined;
  /**
   * Whether sends are repeated when Meta reports a fault of its own (codes 1, 2, 131000, 131016). Default `false`: Meta does not say
   * that such a message was not sent. Reads are repeated in any case.
   */
  readonly retryServerErrors?: boolean | undefined;
}

/** Everything that decides whether and when a call is tried again. */
export interface RetryInput {
  readonly outcome: Outcome;
  readonly idempotency: Idempotency;
  /** How many tries there were, 1 or more, without throttled ones. */
  readonly attempt: number;
  readonly timedOut?: boolean | undefined;
  readonly code?: number | undefined;
  readonly transient?: boolean | undefined;
  /** Milliseconds that the answer asks to wait. */
  readonly retryAfter?: number | undefined;
  readonly options: RetryOptions;
  /** Tokens left in the budget of the client. */
  readonly budget: number;
  /** From 0 to 1, below 1. */
  readonly random: number;
}

/** Tokens that a client starts with, and never has more of. */
export const fullBudget = 500;

/** What one more try costs. */
export const retryCost = (timedOut: boolean | undefined): number => (timedOut ? 10 : 5);

const longestWait = 300_000;
const longestBackOff = 30_000;
// Source: Meta, "Error codes": faults on Meta's side.
const serverErrorCodes = new Set([1, 2, 131000, 131016]);

/**
 * Gives the milliseconds to wait before the next try, or `undefined` when the call must not, or cannot, be tried again. Throttled calls are
 * the limiter's.
 */
export function getRetryDelay(input: RetryInput): number | undefined {
  const { outcome, attempt: tries, options, code } = input;
  const repeatable =
    outcome === 'not_sent' ||
    (outcome === 'unknown' && input.idempotency === 'safe') ||
    (outcome === 'rejected' &&
      (input.transient === true || serverErrorCodes.has(code ?? NaN)) &&
      (input.idempotency === 'safe' || options.retryServerErrors === true));
  if (!repeatable || tries >= (options.attempts ?? 6) || input.budget < retryCost(input.timedOut))
    return undefined;
  if (input.retryAfter !== undefined) return Math.min(input.retryAfter, longestWait);
  return input.random * Math.min((options.baseDelay ?? 500) * 2 ** (tries - 1), longestBackOff);
}
