import { expect, test } from 'vitest';
import { createClient } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import { journalView } from '../../../src/emulator/control/journal-view.ts';

test('default: a call and a webhook keep what the public journal says of them', async () => {
  const emulator = await createEmulator();
  const failing = () => Promise.reject(new Error('the database is down'));
  let attempts = 0;
  await emulator.webhook.subscribe((request) => {
    attempts += 1;
    return attempts > 1
      ? failing()
      : Promise.resolve(new Response(new URL(request.url).searchParams.get('hub.challenge')));
  });
  const ana = emulator.phone('+5511987654321');
  const wamid = await ana.say('Hi');
  const wa = createClient(emulator.clientOptions);
  await wa.messages.markAsRead({ wamid });

  const webhook = emulator.journal.webhooks.at(-1)!;
  expect(journalView(webhook)).toMatchObject({
    kind: 'webhook',
    number: webhook.number,
    label: 'text from +5511987654321',
    target: 'handler',
    about: '5511987654321',
    wamids: [wamid],
  });
  expect(journalView(webhook)).toHaveProperty('attempts', webhook.attempts);
  expect(webhook.attempts[0]?.error).toContain('the database is down');

  const request = emulator.journal.requests.at(-1)!;
  expect(journalView(request)).toMatchObject({
    kind: 'request',
    number: request.number,
    method: 'POST',
    path: `/v26.0/${emulator.phoneNumberId}/messages`,
    body: { message_id: wamid, status: 'read' },
    reply: { success: true },
    wamids: [wamid],
  });
});
