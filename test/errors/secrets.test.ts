import { generateKeyPairSync } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient, type WhatsAppClient } from 'wabakit';
import { createFlowEndpoint } from 'wabakit/flows';
import { createWebhookHandler } from 'wabakit/webhooks';
import { promise } from '../attacks/promise.ts';
import { appSecretProof } from '../../src/transport/app-secret-proof.ts';

// Every secret that this package is given or makes: not one may show in an error, a log, a report or a trace.

const secrets = {
  accessToken: 'canary-access-token-0123456789',
  appSecret: 'canary-app-secret-0123456789',
  verifyToken: 'canary-verify-token-0123456789',
  clientSecret: 'canary-client-secret-0123456789',
  code: 'canary-exchange-code-0123456789',
  inputToken: 'canary-input-token-0123456789',
  pin: '739105',
  smsCode: '482-913',
  proxyPassword: 'canary-proxy-password',
  cookie: 'canary-cookie-0123456789',
  passphrase: 'canary-passphrase-0123456789',
  number: '5511987654321',
  bsuid: 'BR.13491208655302741918',
  text: 'canary text of a customer',
} as const;
const proof = await appSecretProof(secrets.appSecret)(secrets.accessToken);
const canaries = [...Object.values(secrets), proof, secrets.smsCode.replace('-', '')];

/** Everything that a program can see of a value. */
const show = (value: unknown): string =>
  [
    inspect(value, { depth: 10, showHidden: true }),
    JSON.stringify(value),
    String(value),
    value instanceof Error ? value.stack : '',
  ].join('\n');
const leaksIn = (...values: unknown[]): string[] => {
  const seen = values.map(show).join('\n');
  return canaries.filter((canary) => seen.includes(canary) || seen.includes(encodeURIComponent(canary)));
};

const traces: unknown[] = [];
const keep = (trace: unknown): void => void traces.push(trace);
const channels = ['wabakit:webhook', 'wabakit:webhook:event'];
beforeAll(() => {
  for (const channel of channels) subscribe(channel, keep);
});
afterAll(() => {
  for (const channel of channels) unsubscribe(channel, keep);
});

/** What a server or a network that repeats the whole request makes of it. */
const echoes: Readonly<Record<string, (echo: string, url: string) => Promise<Response>>> = {
  'a refusal that quotes it': async (echo) =>
    Response.json(
      {
        error: {
          message: echo,
          type: 'OAuthException',
          code: 100,
          error_subcode: 33,
          error_user_title: echo,
          error_user_msg: echo,
          error_data: { details: echo, blame_field_specs: [echo] },
          fbtrace_id: echo,
        },
      },
      { status: 400, headers: { 'set-cookie': `session=${secrets.cookie}` } },
    ),
  'a refusal with a status of 500': async (echo) =>
    Response.json({ error: { message: echo, code: 131000 } }, { status: 500 }),
  'a page instead of JSON': async (echo) => new Response(echo, { status: 502 }),
  'a page that is not found': async (echo) => new Response(echo, { status: 404 }),
  'another shape': async (echo) =>
    Response.json({ odd: echo }, { headers: { 'set-cookie': `session=${secrets.cookie}` } }),
  'an answer that breaks off': async (echo) =>
    new Response(
      new ReadableStream({
        pull: (controller) => controller.error(new TypeError(echo)),
      }),
    ),
  'a redirect to a stranger': async (_echo, url) =>
    Response.redirect(`https://stranger.example/?from=${encodeURIComponent(url)}`, 302),
  'a failure whose text quotes it': async (echo) =>
    Promise.reject<Response>(
      Object.assign(new TypeError(echo), {
        cause: Object.assign(new Error(echo), { code: 'ECONNRESET', request: { echo } }),
        request: { echo },
      }),
    ),
  'a proxy that refuses': async () =>
    Promise.reject<Response>(
      new TypeError('fetch failed', {
        cause: Object.assign(
          new Error(`connect ECONNREFUSED http://proxy:${secrets.proxyPassword}@127.0.0.1:3128/`),
          { code: 'ECONNREFUSED' },
        ),
      }),
    ),
};

const { number, bsuid } = secrets;
const to = `+${number}`;
const calls: Readonly<Record<string, (wa: WhatsAppClient) => Promise<unknown>>> = {
  'a text to a number': (wa) => wa.messages.sendText({ to, body: secrets.text }),
  'a text to a user id': (wa) => wa.messages.sendText({ recipient: bsuid, body: secrets.text }),
  'a text that is too long': (wa) => wa.messages.sendText({ to, body: secrets.text.repeat(900) }),
  'a message of an unknown shape': (wa) =>
    wa.messages.send(JSON.parse(JSON.stringify({ to, type: 'text', text: { boby: secrets.text } })) as never),
  'a PIN': (wa) => wa.phoneNumbers.setPin({ pin: secrets.pin }),
  'a registration': (wa) => wa.phoneNumbers.register({ pin: secrets.pin }),
  'a PIN that is too long': (wa) => wa.phoneNumbers.setPin({ pin: secrets.pin.repeat(2) }),
  'a code': (wa) => wa.phoneNumbers.verifyCode({ code: secrets.smsCode }),
  'a webhook of a number': (wa) =>
    wa.phoneNumbers.overrideWebhook({
      overrideCallbackUri: 'https://shop.example',
      verifyToken: secrets.verifyToken,
    }),
  'a webhook of an account': (wa) =>
    wa.account.subscribeApp({
      overrideCallbackUri: 'https://shop.example',
      verifyToken: secrets.verifyToken,
    }),
  'a webhook of an app': (wa) =>
    wa.account.createAppSubscription({
      callbackUrl: 'https://shop.example',
      verifyToken: secrets.verifyToken,
      fields: ['messages'],
    }),
  'an exchange of a code': (wa) =>
    wa.account.exchangeCode({ code: secrets.code, appSecret: secrets.clientSecret }),
  'a token to look at': (wa) => wa.account.debugToken({ inputToken: secrets.inputToken }),
  'users to block': (wa) => wa.blockedUsers.block({ users: [{ user: to }, { user_id: bsuid }] }),
};

describe(promise('no-secret-shown', '0 hits: 14 calls, each answered in 9 ways'), () => {
  test('behavior: so many are tried', () => {
    expect([Object.keys(calls).length, Object.keys(echoes).length]).toEqual([14, 9]);
  });

  describe.each(Object.entries(echoes))('%s', (_name, answer) => {
    test.each(Object.entries(calls))('behavior: %s shows no secret', async (_call, call) => {
      const lines: unknown[] = [];
      const log = (...line: unknown[]): void => void lines.push(...line);
      const wa = createClient({
        accessToken: secrets.accessToken,
        appSecret: secrets.appSecret,
        phoneNumberId: '1',
        wabaId: '2',
        appId: '3',
        retry: false,
        logger: { debug: log, warn: log },
        fetch: async (input, init) => {
          const request = new Request(input, init);
          const echo = [request.url, ...[...request.headers].flat(), await request.text()].join(' ');
          // The text of a message is no secret of the call: nothing could be redacted but words that errors need as well.
          const all = `${echo} ${decodeURIComponent(request.url)}`.replaceAll(secrets.text, '');
          return answer(all, request.url);
        },
      });
      const fault: unknown = await call(wa).catch((error: unknown) => error);
      expect(fault).toBeInstanceOf(Error);
      expect(leaksIn(fault)).toEqual([]);
      expect(leaksIn(lines)).toEqual([]);
      expect(leaksIn(wa)).toEqual([]);
    });
  });
});

test.each<[string, Record<string, unknown>]>([
  ['a base URL with a password', { baseUrl: `https://user:${secrets.proxyPassword}@proxy.example` }],
  ['a token with a line break', { accessToken: `${secrets.accessToken}\n` }],
  ['an app secret with a blank', { appSecret: `${secrets.appSecret} ` }],
  ['a host with a password', { allowedHosts: [`user:${secrets.proxyPassword}@media.example`] }],
  ['a misspelt option', { verify_token: secrets.verifyToken }],
])('error: createClient with %s quotes no secret', (_name, options) => {
  const make = createClient as (options: object) => unknown;
  let fault: unknown;
  try {
    make({ accessToken: secrets.accessToken, ...options });
  } catch (error) {
    fault = error;
  }
  expect(fault).toBeInstanceOf(Error);
  expect(leaksIn(fault)).toEqual([]);
});

test('error: a function that cannot get the token shows no secret but what it says itself', async () => {
  const wa = createClient({ accessToken: () => `${secrets.accessToken} with a blank`, phoneNumberId: '1' });
  const fault: unknown = await wa.messages
    .sendText({ to, body: secrets.text })
    .catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(Error);
  expect(leaksIn(fault, wa)).toEqual([]);
});

describe('a webhook receiver', () => {
  const signature = `sha256=${'0'.repeat(64)}`;
  const requests: Readonly<Record<string, () => Request>> = {
    'a wrong signature': () =>
      new Request('https://shop.example/', {
        method: 'POST',
        body: JSON.stringify({ text: secrets.text, from: number }),
        headers: { 'x-hub-signature-256': signature, cookie: `session=${secrets.cookie}` },
      }),
    'a wrong verify token': () =>
      new Request(
        `https://shop.example/?hub.mode=subscribe&hub.challenge=1&hub.verify_token=x${secrets.pin}`,
      ),
    'a body that is too large': () =>
      new Request('https://shop.example/', { method: 'POST', body: secrets.text.repeat(100) }),
  };

  test.each(Object.entries(requests))('error: %s shows no secret', async (_name, make) => {
    const seen: unknown[] = [];
    const log = (...line: unknown[]): void => void seen.push(...line);
    const handler = createWebhookHandler({
      appSecret: secrets.appSecret,
      verifyToken: secrets.verifyToken,
      maxBytes: 200,
      onError: log,
      logger: { debug: log, warn: log, error: log },
    });
    traces.length = 0;
    const response = await handler(make());
    expect(response.status).toBeGreaterThan(400);
    expect(seen.length + traces.length).toBeGreaterThan(0);
    expect(leaksIn(handler, seen, traces, await response.text(), [...response.headers])).toEqual([]);
  });
});

describe('a Flow endpoint', () => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: {
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: secrets.passphrase,
    },
  });
  const keyLines = privateKey.split('\n').filter((line) => line.length > 20 && !line.includes('PRIVATE KEY'));
  const leaksOf = (...values: unknown[]): string[] => [
    ...leaksIn(...values),
    ...keyLines.filter((line) => values.map(show).join('\n').includes(line)),
  ];
  const good = {
    privateKey,
    passphrase: secrets.passphrase as string | undefined,
    appSecret: secrets.appSecret as string | (() => string | undefined),
    on: {},
  };

  test.each<[string, Partial<typeof good>]>([
    ['a wrong passphrase', { passphrase: `${secrets.passphrase}x` }],
    ['no passphrase', { passphrase: undefined }],
    ['half a key', { privateKey: privateKey.slice(0, 600) }],
    ['a key without line breaks', { privateKey: privateKey.replaceAll('\n', '') }],
    ['the secret in place of the key', { privateKey: secrets.appSecret }],
  ])('error: %s shows neither key nor passphrase', (_name, options) => {
    let fault: unknown;
    try {
      createFlowEndpoint({ ...good, ...options });
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(Error);
    expect(leaksOf(fault)).toEqual([]);
  });

  test('error: a request with a wrong signature, and one that no key opens, show neither key nor secret', async () => {
    const seen: unknown[] = [];
    const envelope = { encrypted_flow_data: 'AA==', encrypted_aes_key: 'AA==', initial_vector: 'AA==' };
    for (const appSecret of [secrets.appSecret, () => undefined]) {
      const endpoint = createFlowEndpoint({ ...good, appSecret, onError: (error) => void seen.push(error) });
      const body = JSON.stringify(envelope);
      const headers = { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` };
      await endpoint(new Request('https://shop.example/', { method: 'POST', body, headers }));
      expect(leaksOf(endpoint)).toEqual([]);
    }
    const unsigned = {
      ...good,
      appSecret: false as const,
      onError: (error: unknown) => void seen.push(error),
    };
    await createFlowEndpoint(unsigned)(
      new Request('https://shop.example/', { method: 'POST', body: JSON.stringify(envelope) }),
    );
    expect(seen).toHaveLength(3);
    expect(leaksOf(...seen)).toEqual([]);
  });
});
