import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { type WebhookLogger, createWebhookHandler, isWebhookError } from 'wabakit/webhooks';
import { messagesBody, signedRequest, textMessage } from './helpers.ts';

const canaries = {
  appSecret: 'canary-app-secret-7f3a',
  verifyToken: 'canary-verify-token-91bc',
  phone: '16505550199',
  text: 'canary text of the user',
  wamid: 'wamid.canary',
};

/** Everything that was published or logged while a request of every kind was received. */
async function collect(): Promise<{
  readonly said: readonly unknown[];
  readonly errors: readonly unknown[];
}> {
  const said: unknown[] = [];
  const errors: unknown[] = [];
  const note = (message: unknown): void => void said.push(message);
  const write = (fields: object, message: string): void => void said.push([fields, message]);
  const logger: WebhookLogger = { debug: write, warn: write, error: write };
  const handler = createWebhookHandler({
    appSecret: canaries.appSecret,
    verifyToken: canaries.verifyToken,
    logger,
    onError: (error) => void errors.push(error),
    on: {
      message: (event) => {
        if (event.wamid.endsWith('2')) throw new TypeError(`I choke on ${event.wamid}`);
      },
    },
  });
  subscribe('wabakit:webhook', note);
  subscribe('wabakit:webhook:event', note);
  const message = (id: string) => messagesBody(textMessage(id, canaries.text, canaries.phone));
  const sign = { secret: canaries.appSecret };
  await handler(await signedRequest(message(canaries.wamid), sign));
  await handler(await signedRequest(message(`${canaries.wamid}2`), sign));
  await handler.drain();
  await handler(await signedRequest(message(canaries.wamid), { secret: 'foreign' }));
  await handler(await signedRequest(`${canaries.text} ${canaries.phone}`, sign));
  await handler.handleRequest({ method: 'POST', url: '/', headers: {}, body: { text: canaries.text } });
  await handler(new Request(`https://shop.example/?hub.verify_token=${canaries.verifyToken}`));
  unsubscribe('wabakit:webhook', note);
  unsubscribe('wabakit:webhook:event', note);
  return { said, errors };
}

test('default', async () => {
  const { said } = await collect();
  const channel = said.filter((one) => !Array.isArray(one)) as { durationMs: number }[];
  expect(channel.every(({ durationMs }) => durationMs >= 0)).toBe(true);
  const bytes = expect.any(Number) as number;
  const durationMs = bytes;
  const [first, second, third, fourth, ...rest] = channel;
  expect([first, second, third, fourth]).toEqual(
    expect.arrayContaining([
      { kind: 'message', field: 'messages', outcome: 'processed', durationMs },
      { kind: 'message', field: 'messages', outcome: 'failed', durationMs },
      { method: 'POST', status: 200, events: 1, bytes, durationMs },
    ]),
  );
  expect(rest).toEqual([
    { method: 'POST', status: 401, reason: 'bad_signature', durationMs },
    { method: 'POST', status: 400, reason: 'not_json', durationMs },
    { method: 'POST', status: 500, reason: 'body_parsed', durationMs },
    { method: 'GET', status: 400, durationMs },
  ]);
});

test('behavior: the logger gets the same fields at the level of their weight', async () => {
  const lines: [string, unknown, string][] = [];
  const at = (level: string) => (fields: object, message: string) =>
    void lines.push([level, fields, message]);
  const logger = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
  const fails = { message: () => Promise.reject(new Error('no')) };
  const handler = createWebhookHandler({
    appSecret: 'a',
    verifyToken: 'b',
    logger,
    acknowledge: 'processed',
    onError: () => undefined,
    on: fails,
  });
  await handler(await signedRequest(messagesBody(textMessage('wamid.1')), { secret: 'a' }));
  await handler(await signedRequest('{}', { secret: 'foreign' }));
  await handler(await signedRequest('{}', { secret: 'a' }));
  expect(lines).toEqual([
    ['error', expect.objectContaining({ kind: 'message', outcome: 'failed' }), 'webhook event'],
    ['error', expect.objectContaining({ status: 500, reason: 'handler_failed' }), 'webhook request'],
    ['warn', expect.objectContaining({ status: 401, reason: 'bad_signature' }), 'webhook request'],
    ['debug', expect.objectContaining({ kind: 'unknown', outcome: 'processed' }), 'webhook event'],
    ['debug', expect.objectContaining({ status: 200, events: 1 }), 'webhook request'],
  ]);
});

test('behavior: no secret, number, text or id is in a log line, a trace or an error of ours', async () => {
  const { said, errors } = await collect();
  const ours = errors.filter(isWebhookError);
  expect(ours.map((error) => error.reason)).toEqual(['bad_signature', 'body_parsed']);
  const prints = [...said, ...ours].flatMap((one) => [
    inspect(one, { depth: 10, showHidden: true }),
    JSON.stringify(one),
    one instanceof Error ? `${one.message} ${one.stack}` : '',
  ]);
  for (const print of prints)
    for (const canary of Object.values(canaries)) expect(print).not.toContain(canary);
});
