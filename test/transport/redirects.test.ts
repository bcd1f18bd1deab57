import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCoreClient } from '../helpers/core-client.ts';

let requests = 0;
/** `/hops/3` leads to `/hops/2`, and so on; `/hops/0` is the answer. */
const server = createServer((request, response) => {
  requests += 1;
  const left = Number(/hops\/(\d+)/.exec(request.url ?? '')?.[1]);
  if (left === 0) response.end(JSON.stringify({ landed: true }));
  else response.writeHead(302, { location: `/hops/${left - 1}` }).end();
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => server.close());

function follow(hops: number): Promise<unknown> {
  requests = 0;
  const { port } = server.address() as AddressInfo;
  const client = makeCoreClient({ accessToken: 'token', baseUrl: `http://127.0.0.1:${port}`, retry: false });
  const path = `/hops/${hops}`;
  return client.request({ method: 'GET', path, idempotency: 'safe', parse: ({ json }) => json });
}

test.each([0, 1, 4, 5])('behavior: %i redirects are followed', async (hops) => {
  expect(await follow(hops)).toEqual({ landed: true });
  expect(requests).toBe(hops + 1);
});

test.each([6, 50])('error: of %i redirects five are followed', async (hops) => {
  await expect(follow(hops)).rejects.toMatchObject({ reason: 'status', httpStatus: 302 });
  expect(requests).toBe(6);
});
