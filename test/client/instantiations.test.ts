import { expect, test } from 'vitest';
import { probeTypes, toText } from '../helpers/type-probe.ts';

const setUp = `import { createClient } from 'wabakit';
import { replyButtons } from 'wabakit/messages';
const wa = createClient({ accessToken: 'token', phoneNumberId: '1' });`;

test.each([
  ['a text', `wa.messages.sendText({ to: '+5511987654321', body: 'hi' })`],
  [
    'buttons',
    `wa.messages.send({ to: '+5511987654321', ...replyButtons({ body: 'ok?', buttons: [{ id: 'y', title: 'Yes' }] }) })`,
  ],
])('behavior: sending %s costs at most 1,500 type instantiations', (_name, send) => {
  const { diagnostics, instantiations } = probeTypes(`${setUp}\nexport const sent = ${send};`);
  expect(diagnostics.map(toText)).toEqual([]);
  expect(instantiations).toBeGreaterThan(0);
  expect(instantiations).toBeLessThanOrEqual(1500);
});
