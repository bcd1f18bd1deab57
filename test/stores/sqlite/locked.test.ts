import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isUsageError } from '../../../src/errors/usage-error.ts';
import {
  createSqliteIdempotencyStore,
  createSqliteQueue,
  createSqliteSendTrackerStore,
} from '../../../src/stores/sqlite/index.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wabakit-sqlite-'));
  file = join(folder, 'webhooks.db');
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

/** Locks the file as another program would. The lock ends when the event loop runs for so long: a store that blocks it waits in vain. */
function lock(ms: number): void {
  const other = new DatabaseSync(file);
  other.exec('BEGIN EXCLUSIVE');
  setTimeout(() => {
    other.exec('COMMIT');
    other.close();
  }, ms);
}

const webhook = { body: Buffer.from('a'), headers: {}, receivedAt: 0 };

test('default: every method of every store waits for a foreign lock and then does its work', async () => {
  const queue = createSqliteQueue({ file });
  const store = createSqliteIdempotencyStore({ file });
  const sends = createSqliteSendTrackerStore({ file });
  await queue.enqueue(webhook);
  lock(100);
  expect(
    await Promise.all([
      queue.listDeadLetters(10),
      queue.receive(10, 60_000).then((items) => items.length),
      store.acquire('a', 'token', 60_000),
      sends.putIfAbsent('a', 'one', 60_000),
    ]),
  ).toEqual([[], 1, 'acquired', undefined]);
  lock(100);
  await Promise.all([queue.enqueue(webhook), sends.put('a', 'two', 60_000)]);
  expect([await sends.putIfAbsent('a', 'three', 60_000), (await queue.receive(10, 60_000)).length]).toEqual([
    'two',
    1,
  ]);
  for (const { close } of [queue, store, sends]) close();
});

test('behavior: a file that is locked when it is opened gets its tables when the lock ends', async () => {
  new DatabaseSync(file).close();
  lock(100);
  const queue = createSqliteQueue({ file });
  await queue.enqueue(webhook);
  expect((await queue.receive(10, 60_000)).length).toBe(1);
  queue.close();
});

test('behavior: work that is added while the file is locked shares the transaction, in order', async () => {
  const queue = createSqliteQueue({ file });
  lock(150);
  const texts = Array.from({ length: 50 }, (_, place) => String(place));
  const enqueued = texts.map(async (text, place) => {
    await new Promise((resolve) => setTimeout(resolve, place * 2));
    await queue.enqueue({ ...webhook, body: Buffer.from(text) });
  });
  await Promise.all(enqueued);
  expect((await queue.receive(100, 60_000)).map(({ body }) => Buffer.from(body).toString())).toEqual(texts);
  queue.close();
});

test('error: work that has waited 30 seconds rejects with the file and what to do; younger work goes on waiting', async () => {
  const sends = createSqliteSendTrackerStore({ file });
  const other = new DatabaseSync(file);
  other.exec('BEGIN EXCLUSIVE');
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  const results: string[] = [];
  const put = (key: string): Promise<unknown> =>
    sends.put(key, 'one', 60_000).then(
      () => results.push(`${key} stored`),
      (error: unknown) => results.push(`${key}: ${String(error)}`),
    );
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const first = put('first');
  await turn();
  await vi.advanceTimersByTimeAsync(29_000);
  const second = put('second');
  await turn();
  expect(results).toEqual([]);
  await vi.advanceTimersByTimeAsync(1100);
  await first;
  expect(results).toEqual([
    `first: Error: ${file}: another program has locked the SQLite database for more than 30 seconds. End it, or its transaction.`,
  ]);
  other.exec('COMMIT');
  await vi.advanceTimersByTimeAsync(100);
  await second;
  expect(results[1]).toBe('second stored');
  other.close();
  sends.close();
});

test('error: close rejects what a lock holds up', async () => {
  const queue = createSqliteQueue({ file });
  const other = new DatabaseSync(file);
  other.exec('BEGIN EXCLUSIVE');
  const enqueued = queue.enqueue(webhook);
  queue.close();
  await expect(enqueued).rejects.toThrow('database is locked');
  other.close();
});

test(
  'behavior: the file and the files that SQLite adds can be read by their owner only',
  { tags: ['posix'] },
  async () => {
    const queue = createSqliteQueue({ file });
    await queue.enqueue(webhook);
    const modes = ['', '-wal', '-shm'].map((suffix) =>
      (statSync(`${file}${suffix}`).mode & 0o777).toString(8),
    );
    expect(modes).toEqual(['600', '600', '600']);
    queue.close();
  },
);

test('args: create: false takes a file that exists and creates nothing', async () => {
  const open = (options: { file: string; create: false }) => {
    try {
      createSqliteQueue(options).close();
      return 'opened';
    } catch (error) {
      return isUsageError(error) ? error.issues[0]?.message : error;
    }
  };
  expect(open({ file, create: false })).toBe(`${file}: no such file`);
  expect(existsSync(file)).toBe(false);
  const foreign = join(folder, 'foreign.db');
  new DatabaseSync(foreign).exec('CREATE TABLE customers (name TEXT)');
  expect(open({ file: foreign, create: false })).toBe(`${foreign}: no such table: wabakit_queue`);
  const text = join(folder, 'notes.txt');
  writeFileSync(text, 'not a database, but a text that is long enough for a header of one'.repeat(20));
  expect(open({ file: text, create: false })).toBe(`${text}: file is not a database`);
  createSqliteQueue({ file }).close();
  expect(open({ file, create: false })).toBe('opened');
});
