import { Redis } from 'ioredis';
import { createClient } from 'redis';
import type { RedisClient } from '../../../src/stores/redis/redis-client.ts';

/** A connection of one of the usual clients to an emptied server. */
export interface Connection {
  readonly client: RedisClient;
  readonly close: () => Promise<void>;
}

/** Each client by its name, and how to connect it. */
export const connectors: readonly (readonly [
  name: string,
  connect: (port: number) => Promise<Connection>,
])[] = [
  [
    'ioredis',
    async (port) => {
      const client = new Redis(port, '127.0.0.1');
      await client.flushall();
      return { client, close: async () => void (await client.quit()) };
    },
  ],
  [
    'node-redis',
    async (port) => {
      const client = createClient({ socket: { host: '127.0.0.1', port } });
      await client.connect();
      await client.flushAll();
      return { client, close: () => client.close() };
    },
  ],
];
