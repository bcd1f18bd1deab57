import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSqliteIdempotencyStore, createSqliteQueue } from 'wabakit/sqlite';
import { testQueue } from '../../webhooks/queue/conformance.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wabakit-sqlite-'));
  file = join(folder, 'queue.db');
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

const webhook = (text: string) => ({ body: Buffer.from(text), headers: {}, receivedAt: 0 });

testQueue('the SQLite queue', () => {
  const queue = createSqliteQueue({ file });
  return { queue, elapse: (ms) => void vi.advanceTimersByTime(ms), close: queue.close };
});

test('behavior: close commits what is on its way, a new connection finds it', async () => {
  const first = createSqliteQueue({ file });
  const accepted = Promise.all(['a', 'b'].map((text) => first.enqueue(webhook(text))));
  first.close();
  await accepted;
  const second = createSqliteQueue({ file });
  expect((await second.receive(10, 1)).map(({ body }) => Buffer.from(body).toString())).toEqual(['a', 'b']);
  second.close();
});

test('behavior: a queue and an idempotency store share one file', async () => {
  const queue = createSqliteQueue({ file });
  const store = createSqliteIdempotencyStore({ file });
  await Promise.all(
    Array.from({ length: 200 }, (_, turn) => [
      queue.enqueue(webhook('a')),
      store.acquire(String(turn), '1', 1000),
    ]).flat(),
  );
  expect((await queue.receive(1000, 1000)).length).toBe(200);
  queue.close();
  store.close();
});

test('behavior: accepted webhooks are flushed to the disk in write-ahead mode', () => {
  const queue = createSqliteQueue({ file });
  const database = new DatabaseSync(file, { readOnly: true });
  expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  database.close();
  queue.close();
});

test('error: a write that cannot be committed rejects, and the next one works', async () => {
  const queue = createSqliteQueue({ file });
  const other = new DatabaseSync(file);
  other.exec('ALTER TABLE wabakit_queue RENAME TO gone');
  await expect(queue.enqueue(webhook('a'))).rejects.toThrow(/no such table/);
  other.exec('ALTER TABLE gone RENAME TO wabakit_queue');
  other.close();
  await queue.enqueue(webhook('b'));
  expect((await queue.receive(10, 1)).map(({ body }) => Buffer.from(body).toString())).toEqual(['b']);
  queue.close();
});

test('error: a queue that was closed rejects', async () => {
  const queue = createSqliteQueue({ file });
  queue.close();
  await expect(queue.enqueue(webhook('a'))).rejects.toThrow(/not open/);
});

test('args: keepDeadLettersMs deletes older dead letters when one is added or the queue is counted', async () => {
  const queue = createSqliteQueue({ file, keepDeadLettersMs: 60_000 });
  const failure = { reason: 'handler_failed', errorName: 'Error', error: 'Error' } as const;
  const other = new DatabaseSync(file);
  const age = () => other.exec('UPDATE wabakit_queue SET dead_lettered_at = dead_lettered_at - 60001');
  const getTexts = async () =>
    (await queue.listDeadLetters(10)).map(({ body }) => Buffer.from(body).toString());
  for (const text of ['a', 'b']) {
    await queue.enqueue(webhook(text));
    const [item] = await queue.receive(1, 60_000);
    if (item) await queue.deadLetter(item, failure);
    expect(await getTexts()).toEqual([text]);
    age();
  }
  expect((await queue.getStats()).deadLetters).toBe(0);
  expect(await getTexts()).toEqual([]);
  other.close();
  queue.close();
});
