import { createHmac, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { createClient } from '../../src/client/create-client.ts';
import { createCoreClient } from '../../src/client/create-core-client.ts';
import { sendText } from '../../src/api/messages/send-text.ts';
import { uploadMedia } from '../../src/api/media/upload-media.ts';
import { createEmulator } from '../../src/emulator/create-emulator.ts';
import { isWabakitError } from '../../src/errors/base-error.ts';
import { createFlowEndpoint } from '../../src/flows/endpoint/create-flow-endpoint.ts';
import { fetchEngine } from '../../src/transport/engines/fetch.ts';
import { cloudApi } from '../../src/transport/hosts/cloud-api.ts';
import { http } from '../../src/transport/http.ts';
import type { HttpOptions } from '../../src/transport/http-over.ts';
import { toNodeListener } from '../../src/webhooks/adapters/node.ts';
import { startQueueWorker } from '../../src/webhooks/queue/start-queue-worker.ts';
import { createWebhookHandler } from '../../src/webhooks/receiver/handler.ts';
import { createMemoryIdempotencyStore } from '../../src/webhooks/idempotency/create-memory-idempotency-store.ts';
import { createArrayQueue } from '../webhooks/queue/array-queue.ts';
import { type Mode, modes, type Outcomes } from './callback-modes.ts';

// Runs each callback of the package in each mode, and prints the outcomes and how often the process would have ended.

let deaths = 0;
process.on('unhandledRejection', () => (deaths += 1));
process.on('uncaughtException', () => (deaths += 1));
// What `guard` prints is not a result.
console.error = () => undefined;
console.warn = () => undefined;

const misbehave: Readonly<Record<Mode, () => never>> = {
  throws: () => {
    throw new Error('callback');
  },
  rejects: () => Promise.reject(new Error('callback')) as never,
  'never ends': () => new Promise(() => undefined) as never,
};

const text = { to: '+5511987654321', body: 'hi' };
const accepted = async () => Response.json({ messages: [{ id: 'wamid.1' }] });
const refused = async () => Response.json({ error: { code: 131047, message: 'no' } }, { status: 400 });

const end = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'accepted',
    (error: unknown) => (isWabakitError(error) ? error.kind : String(error)),
  );

const send = (options: Partial<HttpOptions>, fetch: typeof globalThis.fetch = accepted): Promise<string> => {
  const transport = http({
    host: cloudApi({ accessToken: 'token' }),
    engine: fetchEngine({ fetch }),
    timeout: 60,
    retry: false,
    ...options,
  });
  return end(sendText(createCoreClient({ transport, phoneNumberId: '1' }), text));
};

const sendAs = (options: object, fetch: typeof globalThis.fetch = accepted): Promise<string> => {
  const base = { accessToken: 'token', phoneNumberId: '1', timeout: 60, retry: false, fetch } as const;
  return end(createClient({ ...base, ...options }).messages.sendText(text));
};

const body = JSON.stringify({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '1',
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '15550001111', phone_number_id: '1' },
            contacts: [{ profile: { name: 'Ana' }, wa_id: '5511987654321' }],
            messages: [
              { from: '5511987654321', id: 'wamid.in', timestamp: '1', type: 'text', text: { body: 'a' } },
            ],
          },
        },
      ],
    },
  ],
});
const sign = (bytes: string): string =>
  `sha256=${createHmac('sha256', 'secret').update(bytes).digest('hex')}`;

type HandlerOptions = Partial<Parameters<typeof createWebhookHandler>[0]>;

/** Posts a webhook; returns the status, and how many events were handled. */
async function receive(
  options: HandlerOptions,
  { bytes = body, signature = sign(bytes), waitUntil = (): void => undefined } = {},
): Promise<string> {
  let handled = 0;
  const handler = createWebhookHandler({
    appSecret: 'secret',
    verifyToken: 'verify',
    on: { message: () => void (handled += 1) },
    onError: () => undefined,
    ...options,
  });
  const headers = { 'x-hub-signature-256': signature };
  const request = new Request('https://shop.example/webhooks', { method: 'POST', headers, body: bytes });
  const { status } = await handler(request, { waitUntil });
  await new Promise((resolve) => setTimeout(resolve, 10));
  return `${status}, ${handled} handled`;
}

async function verify(options: HandlerOptions): Promise<string> {
  const handler = createWebhookHandler({
    appSecret: 'secret',
    verifyToken: 'verify',
    onError: () => undefined,
    ...options,
  });
  const query = 'hub.mode=subscribe&hub.verify_token=verify&hub.challenge=1';
  const { status } = await handler(new Request(`https://shop.example/webhooks?${query}`));
  return String(status);
}

async function work(onError: () => void): Promise<string> {
  const queue = createArrayQueue();
  const received = { body: new TextEncoder().encode(body), headers: {}, receivedAt: Date.now() };
  await queue.enqueue(received);
  let attempts = 0;
  const process = async (): Promise<void> => {
    attempts += 1;
    throw new Error('handler');
  };
  const worker = startQueueWorker({ queue, process, maxAttempts: 1, pollMs: 1, onError });
  await worker.idle();
  await worker.stop();
  return `${attempts} attempt, ${(await queue.listDeadLetters(9)).length} dead letter`;
}

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const makeFlow = (onError: () => void) =>
  createFlowEndpoint({ privateKey: pem, appSecret: 'secret', on: {}, onError });

async function postToNode(onError: () => void): Promise<string> {
  const server = createServer(toNodeListener(makeFlow(onError)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const { status } = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}' });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return String(status);
}

/** An emulator whose user writes; returns whether what the bot answers arrives. */
async function chat(
  webhook: (answer: () => Promise<unknown>) => object,
  prepare: (emulator: Awaited<ReturnType<typeof createEmulator>>) => void = () => undefined,
): Promise<string> {
  let answer = async (): Promise<unknown> => undefined;
  const emulator = await createEmulator({ webhook: webhook(() => answer()), waitTimeout: 1000 });
  const wa = createClient(emulator.clientOptions);
  answer = () => wa.messages.sendText(text);
  prepare(emulator);
  const said = await emulator
    .phone('+5511987654321')
    .say('Hi')
    .then(
      () => 'said',
      (error: unknown) => (error instanceof Error ? error.name : 'odd'),
    );
  await new Promise((resolve) => setTimeout(resolve, 20));
  const count = emulator.messages.filter(({ from }) => from === 'business').length;
  await emulator.close();
  return `${said}, ${count} answered`;
}
const bot = (answer: () => Promise<unknown>) => ({
  handler: async (request: Request) => {
    if (request.method === 'GET') return new Response(new URL(request.url).searchParams.get('hub.challenge'));
    if ((await request.text()).includes('"text":{"body":"Hi"}')) await answer();
    return new Response('OK');
  },
});

const host = cloudApi({ accessToken: 'token' });
const jpeg = { type: 'image/jpeg', size: 12 };
const upload = (file: () => ReadableStream<Uint8Array> | Promise<ReadableStream<Uint8Array>>) => {
  const transport = http({ host, engine: fetchEngine({ fetch: drain }), retry: false });
  const client = createCoreClient({ transport, phoneNumberId: '1' });
  return end(uploadMedia(client, { file, ...jpeg }, { timeout: 60 }));
};
const drain: typeof globalThis.fetch = async (input, init) => {
  await new Request(input, init).arrayBuffer();
  return Response.json({ id: '1' });
};

const callbacks: Readonly<Record<string, (bad: () => never) => Promise<string>>> = {
  'client logger.debug': (bad) => sendAs({ logger: { debug: bad, warn: bad } }),
  'client logger.warn': (bad) => sendAs({ logger: { debug: bad, warn: bad } }, refused),
  'client onAttempt': (bad) => sendAs({ onAttempt: bad }),
  'transport onAttempt, accepted': (bad) => send({ onAttempt: bad }),
  'transport onAttempt, refused': (bad) => send({ onAttempt: bad }, refused),
  explainCode: (bad) => send({ explainCode: bad }, refused),
  'webhook logger': (bad) => receive({ logger: { debug: bad, warn: bad, error: bad } }),
  'webhook logger, unsigned': (bad) =>
    receive({ logger: { debug: bad, warn: bad, error: bad } }, { signature: 'sha256=00' }),
  'webhook onError': (bad) => receive({ onError: bad, on: { message: misbehave.rejects } }),
  'webhook onError, unsigned': (bad) => receive({ onError: bad }, { signature: 'sha256=00' }),
  waitUntil: (bad) => receive({}, { waitUntil: bad }),
  'recorder.record': (bad) => receive({ recorder: { record: bad } }),
  'identities.resolve': (bad) => receive({ serializeBy: 'user', identities: { resolve: bad } }),
  'handler of an event': (bad) => receive({ on: { message: bad } }),
  'dedupe.acquire': (bad) => receive({ dedupe: { ...createMemoryIdempotencyStore(), acquire: bad } }),
  'worker onError': work,
  'Flow onError': async (bad) => {
    const request = new Request('https://shop.example/', { method: 'POST', body: '{}' });
    return String((await makeFlow(bad)(request)).status);
  },
  'Flow onError, over node:http': postToNode,
  'emulator.subscribe': (bad) =>
    chat(bot, (emulator) => {
      emulator.subscribe(bad);
    }),
  'match of a fault': (bad) =>
    chat(bot, (emulator) => {
      emulator.injectFault({ match: bad, code: 131026 });
      emulator.injectFault({ on: 'webhook', match: bad, drop: 'before' });
    }),
  'webhook.idle of the emulator': (bad) => chat((answer) => ({ ...bot(answer), idle: bad })),
  accessToken: (bad) => sendAs({ accessToken: bad }),
  appSecretProof: (bad) => send({ host: cloudApi({ accessToken: 'token', appSecretProof: bad }) }),
  'host.authorize': (bad) => send({ host: { ...host, authorize: bad } }),
  messagesPerSecond: (bad) => send({ messagesPerSecond: bad }),
  fetch: (bad) => send({}, bad),
  'engine.exchange': (bad) => send({ engine: { name: 'bad', exchange: bad } }),
  'file of an upload': upload,
  'stream of an upload': (bad) => upload(() => new ReadableStream<Uint8Array>({ pull: bad })),
  'appSecret of a webhook': (bad) => receive({ appSecret: bad, bodyTimeout: 100 }),
  'verifyToken of a webhook': (bad) => verify({ verifyToken: bad, bodyTimeout: 100 }),
  'tenant of a webhook': (bad) => receive({ tenant: bad, bodyTimeout: 100 }),
  'queue.enqueue': (bad) => receive({ queue: { ...createArrayQueue(), enqueue: bad }, bodyTimeout: 100 }),
};

const outcomes: Record<string, Outcomes> = {};
for (const [name, run] of Object.entries(callbacks)) {
  const found: Partial<Record<Mode, string>> = {};
  for (const mode of modes)
    found[mode] = await run(misbehave[mode]).catch((error: unknown) => `broken: ${String(error)}`);
  outcomes[name] = found;
}
await new Promise((resolve) => setTimeout(resolve, 50));
console.log(JSON.stringify({ outcomes, deaths }));
process.exit();
