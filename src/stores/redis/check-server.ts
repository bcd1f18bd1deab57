import { getRuntime } from '../../shared/runtime.ts';
import { sendRedis, toText, type RedisClient } from './redis-client.ts';
import { textOf } from '../../shared/text-of.ts';

/** What a store loses with the server: `queue` webhooks that were answered 200, `keys` the memory of what was done. */
export type StoredData = 'queue' | 'keys';

/** Returns the fields of the reply to `INFO`, `name:value` by line. */
const parseInfo = (info: string): ReadonlyMap<string, string> =>
  new Map(
    info.split('\r\n').map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1)];
    }),
  );

/**
 * Returns a sentence for each setting of a server with which it can lose data, from its reply to `INFO`. A field that it does not send is not judged.
 *
 * Source: Redis, "Key eviction" and "Redis persistence".
 */
export function findServerRisks(info: string, data: StoredData): string[] {
  const fields = parseInfo(info);
  const risks: string[] = [];
  const policy = fields.get('maxmemory_policy') ?? 'noeviction';
  // `volatile-…` deletes only keys that expire, and the keys of a queue do not.
  const evicts = policy !== 'noeviction' && (data === 'keys' || policy.startsWith('allkeys'));
  if (evicts && fields.get('maxmemory') !== '0') {
    const loss =
      data === 'queue'
        ? 'loses webhooks that were answered 200'
        : 'forgets what was processed, which is then processed again';
    risks.push(
      `With maxmemory-policy ${policy} the Redis server ${loss} when its memory is full. Set maxmemory-policy to noeviction.`,
    );
  }
  if (data === 'queue' && fields.get('aof_enabled') === '0')
    risks.push(
      'With appendonly no the Redis server loses the webhooks that it received since its last snapshot when it stops, and all of them if it takes none (save ""). Set appendonly to yes.',
    );
  return risks;
}

/** Prints a warning on standard error; `process.on('warning')` gets it too. */
function warn(message: string): void {
  const runtime = getRuntime();
  if (runtime.emitWarning) runtime.emitWarning(message, { type: 'WabakitWarning', code: 'WABAKIT_REDIS' });
  else console.warn(message);
}

// An answer of the server, such as `NOPERM this user has no permissions`, and not a connection that failed.
const refusal = /\b(NOPERM|ERR)\b/;

async function check(client: RedisClient, data: StoredData): Promise<boolean> {
  try {
    const info = toText(await sendRedis(client, 'INFO')) ?? '';
    for (const risk of findServerRisks(info, data)) warn(risk);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : textOf(error);
    if (!refusal.test(message)) return false;
    warn(
      `The settings of the Redis server cannot be checked, because it refused INFO (${message}). Make sure that maxmemory-policy is noeviction and appendonly is yes.`,
    );
    return true;
  }
}

const checked = new WeakMap<RedisClient, Set<StoredData>>();

/**
 * Returns a function that sends commands. Its first call also checks the settings of the server, once for each client and kind of data, and warns of
 * those with which it can lose data. No command waits for the check, and it changes no setting. After a failed connection the next call repeats it.
 */
export function checkedSender(
  client: RedisClient,
  data: StoredData,
): (command: string, ...args: readonly string[]) => Promise<unknown> {
  const kinds = checked.get(client) ?? new Set();
  checked.set(client, kinds);
  return (command, ...args) => {
    if (!kinds.has(data)) {
      kinds.add(data);
      void check(client, data).then((isDone) => isDone || kinds.delete(data));
    }
    return sendRedis(client, command, ...args);
  };
}
