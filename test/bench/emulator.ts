import { createHash } from 'node:crypto';
import { createEmulator } from 'wabakit/emulator';
import { bodyTo, getHeaders, running } from './campaign-plan.ts';
import type { ServedEmulator } from './emulator-server.ts';
import { type Figures, round } from './figure.ts';
import { cores, measure } from './pinned.ts';

const { templates = [] } = running;

/** Milliseconds until the first emulator of a new process is ready. */
async function timeToReady(): Promise<number> {
  const served = await measure<ServedEmulator>(
    'emulator-server.ts',
    [JSON.stringify(running)],
    cores.measured,
  );
  return served.ready;
}

const heap = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
};

/** How much the heap grows from message 100,000 to message 1,000,000. */
async function heapGrowth(): Promise<number> {
  const emulator = await createEmulator({ templates });
  const url = `https://graph.facebook.com/v26.0/${emulator.phoneNumberId}/messages`;
  const headers = getHeaders(emulator.accessToken);
  const send = async (from: number, to: number): Promise<void> => {
    for (let index = from; index < to; index++) {
      await emulator.fetch(url, { method: 'POST', headers, body: bodyTo(index) });
      if (index % 1000 === 999) await emulator.waitForIdle();
    }
  };
  await send(0, 100_000);
  const before = heap();
  await send(100_000, 1_000_000);
  return heap() - before;
}

/** Seconds of CPU time that a campaign takes, webhooks received, with people who read and answer over two days; and its fingerprint. */
async function campaign(count: number): Promise<{ readonly seconds: number; readonly digest: string }> {
  const emulator = await createEmulator({
    templates,
    journalLimit: 1_000,
    personas: [
      { name: 'keen', share: 6, readRate: 0.9, readWithin: '2h', replyRate: 0.2, optOutRate: 0.02 },
      { name: 'busy', share: 3, readRate: 0.4, readWithin: '20h', blockRate: 0.01 },
      { name: 'gone', share: 1, deliveryRate: 0 },
    ],
  });
  const hash = createHash('sha256');
  await emulator.webhook.subscribe(async (webhook) => {
    const challenge = new URL(webhook.url).searchParams.get('hub.challenge');
    if (challenge !== null) return new Response(challenge);
    hash.update(await webhook.text());
    return new Response();
  });
  const url = `https://graph.facebook.com/v26.0/${emulator.phoneNumberId}/messages`;
  const headers = getHeaders(emulator.accessToken);
  const before = process.cpuUsage();
  for (let index = 0; index < count; index++) {
    await emulator.fetch(url, { method: 'POST', headers, body: bodyTo(index) });
    if (index % 1_000 === 999) await emulator.clock.advance('1s');
  }
  await emulator.clock.advance('2d');
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, digest: hash.digest('hex') };
}

async function campaignTwice(count: number): Promise<number> {
  const [first, second] = [await campaign(count), await campaign(count)];
  if (first.digest !== second.digest) throw new Error('The same seed gave two different campaigns.');
  return Math.max(first.seconds, second.seconds);
}

/** What the emulator costs: ready, memory and the CPU time of a campaign in one process. */
export async function emulatorBench(): Promise<Figures> {
  const ready = await timeToReady();
  const grown = await heapGrowth();
  const seconds = await campaignTwice(100_000);
  return {
    'emulator, ready in a new process': { value: round(ready), unit: 'ms' },
    'emulator, campaign of 100,000 with replies': { value: round(seconds, 1), unit: 's CPU' },
    'emulator, heap after 900,000 more messages': { value: round(grown, 1), unit: 'MB' },
  };
}
