import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer, Agent, request, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { createEmulator, type EmulatorOptions } from 'wabakit/emulator';
import type { ServedEmulator } from './emulator-server.ts';
import { type Figures, round } from './figure.ts';

const template = {
  name: 'order_update',
  language: 'en',
  category: 'UTILITY',
  components: [{ type: 'BODY', text: 'Hi {{1}}.' }],
} as const;

const bodyTo = (index: number): string =>
  JSON.stringify({
    messaging_product: 'whatsapp',
    to: `+55119${10_000_000 + (index % 80_000_000)}`,
    type: 'template',
    template: {
      name: template.name,
      language: { code: 'en' },
      components: [{ type: 'body', parameters: [{ type: 'text', text: 'Ana' }] }],
    },
  });

function post(
  agent: Agent,
  port: number,
  path: string,
  headers: Record<string, string>,
  body: string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = request({ agent, port, path, method: 'POST', host: '127.0.0.1', headers }, (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`status ${response.statusCode}`));
      });
    });
    call.on('error', reject);
    call.end(body);
  });
}

/** Calls a second over kept-alive connections, 32 at a time. */
async function callsPerSecond(
  count: number,
  call: (index: number, agent: Agent) => Promise<void>,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await call(next++, agent);
  };
  const before = performance.now();
  await Promise.all(Array.from({ length: 32 }, worker));
  const seconds = (performance.now() - before) / 1000;
  agent.destroy();
  return count / seconds;
}

async function plainServer(onBody: (done: () => void) => void): Promise<{ server: Server; port: number }> {
  const server = createServer((incoming, outgoing) => {
    incoming.resume();
    incoming.on('end', () => {
      const challenge = new URL(incoming.url ?? '/', 'http://localhost').searchParams.get('hub.challenge');
      onBody(() => outgoing.end(challenge ?? '{"messaging_product":"whatsapp"}'));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

async function floorPerSecond(count: number): Promise<number> {
  const { server, port } = await plainServer((done) => {
    done();
  });
  const perSecond = await callsPerSecond(count, (index, agent) => post(agent, port, '/', {}, bodyTo(index)));
  server.close();
  return perSecond;
}

async function serve(options: EmulatorOptions): Promise<ServedEmulator & { readonly stop: () => void }> {
  const child = fork(new URL('./emulator-server.ts', import.meta.url), [JSON.stringify(options)]);
  const [served] = (await once(child, 'message')) as [ServedEmulator];
  return { ...served, stop: () => child.kill() };
}

const getHeaders = (accessToken: string) => ({
  authorization: `Bearer ${accessToken}`,
  'content-type': 'application/json',
});

const running: EmulatorOptions = { clock: 'real', limits: false, templates: [template] };

async function sends(count: number): Promise<{ readonly perSecond: number; readonly ready: number }> {
  const { port, path, accessToken, ready, stop } = await serve({ ...running, delays: { sent: '1h' } });
  const headers = getHeaders(accessToken);
  const perSecond = await callsPerSecond(count, (index, agent) =>
    post(agent, port, path, headers, bodyTo(index)),
  );
  stop();
  return { perSecond, ready };
}

/** Sends a second when each is followed by sent, delivered and read, signed and posted over HTTP; the last webhook ends the count. */
async function sendsWithWebhooks(count: number): Promise<number> {
  let received = -1; // the handshake comes first
  let finish = (): void => undefined;
  const all = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const receiver = await plainServer((done) => {
    done();
    received += 1;
    if (received === 3 * count) finish();
  });
  const { port, path, accessToken, stop } = await serve({
    ...running,
    delays: { sent: 0, delivered: 0, read: 0 },
    webhook: { url: `http://127.0.0.1:${receiver.port}/` },
  });
  const headers = getHeaders(accessToken);
  const before = performance.now();
  await callsPerSecond(count, (index, agent) => post(agent, port, path, headers, bodyTo(index)));
  await all;
  const perSecond = count / ((performance.now() - before) / 1000);
  stop();
  receiver.server.close();
  return perSecond;
}

const heap = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
};

/** How much the heap grows from message 100,000 to message 1,000,000. */
async function heapGrowth(): Promise<number> {
  const emulator = await createEmulator({ templates: [template] });
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
    templates: [template],
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

/** What the emulator costs: ready, calls and calls with three webhooks over loopback, memory. */
export async function emulatorBench(): Promise<Figures> {
  const floor = await floorPerSecond(10_000);
  const { perSecond, ready } = await sends(20_000);
  const withWebhooks = await sendsWithWebhooks(4_000);
  const grown = await heapGrowth();
  const seconds = await campaignTwice(100_000);
  return {
    'emulator, ready in a new process': { value: round(ready), unit: 'ms' },
    'emulator, sends': {
      value: round(perSecond, 0),
      unit: '/s',
      floor: round(floor, 0),
      ratio: round(perSecond / floor),
    },
    'emulator, sends with three webhooks': { value: round(withWebhooks, 0), unit: '/s' },
    'emulator, campaign of 100,000 with replies': { value: round(seconds, 1), unit: 's CPU' },
    'emulator, heap after 900,000 more messages': { value: round(grown, 1), unit: 'MB' },
  };
}
