import { createDeliveries, type Deliveries } from './webhooks/deliveries.ts';
import { createEngine, type Engine } from './time/engine.ts';
import type { EmulatorEvent } from './events.ts';
import { createFaults, type Faults } from './http/faults.ts';
import { createIdFactory } from './id-factory.ts';
import { createJournal } from './journal.ts';
import type { Job } from './time/jobs.ts';
import { performJob } from './time/perform-job.ts';
import { createRandom } from './random.ts';
import type { EmulatorSettings } from './settings.ts';
import type { Saved } from './snapshot.ts';
import { createState } from './state.ts';
import type { EmulatorContext } from './emulator-context.ts';

/** The parts of an emulator that know each other. */
export interface Core {
  readonly world: EmulatorContext;
  readonly engine: Engine;
  readonly deliveries: Deliveries;
  readonly faults: Faults;
  readonly listeners: Set<(event: EmulatorEvent) => void>;
  /** Counts work that comes in from outside. */
  readonly inFlight: { count: number };
}

// A receiver or a bot behind a socket needs a moment to call back.
const patienceOverHttp = 8;

export function createCore(settings: EmulatorSettings): Core {
  const random = createRandom(settings.seed ^ 0x5eed);
  const listeners = new Set<(event: EmulatorEvent) => void>();
  const inFlight = { count: 0 };
  let waiters: (() => void)[] = [];
  const isBusy = (): boolean => deliveries.underWay > 0 || inFlight.count > 0;
  const done = (): void => {
    if (isBusy()) return;
    for (const resolve of waiters) resolve();
    waiters = [];
  };
  const world: EmulatorContext = {
    settings,
    state: createState(settings),
    random,
    ids: createIdFactory(random),
    journal: createJournal(settings.journalLimit),
    heldPhones: new Set(),
    now: () => engine.clock.now(),
    schedule: (delay, job) => {
      engine.after(delay, job);
    },
    notify: (notice) => {
      deliveries.enqueue(notice);
    },
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
  };
  const perform = (job: Job): void => {
    if (job.kind === 'attempt') deliveries.attempt(job.delivery);
    else if (job.kind === 'flush') deliveries.flush();
    else performJob(world, job);
  };
  const faults = createFaults(settings.seed, () => {
    world.emit({ kind: 'faults', at: world.now() });
  });
  const engine: Engine = createEngine({
    start: settings.start,
    speed: settings.speed,
    perform,
    busy: isBusy,
    idle: () => (isBusy() ? new Promise((resolve) => waiters.push(resolve)) : Promise.resolve()),
    patience: () => (deliveries.wentOut() ? patienceOverHttp : 0),
    changed: () => {
      world.emit({ kind: 'clock', at: world.now(), speed: engine.clock.speed });
    },
  });
  const deliveries: Deliveries = createDeliveries(world, {
    faults,
    isRunning: () => engine.clock.speed > 0,
    done,
  });
  return {
    world,
    engine,
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
export function save({ world, engine, deliveries }: Core): Saved {
  return {
    wabakitEmulator: 1,
    now: world.now(),
    random: world.random.state,
    state: world.state,
    tasks: engine.schedule.tasks(),
    deliveries: deliveries.save(),
  };
}

/** Puts another state in place of this one. */
export function load({ world, engine, deliveries }: Core, saved: Saved): void {
  world.state = saved.state;
  world.random.state = saved.random;
  engine.schedule.load(saved.tasks);
  deliveries.load(saved.deliveries);
  const scheduled = new Set(
    saved.tasks.map(({ job }) => (job.kind === 'attempt' ? job.delivery : undefined)),
  );
  // What was on its way when the snapshot was taken sets out again.
  for (const { id } of saved.deliveries)
    if (!scheduled.has(id)) engine.schedule.add(saved.now, { kind: 'attempt', delivery: id });
  // A clock that runs has gone on meanwhile; one that stands still has not.
  engine.set(engine.clock.speed === 0 ? saved.now : Math.max(saved.now, Date.now()));
  world.emit({ kind: 'reset', at: saved.now });
}
