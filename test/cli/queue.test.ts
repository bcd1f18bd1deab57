import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRedisQueue } from 'wabakit/redis';
import { createSqliteQueue } from 'wabakit/sqlite';
import type { WebhookQueue } from 'wabakit/webhooks';
import { startRedis } from '../helpers/redis.ts';
import { messagesBody, textMessage } from '../webhooks/helpers.ts';
import { run } from './run.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wabakit-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function addDeadLetter(queue: WebhookQueue, body: string): Promise<string> {
  await queue.enqueue({ body: Buffer.from(body), headers: {}, receivedAt: 0 });
  const [item] = await queue.receive(1, 60_000);
  if (!item) throw new Error('the queue is empty');
  const error = 'Error: database\u001b[2J down';
  await queue.deadLetter(item, { reason: 'handler_failed', errorName: 'Error', error });
  return item.id;
}

async function checkDeadLetters(store: readonly string[], queue: WebhookQueue): Promise<void> {
  expect(await run(['queue', 'dead-letters', ...store])).toEqual({
    out: 'no dead letters',
    error: '',
    code: 0,
  });
  expect((await run(['queue', 'stats', ...store])).out).toBe('0 waiting  0 in progress  0 dead letters');
  const first = await addDeadLetter(queue, messagesBody(textMessage('wamid.1')));
  const second = await addDeadLetter(queue, 'not a webhook');
  const { out } = await run(['queue', 'dead-letters', ...store]);
  expect(out.replace(/\d{4}-\S+Z/g, 'TIME').split('\n')).toEqual([
    `${first}  TIME  received TIME  1 attempt  message  handler_failed  Error: database\\u001b[2J down`,
    `${second}  TIME  received TIME  1 attempt  not JSON  handler_failed  Error: database\\u001b[2J down`,
  ]);
  expect((await run(['queue', 'dead-letters', '--limit', '1', ...store])).out.split('\n').length).toBe(1);
  expect(await run(['queue', 'requeue', first, '4711', ...store])).toEqual({
    out: `requeued  ${first}\nnot found  4711`,
    error: '',
    code: 1,
  });
  expect(await run(['queue', 'requeue', '--all', ...store])).toEqual({
    out: `requeued  ${second}`,
    error: '',
    code: 0,
  });
  const { out: stats } = await run(['queue', 'stats', ...store]);
  expect(stats).toMatch(/^2 waiting {2}0 in progress {2}0 dead letters {2}oldest \d+\.\d s$/);
  expect((await queue.receive(10, 1000)).map(({ id }) => id)).toEqual([first, second]);
  const { out: json } = await run(['queue', 'stats', '--json', ...store]);
  expect(JSON.parse(json)).toMatchObject({ waiting: 0, inProgress: 2, deadLetters: 0 });
}

test('default: dead-letters and requeue work on a queue in SQLite', async () => {
  const file = join(folder, 'queue.db');
  const queue = createSqliteQueue({ file });
  await checkDeadLetters(['--sqlite', file], queue);
  queue.close();
});

test('default: dead-letters and requeue work on a queue in Redis', { tags: ['redis'] }, async () => {
  const redis = await startRedis();
  const client = new Redis(redis.port, '127.0.0.1');
  const queue = createRedisQueue({ client, prefix: 'shop' });
  await checkDeadLetters(['--redis', `redis://127.0.0.1:${redis.port}`, '--prefix', 'shop'], queue);
  await client.quit();
  await redis.stop();
});

test('behavior: requeue --all takes more dead letters than are listed at a time', async () => {
  const file = join(folder, 'queue.db');
  const queue = createSqliteQueue({ file });
  for (let place = 0; place < 205; place += 1) await addDeadLetter(queue, String(place));
  const { out, code } = await run(['queue', 'requeue', '--all', '--sqlite', file]);
  expect([out.split('\n').length, code]).toEqual([205, 0]);
  expect(await queue.getStats()).toMatchObject({ waiting: 205, deadLetters: 0 });
  queue.close();
});

test.each(['dead-letters', 'stats', 'requeue --all'])(
  'error: %s of a wrong path makes no database',
  async (line) => {
    const file = join(folder, 'typo.db');
    const { out, error, code } = await run(['queue', ...line.split(' '), '--sqlite', file]);
    expect([out, code, existsSync(file)]).toEqual(['', 2, false]);
    expect(error).toContain(`${file}: no such file`);
  },
);

test('error: a file that holds no queue is refused and left as it is', async () => {
  const file = join(folder, 'notes.db');
  writeFileSync(file, '');
  const { error, code } = await run(['queue', 'stats', '--sqlite', file]);
  expect(error).toContain(`${file}: no such table: wabakit_queue`);
  expect([code, statSync(file).size]).toEqual([2, 0]);
});

test('error: a Redis server that cannot be reached is one line without the password', async () => {
  const { out, error, code } = await run(['queue', 'stats', '--redis', 'redis://me:secret@127.0.0.1:1']);
  expect([out, error, code]).toEqual([
    '',
    'The server of --redis cannot be reached: connect ECONNREFUSED 127.0.0.1:1.',
    2,
  ]);
});

test.each([
  [['queue', 'dead-letters'], 'Give exactly one of --sqlite and --redis.'],
  [['queue', 'dead-letters', '--sqlite', 'a.db', '--redis', 'redis://x'], 'Give exactly one of --sqlite'],
  [['queue', 'requeue', '--sqlite', ':memory:'], 'Give ids, or --all.'],
  [['queue', 'requeue', '17', '--all', '--sqlite', ':memory:'], 'Give ids, or --all.'],
  [['queue', 'dead-letters', '--sqlite', ':memory:', '--limit', 'x'], 'Give a whole number from 1 up.'],
  [['queue', 'dead-letters', '--sqlite', '/missing/a.db'], '/missing/a.db: no such file'],
])('error: %j is refused with what to do', async (args, message) => {
  const { out, error, code } = await run(args);
  expect([out, code]).toEqual(['', 2]);
  expect(error).toContain(message);
});
