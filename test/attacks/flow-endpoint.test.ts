import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isUsageError } from 'wabakit';
import { createFlowEndpoint, verifyFlowTokenSignature, type FlowHandlers } from 'wabakit/flows';
import { toNodeListener } from 'wabakit/webhooks';
import { appSecret, envelope, jwt, keyPair, open, seal, sign } from '../flows/whatsapp-client.ts';
import { promise, report, rounds } from './promise.ts';

const { publicKey, privateKey } = keyPair();
const exchange = { version: '3.0', action: 'data_exchange', flow_token: 'order-17', screen: 'PAY', data: {} };

let server: Server | undefined;
let url = '';
const onError = vi.fn<(error: unknown) => void>();
const dataExchange = vi.fn<NonNullable<FlowHandlers['dataExchange']>>();

async function listen(options: Partial<Parameters<typeof createFlowEndpoint>[0]> = {}): Promise<void> {
  const endpoint = createFlowEndpoint({ privateKey, appSecret, on: { dataExchange }, onError, ...options });
  const own = createServer(toNodeListener(endpoint));
  await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve));
  server = own;
  url = `http://127.0.0.1:${(own.address() as AddressInfo).port}/flow`;
}

beforeEach(() => {
  vi.clearAllMocks();
  dataExchange.mockResolvedValue({ screen: 'DONE' });
});
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const send = (body: string): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': sign(body) },
    body,
  });

test(promise('flow-replays', '200 of 200 replays refused, each request run once'), async () => {
  await listen();
  const count = rounds(20, 2000);
  let refused = 0;
  for (let index = 0; index < count; index++) {
    const body = envelope(seal(publicKey, { ...exchange, data: { index } }));
    expect((await send(body)).status).toBe(200);
    const replays = await Promise.all(Array.from({ length: 10 }, () => send(body)));
    for (const { status } of replays) expect(status).toBe(400);
    refused += replays.length;
  }
  expect(dataExchange).toHaveBeenCalledTimes(count);
  expect(onError).toHaveBeenCalledOnce();
  expect(String(onError.mock.calls[0]?.[0])).toContain('came a second time');
  report(`${refused} replays of ${count} Flow requests: all refused, each handler ran once`);
});

test('behavior: a replay while the first runs gets its answer, with no second run', async () => {
  await listen();
  let finish = (): void => undefined;
  const held = new Promise<void>((resolve) => (finish = resolve));
  dataExchange.mockImplementation(async () => {
    await held;
    return { screen: 'DONE' };
  });
  const sealed = seal(publicKey, exchange);
  const responses = [send(envelope(sealed)), send(envelope(sealed)), send(envelope(sealed))];
  await vi.waitFor(() => expect(dataExchange).toHaveBeenCalled());
  await new Promise((resolve) => setTimeout(resolve, 100));
  finish();
  for (const response of await Promise.all(responses))
    expect(await open(sealed, response)).toEqual({ screen: 'DONE' });
  expect(dataExchange).toHaveBeenCalledOnce();
});

test('behavior: a request whose handler failed may come again', async () => {
  await listen();
  dataExchange.mockRejectedValueOnce(new Error('database down'));
  const body = envelope(seal(publicKey, exchange));
  const statuses = [];
  for (let index = 0; index < 3; index++) statuses.push((await send(body)).status);
  expect(statuses).toEqual([500, 200, 400]);
});

test('behavior: the same data under another key and vector is another request', async () => {
  await listen();
  const one = seal(publicKey, exchange);
  const other = seal(publicKey, exchange);
  for (const sealed of [one, other]) expect((await send(envelope(sealed))).status).toBe(200);
  expect(dataExchange).toHaveBeenCalledTimes(2);
});

const nested = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const request = (data: string): string => JSON.stringify(exchange).replace('"data":{}', `"data":${data}`);

test(promise('flow-data', '5 of 5 hostile texts refused or cleaned'), async () => {
  await listen();
  const statusOf = async (text: string): Promise<number> =>
    (await send(envelope(seal(publicKey, text)))).status;
  for (const levels of [65, 5000, 50_000]) expect(await statusOf(request(nested(levels)))).toBe(400);
  expect(dataExchange).not.toHaveBeenCalled();
  expect(await statusOf(request(nested(60)))).toBe(200);
  dataExchange.mockClear();
  expect(await statusOf(request('{"__proto__":{"isAdmin":true},"a":{"__proto__":1}}'))).toBe(200);
  const first = dataExchange.mock.calls[0]?.[0].data ?? {};
  expect(JSON.stringify(first)).toBe('{"a":{}}');
  expect(Object.hasOwn(first, '__proto__')).toBe(false);
  expect(await statusOf(request('{"id":12345678901234567890,"price":1.5,"n":9007199254740991}'))).toBe(200);
  expect(dataExchange.mock.calls[1]?.[0].data).toEqual({
    id: '12345678901234567890',
    price: 1.5,
    n: 9007199254740991,
  });
  report('5 hostile texts in a Flow request: 3 refused, 1 without __proto__, 1 with every digit of its id');
});

test(promise('flow-short-keys', '4 of 4 keys below 2,048 bits refused'), async () => {
  const pem = (modulusLength: number, type: 'pkcs1' | 'pkcs8'): string =>
    generateKeyPairSync('rsa', {
      modulusLength,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type, format: 'pem' },
    }).privateKey;
  const short = [pem(512, 'pkcs8'), pem(1024, 'pkcs1'), pem(1024, 'pkcs8'), pem(2040, 'pkcs8')];
  for (const key of short)
    expect(() => createFlowEndpoint({ privateKey: key, appSecret, on: {} })).toThrow(
      /2048 bits; this one has \d+/,
    );
  expect(() =>
    createFlowEndpoint({ privateKey: [privateKey, pem(1024, 'pkcs8')], appSecret, on: {} }),
  ).toThrow('this one has 1024');
  await listen({ privateKey: () => Promise.resolve(pem(1024, 'pkcs8')) });
  expect((await send(envelope(seal(publicKey, exchange)))).status).toBe(500);
  expect(isUsageError(onError.mock.calls[0]?.[0])).toBe(true);
});

test('error: a short key where the runtime has no node:crypto', async () => {
  const { privateKey: key } = generateKeyPairSync('rsa', {
    modulusLength: 1024,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  vi.stubGlobal('process', { ...process, getBuiltinModule: undefined });
  const endpoint = createFlowEndpoint({ privateKey: key, appSecret, on: { dataExchange }, onError });
  const body = envelope(seal(publicKey, exchange));
  const headers = { 'x-hub-signature-256': sign(body) };
  const response = await endpoint(
    new Request('https://shop.example/flow', { method: 'POST', headers, body }),
  );
  vi.unstubAllGlobals();
  expect(response.status).toBe(500);
  expect(String(onError.mock.calls[0]?.[0])).toContain('this one has 1024');
});

test(promise('flow-token-claims', '14 of 14 tokens with other claims refused'), async () => {
  const at = Date.UTC(2026, 10, 28);
  const now = at / 1000;
  const check = (claims: object): Promise<boolean> =>
    verifyFlowTokenSignature({
      appSecret,
      flowToken: 'order-17',
      signature: jwt({ flow_token: 'order-17', ...claims }),
      at,
    });
  const good = [{}, { exp: now + 1 }, { nbf: now }, { nbf: now + 60 }, { exp: now + 0.001, nbf: 0 }];
  for (const claims of good) expect(await check(claims), JSON.stringify(claims)).toBe(true);
  const bad = [
    ...[now, 0, -1, String(now + 1000), '', null, true, [], {}].map((exp) => ({ exp })),
    ...[now + 61, String(now - 1000), null, false, [now]].map((nbf) => ({ nbf })),
  ];
  for (const claims of bad) expect(await check(claims), JSON.stringify(claims)).toBe(false);
  expect(bad).toHaveLength(14);
});

test('error: a signature that is no text is refused with 432', async () => {
  await listen({ requireFlowTokenSignature: true });
  for (const signature of [5, true, null, [], {}, ['a.b.c'], { split: 1 }]) {
    const body = { ...exchange, version: '4.0', flow_token_signature: signature };
    expect((await send(envelope(seal(publicKey, body)))).status, JSON.stringify(signature)).toBe(432);
  }
  expect(onError).not.toHaveBeenCalled();
});
