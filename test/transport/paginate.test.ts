import { expect, test } from 'vitest';
import { bind, paginate, type Client, type Endpoint, type Page } from '../../src/transport/transport.ts';

/** A client that answers with these pages, by cursor, and notes which were asked for. */
function getClient(pages: Record<string, Page<number>>) {
  const asked: string[] = [];
  const client: Client = {
    config: { wabaId: '1' },
    request: async <T>(endpoint: Endpoint<T>) => {
      asked.push(endpoint.path);
      const json: unknown = pages[endpoint.path];
      return endpoint.parse({ status: 200, headers: new Headers(), json, stream: undefined });
    },
  };
  const pageAfter = (after = 'first'): Endpoint<Page<number>> => ({
    method: 'GET',
    path: after,
    idempotency: 'safe',
    parse: ({ json }) => json as Page<number>,
  });
  return { client, asked, items: paginate(client, pageAfter) };
}

const page = (data: number[], after?: string, next?: string): Page<number> => ({
  data,
  paging: { cursors: { after }, next },
});

test('default: pages follow one another until there is no next', async () => {
  const { asked, items } = getClient({ first: page([1, 2], 'b', 'url'), b: page([3], 'c') });
  expect(await Array.fromAsync(items)).toEqual([1, 2, 3]);
  expect(asked).toEqual(['first', 'b']);
});

test('behavior: a page is asked for only when it is needed', async () => {
  const { asked, items } = getClient({ first: page([1], 'b', 'url'), b: page([2]) });
  for await (const item of items) if (item === 1) break;
  expect(asked).toEqual(['first']);
});

test('behavior: empty pages, no paging at all and a cursor that stands still all end well', async () => {
  expect(await Array.fromAsync(getClient({ first: { data: [] } }).items)).toEqual([]);
  expect(await Array.fromAsync(getClient({ first: page([], 'b', 'url'), b: page([1]) }).items)).toEqual([1]);
  expect(
    await Array.fromAsync(getClient({ first: page([1], 'b', 'url'), b: page([2], 'b', 'url') }).items),
  ).toEqual([1, 2]);
});

test('behavior: cursors that lead round in a circle end the list', async () => {
  const { asked, items } = getClient({
    first: page([1], 'a', 'url'),
    a: page([2], 'b', 'url'),
    b: page([3], 'a', 'url'),
  });
  expect(await Array.fromAsync(items)).toEqual([1, 2, 3]);
  expect(asked).toEqual(['first', 'a', 'b']);
});

test('default: bind gives operations their client', async () => {
  const { client } = getClient({});
  const bound = bind(client, {
    account: ({ config }: Client, suffix: string) => `${config.wabaId}${suffix}`,
  });
  expect(bound.account('!')).toBe('1!');
});
