import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createEmulator } from 'wabakit/emulator';
import { verifySignature } from 'wabakit/webhooks';
import { emulatorWithReceiver, getGraph, orderUpdate, template, text } from './helpers.ts';

const ana = '+5511987654321';
const hour = 3_600_000;

test('default: a manual clock stands at a fixed instant and moves when told', async () => {
  const emulator = await createEmulator();
  expect(new Date(emulator.clock.now()).toISOString()).toBe('2026-11-02T12:00:00.000Z');
  await emulator.clock.advance('25h');
  expect(new Date(emulator.clock.now()).toISOString()).toBe('2026-11-03T13:00:00.000Z');
  const other = await createEmulator({ clock: { start: '2026-09-30T23:59:00Z' } });
  expect(other.clock.now()).toBe(Date.UTC(2026, 8, 30, 23, 59));
});

test('behavior: the window closes 24 hours after the user wrote, to the millisecond', async () => {
  const { emulator, graph } = await emulatorWithReceiver();
  await emulator.phone(ana).say('Hi');
  await emulator.clock.advance(24 * hour - 1);
  expect((await graph('POST', '{phone}/messages', text(ana, 'Still there?'))).status).toBe(200);
  await emulator.clock.advance(1);
  expect((await graph('POST', '{phone}/messages', text(ana, 'Too late'))).body.error?.code).toBe(131047);
});

test('behavior: advance resolves when what fell due has been delivered, each at its instant', async () => {
  const { emulator, events, graph } = await emulatorWithReceiver({
    delays: { sent: '10s', delivered: '1m', read: '2h' },
  });
  const start = emulator.clock.now();
  await graph('POST', '{phone}/messages', template(ana));
  await emulator.waitForIdle();
  expect(events).toEqual([]);
  await emulator.clock.advance('3h');
  expect(events.map((event) => event.kind === 'status' && [event.status, event.at - start])).toEqual([
    ['sent', 10_000],
    ['delivered', 70_000],
    ['read', 70_000 + 2 * hour],
  ]);
});

test('behavior: a webhook that is not answered with 200 comes again, less and less often, for seven days', async () => {
  let calls = 0;
  const emulator = await createEmulator();
  await emulator.webhook.subscribe((request) => {
    if (request.method === 'GET') return new Response(new URL(request.url).searchParams.get('hub.challenge'));
    calls += 1;
    return new Response('no', { status: 500 });
  });
  await emulator.phone(ana).say('Hi');
  expect(calls).toBe(1);
  await emulator.clock.advance('5s');
  expect(calls).toBe(2);
  await emulator.clock.advance('8d');
  const [entry] = emulator.journal.webhooks;
  const gaps = entry?.attempts.map(({ at }, index, all) => at - (all[index - 1]?.at ?? at)).slice(1) ?? [];
  expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
  expect(entry?.outcome).toBe('lost');
  expect((entry?.attempts.at(-1)?.at ?? 0) - (entry?.at ?? 0)).toBeLessThanOrEqual(7 * 24 * hour);
  expect(calls).toBeGreaterThan(20);
});

test('behavior: bytes are escaped as Meta escapes them, and signed as they are', async () => {
  const bodies: { body: string; signature: string | null }[] = [];
  const emulator = await createEmulator();
  await emulator.webhook.subscribe(async (request) => {
    if (request.method === 'GET') return new Response(new URL(request.url).searchParams.get('hub.challenge'));
    bodies.push({ body: await request.text(), signature: request.headers.get('x-hub-signature-256') });
    return new Response();
  });
  await emulator.phone(ana).say('Olá/👍');
  const [first] = bodies;
  expect(first?.body).toContain('"body":"Ol\\u00e1\\/\\ud83d\\udc4d"');
  const { appSecret } = emulator;
  const { body = '', signature } = first ?? {};
  expect(await verifySignature({ appSecret, body, signature })).toBe(true);
  expect(await verifySignature({ appSecret, body: JSON.stringify(JSON.parse(body)), signature })).toBe(false);
});

async function run(seed: number): Promise<string> {
  const { emulator, graph } = await emulatorWithReceiver({ seed });
  const phone = emulator.phone(ana);
  await phone.say('Hi');
  await graph('POST', '{phone}/messages', text(ana, 'Hello'));
  await graph('POST', '{phone}/messages', text(ana, ''));
  await emulator.waitForIdle();
  await phone.read();
  await phone.send({ type: 'image', caption: 'Look' });
  await emulator.clock.advance('2h');
  return createHash('sha256').update(JSON.stringify(emulator.journal.entries)).digest('hex');
}

test('behavior: one seed gives byte-identical runs, another seed another', async () => {
  const [first, second, other] = [await run(7), await run(7), await run(8)];
  expect(first).toBe(second);
  expect(other).not.toBe(first);
});

test('behavior: reset starts over; snapshot and restore go back and forth', async () => {
  const emulator = await createEmulator({ templates: [orderUpdate], delays: { delivered: '1h' } });
  const graph = getGraph(emulator);
  const send = async () => (await graph('POST', '{phone}/messages', template(ana))).body.messages?.[0]?.id;
  const first = await send();
  await emulator.waitForIdle();
  const snapshot = emulator.snapshot();
  await emulator.clock.advance('2h');
  expect(emulator.counts.delivered).toBe(1);
  await emulator.restore(snapshot);
  expect([emulator.counts.sent, emulator.counts.delivered]).toEqual([1, 0]);
  await emulator.clock.advance('2h');
  expect(emulator.counts.delivered).toBe(1);
  await emulator.reset();
  expect(emulator.counts.accepted).toBe(0);
  expect(await send()).toBe(first);
});

test('args: a running clock passes by itself, sixty times as fast', async () => {
  const { emulator, events, graph } = await emulatorWithReceiver({
    clock: 'x60',
    delays: { sent: '1s', delivered: '1s' },
  });
  await graph('POST', '{phone}/messages', template(ana));
  await emulator.waitFor((entry) => entry.kind === 'webhook' && entry.body.includes('"delivered"'));
  await emulator.waitForIdle();
  expect(events.map((event) => event.kind === 'status' && event.status)).toEqual(['sent', 'delivered']);
  emulator.clock.pause();
  expect(emulator.clock.speed).toBe(0);
  await emulator.close();
});

test('error: options that cannot work are all named at once', async () => {
  const webhook = { url: 'http://127.0.0.1:9', handler: () => new Response() };
  const options = { seed: 1.5, clock: { start: 'soon' }, timeZone: 'Mars/Olympus', webhoook: {}, webhook };
  await expect(createEmulator(options)).rejects.toMatchObject({
    name: 'UsageError',
    issues: [
      { path: 'webhoook', message: 'is not an option of createEmulator; did you mean webhook?' },
      { path: 'webhook' },
      { path: 'seed' },
      { path: 'timeZone' },
      { path: 'clock' },
    ],
  });
  const emulator = await createEmulator();
  // @ts-expect-error a text without a unit is no length of time
  await expect(emulator.clock.advance('soon')).rejects.toMatchObject({ name: 'UsageError' });
});

test('error: a receiver that fails the handshake', async () => {
  const emulator = await createEmulator();
  const refusing = () => new Response('no', { status: 403 });
  await expect(emulator.webhook.subscribe(refusing)).rejects.toThrow('did not pass the handshake');
  await expect(emulator.webhook.subscribe('ftp://nowhere')).rejects.toThrow('is not an http or https URL');
  await expect(emulator.webhook.subscribe('http://127.0.0.1:9')).rejects.toThrow('cannot be reached');
});
