import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createEmulator, type EmulatorOptions, type Persona } from 'wabakit/emulator';
import { getGraph, orderUpdate, sale, template } from './helpers.ts';

const personas: readonly Persona[] = [
  { name: 'keen', share: 6, readRate: 0.9, readWithin: '2h', tapRate: 0.3, replyRate: 0.1, optOutRate: 0.02 },
  { name: 'busy', share: 3, readRate: 0.4, readWithin: '20h', blockRate: 0.01 },
  { name: 'gone', share: 1, deliveryRate: 0 },
];

/** Sends a template to many people, lets two days pass, and takes the fingerprint of every webhook on the way. */
async function campaign(count: number, name: string, options: EmulatorOptions = {}) {
  const emulator = await createEmulator({
    templates: [orderUpdate, sale],
    personas,
    journalLimit: 500,
    ...options,
  });
  const hash = createHash('sha256');
  let webhooks = 0;
  await emulator.webhook.subscribe(async (request) => {
    if (request.method === 'GET') return new Response(new URL(request.url).searchParams.get('hub.challenge'));
    hash.update(await request.text());
    webhooks += 1;
    return new Response();
  });
  const graph = getGraph(emulator);
  const parameters = name === 'sale' ? [] : ['Ana', 'A-17'];
  for (let index = 0; index < count; index++) {
    await graph('POST', '{phone}/messages', template(`+55119${10_000_000 + index}`, parameters, name));
    if (index % 1_000 === 999) await emulator.clock.advance('1s');
  }
  await emulator.clock.advance('48h');
  return { emulator, webhooks, digest: hash.digest('hex'), totals: { ...emulator.counts } };
}

test('default: a campaign ends in a funnel like that of its personas', { timeout: 120_000 }, async () => {
  const { totals, emulator } = await campaign(1_500, 'order_update');
  expect(totals.accepted).toBe(1_500);
  expect(totals.failed / 1_500).toBeCloseTo(0.1, 1);
  expect(totals.sent).toBe(totals.delivered);
  expect(totals.delivered + totals.failed).toBe(1_500);
  expect(totals.read / totals.delivered).toBeCloseTo((6 * 0.9 + 3 * 0.4) / 9, 1);
  expect(totals.received).toBeGreaterThan(20);
  expect(emulator.bill().lines[0]).toMatchObject({
    market: 'Brazil',
    category: 'utility',
    count: totals.delivered,
  });
});

// The bench runs the same with 100,000 recipients.
test('behavior: a campaign ends the same twice, byte for byte', { timeout: 120_000 }, async () => {
  const first = await campaign(1_500, 'order_update');
  const second = await campaign(1_500, 'order_update');
  expect(first.webhooks).toBeGreaterThan(3_000);
  expect(second.totals).toEqual(first.totals);
  expect(second.digest).toBe(first.digest);
  expect(first.emulator.journal.entries).toHaveLength(500);
});

test('behavior: who opted out gets no marketing any more', async () => {
  const everybody = [{ name: 'tired', readRate: 1, optOutRate: 1, answersWithin: '1m' }] as const;
  const { emulator } = await campaign(10, 'sale', { personas: everybody });
  expect(emulator.counts.delivered).toBe(10);
  await getGraph(emulator)('POST', '{phone}/messages', template('+5511910000000', [], 'sale'));
  await emulator.waitForIdle();
  expect(emulator.counts.failed).toBe(1);
});

test('behavior: a phone that somebody holds is played by nobody', async () => {
  const emulator = await createEmulator({
    templates: [orderUpdate],
    personas: [{ name: 'keen', readRate: 1, readWithin: '1m' }],
  });
  const phone = emulator.phone('+5511987654321');
  await getGraph(emulator)('POST', '{phone}/messages', template(phone.waId));
  await emulator.clock.advance('1h');
  expect(phone.lastMessage?.state).toBe('delivered');
});

test('error: a rate beyond 1', async () => {
  await expect(createEmulator({ personas: [{ name: 'odd', readRate: 90 }] })).rejects.toMatchObject({
    issues: [{ path: 'personas[0].readRate', message: 'is 90; a rate runs from 0 to 1' }],
  });
});
