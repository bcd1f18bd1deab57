/**
 * What this package needs of a Redis client: to send one command. ioredis, iovalkey (`call`), node-redis (`sendCommand`) and Valkey GLIDE
 * (`customCommand`) all fit as they are.
 */
export type RedisClient =
  | {
      /** ioredis, iovalkey. */
      readonly call: (command: string, ...args: string[]) => Promise<unknown>;
    }
  | {
      /** Valkey GLIDE. */
      readonly customCommand: (args: string[]) => Promise<unknown>;
    }
  | {
      /** node-redis. */
      readonly sendCommand: (args: string[]) => Promise<unknown>;
    };

/** Where a store of this entry keeps its data. */
export interface RedisOptions {
  /** A connected client of yours. It is never closed, and no command blocks it. */
  readonly client: RedisClient;
  /** What all keys begin with; give each app its own. Default: `wabakit`. */
  readonly prefix?: string | undefined;
}

/** Sends one command through whichever client it is. ioredis has a `sendCommand` too, of another shape: `call` goes first. */
export function sendRedis(
  client: RedisClient,
  command: string,
  ...args: readonly string[]
): Promise<unknown> {
  if ('call' in client) return client.call(command, ...args);
  if ('customCommand' in client) return client.customCommand([command, ...args]);
  return client.sendCommand([command, ...args]);
}

/** The text of a reply, which some clients give as bytes; `undefined` for none. */
export function toText(reply: unknown): string | undefined {
  if (typeof reply === 'string') return reply;
  return reply instanceof Uint8Array ? new TextDecoder().decode(reply) : undefined;
}
