import { createPrivateKey, randomBytes } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';

import {
  completeFlow,
  createFlowEndpoint,
  expireFlowToken,
  type FlowEndpointOptions,
  type FlowErrorNotice,
} from 'wabakit/flows';
import { isUsageError } from '../../src/errors/usage-error.ts';
import { appSecret, envelope, jwt, keyPair, open, post, seal, sign } from './whatsapp-client.ts';
import { promise } from '../attacks/promise.ts';

const { publicKey, privateKey } = keyPair();
const exchange = {
  version: '3.0',
  action: 'data_exchange',
  screen: 'FORM',
  flow_token: 'order-17',
  data: {},
};
const echo: FlowEndpointOptions = {
  privateKey,
  appSecret,
  on: { dataExchange: ({ data }) => ({ screen: 'NEXT', data }) },
};

async function ask(options: Partial<FlowEndpointOptions>, request: unknown) {
  const sealed = seal(publicKey, request);
  const response = await createFlowEndpoint({ ...echo, ...options })(post(envelope(sealed)));
  return { status: response.status, answer: await open(sealed, response) };
}

const caught = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

afterEach(() => vi.unstubAllGlobals());

test('default: the answer comes back encrypted, as base64 text, with the flipped vector', async () => {
  const sealed = seal(publicKey, { ...exchange, data: { city: 'São Paulo 🚲', n: 3 } });
  const response = await createFlowEndpoint(echo)(post(envelope(sealed)));
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
  expect(await open(sealed, response)).toEqual({ screen: 'NEXT', data: { city: 'São Paulo 🚲', n: 3 } });
});

test(
  promise('flow-round-trips', '1,000 of 1,000'),
  async () => {
    const endpoint = createFlowEndpoint(echo);
    let same = 0;
    for (let turn = 0; turn < 1000; turn += 1) {
      const data = {
        turn,
        noise: randomBytes(turn).toString('base64'),
        text: '\u00e9\u{1f600}"\\/'.repeat(turn % 7),
      };
      const sealed = seal(publicKey, { ...exchange, data });
      const answer = await open(sealed, await endpoint(post(envelope(sealed))));
      if (JSON.stringify(answer) === JSON.stringify({ screen: 'NEXT', data })) same += 1;
    }
    expect(same).toBe(1000);
  },
  60_000,
);

test(promise('flow-tampering', '421 for each byte of vector, key and data'), async () => {
  const endpoint = createFlowEndpoint({ ...echo, appSecret: false });
  const sealed = seal(publicKey, exchange);
  const statuses = new Set<number>();
  let changes = 0;
  for (const part of ['iv', 'encryptedKey', 'data'] as const) {
    for (let at = 0; at < sealed[part].length; at += 1) {
      const changed = Buffer.from(sealed[part]);
      changed.writeUInt8(changed.readUInt8(at) ^ (1 << (at % 8)), at);
      statuses.add((await endpoint(post(envelope({ ...sealed, [part]: changed })))).status);
      changes += 1;
    }
  }
  expect(changes).toBe(16 + 256 + sealed.data.length);
  expect([...statuses]).toEqual([421]);
});

test(promise('flow-tampering', '432 for each byte of the signed body'), async () => {
  const endpoint = createFlowEndpoint(echo);
  const body = Buffer.from(envelope(seal(publicKey, exchange)));
  const signature = sign(body);
  const statuses = new Set<number>();
  for (let at = 0; at < body.length; at += 1) {
    const changed = Buffer.from(body);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    statuses.add((await endpoint(post(changed, signature))).status);
  }
  expect([...statuses]).toEqual([432]);
});

test.each([
  ['missing', ''],
  ['of another secret', `sha256=${'0'.repeat(64)}`],
  ['of the old kind', `sha1=${'0'.repeat(40)}`],
])('behavior: a signature that is %s gets 432', async (_, signature) => {
  const response = await createFlowEndpoint(echo)(post(envelope(seal(publicKey, exchange)), signature));
  expect([response.status, await response.text()]).toEqual([432, '']);
});

test('behavior: a request for another key gets 421, and is opened once that key is in the rotation', async () => {
  const old = keyPair();
  const sealed = seal(old.publicKey, exchange);
  expect((await createFlowEndpoint(echo)(post(envelope(sealed)))).status).toBe(421);
  const rotating = createFlowEndpoint({ ...echo, privateKey: [privateKey, old.privateKey] });
  expect(await open(sealed, await rotating(post(envelope(sealed))))).toEqual({ screen: 'NEXT', data: {} });
});

test('behavior: the health check is answered without a handler, and shown to one', async () => {
  const ping = vi.fn();
  const active = { status: 200, answer: { data: { status: 'active' } } };
  expect(await ask({}, { version: '3.0', action: 'ping' })).toEqual(active);
  expect(await ask({ on: { ping } }, { version: '3.0', action: 'ping' })).toEqual(active);
  expect(ping.mock.calls).toEqual([[{ version: '3.0', action: 'ping' }]]);
});

test('behavior: INIT, data_exchange and BACK reach their handlers', async () => {
  const on = {
    init: () => ({ screen: 'FIRST' }),
    dataExchange: () => ({ screen: 'SECOND' }),
    back: () => ({ screen: 'FIRST_AGAIN' }),
  };
  const screens = [];
  for (const action of ['INIT', 'data_exchange', 'BACK'])
    screens.push((await ask({ on }, { ...exchange, action })).answer);
  expect(screens).toEqual([{ screen: 'FIRST' }, { screen: 'SECOND' }, { screen: 'FIRST_AGAIN' }]);
});

test('behavior: a checkout step passes through with its sub_action', async () => {
  const data = { sub_action: 'apply_coupon', input: { coupon: { code: 'TEN' } } };
  expect((await ask({}, { ...exchange, data })).answer).toEqual({ screen: 'NEXT', data });
});

test.each([['error'], ['error_key']])(
  'behavior: an error notice (%s) is shown and acknowledged',
  async (key) => {
    const error = vi.fn<(notice: FlowErrorNotice) => void>();
    const notice = { ...exchange, data: { [key]: 'INVALID_SCREEN', error_message: 'No screen NEXT' } };
    expect(await ask({ on: { error } }, notice)).toEqual({
      status: 200,
      answer: { data: { acknowledged: true } },
    });
    expect(error.mock.calls).toEqual([[notice]]);
  },
);

test('behavior: a used flow token answers 427 with the message, encrypted', async () => {
  const on = { dataExchange: () => expireFlowToken('Already ordered') };
  expect(await ask({ on }, exchange)).toEqual({ status: 427, answer: { error_msg: 'Already ordered' } });
  expect(await ask({ on: { dataExchange: () => expireFlowToken() } }, exchange)).toEqual({
    status: 427,
    answer: {},
  });
});

test('behavior: completeFlow closes the Flow with the token in its parameters', () => {
  expect(completeFlow('order-17', { day: 'Monday', flow_token: 'forged' })).toEqual({
    screen: 'SUCCESS',
    data: { extension_message_response: { params: { day: 'Monday', flow_token: 'order-17' } } },
  });
});

test('behavior: an unknown action goes to `unknown`, and gets 501 without it', async () => {
  const sealed = seal(publicKey, { ...exchange, action: 'DREAM' });
  expect((await createFlowEndpoint(echo)(post(envelope(sealed)))).status).toBe(501);
  const on = { unknown: () => ({ screen: 'HOME' }) };
  expect((await ask({ on }, { action: 'DREAM' })).answer).toEqual({ screen: 'HOME' });
});

test('behavior: what is no Flow request gets 400, 405 or 413, never a throw', async () => {
  const endpoint = createFlowEndpoint({ ...echo, maxBytes: 4096 });
  const statuses = [];
  for (const body of ['', 'null', '[]', '{', '{}', '{"encrypted_flow_data":1}', '\ufeff{}', 'x'.repeat(4097)])
    statuses.push((await endpoint(post(body))).status);
  for (const plain of ['', '17', '[]', 'not json'])
    statuses.push((await endpoint(post(envelope(seal(publicKey, plain))))).status);
  statuses.push((await endpoint(new Request('https://shop.example/flow'))).status);
  expect(statuses).toEqual([400, 400, 400, 400, 400, 400, 400, 413, 400, 400, 400, 400, 405]);
});

test('behavior: text that is no base64 gets 421', async () => {
  const body = JSON.stringify({ encrypted_flow_data: '%', encrypted_aes_key: '%', initial_vector: '%' });
  expect((await createFlowEndpoint(echo)(post(body))).status).toBe(421);
});

test('args: requireFlowTokenSignature lets only proven tokens in', async () => {
  const options = { ...echo, requireFlowTokenSignature: true };
  const signatures = [jwt({ flow_token: 'order-17' }), jwt({ flow_token: 'order-18' }), undefined];
  const statuses = [];
  for (const flow_token_signature of signatures) {
    const body = envelope(seal(publicKey, { ...exchange, version: '4.0', flow_token_signature }));
    statuses.push((await createFlowEndpoint(options)(post(body))).status);
  }
  expect(statuses).toEqual([200, 432, 432]);
  expect((await ask(options, { version: '4.0', action: 'ping' })).status).toBe(200);
});

test('args: encrypted and PKCS#1 keys are read where the runtime has node:crypto', async () => {
  const key = createPrivateKey(privateKey);
  const common = { format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open sesame' } as const;
  const forms = [
    key.export({ type: 'pkcs8', ...common }),
    key.export({ type: 'pkcs1', ...common }),
    key.export({ type: 'pkcs1', format: 'pem' }),
  ];
  for (const pem of forms)
    expect((await ask({ privateKey: String(pem), passphrase: 'open sesame' }, exchange)).status).toBe(200);
});

test('behavior: without node:crypto plain PKCS#8 works, and any other key is explained', async () => {
  vi.stubGlobal('process', { ...process, getBuiltinModule: undefined });
  expect((await ask({}, exchange)).status).toBe(200);
  vi.unstubAllGlobals();
  const encrypted = createPrivateKey(privateKey).export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: 'open sesame',
  });
  vi.stubGlobal('process', { ...process, getBuiltinModule: undefined });
  const error = caught(() => createFlowEndpoint({ ...echo, privateKey: String(encrypted), passphrase: 'x' }));
  expect(isUsageError(error) && error.issues[0]?.message).toMatch(
    /plain PKCS#8.*openssl pkcs8 -topk8 -nocrypt/,
  );
});

test.each([
  [{ privateKey: 'not a key' }, 'privateKey'],
  [{ privateKey: [] }, 'privateKey'],
  [{ appSecret: '' }, 'appSecret'],
  [{ appSecret: false as const, requireFlowTokenSignature: true }, 'appSecret'],
])('error: options that cannot work are refused at once: %j', (options, path) => {
  const error = caught(() => createFlowEndpoint({ ...echo, ...options }));
  expect(isUsageError(error) && error.issues.map((issue) => issue.path)).toEqual([path]);
});

test.each([
  [
    undefined,
    [
      'privateKey is missing or empty; give the PEM private key (is its environment variable set?), or a function that returns it',
      'appSecret is missing or empty; give the secret of the app that is connected to the Flow (is its environment variable set?), or a function that returns it',
      'on is missing; give your functions by action, such as { init, dataExchange }',
    ],
  ],
  [
    { ...echo, privateKey: undefined },
    [
      'privateKey is missing or empty; give the PEM private key (is its environment variable set?), or a function that returns it',
    ],
  ],
  [{ ...echo, privatekeys: 'x' }, ['privatekeys is not an option; did you mean privateKey?']],
  [
    { ...echo, on: { dataexchange: () => 1 } },
    ['on.dataexchange is not an action; did you mean dataExchange?'],
  ],
  [
    { ...echo, on: { submit: () => 1 } },
    ['on.submit is not an action; they are init, dataExchange, back, error, ping, unknown'],
  ],
  [{ ...echo, on: { init: { screen: 'A' } } }, ['on.init should be a function']],
])('error: %o names the option and the nearest right name', (options, issues) => {
  const error = caught(() => Reflect.apply(createFlowEndpoint, undefined, [options]));
  expect(isUsageError(error) && error.issues.map(({ path, message }) => `${path} ${message}`)).toEqual(
    issues,
  );
});

test('error: a wrong passphrase is named, and neither it nor the key is shown', () => {
  const pem = String(
    createPrivateKey(privateKey).export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'right',
    }),
  );
  const error = caught(() => createFlowEndpoint({ ...echo, privateKey: pem, passphrase: 'wrong-canary' }));
  expect(isUsageError(error) && error.issues[0]?.message).toMatch(/passphrase/);
  expect(String(error)).not.toMatch(/wrong-canary|MII/);
});

test('error: what a handler throws, and a missing handler, go to onError and answer 500', async () => {
  const own = new Error('database down');
  const onError = vi.fn<(error: unknown) => void>();
  const body = envelope(seal(publicKey, exchange));
  const failing = createFlowEndpoint({ ...echo, onError, on: { dataExchange: () => Promise.reject(own) } });
  const lacking = createFlowEndpoint({ ...echo, onError, on: {} });
  const answers = [await failing(post(body)), await lacking(post(body))];
  expect(await Promise.all(answers.map(async (answer) => [answer.status, await answer.text()]))).toEqual([
    [500, ''],
    [500, ''],
  ]);
  expect(onError.mock.calls[0]).toEqual([own]);
  expect(onError.mock.calls[1]?.[0]).toMatchObject({ kind: 'usage', issues: [{ path: 'on.dataExchange' }] });
});

test.each([
  ['nothing', undefined],
  ['nothing', null],
  ['a string', 'NEXT'],
  ['a boolean', false],
])('error: a handler that returns %s goes to onError and answers 500', async (returned, given) => {
  const onError = vi.fn<(error: unknown) => void>();
  const silent = () => given as never;
  const on = { init: silent, dataExchange: () => Promise.resolve(silent()), back: silent, unknown: silent };
  const endpoint = createFlowEndpoint({ ...echo, onError, on });
  const actions = ['INIT', 'data_exchange', 'BACK', 'DREAM'];
  const statuses = [];
  for (const action of actions)
    statuses.push((await endpoint(post(envelope(seal(publicKey, { ...exchange, action }))))).status);
  expect(statuses).toEqual([500, 500, 500, 500]);
  expect(onError.mock.calls.map(([error]) => String(error))).toEqual(
    ['init', 'dataExchange', 'back', 'unknown'].map(
      (name) => expect.stringContaining(`on.${name} returned ${returned}; return a screen`) as string,
    ),
  );
});

test('error: a body that was read or parsed before is explained, and answers 500', async () => {
  const onError = vi.fn<(error: unknown) => void>();
  const endpoint = createFlowEndpoint({ ...echo, onError });
  const used = post('{}');
  await used.text();
  const parsed = { body: { encrypted_flow_data: 'x' }, bodyAdvice: 'Express: keep the bytes.' } as const;
  expect([(await endpoint(used)).status, (await endpoint(post('{}'), parsed)).status]).toEqual([500, 500]);
  expect(onError.mock.calls.map(([error]) => error)).toMatchObject([
    { reason: 'body_already_read' },
    { reason: 'body_parsed', message: expect.stringContaining('Express: keep the bytes.') as string },
  ]);
});
