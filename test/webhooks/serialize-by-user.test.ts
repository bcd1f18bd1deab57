import { expect, test, vi } from 'vitest';
import { createWebhookHandler } from 'wabakit/webhooks';
import { appSecret, getBody, signedRequest, textMessage, verifyToken } from './helpers.ts';

/** A message of one user to one business number. */
const body = (phoneNumberId: string, id: string, from: string): string =>
  getBody({
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550783881', phone_number_id: phoneNumberId },
    messages: [textMessage(id, 'Hello', from)],
  });

test('behavior: a user who writes to two business numbers has one line of events on each', async () => {
  const log: string[] = [];
  const { promise: passed, resolve: open } = Promise.withResolvers<void>();
  const handler = createWebhookHandler({
    appSecret,
    verifyToken,
    serializeBy: 'user',
    on: {
      message: async ({ wamid }) => {
        log.push(`begin ${wamid}`);
        if (wamid.endsWith('.1')) await passed;
        log.push(`end ${wamid}`);
      },
    },
  });
  for (const [number, id, from] of [
    ['100', 'a.1', '16505551234'],
    ['200', 'b.1', '16505551234'],
    ['100', 'a.2', '16505551234'],
    ['200', 'b.2', '16505551234'],
    ['100', 'other.2', '16505559999'],
  ] as const)
    await handler(await signedRequest(body(number, id, from)));
  await vi.waitFor(() => expect(log).toContain('end other.2'));
  expect(log).toEqual(['begin a.1', 'begin b.1', 'begin other.2', 'end other.2']);
  open();
  await handler.drain();
  for (const number of ['a', 'b'])
    expect(log.filter((line) => line.includes(` ${number}.`))).toEqual([
      `begin ${number}.1`,
      `end ${number}.1`,
      `begin ${number}.2`,
      `end ${number}.2`,
    ]);
});
