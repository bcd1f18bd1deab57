import { execFile } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect, promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { createClient } from '../../src/client/create-client.ts';
import type { Engine } from '../../src/transport/interface.ts';
import { cloudApi } from '../../src/transport/hosts/cloud-api.ts';
import { http } from '../../src/transport/http.ts';
import { appSecretProof } from '../../src/transport/app-secret-proof.ts';
import { createRedisQueue } from '../../src/stores/redis/create-redis-queue.ts';
import { createWebhookHandler } from '../../src/webhooks/receiver/handler.ts';
import { promise, report } from './promise.ts';

const token = 'EAAGcanarytoken0123456789';
const appSecret = 'canaryappsecret0123456789';
const phone = '5511912345678';
const words = 'canary words of a customer "quoted"';
const proof = await appSecretProof(appSecret)(token);

const canaries: Readonly<Record<string, string>> = { token, appSecret, proof, phone, words };

/** Which canaries a value shows, however it is printed. */
function findCanaries(values: readonly unknown[]): string[] {
  const printed = values.flatMap((value) => [
    inspect(value, { depth: 12, showHidden: true, maxStringLength: null }),
    String(JSON.stringify(value, Object.getOwnPropertyNames(Object(value)))),
    String(value instanceof Error ? `${value.stack}${value.message}` : value),
  ]);
  return Object.entries(canaries).flatMap(([name, canary]) => {
    const spellings = [canary, encodeURIComponent(canary), JSON.stringify(canary).slice(1, -1)];
    return printed.some((text) => spellings.some((spelling) => text.includes(spelling))) ? [name] : [];
  });
}

/** Everything that a server may echo, as Meta's errors quote what they refuse. */
const echo = `token ${token} proof ${proof} secret ${appSecret} to ${phone} +${phone} text ${words}`;
const envelope = (code: number) => ({
  error: {
    message: echo,
    code,
    error_subcode: 33,
    error_data: { details: echo },
    error_user_title: echo,
    error_user_msg: echo,
    fbtrace_id: 'AbC',
  },
});
const fail = (error: Error) => async (): Promise<Response> => Promise.reject(error);
const answer = (body: string, init?: ResponseInit) => async (): Promise<Response> => new Response(body, init);
const redirectTo = (location: string) => answer('', { status: 302, headers: { location } });

/** What a call may meet; each shows the canaries in another place. */
const answers: Readonly<Record<string, (url: URL) => Promise<Response>>> = {
  'a refusal': answer(JSON.stringify(envelope(100)), { status: 400 }),
  'a throttle': answer(JSON.stringify(envelope(130429)), { status: 400 }),
  'a page of a proxy': answer(echo, { status: 502 }),
  'an answer of another shape': answer(JSON.stringify({ messages: [{ id: 7, echo }] })),
  'an answer that is no JSON': answer(echo),
  'an error of the network': fail(
    new TypeError(echo, {
      cause: Object.assign(new Error(echo), { code: 'ECONNRESET', headers: { token } }),
    }),
  ),
  'an error that holds the request': (url) =>
    Promise.reject(Object.assign(new Error(`${url.href} ${echo}`), { request: { token, words, phone } })),
  'an error with a ring of causes': () => {
    const error = new Error(echo);
    error.cause = error;
    return Promise.reject(error);
  },
  'a value that is no error': () => fail({ name: '', message: echo })(),
  'a redirect to another host': redirectTo(
    `https://${token.toLowerCase()}.evil.example/${phone}?t=${token}#${proof}`,
  ),
  'a redirect with userinfo': redirectTo(`https://${phone}:${token}@graph.facebook.com/x`),
  'a redirect with a secret path': redirectTo(
    `https://graph.facebook.com/v26.0/1?access_token=${token}#${token}`,
  ),
  'a redirect that is no URL': redirectTo(`https://[${token}`),
};

const image = new Blob([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1)], {
  type: 'image/jpeg',
});
type Client = ReturnType<typeof createClient>;
const body = words;
const calls: Readonly<Record<string, (wa: Client) => Promise<unknown>>> = {
  sendText: (wa) => wa.messages.sendText({ to: `+${phone}`, body }),
  'send a caption': (wa) =>
    wa.messages.send({ to: `+${phone}`, type: 'image', image: { id: '1', caption: body } }),
  'send buttons': (wa) =>
    wa.messages.send({
      to: `+${phone}`,
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: body },
        action: { buttons: [{ type: 'reply', reply: { id: 'a', title: 'Yes' } }] },
      },
    }),
  'send a template': (wa) =>
    wa.messages.sendTemplate({
      to: `+${phone}`,
      name: 'hello',
      language: 'en',
      components: [{ type: 'body', parameters: [{ type: 'text', text: body }] }],
    }),
  'send a marketing template': (wa) =>
    wa.messages.sendMarketingMessage({
      to: `+${phone}`,
      name: 'hello',
      language: 'en',
      components: [{ type: 'body', parameters: [{ type: 'text', text: body }] }],
    }),
  block: (wa) => wa.blockedUsers.block({ users: [{ user: phone }] }),
  upload: (wa) => wa.media.upload({ file: image }),
  download: (wa) => wa.media.downloadBytes({ mediaId: '1', url: 'https://lookaside.fbsbx.com/x' }),
  'list templates': (wa) => wa.templates.list({ wabaId: '2' }).next(),
};

// Only these calls know the words and the phone: what a server says of its own accord cannot be told from them.
const knows = (call: string): readonly string[] => {
  if (call.startsWith('send')) return ['token', 'proof', 'phone', 'words'];
  if (call === 'block') return ['token', 'proof', 'phone'];
  // The host of media gets no proof.
  return call === 'download' ? ['token'] : ['token', 'proof'];
};

test(promise('no-canary', '0 canaries in the errors, reports and log lines of 117 calls'), async () => {
  const found: string[] = [];
  let lines = 0;
  for (const [place, respond] of Object.entries(answers))
    for (const [name, call] of Object.entries(calls)) {
      const seen: unknown[] = [];
      const engine: Engine = { name: 'canary', exchange: ({ url }) => respond(url) };
      const logger = {
        debug: (...line: unknown[]) => seen.push(line),
        warn: (...line: unknown[]) => seen.push(line),
      };
      const host = cloudApi({ accessToken: token, appSecretProof: appSecretProof(appSecret) });
      const transport = http({ host, engine, retry: false, onAttempt: (line) => logger.warn(line) });
      const wa = createClient({ transport, phoneNumberId: '1', wabaId: '2' });
      seen.push(await call(wa).catch((error: unknown) => error));
      lines += seen.length;
      const shown = findCanaries(seen).filter((canary) => knows(name).includes(canary));
      if (shown.length > 0) found.push(`${name}, ${place}: ${shown.join(', ')}`);
    }
  report(`canaries: ${lines} errors and lines, ${found.length} with a canary`);
  expect(found).toEqual([]);
  expect(Object.keys(answers).length * Object.keys(calls).length).toBe(117);
});

test('behavior: nothing that the receiver logs, traces, reports or answers holds a canary', async () => {
  const seen: unknown[] = [];
  const note = (...values: unknown[]): void => void seen.push(values);
  const printed = vi.spyOn(console, 'error').mockImplementation(note);
  const channels = ['wabakit:webhook', 'wabakit:webhook:event'];
  for (const channel of channels) subscribe(channel, note);
  const logger = { debug: note, warn: note, error: note };
  // As ioredis does: its errors hold the command, and with it the body and the headers.
  const call = (name: string, ...args: readonly string[]): Promise<unknown> =>
    Promise.reject(
      Object.assign(new Error('READONLY'), { command: { name, args: [...args, words, phone] } }),
    );
  const queue = createRedisQueue({ client: { call } });
  const messages = [{ from: phone, id: 'wamid.1', timestamp: '1', type: 'text', text: { body: words } }];
  const value = { messaging_product: 'whatsapp', metadata: { phone_number_id: '1' }, messages };
  const bytes = JSON.stringify({ entry: [{ id: '2', changes: [{ field: 'messages', value }] }] });
  const { createHmac } = await import('node:crypto');
  const signature = `sha256=${createHmac('sha256', appSecret).update(bytes).digest('hex')}`;
  const post = async (
    options: Partial<Parameters<typeof createWebhookHandler>[0]>,
    header: string,
    text = bytes,
  ): Promise<void> => {
    const handler = createWebhookHandler({ appSecret, verifyToken: token, logger, ...options });
    const init = { method: 'POST', body: text, headers: { 'x-hub-signature-256': header } };
    const response = await handler(
      new Request(`https://shop.example/webhooks?phone=${phone}&t=${token}`, init),
    );
    seen.push(response.status, [...response.headers], await response.text());
  };
  await post({}, signature);
  await post({}, 'sha256=00');
  await post({}, signature, `${bytes} `);
  await post({ on: { message: () => Promise.reject(new Error('handler')) } }, signature);
  await post({ queue }, signature);
  const verify = createWebhookHandler({ appSecret, verifyToken: token, logger });
  const query = `hub.mode=subscribe&hub.challenge=1&hub.verify_token=${appSecret}`;
  const refused = await verify(new Request(`https://shop.example/webhooks?${query}`));
  seen.push(refused.status, await refused.text());
  await new Promise((resolve) => setTimeout(resolve, 20));
  for (const channel of channels) unsubscribe(channel, note);
  printed.mockRestore();
  report(`canaries: ${seen.length} lines, traces and answers of the receiver`);
  expect(seen.length).toBeGreaterThan(15);
  expect(findCanaries(seen)).toEqual([]);
});

test('behavior: the command prints no canary of the environment, of a file or of an answer', async () => {
  const cli = new URL('../../src/cli/main.ts', import.meta.url).pathname;
  const directory = mkdtempSync(join(tmpdir(), 'wabakit-canary-'));
  const env = {
    ...process.env,
    NO_COLOR: '1',
    WHATSAPP_ACCESS_TOKEN: token,
    WHATSAPP_APP_SECRET: appSecret,
    WHATSAPP_PHONE_NUMBER_ID: '1',
    WHATSAPP_WABA_ID: '2',
  };
  const run = (...args: string[]): Promise<unknown> =>
    promisify(execFile)(process.execPath, ['--no-warnings', cli, ...args], { cwd: directory, env }).catch(
      (error: unknown) => error,
    );
  const base = ['--base-url', 'http://127.0.0.1:1'];
  const outputs = await Promise.all([
    run('send', '--to', `+${phone}`, '--text', words, ...base),
    run('templates', 'pull', ...base),
    run('--help'),
    run('nonsense'),
  ]);
  const printed = outputs.map((output) => {
    const { stdout, stderr } = output as { readonly stdout: string; readonly stderr: string };
    return `${stdout}${stderr}`;
  });
  report(`canaries: ${printed.length} commands printed ${printed.join('').length} characters`);
  expect(printed.every((text) => text.length > 0)).toBe(true);
  expect(findCanaries(printed)).toEqual([]);
}, 120_000);
