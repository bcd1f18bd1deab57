import { inspect } from 'node:util';
import { expect, expectTypeOf, test } from 'vitest';
import { createClient, createCoreClient, isUsageError, type WhatsAppClient } from 'wabakit';
import { sendText } from 'wabakit/operations';
import { bind, type Client, type Endpoint, type Transport } from 'wabakit/transport';

/** A transport that answers every send, and remembers the paths. */
function getTransport() {
  const paths: string[] = [];
  const transport: Transport = {
    request: async <T>(endpoint: Endpoint<T>) => {
      paths.push(endpoint.path);
      const json = { messaging_product: 'whatsapp', messages: [{ id: 'wamid.1' }] };
      return endpoint.parse({ status: 200, headers: new Headers(), json, stream: undefined });
    },
  };
  return { transport, paths };
}

interface OrderRoom {
  readonly orders: { count(from: string): Promise<string> };
}
const orders = (client: Client): OrderRoom => ({
  orders: bind(client, {
    count: async ({ config }: Client, from: string) => `${config.phoneNumberId} ${from}`,
  }),
});
const stock = (): { readonly stock: { readonly items: number } } => ({ stock: { items: 3 } });

test('default: a transport is a value, and operations run through it', async () => {
  const { transport, paths } = getTransport();
  const text = { to: '+5511987654321', body: 'hi' };
  const core = createCoreClient({ transport, phoneNumberId: '1' });
  expect((await sendText(core, text)).wamid).toBe('wamid.1');
  await createClient({ transport, phoneNumberId: '2' }).messages.sendText(text);
  expect(paths).toEqual(['/1/messages', '/2/messages']);
});

test('behavior: extend adds rooms one after another, and leaves the client as it was', async () => {
  const { transport } = getTransport();
  const wa = createClient({ transport, phoneNumberId: '1' });
  const shop = wa.extend(orders).extend(stock);
  expect(await shop.orders.count('a')).toBe('1 a');
  expect(shop.stock.items).toBe(3);
  expect(Object.keys(wa)).not.toContain('orders');
  expectTypeOf(wa.extend(orders)).toEqualTypeOf<WhatsAppClient & OrderRoom>();
  expectTypeOf(shop.messages).toEqualTypeOf(wa.messages);
});

test('behavior: withPhoneNumber keeps rooms and transport, and sends from the other number', async () => {
  const { transport, paths } = getTransport();
  const shop = createClient({ transport, phoneNumberId: '1', wabaId: '9' }).extend(orders);
  const other = shop.withPhoneNumber('2');
  await other.messages.sendText({ to: '+5511987654321', body: 'hi' });
  expect(paths).toEqual(['/2/messages']);
  expect(await other.orders.count('a')).toBe('2 a');
  expect([other.config, shop.config]).toEqual([
    { phoneNumberId: '2', wabaId: '9' },
    { phoneNumberId: '1', wabaId: '9' },
  ]);
  expectTypeOf(other).toEqualTypeOf(shop);
});

test.each(['messages', 'config', 'request', 'extend', 'withPhoneNumber'])(
  'error: a room named %s would hide the one that is there',
  (name) => {
    const wa = createClient({ transport: getTransport().transport });
    const extend = (): unknown => wa.extend(() => ({ [name]: {} }));
    expect(extend).toThrow(`The client cannot be extended: it has a room "${name}" already.`);
  },
);

test('error: two rooms of one name', () => {
  const wa = createClient({ transport: getTransport().transport }).extend(stock);
  expect(() => wa.extend(stock)).toThrow('it has a room "stock" already');
});

test('error: a core client needs a transport', () => {
  const create = createCoreClient as (options?: object) => unknown;
  for (const options of [undefined, {}, { transport: undefined }, { accessToken: 'token' }]) {
    let error: unknown;
    try {
      create(options);
    } catch (caught) {
      error = caught;
    }
    expect([isUsageError(error), String(error)]).toEqual([
      true,
      expect.stringContaining('transport is missing; give http({ host: cloudApi({ accessToken }) })'),
    ]);
  }
});

test('behavior: an extended client shows no secret', () => {
  const wa = createClient({ accessToken: 'the-token', appSecret: 'the-secret' })
    .extend(stock)
    .withPhoneNumber('1');
  expect(inspect(wa, { depth: 10, showHidden: true }) + JSON.stringify(wa)).not.toMatch(
    /the-token|the-secret/,
  );
});
