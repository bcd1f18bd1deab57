/** Why an attempt ends early. */
export type StopReason = 'timeout' | 'aborted';

// Not `instanceof`: Jest gives each test file classes of its own.
const isPromise = <Value>(work: Value | Promise<Value>): work is Promise<Value> =>
  typeof work === 'object' && work !== null && 'then' in work;

/** Ends one attempt early: when its time is up, or when the caller's signal aborts. One is made for every attempt, so it allocates little. */
export class AttemptStop {
  reason: StopReason | undefined;
  readonly #caller: AbortSignal | undefined;
  readonly #timer: ReturnType<typeof setTimeout>;
  #controller: AbortController | undefined;
  #stopEngine: (() => void) | undefined;
  #stopWaiting: ((error: Error) => void) | undefined;

  constructor(caller: AbortSignal | undefined, limit: number) {
    this.#caller = caller;
    this.#timer = setTimeout(this.#stop, limit, 'timeout');
    caller?.addEventListener('abort', this.#abort);
    // It may have aborted while the call waited.
    if (caller?.aborted) this.#abort();
  }

  /** A signal that aborts with the attempt, made when it is first read. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.reason !== undefined) this.#controller.abort(this.reason);
    return this.#controller.signal;
  }

  /** Calls back when the attempt ends early. */
  readonly onAbort = (stopEngine: () => void): void => {
    this.#stopEngine = stopEngine;
    if (this.reason !== undefined) stopEngine();
  };

  /** Waits for the host, the body or the engine, but not longer than the attempt lasts. One wait at a time. */
  wait<Value>(work: Value | Promise<Value>): Value | Promise<Value> {
    if (!isPromise(work)) return work;
    return new Promise((resolve, reject) => {
      this.#stopWaiting = reject;
      work.then(resolve, reject);
      if (this.reason !== undefined) reject(new Error(this.reason));
    });
  }

  /** Releases the timer and the caller's signal. */
  end(): void {
    clearTimeout(this.#timer);
    this.#caller?.removeEventListener('abort', this.#abort);
  }

  readonly #abort = (): void => this.#stop('aborted');

  readonly #stop = (reason: StopReason): void => {
    this.reason ??= reason;
    this.#controller?.abort(reason);
    this.#stopEngine?.();
    this.#stopWaiting?.(new Error(reason));
  };
}
