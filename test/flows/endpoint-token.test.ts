import { expect, test } from 'vitest';
import { verifyFlowTokenSignature } from 'wabakit/flows';
import { appSecret, jwt } from './whatsapp-client.ts';

const flowToken = 'order-17';
const verify = (signature: string | undefined, more = {}) =>
  verifyFlowTokenSignature({ appSecret, flowToken, signature, ...more });

test('default: a token signed with the app secret is true', async () => {
  expect(await verify(jwt({ flow_token: flowToken }))).toBe(true);
});

test.each([
  ['another secret', jwt({ flow_token: flowToken }, 'other')],
  ['another token', jwt({ flow_token: 'order-18' })],
  ['no token claim', jwt({})],
  ['no algorithm', jwt({ flow_token: flowToken }, appSecret, { alg: 'none' })],
  ['another algorithm', jwt({ flow_token: flowToken }, appSecret, { alg: 'HS512' })],
  ['no signature', jwt({ flow_token: flowToken }).replace(/[^.]*$/, '')],
  ['a part too many', `${jwt({ flow_token: flowToken })}.e30`],
  ['an expired claim', jwt({ flow_token: flowToken, exp: 100 })],
  ['a text', 'hello'],
  ['half base64', '%.%.%'],
  ['an array for claims', jwt([])],
  ['nothing', undefined],
])('behavior: %s is false', async (_, signature) => {
  expect(await verify(signature)).toBe(false);
});

test('args: exp is judged at the given moment, to the millisecond', async () => {
  const signature = jwt({ flow_token: flowToken, exp: 100 });
  expect([await verify(signature, { at: 99_999 }), await verify(signature, { at: 100_000 })]).toEqual([
    true,
    false,
  ]);
});

test('args: any of several app secrets counts, an empty one never', async () => {
  expect(await verify(jwt({ flow_token: flowToken }), { appSecret: ['new', appSecret] })).toBe(true);
  expect(await verify(jwt({ flow_token: flowToken }, ''), { appSecret: [''] })).toBe(false);
});
