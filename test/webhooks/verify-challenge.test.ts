import { expect, test } from 'vitest';
import { verifyChallenge } from 'wabakit/webhooks';
import { verifyToken } from './helpers.ts';

const ask = (query: string, token: string | undefined = verifyToken): Promise<Response> =>
  verifyChallenge({ url: `https://shop.example/webhooks?${query}`, verifyToken: token });
const good = 'hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=a+token+to+verify';

test('default', async () => {
  const response = await ask(good);
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('1158201444');
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test('behavior: a challenge that is markup goes back as text', async () => {
  const response = await ask(good.replace('1158201444', '%3Cscript%3E'));
  expect(await response.text()).toBe('<script>');
  expect(response.headers.get('content-type')).toContain('text/plain');
});

test.each(['wrong', '', 'a token to verif', 'a token to verify!'])(
  'behavior: the token %j is refused',
  async (token) => {
    const query = `hub.mode=subscribe&hub.challenge=1&hub.verify_token=${encodeURIComponent(token)}`;
    expect((await ask(query)).status).toBe(403);
  },
);

test('behavior: an empty token of ours is never right', async () => {
  const query = 'hub.mode=subscribe&hub.challenge=1&hub.verify_token=';
  expect((await ask(query, '')).status).toBe(403);
  expect(
    (await verifyChallenge({ url: `https://shop.example/?${query}`, verifyToken: undefined })).status,
  ).toBe(403);
});

test.each([
  '',
  'hub.mode=subscribe&hub.challenge=1',
  'hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=a+token+to+verify',
  'hub.mode=subscribe&hub.verify_token=a+token+to+verify',
  `${good}&hub.challenge=2`,
  `${good}&hub.verify_token=a+token+to+verify`,
  `${good}&hub.mode=subscribe`,
])('behavior: %j is no handshake', async (query) => {
  expect((await ask(query)).status).toBe(400);
});
