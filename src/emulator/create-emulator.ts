import { UsageError } from '../errors/usage-error.ts';
import { answer } from './answer.ts';
import { billOf } from './billing.ts';
import { createDeliveries, type Deliveries } from './deliveries.ts';
import type { Emulator, EmulatorServer, EmulatorWebhook } from './emulator.ts';
import { createEngine, type Engine } from './engine.ts';
import type { EmulatorEvent } from './events.ts';
import { createFaults, type Faults } from './faults.ts';
import { createIdFactory } from './id-factory.ts';
import { createJournal, type JournalEntry } from './journal.ts';
import type { Job } from './jobs.ts';
import type { EmulatorOptions } from './options.ts';
import { createPhone, type PhoneOptions } from './phone.ts';
import { keepUser } from './people.ts';
import { performJob } from './perform-job.ts';
import { createRandom } from './random.ts';
import { routes } from './routes/index.ts';
import { settle as settleOptions, type EmulatorSettings } from './settings.ts';
import { freeze, thaw, type Saved } from './snapshot.ts';
import { createState } from './state.ts';
import { shakeHands } from './subscribe.ts';
import { createTemplateDesk } from './template-desk.ts';
import { addTemplate } from './template-store.ts';
import { waitForEntry, type WaitOptions } from './wait-for.ts';
import type { World } from './world.ts';

/** The parts of an emulator that know each other. */
interface Core {
  readonly world: World;
  readonly engine: Engine;
  readonly deliveries: Deliveries;
  readonly faults: Faults;
  readonly listeners: Set<(event: EmulatorEvent) => void>;
  /** Counts work that comes in from outside. */
  readonly inFlight: { count: number };
}

// A receiver or a bot behind a socket needs a moment to call back.
const patienceOverHttp = 8;

function createCore(settings: EmulatorSettings): Core {
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
  const world: World = {
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
    else performJob(world, job);
    deliveries.flush();
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

function createWebhook({ world, engine, deliveries }: Core): EmulatorWebhook {
  const { settings } = world;
  let lastId = 0;
  return {
    async subscribe(target, options = {}) {
      await shakeHands(target, options.verifyToken ?? settings.verifyToken, String(1_158_201_444 + lastId));
      const id = ++lastId;
      const { appSecret = settings.appSecret, fields = [] } = options;
      deliveries.subscriptions.set(id, { id, target, appSecret, fields });
      return {
        unsubscribe: () => {
          deliveries.subscriptions.delete(id);
        },
      };
    },
    batch: (size) => {
      deliveries.batch(size);
    },
    async redeliver(entryNumber) {
      const entry = world.journal.webhooks.find(({ number }) => number === entryNumber);
      if (entry === undefined)
        throw new UsageError({ summary: `The journal holds no webhook with the number ${entryNumber}.` });
      deliveries.redeliver(entry);
      await engine.settle();
    },
  };
}

function save({ world, engine, deliveries }: Core): Saved {
  return {
    wabakitEmulator: 1,
    now: world.now(),
    random: world.random.state,
    state: world.state,
    tasks: engine.schedule.tasks(),
    deliveries: deliveries.save(),
  };
}

function load({ world, engine, deliveries }: Core, saved: Saved): void {
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
  engine.set(saved.now);
  world.emit({ kind: 'reset', at: saved.now });
}

function normalise(number: string): string {
  const waId = number.replace(/\D/g, '');
  if (waId.length >= 7 && waId.length <= 15) return waId;
  throw new UsageError({
    summary: 'Nobody has this phone number.',
    issues: [
      {
        path: 'number',
        message: `${JSON.stringify(number)} has ${waId.length} digits; 7 to 15 with the country code are a number`,
        limit: 15,
      },
    ],
  });
}

/**
 * Starts WhatsApp's Cloud API in memory: it takes and refuses messages as Meta does, keeps the windows, sends signed webhooks, bills with the
 * calculator of `wabakit/pricing`, and lets you hold your customers' phones and move time.
 *
 * Throws a `UsageError` for options that cannot work and for a receiver of webhooks that fails the handshake.
 *
 * @example
 * const emulator = await createEmulator({ webhook: { handler } });
 * const ana = emulator.phone('+5511987654321');
 * await ana.says('Where is my order?'); // your handler has been called, and what it sent has arrived
 * ana.lastMessage?.text; // 'It ships on Monday.'
 * await emulator.clock.advance('25h'); // the customer service window has closed
 */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const settings = settleOptions(options);
  const core = createCore(settings);
  const { world, engine, faults, listeners, inFlight } = core;
  const parts = {
    world,
    routes,
    faults,
    asleep: (asleep: boolean) => {
      inFlight.count += asleep ? -1 : 1;
    },
  };
  const webhook = createWebhook(core);
  const servers = new Set<EmulatorServer>();
  for (const template of options.templates ?? []) addTemplate(world, template, 'APPROVED');
  const beginning = freeze(save(core));
  const target = options.webhook?.handler ?? options.webhook?.url;
  if (target !== undefined) await webhook.subscribe(target);

  const emulator: Emulator = {
    accessToken: settings.accessToken,
    phoneNumberId: settings.phoneNumberId,
    wabaId: settings.wabaId,
    appSecret: settings.appSecret,
    verifyToken: settings.verifyToken,
    async fetch(input, init) {
      const request = input instanceof Request && init === undefined ? input : new Request(input, init);
      inFlight.count += 1;
      try {
        return await answer(parts, request);
      } finally {
        inFlight.count -= 1;
      }
    },
    async listen(listenOptions = {}) {
      const { serveEmulator } = await import('./server.ts');
      const server = await serveEmulator(emulator, listenOptions);
      servers.add(server);
      return server;
    },
    clock: engine.clock,
    webhook,
    templates: createTemplateDesk(world, engine.settle),
    phone(number, phoneOptions: PhoneOptions = {}) {
      const waId = normalise(number);
      const { phoneNumberId = settings.phoneNumberId, ...about } = phoneOptions;
      const record = world.state.phoneNumbers.get(phoneNumberId);
      if (record === undefined)
        throw new UsageError({ summary: `The business has no phone number with the id ${phoneNumberId}.` });
      Object.assign(keepUser(world, waId), about);
      if (about.bsuid !== undefined) world.state.userByBsuid.set(about.bsuid, waId);
      world.heldPhones.add(waId);
      return createPhone(world, record, waId, engine.settle);
    },
    fail(rule) {
      const id = faults.add(rule);
      return () => {
        faults.remove(id);
      };
    },
    expireToken(expired = true) {
      world.state.tokenExpired = expired;
    },
    journal: world.journal,
    waitFor: <Entry extends JournalEntry>(
      fits: (entry: JournalEntry) => boolean,
      waitOptions: WaitOptions = {},
    ) =>
      waitForEntry(
        { journal: world.journal, subscribe: emulator.subscribe },
        (entry): entry is Entry => fits(entry),
        waitOptions,
      ),
    settle: engine.settle,
    bill: () => billOf(world),
    get totals() {
      return world.state.totals;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    async reset() {
      faults.clear();
      world.heldPhones.clear();
      world.journal.reset();
      core.deliveries.batch(1);
      load(core, thaw(beginning));
      await engine.settle();
    },
    snapshot: () => freeze(save(core)),
    async restore(text) {
      load(core, thaw(text));
      await engine.settle();
    },
    async close() {
      engine.stop();
      await Promise.all([...servers].map((server) => server.close()));
      servers.clear();
    },
  };
  return emulator;
}
