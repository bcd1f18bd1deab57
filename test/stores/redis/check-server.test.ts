// @module-tag redis
import { Redis } from 'ioredis';
import { afterEach, expect, test, vi } from 'vitest';
import { createRedisQueue, createRedisSendTrackerStore } from 'wabakit/redis';
import { checkedSender, findServerRisks } from '../../../src/stores/redis/check-server.ts';
import { startRedis, type TestRedis } from '../../helpers/redis.ts';

const info = (fields: Readonly<Record<string, string>>): string =>
  `# Memory\r\n${Object.entries(fields)
    .map(([name, value]) => `${name}:${value}\r\n`)
    .join('')}`;

const safe = { maxmemory: '5242880', maxmemory_policy: 'noeviction', aof_enabled: '1' };
const lost = 'loses webhooks that were answered 200';
const forgotten = 'forgets what was processed';
const notKept = 'since its last snapshot';

const toPattern = (parts: readonly string[]): RegExp =>
  parts.length === 0 ? /^$/ : new RegExp(parts.join('.*'));

test.each([
  ['nothing to say', safe, [], []],
  ['any key may go', { ...safe, maxmemory_policy: 'allkeys-lru' }, [lost], [forgotten]],
  ['keys that expire may go', { ...safe, maxmemory_policy: 'volatile-ttl' }, [], [forgotten]],
  ['no limit of memory', { ...safe, maxmemory: '0', maxmemory_policy: 'allkeys-lru' }, [], []],
  ['no append-only file', { ...safe, aof_enabled: '0' }, [notKept], []],
  ['both', { ...safe, maxmemory_policy: 'allkeys-lfu', aof_enabled: '0' }, [lost, notKept], [forgotten]],
  ['a server that sends none of the fields', {}, [], []],
])('default: %s', (_, fields, queue, keys) => {
  const find = (data: 'queue' | 'keys') => findServerRisks(info(fields), data).join(' ');
  expect([find('queue'), find('keys')]).toEqual([
    expect.stringMatching(toPattern(queue)),
    expect.stringMatching(toPattern(keys)),
  ]);
});

let server: TestRedis | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  await server?.stop();
  server = undefined;
});

const webhook = { body: Buffer.from('a'), headers: {}, receivedAt: 0 };

test('behavior: a server that deletes keys and keeps nothing on disk is warned of once, at the first use', async () => {
  server = await startRedis({ settings: { maxmemory: '5mb', 'maxmemory-policy': 'allkeys-lru' } });
  const warn = vi.spyOn(process, 'emitWarning').mockReturnValue();
  const client = new Redis(server.port, '127.0.0.1');
  const queue = createRedisQueue({ client });
  const other = createRedisQueue({ client, prefix: 'other' });
  const sends = createRedisSendTrackerStore({ client });
  expect(warn).not.toHaveBeenCalled();
  for (let turn = 0; turn < 3; turn += 1) {
    await queue.enqueue(webhook);
    await other.enqueue(webhook);
    await sends.put('a', 'b', 1000);
  }
  await client.ping();
  expect(warn.mock.calls).toEqual([
    [expect.stringContaining('allkeys-lru'), { type: 'WabakitWarning', code: 'WABAKIT_REDIS' }],
    [expect.stringContaining('appendonly no'), expect.anything()],
    [expect.stringContaining(forgotten), expect.anything()],
  ]);
  expect((await client.config('GET', 'maxmemory-policy')) as unknown).toEqual([
    'maxmemory-policy',
    'allkeys-lru',
  ]);
  await client.quit();
});

test('behavior: a server that keeps everything is not warned of', async () => {
  server = await startRedis({ durable: true, settings: { maxmemory: '5mb' } });
  const warn = vi.spyOn(process, 'emitWarning').mockReturnValue();
  const client = new Redis(server.port, '127.0.0.1');
  await createRedisQueue({ client }).enqueue(webhook);
  await client.ping();
  expect(warn).not.toHaveBeenCalled();
  await client.quit();
});

test('behavior: a server that refuses INFO is said to be unchecked, once', async () => {
  server = await startRedis();
  const admin = new Redis(server.port, '127.0.0.1');
  await admin.call('ACL', 'SETUSER', 'shop', 'on', '>secret', '~*', '+@all', '-info');
  const warn = vi.spyOn(process, 'emitWarning').mockReturnValue();
  const client = new Redis(server.port, '127.0.0.1', {
    username: 'shop',
    password: 'secret',
    enableReadyCheck: false,
  });
  const queue = createRedisQueue({ client });
  for (let turn = 0; turn < 3; turn += 1) await queue.enqueue(webhook);
  await client.ping();
  expect(warn.mock.calls.map(([message]) => String(message))).toEqual([
    expect.stringMatching(
      /cannot be checked, because it refused INFO \(NOPERM .*noeviction.*appendonly is yes/,
    ),
  ]);
  await Promise.all([client.quit(), admin.quit()]);
});

test('behavior: without a connection nothing is said, and the next call checks again', async () => {
  const warn = vi.spyOn(process, 'emitWarning').mockReturnValue();
  let isDown = true;
  const send = checkedSender(
    {
      call: async (command) => {
        if (isDown) throw new Error('connect ECONNREFUSED 127.0.0.1:6379');
        return command === 'INFO' ? info({ aof_enabled: '0' }) : 'PONG';
      },
    },
    'queue',
  );
  await expect(send('PING')).rejects.toThrow('ECONNREFUSED');
  expect(warn).not.toHaveBeenCalled();
  isDown = false;
  expect(await send('PING')).toBe('PONG');
  await vi.waitFor(() => expect(warn).toHaveBeenCalledTimes(1));
});

test('behavior: on a runtime without warnings of its own it goes to the console', async () => {
  const { emitWarning } = process;
  Reflect.deleteProperty(process, 'emitWarning');
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  try {
    await checkedSender({ call: async () => info({ aof_enabled: '0' }) }, 'queue')('PING');
    await vi.waitFor(() => expect(warn.mock.calls).toEqual([[expect.stringContaining('appendonly no')]]));
  } finally {
    process.emitWarning = emitWarning;
  }
});
