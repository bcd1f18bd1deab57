import { format } from 'node:util';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Command } from 'commander';
import type * as Ioredis from 'ioredis';
import { UsageError } from 'wabakit';
import { parseWebhook, type DeadLetter, type QueueStats, type WebhookQueue } from 'wabakit/webhooks';
import type { CliIo } from '../io.ts';
import { formatTime, joinWords } from '../line.ts';
import { parseCount } from '../parse-count.ts';

interface StoreOptions {
  readonly sqlite?: string;
  readonly redis?: string;
  readonly prefix?: string;
}

interface OpenQueue {
  readonly queue: WebhookQueue;
  readonly close: () => unknown;
}

async function openSqlite(file: string): Promise<OpenQueue> {
  const { createSqliteQueue } = await import('wabakit/sqlite');
  // A wrong path is an error, and no new database.
  const queue = createSqliteQueue({ file, create: false });
  return { queue, close: queue.close };
}

/** Loads the ioredis of the project in the current folder: wabakit itself depends on no Redis client. */
function loadIoredis(): typeof Ioredis {
  try {
    return createRequire(join(process.cwd(), 'package.json'))('ioredis') as typeof Ioredis;
  } catch (cause) {
    throw new UsageError({
      summary: '--redis needs ioredis in the project of the current folder: run npm install ioredis.',
      cause,
    });
  }
}

async function openRedis(url: string, prefix: string | undefined): Promise<OpenQueue> {
  const { createRedisQueue } = await import('wabakit/redis');
  const { Redis } = loadIoredis();
  const client = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1, retryStrategy: () => null });
  // What connect rejects with does not say why.
  let failure: unknown;
  client.on('error', (error: unknown) => (failure = error));
  await client.connect().catch((error: unknown) => {
    const cause = failure ?? error;
    // Not the URL: it may contain a password.
    const text = cause instanceof Error ? cause.message : format('%s', cause);
    throw new UsageError({ summary: `The server of --redis cannot be reached: ${text}.`, cause });
  });
  return { queue: createRedisQueue({ client, prefix }), close: () => client.disconnect() };
}

function openQueue({ sqlite, redis, prefix }: StoreOptions): Promise<OpenQueue> {
  if (sqlite !== undefined && redis === undefined) return openSqlite(sqlite);
  if (redis !== undefined && sqlite === undefined) return openRedis(redis, prefix);
  throw new UsageError({ summary: 'Give exactly one of --sqlite and --redis.' });
}

function getKinds({ body }: DeadLetter): string {
  try {
    return [...new Set(parseWebhook(body).map(({ kind }) => kind))].join(',');
  } catch {
    return 'not JSON';
  }
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** Returns one line of text: id, when it was given up and received, attempts, kinds of the events, why and the error. */
function formatDeadLetter(letter: DeadLetter): string {
  const { id, attempts, deadLetteredAt, receivedAt, reason, error } = letter;
  return joinWords([
    id,
    formatTime(deadLetteredAt),
    `received ${formatTime(receivedAt)}`,
    count(attempts, 'attempt', 'attempts'),
    getKinds(letter),
    reason,
    error,
  ]);
}

/** Returns one line of text, such as `3 waiting  1 in progress  0 dead letters  oldest 12.5 s`. */
function formatStats({ waiting, inProgress, deadLetters, oldestAgeMs }: QueueStats): string {
  return joinWords([
    `${waiting} waiting`,
    `${inProgress} in progress`,
    count(deadLetters, 'dead letter', 'dead letters'),
    oldestAgeMs === undefined ? undefined : `oldest ${(oldestAgeMs / 1000).toFixed(1)} s`,
  ]);
}

const pageSize = 100;

/** Returns the ids of all dead letters. Reads them a page at a time, because each comes with its body. */
async function listIds(queue: WebhookQueue): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const page = await queue.listDeadLetters(pageSize, ids.length);
    ids.push(...page.map(({ id }) => id));
    if (page.length < pageSize) return ids;
  }
}

async function withQueue(options: StoreOptions, work: (queue: WebhookQueue) => Promise<void>): Promise<void> {
  const { queue, close } = await openQueue(options);
  try {
    await work(queue);
  } finally {
    await close();
  }
}

const addStoreOptions = (command: Command): Command =>
  command
    .option('--sqlite <file>', 'the file of createSqliteQueue')
    .option(
      '--redis <url>',
      'the server of createRedisQueue, such as redis://localhost:6379; needs ioredis in your project',
    )
    .option('--prefix <prefix>', 'the prefix of createRedisQueue (default: wabakit)');

/** `wabakit queue`: counts the webhooks of a queue, lists its dead letters and requeues them. */
export function registerQueue(program: Command, io: CliIo): void {
  const command = program
    .command('queue')
    .description('Count the webhooks of a queue, list its dead letters and requeue them.');
  addStoreOptions(command.command('stats'))
    .description('Count what waits, is in progress and was given up, and tell the age of the oldest.')
    .option('--json', 'print the counts as JSON')
    .action((options: StoreOptions & { json?: boolean }) =>
      withQueue(options, async (queue) => {
        const stats = await queue.getStats();
        io.out(options.json === true ? JSON.stringify(stats) : formatStats(stats));
      }),
    );
  addStoreOptions(command.command('dead-letters'))
    .description('List the webhooks that the worker gave up, oldest first.')
    .option('--limit <n>', 'how many to list at most', parseCount, 100)
    .action((options: StoreOptions & { limit: number }) =>
      withQueue(options, async (queue) => {
        const letters = await queue.listDeadLetters(options.limit);
        io.out(letters.length === 0 ? 'no dead letters' : letters.map(formatDeadLetter).join('\n'));
      }),
    );
  addStoreOptions(command.command('requeue'))
    .description(
      'Make dead letters due again; a running worker processes them. Exit code 1 if an id is not found.',
    )
    .argument('[ids...]', 'ids as `wabakit queue dead-letters` lists them')
    .option('--all', 'all dead letters')
    .action((ids: string[], options: StoreOptions & { all?: boolean }) => {
      if ((ids.length === 0) === (options.all !== true))
        throw new UsageError({ summary: 'Give ids, or --all.' });
      return withQueue(options, async (queue) => {
        const chosen = options.all === true ? await listIds(queue) : ids;
        for (const id of chosen) {
          const found = await queue.requeue(id);
          io.out(`${found ? 'requeued' : 'not found'}  ${id}`);
          if (!found) io.fail(1);
        }
      });
    });
}
