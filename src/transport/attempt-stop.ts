/** Why an attempt ends early. */
type StopReason = 'timeout' | 'aborted';

/** Ends one attempt early. */
export interface AttemptStop {
  /** Why the attempt ended early; `undefined` while it lasts. */
  readonly reason: StopReason | undefined;
  /** Whether the engine proves that the attempt ended before a byte of it was sent. */
  readonly isNotSent: boolean;
  /** A signal that aborts with the attempt, made when it is first read. */
  readonly signal: AbortSignal;
  /** Calls back when the attempt ends early. */
  readonly onAbort: (stopEngine: () => unknown) => void;
  /** Waits for the host, the body or the engine, but not longer than the attempt lasts. One wait at a time. */
  wait<Value>(work: Value | Promise<Value>): Value | Promise<Value>;
  /** Releases the timer and the caller's signal. */
  end(): void;
}

// Not `instanceof`: Jest gives each test file classes of its own.
const isPromise = <Value>(work: Value | Promise<Value>): work is Promise<Value> =>
  typeof work === 'object' && work !== null && 'then' in work;

/**
 * Starts the time of one attempt: it is over after `limit` milliseconds, or when the caller's signal aborts. Every attempt makes one, so it allocates
 * little.
 */
export function startAttempt(caller: AbortSignal | undefined, limit: number): AttemptStop {
  let reason: StopReason | undefined;
  let controller: AbortController | undefined;
  let isNotSent = false;
  let stopEngine: (() => unknown) | undefined;
  let stopWaiting: ((error: Error) => void) | undefined;
  const stop = (why: StopReason): void => {
    reason ??= why;
    controller?.abort(why);
    isNotSent = stopEngine?.() === true;
    stopWaiting?.(new Error(why));
  };
  const abort = (): void => stop('aborted');
  const timer = setTimeout(stop, limit, 'timeout');
  caller?.addEventListener('abort', abort);
  // It may have aborted while the call waited.
  if (caller?.aborted) abort();
  return {
    get reason() {
      return reason;
    },
    get isNotSent() {
      return isNotSent;
    },
    get signal() {
      controller ??= new AbortController();
      if (reason) controller.abort(reason);
      return controller.signal;
    },
    onAbort(callback) {
      stopEngine = callback;
      if (reason) isNotSent = callback() === true;
    },
    wait<Value>(work: Value | Promise<Value>): Value | Promise<Value> {
      if (!isPromise(work)) return work;
      return new Promise((resolve, reject) => {
        stopWaiting = reject;
        work.then(resolve, reject);
        if (reason) reject(new Error(reason));
      });
    },
    end() {
      clearTimeout(timer);
      caller?.removeEventListener('abort', abort);
    },
  };
}
