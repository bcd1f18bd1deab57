import { Redis } from 'ioredis';
import { createClient, createCluster } from 'redis';
import { createRedisClaimStore } from 'wabakit/redis';

createRedisClaimStore({ client: new Redis() });
createRedisClaimStore({ client: createClient() });
createRedisClaimStore({ client: { customCommand: async (args: string[]) => args } });

// @ts-expect-error a URL is no client: wabakit brings none along
createRedisClaimStore({ client: 'redis://localhost:6379' });
// @ts-expect-error a cluster client of node-redis asks for the key beside the command
createRedisClaimStore({ client: createCluster({ rootNodes: [] }) });
