import { Redis } from 'ioredis';
import { createClient, createCluster } from 'redis';
import { createRedisIdempotencyStore } from 'wabakit/redis';

createRedisIdempotencyStore({ client: new Redis() });
createRedisIdempotencyStore({ client: createClient() });
createRedisIdempotencyStore({ client: { customCommand: async (args: string[]) => args } });

// @ts-expect-error a URL is no client: wabakit brings none along
createRedisIdempotencyStore({ client: 'redis://localhost:6379' });
// @ts-expect-error a cluster client of node-redis asks for the key beside the command
createRedisIdempotencyStore({ client: createCluster({ rootNodes: [] }) });
