import type { Bound } from '../transport/bind.ts';
import type { Client } from '../transport/interface.ts';
import { roomNames } from './operations/names.ts';
import type { rooms } from './rooms.ts';

type Rooms = typeof rooms;
type Operation = (client: Client, params: never, ...rest: never[]) => unknown;

async function loadOperation(room: keyof Rooms, name: string): Promise<Operation | undefined> {
  const module = await import('./rooms.ts');
  const operations: Readonly<Record<string, Operation>> = module.rooms[room];
  return operations[name];
}

/**
 * Gives the operations of a room their client, and loads them with the first call: a program that sends messages loads none of them. A call without
 * parameters, which JavaScript allows, has none of them: the operation says which ones it needs.
 */
export function bindLazyRoom<Room extends keyof Rooms>(client: Client, room: Room): Bound<Rooms[Room]> {
  const { calls, lists } = roomNames[room];
  return Object.fromEntries([
    ...calls.map((name) => [
      name,
      async (params: unknown, ...rest: never[]) =>
        (await loadOperation(room, name))?.(client, (params ?? {}) as never, ...rest),
    ]),
    ...lists.map((name) => [
      name,
      async function* (params: unknown, ...rest: never[]) {
        const list = await loadOperation(room, name);
        yield* list?.(client, (params ?? {}) as never, ...rest) as AsyncGenerator<unknown>;
      },
    ]),
  ]) as Bound<Rooms[Room]>;
}
