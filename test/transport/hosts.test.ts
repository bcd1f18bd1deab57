import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCoreClient } from '../helpers/core-client.ts';
import { checkHost, isBaseUrl } from '../../src/transport/hosts/trusted-hosts.ts';
import type { Endpoint } from '../../src/transport/transport.ts';
import { promise } from '../attacks/promise.ts';

const canary = 'canary-token';
const listen = (server: ReturnType<typeof createServer>): Promise<number> =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );

const heard: string[] = [];
const foreign = createServer((request, response) => {
  heard.push(`${request.url} ${JSON.stringify(request.headers)}`);
  response.end('{}');
});
const graph = createServer((request, response) => {
  const [, status = '302', target = ''] = /status=(\d+)&to=([^&]+)/.exec(request.url ?? '') ?? [];
  if (request.url === '/landed')
    return void response.end(JSON.stringify({ token: request.headers.authorization }));
  response.writeHead(Number(status), { location: decodeURIComponent(target) }).end();
});
let foreignPort = 0;
let graphPort = 0;
beforeAll(async () => {
  [foreignPort, graphPort] = await Promise.all([listen(foreign), listen(graph)]);
});
afterAll(() => {
  foreign.close();
  graph.close();
});

const client = () =>
  makeCoreClient({
    accessToken: canary,
    baseUrl: `http://127.0.0.1:${graphPort}`,
    appSecretProof: async () => 'canary-proof',
    retry: false,
  });
const get = (path: string, query?: Endpoint<unknown>['query']): Endpoint<unknown> => ({
  method: 'GET',
  path,
  query,
  idempotency: 'safe',
  parse: ({ json }) => json,
});

test.each([301, 302, 303, 307, 308])('behavior: a %i to a foreign host gets no byte', async (status) => {
  const to = `http://127.0.0.1:${foreignPort}/steal`;
  await expect(client().request(get('/redirect', { status, to }))).rejects.toMatchObject({ reason: 'host' });
  expect(heard).toEqual([]);
});

test.each([301, 302, 303, 307, 308])(
  'behavior: a %i to a trusted host is followed by a GET',
  async (status) => {
    const call = client().request(get('/redirect', { status, to: '/landed' }));
    await expect(call).resolves.toEqual({ token: `Bearer ${canary}` });
  },
);

test.each([301, 302, 303, 307, 308])('behavior: a %i is never followed by a POST', async (status) => {
  const call = client().request({
    ...get('/redirect', { status, to: '/landed' }),
    method: 'POST',
    idempotency: 'unsafe',
  });
  await expect(call).rejects.toMatchObject({ reason: 'status', httpStatus: status });
});

test('behavior: a ring of redirects ends', async () => {
  const call = client().request(get('/redirect', { status: 302, to: '/?status=302&to=%2F' }));
  await expect(call).rejects.toMatchObject({ reason: 'status', httpStatus: 302 });
});

const hostile = (port: number): string[] => {
  const at = `127.0.0.1:${port}`;
  const hosts = [
    at,
    `localhost:${port}`,
    `[::1]:${port}`,
    `0.0.0.0:${port}`,
    `0:${port}`,
    `2130706433:${port}`,
    `0x7f000001:${port}`,
    `0177.0.0.1:${port}`,
    `127.1:${port}`,
    `127.0.0.1.nip.io:${port}`,
    `graph.facebook.com.evil.example:${port}`,
    `evil.example:${port}`,
    `graph.facebook.com@${at}`,
    `graph.facebook.com:x@${at}`,
    `lookaside.fbsbx.com@${at}`,
    `graph.facebook.com%40${at}`,
    `graph.facebook.com#@${at}`,
    `graph.facebook.com.:${port}`,
    `GRAPH.facebook.com:${port}`,
    `graph.facebook.com:${port}`,
    `lookaside.fbsbx.com:${port}`,
    `xgraph.facebook.com:${port}`,
    `facebook.com:${port}`,
    `graph-facebook.com:${port}`,
    `lookaside.fbsbx.com.:${port}`,
  ];
  return hosts.flatMap((host) => [`http://${host}/steal`, `https://${host}/steal`]);
};

test(promise('hostile-urls', '0 bytes for 50 URLs'), async () => {
  const urls = hostile(foreignPort);
  expect(urls).toHaveLength(50);
  for (const url of urls) await expect(client().request(get(url)), url).rejects.toThrow();
  expect(heard).toEqual([]);
});

test('behavior: the proof goes to the API and never along with a media URL', async () => {
  const urls: string[] = [];
  const spy = makeCoreClient({
    accessToken: canary,
    appSecretProof: async () => 'the-proof',
    fetch: async (input) => {
      urls.push(input instanceof Request ? input.url : String(input));
      return Response.json({});
    },
  });
  await spy.request(get('/1'));
  await spy.request(get('https://lookaside.fbsbx.com/media?mid=1'));
  expect(urls).toEqual([
    'https://graph.facebook.com/v26.0/1?appsecret_proof=the-proof',
    'https://lookaside.fbsbx.com/media?mid=1',
  ]);
});

test('args: allowedHosts opens https on the standard port of exactly that host', () => {
  const base = new URL('https://graph.facebook.com');
  const check = (url: string) => () => checkHost(new URL(url), base, ['media.example.com']);
  expect(check('https://media.example.com/x')).not.toThrow();
  expect(check('http://media.example.com/x')).toThrow('not sent to http://media.example.com');
  expect(check('https://media.example.com:8443/x')).toThrow('not sent to https://media.example.com:8443');
  expect(check('https://a.media.example.com/x')).toThrow('see allowedHosts');
});

test.each([
  ['https://graph.facebook.com', true],
  ['https://graph.facebook.com/', true],
  ['http://127.0.0.1:4000', true],
  ['http://localhost:4000', true],
  ['http://[::1]:4000', true],
  ['http://graph.facebook.com', false],
  ['https://proxy.example/graph', true],
  ['https://proxy.example/graph#x', false],
  ['https://graph.facebook.com?x=1', false],
  ['https://user:secret@graph.facebook.com', false],
  ['https://203.0.113.7', false],
  ['https://[2001:db8::1]', false],
  ['ftp://localhost', false],
  ['graph.facebook.com', false],
])('args: the base URL %s is taken: %s', (url, taken) => {
  expect(isBaseUrl(url)).toBe(taken);
});
