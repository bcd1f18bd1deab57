// Taken once, before a test can replace them with timers that stand still: the emulator waits in real time.
const {
  setImmediate: realImmediate,
  setTimeout: realTimeout,
  clearTimeout: realClear,
  performance,
} = globalThis;
const readMilliseconds = performance.now.bind(performance);

/** Timers of the machine, also while a test has replaced the global ones. */
export const realTimers = {
  setTimeout: (run: () => void, ms: number) => realTimeout(run, ms),
  clearTimeout: (timer: ReturnType<typeof setTimeout> | undefined): void => {
    realClear(timer);
  },
  /** Resolves after a turn of the event loop, which costs microseconds; a timer would cost a millisecond. */
  turn: (): Promise<void> =>
    new Promise((resolve) => {
      if (typeof realImmediate === 'function') realImmediate(resolve);
      else realTimeout(resolve, 0);
    }),
  pause: (ms: number): Promise<void> => new Promise((resolve) => realTimeout(resolve, ms)),
  /** Milliseconds since the process started. */
  now: (): number => readMilliseconds(),
};
