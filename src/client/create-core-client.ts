import { UsageError, usageError } from '../errors/usage-error.ts';
import type { Client } from '../transport/interface.ts';
import type { CoreClientOptions } from './options.ts';

/** A client without operations: each operation is a function that takes it, so that a bundle carries only what it calls. */
export interface CoreClient extends Client {
  /**
   * Returns this client with a room of operations added, typed and documented. This client stays as it is.
   *
   * Throws `UsageError` if the client has one of the room's names already.
   *
   * @example
   * const shop = wa.extend((client) => ({ orders: bind(client, { list: listOrders }) }));
   * await shop.orders.list();
   */
  extend<Room extends object>(room: (client: Client) => Room): this & Room;
  /**
   * Returns the same client for another business number: same account, transport and rooms.
   *
   * @example
   * const support = wa.withPhoneNumber('1064…');
   * await support.messages.sendText({ to: '+5511987654321', body: 'Support here' });
   */
  withPhoneNumber(phoneNumberId: string): this;
}

/** What `assemble` returns: the client, its rooms, and the ways to a new one. */
export type Assembled<Rooms extends object> = Client &
  Rooms & {
    extend<Room extends object>(room: (client: Client) => Room): Assembled<Rooms & Room>;
    withPhoneNumber(phoneNumberId: string): Assembled<Rooms>;
  };

function merge<Rooms extends object, Room extends object>(
  client: Client,
  rooms: Rooms,
  room: Room,
): Rooms & Room {
  const taken = { ...client, ...rooms, extend: true, withPhoneNumber: true };
  const clash = Object.keys(room).find((name) => name in taken);
  if (clash === undefined) return { ...rooms, ...room };
  throw new UsageError({ summary: `The client cannot be extended: it has a room "${clash}" already.` });
}

/** Makes a client whose rooms `build` binds. */
export function assemble<Rooms extends object>(
  client: Client,
  build: (client: Client) => Rooms,
): Assembled<Rooms> {
  const rooms = build(client);
  return {
    ...client,
    ...rooms,
    extend: (room) => assemble(client, (inner) => merge(inner, build(inner), room(inner))),
    withPhoneNumber: (phoneNumberId) =>
      assemble({ ...client, config: { ...client.config, phoneNumberId } }, build),
  };
}

/** Returns the part of a client that every operation takes. */
export function toClient({ transport, ...config }: CoreClientOptions): Client {
  return {
    config,
    request: (endpoint, options) => transport.request({ wabaId: config.wabaId, ...endpoint }, options),
  };
}

/**
 * Makes a client without bound operations: each operation is a function that takes it. A bundle then carries only what it calls.
 *
 * Throws `UsageError` without a transport.
 *
 * @example
 * const client = createCoreClient({ transport: http({ host: cloudApi({ accessToken }) }), phoneNumberId });
 * await sendText(client, { to: '+5511987654321', body: 'On its way' }); // { wamid: 'wamid.…', … }
 */
export function createCoreClient(options: CoreClientOptions): CoreClient {
  if (typeof (options as Partial<CoreClientOptions> | undefined)?.transport?.request !== 'function')
    throw usageError('transport', 'is missing; give http({ host: cloudApi({ accessToken }) })');
  return assemble(toClient(options), () => ({}));
}
