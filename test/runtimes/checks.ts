/** What must be true of the packed package on every runtime. No test framework, no Node: each check is a function that throws. */
import {
  createClient,
  isApiError,
  isOutcomeUnknownError,
  isTransportError,
  isUsageError,
  type ClientOptions,
} from 'wabakit';
import { createEmulator, type Emulator } from 'wabakit/emulator';
import { completeFlow, createFlowEndpoint } from 'wabakit/flows';
import { closedWindow, formatMoney, quote, windowAfter } from 'wabakit/pricing';
import { defineTemplate, renderTemplate, templateMessage, validateTemplate } from 'wabakit/templates';
import { createWebhookHandler, signPayload, toNodeListener, verifySignature } from 'wabakit/webhooks';

/** A reason why a check cannot run on this runtime; nothing when it ran. */
export type NotRun = string | undefined;

/** One thing to prove. It throws when it is not so. */
export interface Check {
  readonly name: string;
  readonly run: () => Promise<NotRun> | Promise<void>;
}

const customer = '+5511987654321';
// Privileged, not blocked by `fetch`, and nobody listens there.
const closedPort = 'http://127.0.0.1:2';
const onWorkers = navigator.userAgent === 'Cloudflare-Workers';
const onNode = navigator.userAgent.startsWith('Node.js/');

function equal(actual: unknown, expected: unknown, what: string): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`${what}: expected ${should}, got ${is}`);
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

/** Why SQLite cannot be used here; nothing when it can. Some runtimes have the module and no database behind it. */
async function whyNoSqlite(): Promise<NotRun> {
  try {
    const { DatabaseSync } = await import('node:sqlite');
    new DatabaseSync(':memory:').close();
    return undefined;
  } catch (error) {
    if (onNode) throw error;
    return `node:sqlite: ${error instanceof Error ? error.message : String(error)}`;
  }
}

const clientOf = ({ accessToken, phoneNumberId, wabaId, fetch }: Emulator) =>
  createClient({ accessToken, phoneNumberId, wabaId, fetch });

const offline = (options: Partial<ClientOptions>) =>
  createClient({ accessToken: 'token', phoneNumberId: '106540352242922', retry: false, ...options });

async function sends(): Promise<void> {
  const emulator = await createEmulator({ seed: 7 });
  await emulator.phone(customer).says('Hello');
  const wa = clientOf(emulator);
  const { wamid } = await wa.messages.sendText({ to: customer, body: 'Olá ✅' });
  await emulator.settle();
  equal(wamid.startsWith('wamid.'), true, 'the wamid');
  equal(emulator.phone(customer).lastMessage?.text, 'Olá ✅', 'the text on the phone');
  await emulator.clock.advance('25h');
  const error = await failureOf(wa.messages.sendText({ to: customer, body: 'Too late' }));
  if (!isApiError(error, 131047)) throw error;
  equal([error.name, error.httpStatus, error.retry], ['ApiError', 400, 'no'], 'the error');
  equal((error.hint ?? '').length > 0, true, 'a hint');
  await emulator.close();
}

async function refusesWrongInput(): Promise<void> {
  let calls = 0;
  const wa = offline({ fetch: () => Promise.reject(new Error(`call ${(calls += 1)}`)) });
  const error = await failureOf(wa.messages.sendText({ to: customer, body: '' }));
  if (!isUsageError(error)) throw error;
  equal(
    error.issues.map(({ path }) => path),
    ['text.body'],
    'the paths',
  );
  equal(calls, 0, 'calls');
}

async function carriesFiles(): Promise<void> {
  const emulator = await createEmulator({ seed: 7 });
  const wa = clientOf(emulator);
  const bytes = new TextEncoder().encode('%PDF-1.4 '.padEnd(200_000, 'x'));
  const stream = () => new Blob([bytes]).stream();
  for (const file of [bytes, new Blob([bytes]), stream]) {
    const { id } = await wa.media.upload({ file, type: 'application/pdf', filename: 'invoice.pdf' });
    const download = await wa.media.downloadBytes({ mediaId: id });
    equal([download.mimeType, download.bytes.length], ['application/pdf', bytes.length], 'the file');
  }
  await emulator.close();
}

async function knowsWhatWasNeverSent(): Promise<void> {
  const error = await failureOf(
    offline({ baseUrl: closedPort }).messages.sendText({ to: customer, body: 'Hi' }),
  );
  if (onWorkers ? isOutcomeUnknownError(error) : isTransportError(error) && error.fault === 'network') return;
  throw error;
}

async function leavesDoubtAsDoubt(): Promise<void> {
  const hang = offline({
    timeout: 30,
    fetch: (input, init) =>
      new Promise((_resolve, reject) => {
        const signal = input instanceof Request ? input.signal : init?.signal;
        signal?.addEventListener('abort', () => reject(new Error('aborted')));
      }),
  });
  const page = offline({ fetch: async () => new Response('<h1>Bad gateway</h1>', { status: 502 }) });
  for (const wa of [hang, page]) {
    const error = await failureOf(wa.messages.sendText({ to: customer, body: 'Hi' }));
    if (!isOutcomeUnknownError(error)) throw error;
    equal(typeof error.correlationKey, 'string', 'the correlation key');
  }
}

async function verifiesSignatures(): Promise<void> {
  const known = 'sha256=77325902caca812dc259733aacd046b73817372c777b8d95b402647474516e13';
  equal(await signPayload('secret', '{}'), known, 'the signature of {}');
  const check = (appSecret: string | string[], body: string, signature: string | undefined) =>
    verifySignature({ appSecret, body, signature });
  equal(await check(['old', 'secret'], '{}', known), true, 'good');
  equal(await check('secret', '{} ', known), false, 'another body');
  equal(await check('other', '{}', known), false, 'another secret');
  equal(await check('secret', '{}', known.slice(0, -1)), false, 'cut off');
  equal(await check('secret', '{}', undefined), false, 'missing');
}

const appSecret = 'the-app-secret';
const verifyToken = 'the-verify-token';
const webhookUrl = 'https://shop.example/webhooks';
const incoming = JSON.stringify({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '102290129340398',
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '15550783881', phone_number_id: '106540352242922' },
            contacts: [{ profile: { name: 'Zoë 👋' }, wa_id: '5511987654321' }],
            messages: [
              {
                from: '5511987654321',
                id: 'wamid.in',
                timestamp: '1749416383',
                type: 'text',
                text: { body: 'Olá' },
              },
            ],
            statuses: [
              { id: 'wamid.out', status: 'read', timestamp: '1749416390', recipient_id: '5511987654321' },
            ],
          },
        },
        { field: 'a_field_of_tomorrow', value: { anything: 1 } },
      ],
    },
  ],
});

async function receives(): Promise<void> {
  const seen: unknown[] = [];
  const receive = createWebhookHandler({
    appSecret,
    verifyToken,
    answer: 'handled',
    on: {
      message: (event) => seen.push([event.at, event.waId, event.type === 'text' && event.text.body]),
      status: (event) => seen.push([event.wamid, event.status]),
      unknown: (event) => seen.push(event.field),
    },
  });
  const post = async (signature?: string) => {
    const headers = new Headers(signature === undefined ? {} : { 'x-hub-signature-256': signature });
    return (await receive(new Request(webhookUrl, { method: 'POST', headers, body: incoming }))).status;
  };
  equal(await post(await signPayload('another secret', incoming)), 401, 'a bad signature');
  equal(await post(), 401, 'a missing signature');
  equal(seen, [], 'events before a good signature');
  equal(await post(await signPayload(appSecret, incoming)), 200, 'a good signature');
  equal(
    seen,
    [[1_749_416_383_000, '5511987654321', 'Olá'], ['wamid.out', 'read'], 'a_field_of_tomorrow'],
    'events',
  );
}

async function answersTheHandshake(): Promise<void> {
  const receive = createWebhookHandler({ appSecret, verifyToken });
  const ask = (token: string) =>
    receive(
      new Request(`${webhookUrl}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}`),
    );
  const good = await ask(verifyToken);
  equal([good.status, await good.text()], [200, '1158201444'], 'the right token');
  equal((await ask('guess')).status, 403, 'a wrong token');
}

async function prices(): Promise<void> {
  const price = (to: string, at: number, timeZone: string) => {
    const window = windowAfter(closedWindow, { kind: 'inbound', at: at - 60_000 });
    const result = quote({ to, category: 'utility', at, timeZone, currency: 'USD', window });
    return result.outcome === 'priced'
      ? [result.market, formatMoney(result.amount), result.pricingType]
      : result.outcome;
  };
  const november = Date.UTC(2026, 10, 2, 15);
  equal(
    price(customer, november, 'America/Sao_Paulo'),
    ['Brazil', '$0.0068', 'regular'],
    'Brazil in November',
  );
  equal(
    price('+4915112345678', november, 'Europe/Berlin'),
    ['Germany', '$0.055', 'regular'],
    'Germany in November',
  );
  // Utility messages in an open window are charged from October 2026 on, where the account is: two hours into it in UTC is September in São Paulo.
  const turn = Date.UTC(2026, 9, 1, 2);
  equal(price(customer, turn, 'UTC'), ['Brazil', '$0.0068', 'regular'], 'October in UTC');
  equal(
    price(customer, turn, 'America/Sao_Paulo'),
    ['Brazil', '$0.00', 'free_customer_service'],
    'September in São Paulo',
  );
}

async function buildsTemplates(): Promise<void> {
  const orderUpdate = defineTemplate({
    name: 'order_update',
    language: 'en',
    category: 'utility',
    body: { text: 'Hi {{name}}, your order ships on {{day}}.', example: { name: 'Ana', day: 'Monday' } },
  });
  const parameters = { body: { name: 'Zoë', day: 'Friday' } };
  equal(validateTemplate(orderUpdate), [], 'issues');
  equal(renderTemplate(orderUpdate, parameters).text, 'Hi Zoë, your order ships on Friday.', 'the preview');
  equal(templateMessage(orderUpdate, parameters).template.name, 'order_update', 'the payload');
  const broken = { ...orderUpdate, body: { text: 'Hi {{name}}', example: { name: 'Ana' } } };
  equal(
    validateTemplate(broken).some(({ severity }) => severity === 'error'),
    true,
    'an error for a placeholder at the edge',
  );
  const emulator = await createEmulator({ templates: [orderUpdate] });
  await clientOf(emulator).messages.sendTemplate({ to: customer, template: orderUpdate, parameters });
  await emulator.settle();
  equal(
    emulator.phone(customer).lastMessage?.text,
    'Hi Zoë, your order ships on Friday.',
    'what the phone shows',
  );
  await emulator.close();
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** The phone's side is played with WebCrypto alone: a fresh AES key under the public key, and the flipped vector on the way back. */
async function answersFlows(): Promise<void> {
  const keys = await crypto.subtle.generateKey(
    {
      name: 'RSA-OAEP',
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
      hash: 'SHA-256',
    },
    true,
    ['encrypt', 'decrypt'],
  );
  const der = new Uint8Array(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  const lines = base64(der).match(/.{1,64}/g) ?? [];
  const privateKey = ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''].join('\n');
  const endpoint = createFlowEndpoint({
    privateKey,
    appSecret,
    on: { dataExchange: ({ flow_token, data }) => completeFlow(flow_token, { day: data?.['day'] }) },
  });
  const secret = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(16));
  const aes = await crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const flow = {
    version: '3.0',
    action: 'data_exchange',
    screen: 'DAY',
    flow_token: 'repair-17',
    data: { day: 'Friday' },
  };
  const clear = new TextEncoder().encode(JSON.stringify(flow));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, aes, clear);
  const sealedKey = await crypto.subtle.encrypt({ name: 'RSA-OAEP' }, keys.publicKey, secret);
  const body = JSON.stringify({
    encrypted_flow_data: base64(new Uint8Array(sealed)),
    encrypted_aes_key: base64(new Uint8Array(sealedKey)),
    initial_vector: base64(iv),
  });
  const ask = async (signature: string) =>
    endpoint(
      new Request(webhookUrl, { method: 'POST', headers: { 'x-hub-signature-256': signature }, body }),
    );
  equal((await ask(await signPayload('another secret', body))).status, 432, 'a bad signature');
  const answer = await ask(await signPayload(appSecret, body));
  equal(answer.status, 200, 'the status');
  const flipped = iv.map((byte) => byte ^ 0xff);
  const opened = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: flipped },
    aes,
    bytesOf(await answer.text()),
  );
  const { screen, data } = JSON.parse(new TextDecoder().decode(opened)) as Record<string, unknown>;
  equal(
    [screen, data],
    ['SUCCESS', { extension_message_response: { params: { day: 'Friday', flow_token: 'repair-17' } } }],
    'the answer',
  );
}

async function remembersInSqlite(): Promise<NotRun> {
  const reason = await whyNoSqlite();
  if (reason !== undefined) return reason;
  const { mkdtempSync, rmSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const { join } = await import('node:path');
  const { createSqliteClaimStore } = await import('wabakit/sqlite');
  const folder = mkdtempSync(join(tmpdir(), 'wabakit-runtime-'));
  const file = join(folder, 'webhooks.db');
  const first = createSqliteClaimStore({ file });
  const claims = await Promise.all(['a', 'a', 'b'].map((key) => first.claim(key, 60_000)));
  equal(claims, ['claimed', 'busy', 'claimed'], 'first claims');
  await first.confirm('a', 60_000);
  await first.release('b');
  first.close();
  const second = createSqliteClaimStore({ file });
  equal(
    [await second.claim('a', 60_000), await second.claim('b', 60_000)],
    ['handled', 'claimed'],
    'after opening the file again',
  );
  second.close();
  rmSync(folder, { recursive: true });
  return undefined;
}

async function talksOverHttp(): Promise<NotRun> {
  if (onWorkers) return 'a Worker cannot listen on a port';
  const { createServer } = await import('node:http');
  const seen: string[] = [];
  const receive = createWebhookHandler({
    appSecret,
    verifyToken,
    on: { status: ({ status }) => seen.push(status), message: ({ type }) => seen.push(type) },
  });
  const server = createServer(toNodeListener(receive));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const emulator = await createEmulator({ webhook: { appSecret, verifyToken } });
  await emulator.webhook.subscribe(`http://127.0.0.1:${port}/webhooks`);
  const { url, close } = await emulator.listen();
  await emulator.phone(customer).says('Hello');
  const { accessToken, phoneNumberId } = emulator;
  const wa = createClient({ accessToken, phoneNumberId, baseUrl: url });
  await wa.messages.sendText({ to: customer, body: 'Hi' });
  await emulator.settle();
  await receive.idle();
  equal(seen, ['text', 'sent', 'delivered'], 'webhooks over HTTP');
  await close();
  await emulator.close();
  server.close();
  server.closeAllConnections(); // Deno keeps idle ones, and with them the process, for three minutes
  return undefined;
}

/** Every check, in the order in which they run. */
export const checks: readonly Check[] = [
  { name: 'sends through the emulator, and types its refusal', run: sends },
  { name: 'refuses wrong input before anything is sent', run: refusesWrongInput },
  { name: 'uploads and downloads bytes, blobs and streams', run: carriesFiles },
  {
    name: onWorkers
      ? 'a refused connection is of unknown outcome'
      : 'a refused connection proves that nothing was sent',
    run: knowsWhatWasNeverSent,
  },
  { name: 'silence and a 502 page are of unknown outcome', run: leavesDoubtAsDoubt },
  { name: 'verifies signatures: good, bad, missing', run: verifiesSignatures },
  { name: 'receives a signed webhook and refuses others with 401', run: receives },
  { name: 'answers the handshake', run: answersTheHandshake },
  { name: 'prices to the last ten-thousandth, in the time zone of the account', run: prices },
  { name: 'defines, checks, previews and sends a template', run: buildsTemplates },
  { name: 'opens and seals a Flow request', run: answersFlows },
  { name: 'remembers claims in SQLite', run: remembersInSqlite },
  { name: 'speaks HTTP both ways on loopback', run: talksOverHttp },
];
