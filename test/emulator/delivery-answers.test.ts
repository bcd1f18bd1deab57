import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator } from 'wabakit/emulator';

let status = 200;
let received = 0;
const server = createServer((request, response) => {
  const challenge = /hub\.challenge=([^&]+)/.exec(request.url ?? '')?.[1];
  if (request.method === 'POST') received += 1;
  response.writeHead(challenge === undefined ? status : 200, { location: '/elsewhere' }).end(challenge);
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => server.close());

const doors = {
  'a function': () => async (request: Request) => {
    const challenge = new URL(request.url).searchParams.get('hub.challenge');
    if (challenge !== null) return new Response(challenge);
    received += 1;
    return new Response(null, { status });
  },
  'a URL': () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
} as const;

// Meta: "HTTP 200; anything else is retried".
test.each(
  Object.keys(doors).flatMap((door) =>
    [200, 201, 202, 204, 206, 301, 302, 304, 400, 401, 404, 410, 429, 500, 503].map(
      (code) => [door as keyof typeof doors, code] as const,
    ),
  ),
)('behavior: a webhook that %s answers with %i is delivered by 200 alone', async (door, code) => {
  const emulator = await createEmulator();
  status = 200;
  await emulator.webhook.subscribe(doors[door]());
  received = 0;
  status = code;
  await emulator.phone('+5511987654321').say('Hi');
  const [entry] = emulator.journal.webhooks;
  expect([entry?.outcome, received]).toEqual([code === 200 ? 'delivered' : 'pending', 1]);
  status = 200;
  await emulator.clock.advance('1m');
  expect(entry?.attempts.map((attempt) => attempt.status)).toEqual(code === 200 ? [200] : [code, 200]);
  expect(entry?.outcome).toBe('delivered');
  await emulator.close();
});

test('behavior: a fetch that a test has put in place gets the webhooks of a URL', async () => {
  const emulator = await createEmulator({ webhook: { url: doors['a URL']() } });
  received = 0;
  const taken: string[] = [];
  vi.stubGlobal('fetch', async (_url: URL, { body }: { readonly body: string }) => {
    taken.push(body);
    return Promise.resolve(new Response());
  });
  await emulator.phone('+5511987654321').say('Hi');
  vi.unstubAllGlobals();
  const [entry] = emulator.journal.webhooks;
  expect([entry?.outcome, taken, received]).toEqual(['delivered', [entry?.body], 0]);
  await emulator.close();
});

test('error: the journal says why a receiver could not be reached', async () => {
  const closed = createServer((request, response) => {
    response.end(/hub\.challenge=([^&]+)/.exec(request.url ?? '')?.[1]);
  });
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const { port } = closed.address() as AddressInfo;
  const emulator = await createEmulator({ webhook: { url: `http://127.0.0.1:${port}/` } });
  closed.closeAllConnections();
  await new Promise((resolve) => closed.close(resolve));
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  await emulator.phone('+5511987654321').say('Hi');
  warn.mockRestore();
  const [attempt] = emulator.journal.webhooks[0]?.attempts ?? [];
  expect([attempt?.status, attempt?.error]).toEqual([undefined, `connect ECONNREFUSED 127.0.0.1:${port}`]);
  await emulator.close();
});
