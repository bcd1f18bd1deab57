import { createRequire } from 'node:module';
import { join } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type * as Ioredis from 'ioredis';
import { UsageError } from 'wabakit';
import { parseWebhook, type DeadLetter, type WebhookQueue } from 'wabakit/webhooks';
import type { CliIo } from '../io.ts';

interface InboxPlace {
  readonly sqlite?: string;
  readonly redis?: string;
  readonly prefix?: string;
}

interface OpenInbox {
  readonly inbox: WebhookQueue;
  readonly close: () => unknown;
}

/** Reads an option that counts. */
export function getCount(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a whole number from 1 on.');
}

/** A moment for a person; nothing for a number that is none. */
export function getTime(at: unknown): string {
  const date = new Date(typeof at === 'number' ? at : Number.NaN);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

/** Joins what there is of some words into one line. They come from outside: control characters would move the terminal's cursor. */
export const plainLine = (words: readonly unknown[]): string =>
  words
    .filter((word): word is string => typeof word === 'string' && word !== '')
    .map((word) => word.replace(/\p{Cc}/gu, '?'))
    .join('  ');

async function openSqlite(file: string): Promise<OpenInbox> {
  const { createSqliteQueue } = await import('wabakit/sqlite');
  const inbox = createSqliteQueue({ file });
  return { inbox, close: inbox.close };
}

/** Takes the ioredis of the project it is called in: wabakit brings no Redis client along. */
async function openRedis(url: string, prefix: string | undefined): Promise<OpenInbox> {
  const { createRedisQueue } = await import('wabakit/redis');
  try {
    const { Redis } = createRequire(join(process.cwd(), 'package.json'))('ioredis') as typeof Ioredis;
    const client = new Redis(url, { maxRetriesPerRequest: 1 });
    return { inbox: createRedisQueue({ client, prefix }), close: () => client.quit() };
  } catch (cause) {
    throw new UsageError({ summary: 'The inbox in Redis needs ioredis: npm install ioredis', cause });
  }
}

function openInbox({ sqlite, redis, prefix }: InboxPlace): Promise<OpenInbox> {
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

function getLine(letter: DeadLetter): string {
  const { id, attempts, deadLetteredAt: diedAt, error } = letter;
  return plainLine([id, getTime(diedAt), `${attempts} attempts`, getKinds(letter), error]);
}

async function withInbox(place: InboxPlace, work: (inbox: WebhookQueue) => Promise<void>): Promise<void> {
  const { inbox, close } = await openInbox(place);
  try {
    await work(inbox);
  } finally {
    await close();
  }
}

const inPlace = (command: Command): Command =>
  command
    .option('--sqlite <file>', 'the file of createSqliteQueue')
    .option(
      '--redis <url>',
      'the server of createRedisQueue, redis://localhost:6379; needs ioredis in your project',
    )
    .option('--prefix <prefix>', 'the prefix of createRedisQueue');

/** `wabakit inbox`: shows the webhooks that were given up and hands them to the worker again. */
export function registerInbox(program: Command, io: CliIo): void {
  const inbox = program.command('inbox').description('Look after the dead letters of a webhook inbox.');
  inPlace(inbox.command('dead'))
    .description('List the webhooks that were given up, the oldest first.')
    .option('--limit <n>', 'how many to list', getCount, 100)
    .action((options: InboxPlace & { limit: number }) =>
      withInbox(options, async (store) => {
        const letters = await store.listDeadLetters(options.limit);
        io.out(letters.length === 0 ? 'no dead letters' : letters.map(getLine).join('\n'));
      }),
    );
  inPlace(inbox.command('replay'))
    .description('Give dead letters back to the inbox; a running worker handles them.')
    .argument('[ids...]', 'which; as `wabakit inbox dead` lists them')
    .option('--all', 'all of them, up to 1,000')
    .action((ids: string[], options: InboxPlace & { all?: boolean }) =>
      withInbox(options, async (store) => {
        if ((ids.length === 0) === (options.all !== true))
          throw new UsageError({ summary: 'Give ids, or --all.' });
        const chosen = options.all === true ? (await store.listDeadLetters(1000)).map(({ id }) => id) : ids;
        for (const id of chosen) {
          const revived = await store.requeue(id);
          io.out(`${revived ? 'back in the inbox' : 'no dead letter'}  ${id}`);
          if (!revived) io.fail(1);
        }
      }),
    );
}
