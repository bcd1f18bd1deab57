import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createClient, isApiError, isUsageError } from 'wabakit';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const wa = createClient({ accessToken: 'the-token', retry: false });

function answerWith(answer: (url: URL) => object, status = 200): string[] {
  const seen: string[] = [];
  server.use(
    http.all('https://*.facebook.com/*', async ({ request }) => {
      seen.push(
        `${request.method} ${request.url} ${request.headers.get('authorization')} ${await request.text()}`.trim(),
      );
      return HttpResponse.json(answer(new URL(request.url)), { status });
    }),
  );
  return seen;
}

test('default: get reads with a query', async () => {
  const seen = answerWith(() => ({ id: '1', name: 'Shop' }));
  const account = await wa.graph.get<{ id: string; name: string }>('/1', {
    query: { fields: ['id', 'name'], limit: undefined },
  });
  expect(account).toEqual({ id: '1', name: 'Shop' });
  expect(seen).toEqual(['GET https://graph.facebook.com/v26.0/1?fields=id%2Cname Bearer the-token']);
});

test('default: list walks through the pages and asks for the next one only when it is needed', async () => {
  const seen = answerWith((url) =>
    url.searchParams.get('after') === 'B'
      ? { data: [{ id: '3' }], paging: { cursors: { after: 'C' } } }
      : {
          data: [{ id: '1' }, { id: '2' }],
          paging: { cursors: { after: 'B' }, next: 'https://graph.facebook.com/next' },
        },
  );
  const items = wa.graph.list<{ id: string }>('/1/phone_numbers', { query: { limit: 2 } });
  expect((await items.next()).value).toEqual({ id: '1' });
  expect(seen).toHaveLength(1);
  expect(await Array.fromAsync(items)).toEqual([{ id: '2' }, { id: '3' }]);
  expect(seen[1]).toContain('/1/phone_numbers?limit=2&after=B');
});

test('default: post sends JSON as it is, delete deletes', async () => {
  const seen = answerWith(() => ({ success: true }));
  await expect(wa.graph.post('/1/settings', { body: { calling: { status: 'ENABLED' } } })).resolves.toEqual({
    success: true,
  });
  await expect(wa.graph.delete('/1')).resolves.toEqual({ success: true });
  expect(seen).toEqual([
    'POST https://graph.facebook.com/v26.0/1/settings Bearer the-token {"calling":{"status":"ENABLED"}}',
    'DELETE https://graph.facebook.com/v26.0/1 Bearer the-token',
  ]);
});

test('args: host reaches the other API host', async () => {
  const seen = answerWith(() => ({}));
  await wa.graph.get('/1/parent-bsuid-accounts', { host: 'api' });
  expect(seen[0]).toContain('GET https://api.facebook.com/v26.0/1/parent-bsuid-accounts');
});

test('error: a refusal is a coded error, also in the middle of a list', async () => {
  answerWith(() => ({ error: { message: 'Invalid cursor', type: 'OAuthException', code: 131059 } }), 400);
  await expect(wa.graph.get('/1')).rejects.toSatisfy((error) => isApiError(error, 131059));
  await expect(wa.graph.list('/1/x').next()).rejects.toMatchObject({
    hint: 'v24.0+: restart pagination without before/after',
  });
});

test('error: a post of unknown outcome is not repeated', async () => {
  const seen = answerWith(() => ({}), 500);
  await expect(wa.graph.post('/1', { body: {} })).rejects.toMatchObject({ kind: 'outcome_unknown' });
  expect(seen).toHaveLength(1);
});

test.each([
  '1',
  '',
  '/',
  '//evil.example/x',
  '/1?fields=id',
  '/1/../2',
  '/1/..',
  '/1/%2e%2e/x',
  '/1/%2E.',
  '/1/.%2e/x',
  '/1/..\t',
  '/1/..\u0001',
  '/1/.\n./x',
  '/1\\2',
  'https://evil.example/x',
])('error: the path %j is refused', async (path) => {
  await expect(wa.graph.get(path)).rejects.toSatisfy(isUsageError);
  await expect(wa.graph.list(path).next()).rejects.toSatisfy(isUsageError);
});
