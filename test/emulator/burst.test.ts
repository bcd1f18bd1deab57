import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { createCoreClient } from 'wabakit';
import { createEmulator, type EmulatorLimits } from 'wabakit/emulator';
import { sendTemplate } from 'wabakit/operations';
import { cloudApi, http, type AttemptReport, type Engine, type HttpOptions } from 'wabakit/transport';
import { sale } from './helpers.ts';

// Loading a module takes real time, in which a virtual clock would run away.
beforeAll(async () => {
  const { send } = await createBurst({ limits: {}, transport: { messagesPerSecond: 80 } });
  await send('+5511987654321');
});
afterEach(() => {
  vi.useRealTimers();
});

interface Burst {
  readonly limits: EmulatorLimits;
  readonly transport: Omit<HttpOptions, 'host' | 'engine'>;
}

/** An emulator with limits and a client of it. `isBusy` says whether a call is on its way. */
async function createBurst({ limits, transport }: Burst) {
  const emulator = await createEmulator({
    clock: 'real',
    limits,
    templates: [sale],
    delays: { sent: '1d' },
    journalLimit: 10,
  });
  const reports: AttemptReport[] = [];
  let underWay = 0;
  const engine: Engine = {
    name: 'counting',
    async exchange(request) {
      underWay += 1;
      try {
        return await emulator.engine.exchange(request);
      } finally {
        underWay -= 1;
      }
    },
  };
  const client = createCoreClient({
    transport: http({
      host: cloudApi({ accessToken: emulator.accessToken }),
      engine,
      onAttempt: (report) => reports.push(report),
      ...transport,
    }),
    phoneNumberId: emulator.phoneNumberId,
  });
  const send = async (to: string) => (await sendTemplate(client, { to, name: 'sale', language: 'en' })).wamid;
  return {
    emulator,
    send,
    isBusy: () => underWay > 0,
    getThrottled: () => reports.filter(({ outcome }) => outcome === 'throttled').length,
  };
}

/** Starts the virtual clock that emulator and client share. */
const useVirtualClock = () =>
  vi.useFakeTimers({
    now: 1_793_000_000_000,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'Date'],
  });

/** Resolves what `work` does on the virtual clock: its time moves on once no call is on its way. */
async function settle<T>(work: Promise<T>, isBusy: () => boolean): Promise<T> {
  const state = { isDone: false };
  const end = () => {
    state.isDone = true;
  };
  work.then(end, end);
  for (;;) {
    do await new Promise((resolve) => setImmediate(resolve));
    while (isBusy());
    if (state.isDone) return work;
    vi.advanceTimersToNextTimer();
  }
}

/** Sends to every recipient, so many at a time. */
async function sendAll(
  recipients: readonly string[],
  concurrency: number,
  send: (to: string) => Promise<string>,
) {
  const left = [...recipients].values();
  const wamids: string[] = [];
  const worker = async () => {
    for (const to of left) wamids.push(await send(to));
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return wamids;
}

const users = (count: number) => Array.from({ length: count }, (_, index) => `+5511987${100_000 + index}`);
/** So many messages: in front some users who get more than the pair limit lends at once. */
const audience = (count: number, users60: number, each: number) => {
  const many = users(users60).flatMap((to) => Array.from({ length: each }, () => to));
  return [...many, ...users(count).slice(users60, count - many.length + users60)];
};

test.each([
  { level: 80, recipients: audience(10_000, 10, 60) },
  { level: 1000, recipients: audience(10_000, 20, 46) },
])(
  'behavior: on a virtual clock 10,000 sends at once to a number with $level a second meet no limit',
  async ({ level, recipients }) => {
    useVirtualClock();
    const { emulator, send, isBusy, getThrottled } = await createBurst({
      limits: { messagesPerSecond: level, pairRate: true },
      transport: { messagesPerSecond: level },
    });
    const start = Date.now();
    const wamids = await settle(sendAll(recipients, recipients.length, send), isBusy);
    const rate = (recipients.length / (Date.now() - start)) * 1000;
    expect(recipients).toHaveLength(10_000);
    expect(new Set(wamids).size).toBe(10_000);
    expect([getThrottled(), emulator.counts.refused, emulator.counts.accepted]).toEqual([0, 0, 10_000]);
    expect(rate).toBeGreaterThanOrEqual(level * 0.95);
    await emulator.close();
  },
  300_000,
);

test('behavior: in real time 10,000 sends at once to a number with 1,000 a second meet no limit', async () => {
  const { emulator, send, getThrottled } = await createBurst({
    limits: { messagesPerSecond: 1000, pairRate: true },
    transport: { messagesPerSecond: 1000 },
  });
  const wamids = await sendAll(audience(10_000, 20, 46), 10_000, send);
  const times = emulator.messages.map(({ at }) => at);
  const rate = (wamids.length / (Math.max(...times) - Math.min(...times))) * 1000;
  console.log(`10,000 sends in real time: ${Math.round(rate)} a second of 1,000`);
  expect(new Set(wamids).size).toBe(10_000);
  expect([getThrottled(), emulator.counts.refused, emulator.counts.accepted]).toEqual([0, 0, 10_000]);
  await emulator.close();
}, 300_000);

test.each([
  { concurrency: 20, transport: {} },
  { concurrency: 60, transport: { retry: { attempts: 50 } } },
  { concurrency: 500, transport: { totalTimeout: 5000 } },
])(
  'behavior: of 500 sends, $concurrency at a time, to a number with 40 a second, none is lost and none is doubled',
  async ({ concurrency, transport }) => {
    useVirtualClock();
    const { emulator, send, isBusy, getThrottled } = await createBurst({
      limits: { messagesPerSecond: 40, pairRate: true },
      transport,
    });
    const wamids = await settle(sendAll(users(500), concurrency, send), isBusy);
    expect(new Set(wamids).size).toBe(500);
    expect(emulator.counts.accepted).toBe(500);
    expect(emulator.counts.refused).toBe(getThrottled());
    expect(emulator.messages.map(({ waId }) => `+${waId}`).toSorted()).toEqual(users(500).toSorted());
    await emulator.close();
  },
);

test('behavior: what arrives takes its share of a number that is paced, and nothing is lost', async () => {
  useVirtualClock();
  const { emulator, send, isBusy } = await createBurst({
    limits: { messagesPerSecond: 40, pairRate: true },
    transport: { messagesPerSecond: 40 },
  });
  const phone = emulator.phone('+4915112345678');
  const talk = setInterval(() => void phone.say('Hi'), 100);
  const wamids = await settle(sendAll(users(500), 500, send), isBusy);
  clearInterval(talk);
  expect([new Set(wamids).size, emulator.counts.accepted]).toEqual([500, 500]);
  expect(emulator.counts.received).toBeGreaterThan(0);
  await emulator.close();
});
