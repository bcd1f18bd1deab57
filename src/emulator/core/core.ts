import { guard } from '../../shared/guard.ts';
import { createDeliveries, type Deliveries } from '../webhooks/deliveries.ts';
import { IdleTimeoutError } from '../time/idle-timeout-error.ts';
import { createTimeline, type Timeline } from '../time/timeline.ts';
import { journalLines } from '../testing/journal-lines.ts';
import type { EmulatorEvent } from '../kernel/events.ts';
import { createFaults, type Faults } from '../faults/faults.ts';
import { createIdFactory } from '../kernel/id-factory.ts';
import { createJournal } from '../kernel/journal.ts';
import type { Job } from '../kernel/jobs.ts';
import { performJob } from './perform-job.ts';
import { createRandom } from '../kernel/random.ts';
import type { EmulatorSettings } from '../kernel/settings.ts';
import type { Saved } from './snapshot.ts';
import { createState } from '../kernel/state.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

/** The parts of an emulator that know each other. */
export interface Core {
  readonly context: EmulatorContext;
  readonly timeline: Timeline<Job>;
  readonly deliveries: Deliveries;
  readonly faults: Faults;
  readonly listeners: Set<(event: EmulatorEvent) => void>;
  /** Counts work that comes in from outside. */
  readonly inFlight: { count: number };
}

// A receiver or a bot behind a socket needs a moment to call back.
const timeoutOverHttp = 8;

export function createCore(settings: EmulatorSettings): Core {
  const random = createRandom(settings.seed ^ 0x5eed);
  const listeners = new Set<(event: EmulatorEvent) => void>();
  const inFlight = { count: 0 };
  let finished = 0;
  let waiters: (() => void)[] = [];
  const isBusy = (): boolean => deliveries.underWay > 0 || inFlight.count > 0;
  const done = (): void => {
    finished += 1;
    if (isBusy()) return;
    for (const resolve of waiters) resolve();
    waiters = [];
  };
  const context: EmulatorContext = {
    settings,
    state: createState(settings),
    random,
    ids: createIdFactory(random),
    journal: createJournal(settings.journalLimit),
    heldPhones: new Set(),
    now: () => timeline.clock.now(),
    schedule: (delay, job) => {
      timeline.after(delay, job);
    },
    notify: (notice) => {
      deliveries.enqueue(notice);
    },
    emit: (event) => {
      for (const listener of listeners) guard(() => listener(event));
    },
  };
  const perform = (job: Job): void => {
    if (job.kind === 'attempt') deliveries.attempt(job.delivery);
    else if (job.kind === 'flush') deliveries.flush();
    else performJob(context, job);
  };
  const faults = createFaults(settings.seed, () => {
    context.emit({ kind: 'faults', at: context.now() });
  });
  const timeline: Timeline<Job> = createTimeline({
    start: settings.start,
    speed: settings.speed,
    perform,
    busy: isBusy,
    idle: () => (isBusy() ? new Promise((resolve) => waiters.push(resolve)) : Promise.resolve()),
    timeout: () => (deliveries.wentOut() ? timeoutOverHttp : 0),
    patience: settings.waitTimeout,
    progress: () => finished + context.journal.total,
    late: () =>
      new IdleTimeoutError(
        `The emulator waited ${settings.waitTimeout} ms, and the bot was still at work: a webhook has no answer, a handler has not ended, ` +
          `or the bot sends without end. The journal's last entries:\n${journalLines(context.journal)}\n` +
          "Find what it waits for. If it needs longer, give createEmulator({ waitTimeout: '30s' }) and your test runner more time.",
      ),
    changed: () => {
      context.emit({ kind: 'clock', at: context.now(), speed: timeline.clock.speed });
    },
  });
  const track = (work: Promise<unknown>): void => {
    inFlight.count += 1;
    const end = (): void => {
      inFlight.count -= 1;
      done();
    };
    // What a handler throws is reported by the handler.
    void work.then(end, end);
  };
  const deliveries: Deliveries = createDeliveries(context, {
    faults,
    track,
    isRunning: () => timeline.clock.speed > 0,
    done,
  });
  return {
    context,
    timeline,
    deliveries,
    faults,
    listeners,
    inFlight: {
      get count() {
        return inFlight.count;
      },
      set count(count) {
        inFlight.count = count;
        done();
      },
    },
  };
}

/** Everything that a restore needs. */
export function save({ context, timeline, deliveries }: Core): Saved {
  return {
    wabakitEmulator: 1,
    now: context.now(),
    random: context.random.state,
    state: context.state,
    tasks: timeline.schedule.tasks(),
    deliveries: deliveries.save(),
  };
}

/** Puts another state in place of this one. */
export function load({ context, timeline, deliveries }: Core, saved: Saved): void {
  context.state = saved.state;
  context.random.state = saved.random;
  timeline.schedule.load(saved.tasks);
  deliveries.load(saved.deliveries);
  const scheduled = new Set(
    saved.tasks.map(({ job }) => (job.kind === 'attempt' ? job.delivery : undefined)),
  );
  // What was on its way when the snapshot was taken sets out again.
  for (const { id } of saved.deliveries)
    if (!scheduled.has(id)) timeline.schedule.add(saved.now, { kind: 'attempt', delivery: id });
  // A clock that runs has gone on meanwhile; one that stands still has not.
  timeline.set(timeline.clock.speed === 0 ? saved.now : Math.max(saved.now, Date.now()));
  context.emit({ kind: 'reset', at: saved.now });
}
