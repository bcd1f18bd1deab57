import { safeCause } from '../../transport/redact.ts';

/**
 * The method that the stores call on a Redis client, to send one command. Clients of ioredis and iovalkey (`call`), node-redis (`sendCommand`)
 * and Valkey GLIDE (`customCommand`) can be passed as they are.
 */
export type RedisClient =
  | {
      /** Sends one command; ioredis and iovalkey. */
      readonly call: (command: string, ...args: string[]) => Promise<unknown>;
    }
  | {
      /** Sends one command; Valkey GLIDE. */
      readonly customCommand: (args: string[]) => Promise<unknown>;
    }
  | {
      /** Sends one command; node-redis. */
      readonly sendCommand: (args: string[]) => Promise<unknown>;
    };

/** The Redis or Valkey server and the keys that a store uses. */
export interface RedisOptions {
  /** A connected client. The store never closes it and never sends a blocking command, so other code may share it. */
  readonly client: RedisClient;
  /** The prefix of all keys; give each app on the same server its own. Default: `wabakit`. */
  readonly prefix?: string | undefined;
}

/**
 * Sends one command through any supported client. `call` is checked first, because ioredis also has a `sendCommand` with other parameters.
 *
 * Rejects with name, message and code of the client's error only: ioredis adds the command with its arguments, which hold bodies and headers.
 */
export async function sendRedis(
  client: RedisClient,
  command: string,
  ...args: readonly string[]
): Promise<unknown> {
  try {
    if ('call' in client) return await client.call(command, ...args);
    if ('customCommand' in client) return await client.customCommand([command, ...args]);
    return await client.sendCommand([command, ...args]);
  } catch (fault) {
    throw safeCause(fault, []) ?? fault;
  }
}

/** Returns a reply as text, which some clients return as bytes; `undefined` for nil and other types. */
export function toText(reply: unknown): string | undefined {
  if (typeof reply === 'string') return reply;
  return reply instanceof Uint8Array ? new TextDecoder().decode(reply) : undefined;
}

/**
 * Returns a line of Lua that lets a script write although the memory of the server is full: Redis refuses only the first write of a script, and never
 * one that deletes. Without it a full server could not be drained.
 *
 * @param hash The Lua expression of a key that holds a hash or nothing.
 */
export const writeWhenFull = (hash: string): string => `redis.call('HDEL', ${hash}, '')`;
