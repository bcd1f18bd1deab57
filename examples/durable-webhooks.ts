/** Webhooks that are answered at once, kept in a file, processed once and in order, on the emulator. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, isOutcomeUnknownError } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import {
  createSqliteIdempotencyStore,
  createSqliteQueue,
  createSqliteSendTrackerStore,
} from 'wabakit/sqlite';
import {
  createWebhookHandler,
  recordWebhooks,
  createSendTracker,
  startQueueWorker,
  type WebhookEventOf,
} from 'wabakit/webhooks';

const emulator = await createEmulator();
const { accessToken, phoneNumberId, appSecret, verifyToken } = emulator;
const wa = createClient({
  accessToken,
  phoneNumberId,
  // The message arrives, its answer is lost on the way back: the worst that can happen to a send.
  fetch: async (input, init) => {
    await emulator.fetch(new Request(input, init));
    throw new TypeError('socket hang up');
  },
});
const to = '+5511987654321';
const folder = mkdtempSync(join(tmpdir(), 'durable-webhooks-'));
const file = join(folder, 'webhooks.db');
const seen: string[] = [];
const answer = (event: WebhookEventOf<'message'>, { signal }: { signal: AbortSignal }) => {
  signal.throwIfAborted();
  seen.push(event.type);
};

// #region durable
const queue = createSqliteQueue({ file });
const dedupe = createSqliteIdempotencyStore({ file });

const handler = createWebhookHandler({
  appSecret,
  verifyToken,
  queue, // 200 as soon as the bytes are on the disk
  dedupe, // each event once, however often Meta delivers it
  serializeBy: 'user', // the events of one user are processed one after another
  handlerTimeout: 60_000, // a handler that hangs is stopped, and its event is tried again
  on: {
    message: (event, { signal }) => answer(event, { signal }),
  },
});

const worker = startQueueWorker({ queue, process: handler.process });
// #endregion durable

// #region shutdown
async function shutDown(): Promise<void> {
  await worker.stop(); // waits for the webhooks in progress
  queue.close();
  dedupe.close();
}
// #endregion shutdown

// #region settle
const outcomes = createSqliteSendTrackerStore({ file });
const sends = createSendTracker(outcomes, ({ callbackData, wamid }) => {
  console.log('was sent after all:', callbackData, wamid);
});
const receiver = createWebhookHandler({ appSecret, verifyToken, on: { status: sends.handleStatus } });

async function notify(to: string, body: string): Promise<void> {
  try {
    await wa.messages.sendText({ to, body });
  } catch (error) {
    if (!isOutcomeUnknownError(error) || error.callbackData === undefined) throw error;
    await sends.track(error.callbackData); // settled now, or by the next status
  }
}
// #endregion settle

// #region record
const recorded = createWebhookHandler({
  appSecret,
  verifyToken,
  recorder: recordWebhooks(join(folder, 'recordings'), { redact: ['from', 'wa_id', 'name', 'body'] }),
});
// #endregion record

for (const receive of [handler, receiver, recorded]) await emulator.webhook.subscribe(receive);
await emulator.phone(to).say('Is my bicycle ready?');
await notify(to, 'It is ready since noon.');
await emulator.waitForIdle();
while (seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
console.log('handled:', seen.join()); // handled: text

// #region dead
for (const { id, attempts, reason, error } of await queue.listDeadLetters(100)) {
  console.log(id, attempts, reason, error); // 17 12 handler_failed Error: database down
  await queue.requeue(id); // or deleteDeadLetter(id)
}
// #endregion dead

// #region stats
const { waiting, inProgress, deadLetters, oldestAgeMs = 0 } = await queue.getStats();
if (oldestAgeMs > 5 * 60_000 || deadLetters > 0)
  console.warn('the queue is behind:', { waiting, inProgress, deadLetters, oldestAgeMs });
// #endregion stats

await emulator.close();
await Promise.all([receiver.drain(), recorded.drain()]);
await shutDown();
outcomes.close();
rmSync(folder, { recursive: true });
