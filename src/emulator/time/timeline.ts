import { UsageError } from '../../errors/usage-error.ts';
import { toMilliseconds, type Duration } from './duration.ts';
import { realTimers } from './real-timers.ts';
import { createSchedule, type Schedule } from './schedule.ts';

/** The emulator's clock. Everything the emulator does is dated by it. */
export interface EmulatorClock {
  /** Virtual time in epoch milliseconds. */
  now(): number;
  /** Virtual milliseconds per real one: 0 stands still, 1 is real time, 60 passes an hour in a minute. */
  readonly speed: number;
  /**
   * Moves time forward (`'25h'`, `'30s'`, or milliseconds), stopping at every instant at which something falls due. Resolves when all of it has
   * been delivered, and what it set off as well.
   */
  advance(by: Duration): Promise<void>;
  /** Lets time pass at a speed in virtual milliseconds per real one, up to 1,000,000. Default 1. Throws `UsageError` for any other speed. */
  run(speed?: number): void;
  /** Stops time. */
  pause(): void;
}

/** What the timeline asks of the rest while it waits for quiet. */
export interface TimelineParts<Job> {
  readonly start: number | undefined;
  readonly speed: number;
  perform(job: Job): void;
  /** Deliveries and requests under way. */
  busy(): boolean;
  /** Resolves when nothing is under way any more. */
  idle(): Promise<void>;
  /** Real milliseconds to wait for a call from outside this process before the emulator counts as idle. */
  timeout(): number;
  /** How long to wait for something to happen, in real milliseconds. */
  readonly patience: number;
  /** A number that grows with everything that happens, to distinguish a slow receiver from one that hangs. */
  progress(): number;
  /** Returns the error of a wait that took longer than `patience`. */
  late(): Error;
  changed(): void;
}

/** Time, what falls due in it, and quiet. */
export interface Timeline<Job> {
  readonly clock: EmulatorClock;
  readonly schedule: Schedule<Job>;
  after(delay: number, job: Job): void;
  /**
   * Resolves when nothing that is due now is left undone. Time does not move on a clock that stands still. Rejects when nothing has happened for
   * the patience, or, with `soon`, when the patience is over whatever happened.
   */
  readonly waitForIdle: (wait?: { readonly soon: boolean }) => Promise<void>;
  /** Puts the clock at an instant, for a restore. */
  set(now: number): void;
  stop(): void;
}

// As many turns as a client in this process may need between the end of a webhook's handler and its next call.
const turnsOfQuiet = 4;

const longestTimer = 2 ** 31 - 1;

const highestSpeed = 1_000_000;
// The end of the year 9999: what is dated later has no ISO time of the usual form.
const latest = Date.UTC(10_000, 0, 1) - 1;

function checkSpeed(speed: number): void {
  if (typeof speed === 'number' && speed >= 0 && speed <= highestSpeed) return;
  throw new UsageError({
    summary: 'The clock cannot run at this speed.',
    issues: [
      {
        path: 'speed',
        message: `is ${typeof speed === 'number' ? speed : `a ${typeof speed}`}; give virtual milliseconds per real one, from 0 (stands still) to ${highestSpeed}`,
        limit: highestSpeed,
      },
    ],
  });
}

function checkTarget(target: number): void {
  if (target <= latest) return;
  throw new UsageError({
    summary: 'The clock cannot move this far.',
    issues: [{ path: 'advance', message: 'leads beyond the year 9999' }],
  });
}

export function createTimeline<Job>(parts: TimelineParts<Job>): Timeline<Job> {
  const schedule = createSchedule<Job>();
  let { speed } = parts;
  let base = parts.start ?? Date.now();
  let realBase = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let moving: Promise<void> = Promise.resolve();

  const now = (): number =>
    speed === 0 ? base : Math.min(latest, base + Math.floor((Date.now() - realBase) * speed));
  const setSpeed = (next: number): void => {
    base = now();
    realBase = Date.now();
    speed = next;
  };

  const drain = (): void => {
    const until = now();
    for (let job = schedule.take(until); job !== undefined; job = schedule.take(until)) parts.perform(job);
  };

  const arm = (): void => {
    realTimers.clearTimeout(timer);
    timer = undefined;
    const next = schedule.next();
    if (next === undefined) return;
    const wait = next - now();
    if (wait > 0 && speed === 0) return;
    timer = realTimers.setTimeout(
      () => {
        drain();
        arm();
      },
      wait > 0 ? Math.min(wait / speed, longestTimer) : 0,
    );
    // A pending redelivery must not keep a finished program alive.
    if (typeof timer === 'object') timer.unref();
  };

  const isDue = (): boolean => {
    const next = schedule.next();
    return next !== undefined && next <= now();
  };

  const quiet = async (): Promise<boolean> => {
    for (let turns = 0; turns < turnsOfQuiet; turns++) {
      await realTimers.turn();
      if (parts.busy() || isDue()) return false;
    }
    const timeout = parts.timeout();
    if (timeout === 0) return true;
    await realTimers.pause(timeout);
    return !parts.busy() && !isDue();
  };

  /** Waits until nothing is under way; gives up after `patience`, counted from the last thing that happened, or from `since`. */
  const waitWhileBusy = (since: number | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      let seen = parts.progress();
      const check = (): void => {
        const progress = parts.progress();
        if (since !== undefined || progress === seen) {
          reject(parts.late());
          return;
        }
        seen = progress;
        limit = realTimers.setTimeout(check, parts.patience);
      };
      const spent = since === undefined ? 0 : realTimers.now() - since;
      let limit = realTimers.setTimeout(check, Math.max(0, parts.patience - spent));
      void parts.idle().then(() => {
        realTimers.clearTimeout(limit);
        resolve();
      });
    });

  const settle = async ({ soon }: { readonly soon: boolean } = { soon: false }): Promise<void> => {
    const since = soon ? realTimers.now() : undefined;
    do {
      drain();
      while (parts.busy()) {
        await waitWhileBusy(since);
        drain();
        // A bot that answers its own statuses never ends, and never is busy for long.
        if (since !== undefined && realTimers.now() - since > parts.patience) throw parts.late();
      }
    } while (!(await quiet()));
    arm();
  };

  const advance = async (by: number): Promise<void> => {
    checkTarget(now() + by);
    const running = speed;
    setSpeed(0);
    try {
      await settle();
      const target = base + by;
      for (let next = schedule.next(); next !== undefined && next <= target; next = schedule.next()) {
        base = Math.max(base, next);
        await settle();
      }
      base = target;
    } finally {
      // A bot that does not end must not leave the clock standing.
      setSpeed(running);
      arm();
      parts.changed();
    }
  };

  return {
    schedule,
    waitForIdle: settle,
    after(delay, job) {
      const due = now() + delay;
      const next = schedule.next();
      schedule.add(due, job);
      if (next === undefined || due < next || timer === undefined) arm();
    },
    set(at) {
      base = at;
      realBase = Date.now();
      arm();
    },
    stop() {
      realTimers.clearTimeout(timer);
      timer = undefined;
    },
    clock: {
      now,
      get speed() {
        return speed;
      },
      async advance(by) {
        const ms = toMilliseconds(by, 'advance');
        const move = moving.then(() => advance(ms));
        // One that failed must not stop the next.
        moving = move.catch(() => undefined);
        await move;
      },
      run(next = 1) {
        checkSpeed(next);
        setSpeed(next);
        arm();
        parts.changed();
      },
      pause() {
        setSpeed(0);
        arm();
        parts.changed();
      },
    },
  };
}
