/** Why an attempt ends early. */
type StopReason = 'timeout' | 'aborted';

/**
 * The time of one attempt: it is over after `limit` milliseconds, or when the caller's signal aborts. With the rest of a request it is what an engine gets.
 * Every call makes one, so it allocates little.
 */
export class Attempt {
  /** A signal that aborts with the attempt, made when it is first read. An own property, so that a spread has it. */
  declare readonly signal: AbortSignal;
  /** Why the attempt ended early; `undefined` while it lasts. */
  reason: StopReason | undefined;
  /** Whether the engine proves that the attempt ended before a byte of it was sent. */
  isNotSent = false;
  #controller: AbortController | undefined;
  #stopEngine: (() => unknown) | undefined;
  #stopWaiting: ((error: Error) => void) | undefined;
  readonly #caller: AbortSignal | undefined;
  readonly #timer: ReturnType<typeof setTimeout>;

  // One getter for all attempts: for a closure of its own V8 makes a hidden class, which lives in the old generation and keeps the whole call alive there.
  static readonly #signal: PropertyDescriptor & ThisType<Attempt> = {
    enumerable: true,
    get() {
      this.#controller ??= new AbortController();
      if (this.reason) this.#controller.abort(this.reason);
      return this.#controller.signal;
    },
  };

  constructor(caller: AbortSignal | undefined, limit: number) {
    Object.defineProperty(this, 'signal', Attempt.#signal);
    this.#caller = caller;
    this.#timer = setTimeout((attempt: Attempt) => attempt.handleEvent(), limit, this);
    caller?.addEventListener('abort', this);
    // It may have aborted while the call waited.
    if (caller?.aborted) this.handleEvent(new Event('abort'));
  }

  /** Calls back when the attempt ends early. */
  readonly onAbort = (stopEngine: () => unknown): void => {
    this.#stopEngine = stopEngine;
    if (this.reason) this.isNotSent = stopEngine() === true;
  };

  /** Ends the attempt: with the event of the caller's signal, or without one when the time is over. */
  handleEvent(event?: Event): void {
    this.reason ??= event ? 'aborted' : 'timeout';
    this.#controller?.abort(this.reason);
    this.isNotSent = this.#stopEngine?.() === true;
    this.#stopWaiting?.(new Error(this.reason));
  }

  /** Waits for the host, the body or the engine, but not longer than the attempt lasts. One wait at a time. */
  wait<Value>(work: Value | Promise<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      this.#stopWaiting = reject;
      Promise.resolve(work).then(resolve, reject);
      if (this.reason) reject(new Error(this.reason));
    });
  }

  /** Releases the timer and the caller's signal. */
  end(): void {
    clearTimeout(this.#timer);
    this.#caller?.removeEventListener('abort', this);
  }
}
