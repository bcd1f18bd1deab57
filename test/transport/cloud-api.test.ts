import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { isUsageError } from '../../src/errors/usage-error.ts';
import { appSecretProof } from '../../src/transport/app-secret-proof.ts';
import { cloudApi, type CloudApiOptions } from '../../src/transport/hosts/cloud-api.ts';
import { http } from '../../src/transport/http.ts';
import {
  jsonBody,
  parseResponse,
  type Endpoint,
  type Engine,
  type EngineRequest,
} from '../../src/transport/transport.ts';

const endpoint = (more: Partial<Endpoint<unknown>>): Endpoint<unknown> => ({
  method: 'GET',
  path: '/1',
  idempotency: 'safe',
  parse: parseResponse({}),
  ...more,
});

/** What reaches the engine for a call. */
async function sent(more: Partial<Endpoint<unknown>>, options: Partial<CloudApiOptions> = {}) {
  const requests: EngineRequest[] = [];
  const transport = http({
    host: cloudApi({ accessToken: 'token', ...options }),
    engine: {
      name: 'test',
      exchange: async (request) => {
        requests.push(request);
        return Response.json({});
      },
    },
  });
  await transport.request(endpoint(more));
  const [request] = requests;
  return { url: request?.url.href, headers: request?.headers };
}
const url = async (more: Partial<Endpoint<unknown>>, baseUrl?: string) => (await sent(more, { baseUrl })).url;

test('default: host, version, path and query', async () => {
  expect(await url({ query: { fields: ['id', 'name'], after: undefined, limit: 5, all: true } })).toBe(
    'https://graph.facebook.com/v26.0/1?fields=id%2Cname&limit=5&all=true',
  );
});

test('behavior: the version survives, whatever the base', async () => {
  expect(await url({}, 'http://127.0.0.1:4000/')).toBe('http://127.0.0.1:4000/v26.0/1');
});

test('behavior: a base path stands before the version', async () => {
  expect(await url({}, 'https://proxy.example/meta/graph')).toBe('https://proxy.example/meta/graph/v26.0/1');
  expect(await url({}, 'https://proxy.example/meta/')).toBe('https://proxy.example/meta/v26.0/1');
});

test('args: host api is Meta’s other host, and the emulator’s own', async () => {
  expect(await url({ host: 'api' })).toBe('https://api.facebook.com/v26.0/1');
  expect(await url({ host: 'api' }, 'http://127.0.0.1:4000')).toBe('http://127.0.0.1:4000/v26.0/1');
});

test('behavior: a URL that Meta handed out stays as it is', async () => {
  const media = 'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1&ext=2&hash=a-b_c';
  expect(await url({ path: media })).toBe(media);
});

test('default: the token stands in one header', async () => {
  expect((await sent({ method: 'POST', body: jsonBody({}) })).headers).toEqual({
    authorization: 'Bearer token',
    'content-type': 'application/json',
  });
});

test('args: auth and headers', async () => {
  expect((await sent({ auth: 'OAuth', headers: { file_offset: '0' } })).headers).toEqual({
    authorization: 'OAuth token',
    file_offset: '0',
  });
  expect((await sent({ auth: 'none' })).headers).toEqual({});
});

test('args: accessToken as a function is asked for each attempt, and its proof follows the token', async () => {
  const tokens = ['first', 'second'];
  const accessToken = async () => tokens.shift() ?? 'none';
  const proofOf = async (token: string) => `proof-of-${token}`;
  const requests: string[] = [];
  const transport = http({
    host: cloudApi({ accessToken, appSecretProof: proofOf }),
    retry: { baseDelay: 1 },
    engine: {
      name: 'test',
      exchange: async ({ url, headers }) => {
        requests.push(`${headers['authorization']} ${url.search}`);
        if (requests.length === 1)
          return Response.json({ error: { code: 4, message: 'slow down' } }, { status: 400 });
        return Response.json({});
      },
    },
  });
  await transport.request(endpoint({}));
  expect(requests).toEqual([
    'Bearer first ?appsecret_proof=proof-of-first',
    'Bearer second ?appsecret_proof=proof-of-second',
  ]);
});

test('behavior: neither the token nor its derived proof is in an error that repeats the request', async () => {
  const accessToken = 'EAAG0123456789canary';
  const secret = 'an app secret';
  const proof = await appSecretProof(secret)(accessToken);
  expect(proof).toMatch(/^[0-9a-f]{64}$/);
  const fail = async (exchange: Engine['exchange']): Promise<string> => {
    const host = cloudApi({ accessToken, appSecretProof: appSecretProof(secret) });
    const transport = http({ host, retry: false, engine: { name: 'test', exchange } });
    const error: unknown = await transport.request(endpoint({})).catch((reason: unknown) => reason);
    return inspect(error, { depth: 10, showHidden: true });
  };
  const refused = await fail(async ({ url, headers }) => {
    const message = `no: ${url.href} ${headers['authorization']}`;
    const error_data = { details: `proof ${proof}.` };
    const texts = { error_user_title: proof, error_user_msg: url.search, error_data };
    return Response.json({ error: { code: 100, message, ...texts } }, { status: 400 });
  });
  const broken = await fail(async ({ url }) => {
    throw new Error(`cannot reach ${url.href}`, { cause: new Error(`${accessToken} ${proof}`) });
  });
  for (const text of [refused, broken]) {
    expect(text).toContain('appsecret_proof=[redacted]');
    expect(text).not.toContain(proof);
    expect(text).not.toContain(accessToken);
  }
});

test.each([
  [async () => Promise.reject(new Error('vault is sealed')), 'accessToken, the host or the body failed'],
  [() => '', 'accessToken'],
  [() => 'two words', 'accessToken'],
])('error: an accessToken function that gives no token sends nothing (%#)', async (accessToken, text) => {
  let exchanges = 0;
  const transport = http({
    host: cloudApi({ accessToken }),
    engine: {
      name: 'test',
      exchange: async () => {
        exchanges += 1;
        return Response.json({});
      },
    },
  });
  const error = await transport.request(endpoint({})).catch((cause: unknown) => cause);
  expect([isUsageError(error), exchanges]).toEqual([true, 0]);
  expect(String(error)).toContain(text);
});

test.each([
  [{ accessToken: '' }, 'accessToken is missing; create one for a system user of the business'],
  [{}, 'accessToken is missing; create one for a system user of the business'],
  [{ accessToken: 'a b' }, 'accessToken should be a token without spaces or line breaks'],
  [{ accessToken: 't', apiVersion: '23.0' }, 'apiVersion is "23.0"; write it as v26.0'],
  [{ accessToken: 't', baseUrl: 'http://graph.facebook.com' }, 'baseUrl should be https:// with a host name'],
])('error: %j', (options, message) => {
  expect(() => cloudApi(options as CloudApiOptions)).toThrow(message);
});

test('behavior: a signal that aborts in the turn of the call sends nothing', async () => {
  let exchanges = 0;
  const transport = http({
    host: cloudApi({ accessToken: 'token' }),
    engine: {
      name: 'test',
      exchange: async () => {
        exchanges += 1;
        return Response.json({});
      },
    },
  });
  for (let call = 0; call < 200; call += 1) {
    const controller = new AbortController();
    const result = transport.request(endpoint({ method: 'POST', idempotency: 'send' }), {
      signal: controller.signal,
    });
    controller.abort();
    await expect(result).rejects.toMatchObject({ kind: 'transport', reason: 'aborted' });
  }
  expect(exchanges).toBe(0);
});
