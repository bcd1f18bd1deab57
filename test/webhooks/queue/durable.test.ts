import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSqliteIdempotencyStore, createSqliteQueue } from '../../../src/stores/sqlite/index.ts';
import { createWebhookHandler } from '../../../src/webhooks/receiver/handler.ts';
import { startQueueWorker } from '../../../src/webhooks/queue/start-queue-worker.ts';
import { signPayload } from '../../../src/webhooks/receiver/signature.ts';

// The whole receiver as the guide shows it: handler, queue, worker and idempotency store on one file.
const appSecret = 'the-app-secret';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wabakit-durable-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function delivery(number: number): Promise<Request> {
  const message = {
    from: `1650555${1000 + (number % 10)}`,
    id: `wamid.${number}`,
    timestamp: '1763825400',
    type: 'text',
    text: { body: String(number) },
  };
  const metadata = { display_phone_number: '15550783881', phone_number_id: '106540352242922' };
  const value = { messaging_product: 'whatsapp', metadata, messages: [message] };
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '102290129340398', changes: [{ field: 'messages', value }] }],
  });
  const headers = { 'x-hub-signature-256': await signPayload(appSecret, body) };
  return new Request('https://shop.example/webhook', { method: 'POST', headers, body });
}

test('default: 500 messages delivered 3 times each are answered 200 and processed once, each user in order', async () => {
  const file = join(folder, 'webhooks.db');
  const queue = createSqliteQueue({ file });
  const dedupe = createSqliteIdempotencyStore({ file });
  const processed = new Map<string, number[]>();
  const onError = vi.fn<(error: unknown) => void>();
  const handler = createWebhookHandler({
    appSecret,
    verifyToken: 'the-verify-token',
    queue,
    dedupe,
    serializeBy: 'user',
    onError,
    on: {
      message: async (event) => {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 3));
        const user = event.waId ?? '';
        if (event.type === 'text')
          processed.set(user, [...(processed.get(user) ?? []), Number(event.text.body)]);
      },
    },
  });
  const worker = startQueueWorker({ queue, process: handler.process, pollMs: 5, onError });
  const statuses = new Set<number>();
  for (let number = 0; number < 500; number += 1)
    for (let copy = 0; copy < 3; copy += 1) statuses.add((await handler(await delivery(number))).status);
  expect([...statuses]).toEqual([200]);
  await vi.waitFor(async () => expect(await queue.receive(1, 0)).toEqual([]), {
    timeout: 15_000,
    interval: 200,
  });
  await worker.stop();
  const perUser = [...processed.values()];
  expect(perUser.flat().length).toBe(500);
  expect(perUser.map((numbers) => numbers.toSorted((one, other) => one - other))).toEqual(perUser);
  expect(onError.mock.calls).toEqual([]);
  queue.close();
  dedupe.close();
}, 30_000);

test('behavior: a queue that cannot store answers 503, so that Meta delivers again', async () => {
  const queue = createSqliteQueue({ file: join(folder, 'webhooks.db') });
  const onError = vi.fn<(error: unknown) => void>();
  const handler = createWebhookHandler({ appSecret, verifyToken: 'the-verify-token', queue, onError });
  queue.close();
  expect((await handler(await delivery(1))).status).toBe(503);
  expect(onError.mock.calls[0]?.[0]).toMatchObject({ reason: 'queue_failed' });
});
