import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSqliteIdempotencyStore, createSqliteQueue } from 'wabakit/sqlite';
import { testInbox } from '../../webhooks/queue/conformance.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wabakit-sqlite-'));
  file = join(folder, 'inbox.db');
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

const webhook = (text: string) => ({ body: Buffer.from(text), headers: {}, receivedAt: 0 });

testInbox('the SQLite inbox', () => {
  const inbox = createSqliteQueue({ file });
  return { inbox, elapse: (ms) => void vi.setSystemTime(Date.now() + ms), close: inbox.close };
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

test('behavior: an inbox and a claim store share one file', async () => {
  const inbox = createSqliteQueue({ file });
  const claims = createSqliteIdempotencyStore({ file });
  await Promise.all(
    Array.from({ length: 200 }, (_, turn) => [
      inbox.enqueue(webhook('a')),
      claims.acquire(String(turn), 1000),
    ]).flat(),
  );
  expect((await inbox.receive(1000, 1000)).length).toBe(200);
  inbox.close();
  claims.close();
});

test('behavior: accepted webhooks are flushed to the disk in write-ahead mode', () => {
  const inbox = createSqliteQueue({ file });
  const database = new DatabaseSync(file, { readOnly: true });
  expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  database.close();
  inbox.close();
});

test('error: a write that cannot be committed rejects, and the next one works', async () => {
  const inbox = createSqliteQueue({ file });
  const other = new DatabaseSync(file);
  other.exec('ALTER TABLE wabakit_inbox RENAME TO gone');
  await expect(inbox.enqueue(webhook('a'))).rejects.toThrow(/no such table/);
  other.exec('ALTER TABLE gone RENAME TO wabakit_inbox');
  other.close();
  await inbox.enqueue(webhook('b'));
  expect((await inbox.receive(10, 1)).map(({ body }) => Buffer.from(body).toString())).toEqual(['b']);
  inbox.close();
});

test('error: an inbox that was closed rejects', async () => {
  const inbox = createSqliteQueue({ file });
  inbox.close();
  await expect(inbox.enqueue(webhook('a'))).rejects.toThrow(/not open/);
});
