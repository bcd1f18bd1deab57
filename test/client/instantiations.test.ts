import { expect, test } from 'vitest';
import { probeTypes, toText } from '../helpers/type-probe.ts';

const client = `import { createClient } from 'wabakit';
import { replyButtons } from 'wabakit/messages';
const wa = createClient({ accessToken: 'token', phoneNumberId: '1' });
export const sent = `;
const receiver = (on: string): string => `import { createWebhookHandler } from 'wabakit/webhooks';
export const handler = createWebhookHandler({ appSecret: 's', verifyToken: 'v', on: { ${on} } });`;

test.each([
  ['sending a text', 40, `${client} wa.messages.sendText({ to: '+5511987654321', body: 'hi' });`],
  [
    'sending buttons',
    1500,
    `${client} wa.messages.send({ to: '+5511987654321', ...replyButtons({ body: 'ok?', buttons: [{ id: 'y', title: 'Yes' }] }) });`,
  ],
  [
    'narrowing a message by its type',
    1000,
    receiver(`message: (event) => (event.type === 'text' ? event.text.body : undefined)`),
  ],
  [
    'narrowing any event by its kind and type',
    1000,
    receiver(
      `any: (event) => (event.kind === 'message' && event.type === 'text' ? event.text.body : undefined)`,
    ),
  ],
])(
  'behavior: %s costs at most %i type instantiations',
  (_name, most, text) => {
    const { diagnostics, instantiations } = probeTypes(text);
    expect(diagnostics.map(toText)).toEqual([]);
    expect(instantiations).toBeGreaterThan(0);
    expect(instantiations).toBeLessThanOrEqual(most);
  },
  120_000,
);
