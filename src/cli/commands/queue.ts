import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Command } from 'commander';
import type * as Ioredis from 'ioredis';
import { UsageError } from 'wabakit';
import { parseWebhook, type DeadLetter, type WebhookQueue } from 'wabakit/webhooks';
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
  const queue = createSqliteQueue({ file });
  return { queue, close: queue.close };
}

/** Opens a queue with the ioredis of the project in the current folder: wabakit itself depends on no Redis client. */
async function openRedis(url: string, prefix: string | undefined): Promise<OpenQueue> {
  const { createRedisQueue } = await import('wabakit/redis');
  try {
    const { Redis } = createRequire(join(process.cwd(), 'package.json'))('ioredis') as typeof Ioredis;
    const client = new Redis(url, { maxRetriesPerRequest: 1 });
    // Without a listener ioredis prints each error with its stack. The command that fails reports it.
    client.on('error', () => undefined);
    return { queue: createRedisQueue({ client, prefix }), close: () => client.disconnect() };
  } catch (cause) {
    throw new UsageError({
      summary: '--redis needs ioredis in the project of the current folder: run npm install ioredis.',
      cause,
    });
  }
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

/** Returns one line of text: id, time, attempts, kinds of the events and the last error. */
function formatDeadLetter(letter: DeadLetter): string {
  const { id, attempts, deadLetteredAt, error } = letter;
  const tries = `${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`;
  return joinWords([id, formatTime(deadLetteredAt), tries, getKinds(letter), error]);
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

/** `wabakit queue`: lists the dead letters of a webhook queue and requeues them. */
export function registerQueue(program: Command, io: CliIo): void {
  const command = program
    .command('queue')
    .description('List the dead letters of a webhook queue and requeue them.');
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
    .option('--all', 'all dead letters, up to 1,000')
    .action((ids: string[], options: StoreOptions & { all?: boolean }) =>
      withQueue(options, async (queue) => {
        if ((ids.length === 0) === (options.all !== true))
          throw new UsageError({ summary: 'Give ids, or --all.' });
        const chosen = options.all === true ? (await queue.listDeadLetters(1000)).map(({ id }) => id) : ids;
        for (const id of chosen) {
          const found = await queue.requeue(id);
          io.out(`${found ? 'requeued' : 'not found'}  ${id}`);
          if (!found) io.fail(1);
        }
      }),
    );
}
