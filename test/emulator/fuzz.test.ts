import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEmulator } from 'wabakit/emulator';
import { orderUpdate } from './helpers.ts';

const key = fc.constantFrom(
  'messaging_product',
  'to',
  'type',
  'text',
  'template',
  'interactive',
  'components',
  'name',
  'language',
  'body',
  'id',
  'status',
  '__proto__',
);
const word = fc.constantFrom(
  'whatsapp',
  '+5511987654321',
  'text',
  'template',
  'order_update',
  'en',
  'BODY',
  'UTILITY',
  'read',
  '{{1}}',
  '',
);
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    word,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('value'), { maxLength: 4 }),
  object: fc.dictionary(fc.oneof(key, fc.string()), tie('value'), { maxKeys: 6 }),
})).object;

const paths = [
  '{phone}/messages',
  '{waba}/message_templates',
  '{phone}/whatsapp_business_profile',
  '{phone}/block_users',
  '{phone}/settings',
  '{waba}/flows',
  '{phone}/groups',
  '{phone}/message_qrdls',
  '{phone}/register',
  '{waba}',
  '{waba}/template_groups',
  '{phone}/thread_control',
];

test('behavior: whatever is posted, the answer is a success or Meta’s error, and the clock goes on', async () => {
  const emulator = await createEmulator({ templates: [orderUpdate] });
  await emulator.phone('+5511987654321').say('Hi');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.constantFrom('POST', 'DELETE', 'GET', 'PUT'),
      json,
      async (path, method, body) => {
        const filled = path.replace('{phone}', emulator.phoneNumberId).replace('{waba}', emulator.wabaId);
        const response = await emulator.fetch(`https://graph.facebook.com/v26.0/${filled}`, {
          method,
          headers: { authorization: `Bearer ${emulator.accessToken}`, 'content-type': 'application/json' },
          ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
        });
        const reply = (await response.json()) as { error?: { code: number; fbtrace_id: string } };
        if (response.status !== 200)
          expect(reply.error).toMatchObject({
            code: expect.any(Number) as number,
            fbtrace_id: expect.any(String) as string,
          });
        await emulator.clock.advance('1s');
      },
    ),
    { numRuns: 400 },
  );
  const snapshot = emulator.snapshot();
  await emulator.restore(snapshot);
  expect(emulator.snapshot()).toEqual(snapshot);
});

test('error: bodies that are no JSON, addresses that are no path', async () => {
  const emulator = await createEmulator();
  const call = async (path: string, init: RequestInit) => {
    const headers = { authorization: `Bearer ${emulator.accessToken}`, 'content-type': 'application/json' };
    const response = await emulator.fetch(`https://graph.facebook.com${path}`, { headers, ...init });
    return ((await response.json()) as { error: { code: number } }).error.code;
  };
  const messages = `/v26.0/${emulator.phoneNumberId}/messages`;
  expect(await call(messages, { method: 'POST', body: '{' })).toBe(100);
  expect(await call(messages, { method: 'POST', body: '[]' })).toBe(100);
  expect(await call('/', {})).toBe(2500);
  expect(await call('/v26.0/%E0%A4%A/messages', {})).toBe(2500);
  expect(await call('/v26.0/a/b/c/d', {})).toBe(2500);
  expect(await call(`${messages}/x/y`, { method: 'POST' })).toBe(2500);
});
