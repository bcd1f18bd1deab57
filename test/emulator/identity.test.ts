import { describe, expect, test } from 'vitest';
import { createClient } from 'wabakit';
import { createIdentities, toIdentityFacts } from 'wabakit/contacts';
import { expectMessage, webhookFixture } from 'wabakit/emulator';
import { createLedger, toLedgerEvents, toSentEvent } from 'wabakit/pricing';
import { parseWebhook } from 'wabakit/webhooks';
import { emulatorWithReceiver, text } from './helpers.ts';

const start = async () => {
  const stage = await emulatorWithReceiver();
  const last = () => stage.emulator.journal.webhooks.at(-1)?.value;
  return { ...stage, last, wa: createClient(stage.emulator.clientOptions) };
};

describe('a phone whose WhatsApp ID is not its number', () => {
  test.each([
    [
      'of Brazil without the ninth digit',
      '+55 31 98765-4321',
      '553187654321',
      ['553187654321', '+5531987654321'],
    ],
    ['in an older form', '+22901234567', '2290101234567', ['+229 0123-4567', '2290101234567']],
  ])(
    'default: %s is reached by every spelling and seen by its WhatsApp ID',
    async (_, number, waId, spellings) => {
      const { emulator, last, wa } = await start();
      const ana = emulator.phone(number, { waId });
      expect(ana.waId).toBe(waId);
      await ana.say('Hi');
      expect(last()).toMatchObject({ contacts: [{ wa_id: waId }], messages: [{ from: waId }] });
      for (const to of spellings) {
        const { contacts } = await wa.messages.sendText({
          to: to.startsWith('+') ? to : `+${to}`,
          body: `To ${to}`,
        });
        expect(contacts?.map(({ wa_id }) => wa_id)).toEqual([waId]);
      }
      await emulator.waitForIdle();
      expect(ana.inbox.map((message) => message.text)).toEqual(spellings.map((to) => `To ${to}`));
      expectMessage(emulator, { to: number, text: `To ${spellings[0] ?? ''}` });
      expect(emulator.phone(number).waId).toBe(waId);
    },
  );

  test('behavior: WhatsApp IDs of Mexico and Argentina have their extra digit', async () => {
    const { emulator, graph } = await start();
    await emulator.phone('+52 55 1234 5678').say('Hi');
    const { body } = await graph('POST', '{phone}/messages', text('525512345678', 'Hola'));
    expect(body['contacts']).toEqual([{ input: '525512345678', wa_id: '5215512345678' }]);
    expect([emulator.phone('+5215512345678').waId, emulator.phone('+54 11 5874-9895').waId]).toEqual([
      '5215512345678',
      '5491158749895',
    ]);
  });

  test('behavior: a ledger that follows the answers finds the window', async () => {
    const { emulator, events, wa } = await start();
    await emulator.phone('+22901234567', { waId: '2290101234567' }).say('Hi');
    const ledger = createLedger({ currency: 'USD', keepEntries: true });
    const at = emulator.clock.now();
    const result = await wa.messages.sendText({ to: '+22901234567', body: 'Hello' });
    const { phoneNumberId } = emulator;
    await emulator.waitForIdle();
    ledger.record(toSentEvent(result, { phoneNumberId, user: '+22901234567', category: 'service', at }));
    for (const event of events) for (const one of toLedgerEvents(event)) ledger.record(one);
    expect(ledger.entries().map(({ quote }) => quote.outcome)).toEqual(['priced']);
  });
});

describe('a phone that hides its number', () => {
  test('default: a user id is made up, and no webhook shows the number', async () => {
    const { emulator, last, graph } = await start();
    const bo = emulator.phone('+5511912345678', { hidesNumber: true, parentBsuid: 'BR.ENT.1' });
    await bo.say('Hi');
    const first = last() as { contacts: [{ user_id: string }] };
    const [{ user_id: bsuid }] = first.contacts;
    expect(bsuid).toMatch(/^BR\.\d{15,16}$/);
    expect(first).toMatchObject({
      contacts: [{ parent_user_id: 'BR.ENT.1' }],
      messages: [{ from_user_id: bsuid, from_parent_user_id: 'BR.ENT.1' }],
    });
    for (const recipient of [bsuid, 'BR.ENT.1']) {
      const reply = { messaging_product: 'whatsapp', recipient, type: 'text', text: { body: 'Hello' } };
      expect((await graph('POST', '{phone}/messages', reply)).body['contacts']).toEqual([
        { input: recipient, user_id: recipient },
      ]);
    }
    await emulator.waitForIdle();
    expect(last()).toMatchObject({
      statuses: [{ recipient_user_id: bsuid, recipient_parent_user_id: 'BR.ENT.1' }],
    });
    await bo.stopPromotions();
    expect(last()).toMatchObject({ user_preferences: [{ user_id: bsuid, parent_user_id: 'BR.ENT.1' }] });
    const values = JSON.stringify(emulator.journal.webhooks.map(({ value }) => value));
    expect(values).not.toContain('5511912345678');
    expect(emulator.phone('+5511912345678', { hidesNumber: true }).waId).toBe('5511912345678');
    await bo.say('Again');
    expect(last()).toMatchObject({ messages: [{ from_user_id: bsuid }] });
  });

  test('behavior: a user who shows both is learned, and hides the number later', async () => {
    const { emulator, events } = await start();
    const bo = emulator.phone('+5511912345678', { bsuid: 'BR.1' });
    await bo.say('Hi');
    emulator.phone('+5511912345678', { hidesNumber: true });
    await bo.say('Hidden');
    const identities = createIdentities(events.flatMap(toIdentityFacts));
    expect(events.map((event) => 'waId' in event && event.waId)).toEqual(['5511912345678', undefined]);
    expect(identities.resolve('BR.1')).toBe(identities.resolve('+55 11 91234-5678'));
  });
});

describe('what opens the window', () => {
  test('behavior: a reaction does, one that is taken back does not', async () => {
    const { emulator, wa } = await start();
    const ana = emulator.phone('+5511987654321');
    const wamid = await ana.say('Hi');
    await wa.messages.sendText({ to: '+5511987654321', body: 'Hello' });
    await emulator.clock.advance('23h');
    await ana.react('👍');
    await emulator.clock.advance('23h');
    expect(ana.window.open).toBe('customer_service');
    await ana.react('');
    await emulator.clock.advance('2h');
    expect(ana.window.open).toBe('closed');
    expect(wamid).toMatch(/^wamid\./);
  });
});

test.each([
  [
    'messages.system.user_changed_number',
    ['5511912345678', 'BR.13491208655302741918', 'BR.99991208655302741000'],
  ],
  [
    'messages.system.user_changed_user_id',
    [
      'BR.ENT.11815799212886844830',
      'BR.13491208655302741918',
      'BR.99991208655302741000',
      'BR.ENT.11815799212886844831',
    ],
  ],
] as const)('behavior: the fixture %s tells which ids belong to one person', (kind, ids) => {
  const events = parseWebhook(JSON.stringify(webhookFixture(kind).envelope));
  const identities = createIdentities(events.flatMap(toIdentityFacts));
  expect(new Set(ids.map(identities.resolve)).size).toBe(1);
});
