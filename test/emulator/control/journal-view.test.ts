import { expect, test } from 'vitest';
import { createClient } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import { getGraph, orderUpdate, template } from '../helpers.ts';
import { journalView } from '../../../src/emulator/control/journal-view.ts';
import type { WebhookEntry } from '../../../src/emulator/kernel/journal.ts';
import type { MessageRecord } from '../../../src/emulator/kernel/records.ts';
import type { JournalEntryView, PhoneState } from '../../../src/emulator/page/protocol/protocol.ts';

const noMessages = new Map<string, MessageRecord>();

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
  expect(journalView(webhook, noMessages)).toMatchObject({
    kind: 'webhook',
    number: webhook.number,
    label: 'text',
    direction: 'in',
    target: 'handler',
    about: '5511987654321',
    wamids: [wamid],
  });
  expect(journalView(webhook, noMessages)).toHaveProperty('attempts', webhook.attempts);
  expect(webhook.attempts[0]?.error).toContain('the database is down');

  const request = emulator.journal.requests.at(-1)!;
  expect(journalView(request, noMessages)).toMatchObject({
    kind: 'request',
    number: request.number,
    method: 'POST',
    path: `/v26.0/${emulator.phoneNumberId}/messages`,
    body: { message_id: wamid, status: 'read' },
    reply: { success: true },
    wamids: [wamid],
  });
});

test('behavior: entries say to whom, which way and by which template', async () => {
  const emulator = await createEmulator({ templates: [orderUpdate] });
  const graph = getGraph(emulator);
  const wamid = await emulator.phone('+5511987654321', { name: 'Ana' }).say('Hi');
  await graph('POST', '{phone}/messages', template('+55 11 98765-4321'));
  await graph('POST', '{phone}/messages', {
    messaging_product: 'whatsapp',
    status: 'read',
    message_id: wamid,
    typing_indicator: { type: 'text' },
  });
  await graph('POST', '{phone}/messages', {
    ...template('unused'),
    to: undefined,
    recipient: 'BR.13491208655302741918',
  });
  await emulator.waitForIdle();
  const { url } = await emulator.listen();
  const state = (await (await fetch(`${url}/_wabakit/state`)).json()) as PhoneState;
  await emulator.close();
  const ana = '5511987654321';
  const out = { about: ana, direction: 'out', template: undefined } as const;
  expect(state.journal.map(pick)).toEqual([
    { ...out, kind: 'webhook', label: 'text', direction: 'in' },
    { ...out, kind: 'request', label: 'template', template: 'order_update' },
    { ...out, kind: 'request', label: 'typing' },
    {
      ...out,
      kind: 'request',
      label: 'template',
      about: 'BR.13491208655302741918',
      template: 'order_update',
    },
    { ...out, kind: 'webhook', label: 'sent', template: 'order_update' },
    { ...out, kind: 'webhook', label: 'delivered', template: 'order_update' },
  ]);
});

const pick = ({ kind, label, about, direction, template: name }: JournalEntryView) => ({
  kind,
  label,
  about,
  direction,
  template: name,
});

test('behavior: a failed status says its code, a batch how many more, a template event which template', () => {
  const entry = (value: WebhookEntry['value'], about?: string): WebhookEntry => ({
    kind: 'webhook',
    number: 1,
    at: 0,
    field: 'messages',
    value,
    about,
    target: undefined,
    body: '',
    signature: '',
    attempts: [],
    outcome: 'unsent',
  });
  expect([
    pick(
      journalView(entry({ statuses: [{ status: 'failed', errors: [{ code: 131026 }] }] }, '55'), noMessages),
    ),
    pick(
      journalView(
        entry({ messages: [{ type: 'interactive', interactive: { type: 'list_reply' } }, {}] }, '55'),
        noMessages,
      ),
    ),
    pick(journalView(entry({ event: 'APPROVED', message_template_name: 'sale' }), noMessages)),
    pick(journalView(entry({ user_preferences: [{}] }, '55'), noMessages)),
  ]).toEqual([
    { kind: 'webhook', label: 'failed 131026', about: '55', direction: 'out', template: undefined },
    {
      kind: 'webhook',
      label: 'interactive list_reply and 1 more',
      about: '55',
      direction: 'in',
      template: undefined,
    },
    { kind: 'webhook', label: 'APPROVED', about: undefined, direction: undefined, template: 'sale' },
    { kind: 'webhook', label: 'messages', about: '55', direction: undefined, template: undefined },
  ]);
});
