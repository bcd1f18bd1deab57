import { expect, test } from 'vitest';
import { addressRequest, contactRequest } from 'wabakit/messages';
import { emulatorWithReceiver, buttons, template, text } from './helpers.ts';

const number = '+5511987654321';

const start = async () => {
  const stage = await emulatorWithReceiver();
  const ana = stage.emulator.phone(number, { name: 'Ana' });
  const send = async (payload: object) => {
    const { body } = await stage.graph('POST', '{phone}/messages', payload);
    await stage.emulator.waitForIdle();
    return body.messages?.[0]?.id ?? '';
  };
  const last = () => stage.emulator.journal.webhooks.at(-1)?.value;
  return { ...stage, ana, send, last };
};

test('default: what a phone says arrives with its name', async () => {
  const { ana, events, last } = await start();
  const wamid = await ana.say('Hi');
  expect(last()).toMatchObject({
    contacts: [{ profile: { name: 'Ana' }, wa_id: '5511987654321' }],
    messages: [{ id: wamid, from: '5511987654321', type: 'text', text: { body: 'Hi' } }],
  });
  expect(events).toHaveLength(1);
});

test('behavior: taps reply buttons, quick replies and list rows, by title or id', async () => {
  const { ana, send, last } = await start();
  await ana.say('Hi');
  const asked = await send(buttons(number));
  await ana.tap('yes');
  expect(last()).toMatchObject({
    messages: [{ context: { id: asked }, interactive: { button_reply: { id: 'yes', title: 'Yes' } } }],
  });
  await send(template(number));
  await ana.tap('Thanks');
  expect(last()).toMatchObject({
    messages: [{ type: 'button', button: { payload: 'Thanks', text: 'Thanks' } }],
  });
  await expect(ana.tap('Maybe')).rejects.toThrow('shows no button "Maybe"; buttons: Yes, No, Thanks');
});

test('behavior: quotes, reacts, takes back, sends files, places and cards', async () => {
  const { ana, send, last } = await start();
  await ana.say('Hi');
  const sent = await send(text(number, 'Hello'));
  await ana.say('That one', { replyTo: sent });
  expect(last()).toMatchObject({ messages: [{ context: { from: '15550783881', id: sent } }] });
  await ana.react('👍');
  expect(last()).toMatchObject({ messages: [{ reaction: { message_id: sent, emoji: '👍' } }] });
  await ana.react('');
  expect(last()).toMatchObject({ messages: [{ reaction: { message_id: sent } }] });
  await ana.send({ type: 'document', filename: 'a.pdf', caption: 'Look' });
  expect(last()).toMatchObject({
    messages: [{ document: { filename: 'a.pdf', mime_type: 'application/pdf', caption: 'Look' } }],
  });
  await ana.send({ type: 'audio', voice: true });
  expect(last()).toMatchObject({ messages: [{ audio: { voice: true } }] });
  await ana.send({ type: 'location', latitude: 1, longitude: 2 });
  await ana.send({ type: 'contacts', contacts: [{ name: { formatted_name: 'Bo' } }] });
  expect(ana.chat.map(({ type }) => type)).toEqual([
    'text',
    'text',
    'text',
    'reaction',
    'reaction',
    'document',
    'audio',
    'location',
    'contacts',
  ]);
});

test('behavior: a phone off the network gets its messages when it is back', async () => {
  const { ana, emulator, send } = await start();
  await ana.goOffline();
  await send(template(number));
  expect([ana.inbox.length, emulator.counts.sent, emulator.counts.delivered]).toEqual([0, 1, 0]);
  await emulator.clock.advance('2h');
  await ana.goOnline();
  expect([ana.inbox.length, emulator.counts.delivered]).toEqual([1, 1]);
});

test('behavior: a user who hides the number is seen and reached by the business-scoped id', async () => {
  const { emulator, graph, last } = await start();
  const bo = emulator.phone('+5511912345678', {
    name: 'Bo',
    bsuid: 'BR.123',
    username: 'bo',
    hidesNumber: true,
  });
  await bo.say('Hi');
  expect(last()).toMatchObject({
    contacts: [{ profile: { username: 'bo' }, user_id: 'BR.123' }],
    messages: [{ from_user_id: 'BR.123' }],
  });
  expect(JSON.stringify(last())).not.toContain('5511912345678');
  const reply = {
    messaging_product: 'whatsapp',
    recipient: 'BR.123',
    type: 'text',
    text: { body: 'Hello Bo' },
  };
  expect((await graph('POST', '{phone}/messages', reply)).body['contacts']).toEqual([
    { input: 'BR.123', user_id: 'BR.123' },
  ]);
  await emulator.waitForIdle();
  expect(bo.lastMessage?.text).toBe('Hello Bo');
  expect(last()).toMatchObject({ statuses: [{ recipient_user_id: 'BR.123' }] });
});

test('behavior: typing shows for 25 seconds or until the answer', async () => {
  const { ana, emulator, graph, send } = await start();
  const message_id = await ana.say('Hi');
  await graph('POST', '{phone}/messages', {
    messaging_product: 'whatsapp',
    status: 'read',
    message_id,
    typing_indicator: { type: 'text' },
  });
  expect(emulator.snapshot()).toContain(`"typingUntil":${emulator.clock.now() + 25_000}`);
  await send(text(number, 'Hello'));
  expect(emulator.snapshot()).not.toContain('"typingUntil":1');
  expect(
    (
      await graph('POST', '{phone}/messages', {
        messaging_product: 'whatsapp',
        status: 'read',
        message_id: 'wamid.x',
      })
    ).body.error?.code,
  ).toBe(131009);
});

test('error: nobody has such a number, and who blocked the business does not write to it', async () => {
  const { emulator, ana } = await start();
  expect(() => emulator.phone('12')).toThrow(
    "is not a country code and number of 7 to 15 digits; write it as '+5511987654321'",
  );
  await ana.block();
  await expect(ana.say('Hi')).rejects.toThrow('has blocked the business');
  await ana.unblock();
  await expect(ana.say('Hi')).resolves.toMatch(/^wamid\./);
});

const to = { messaging_product: 'whatsapp', to: number };

test('default: fills in an address form, and picks a saved address', async () => {
  const { ana, emulator, send, last } = await start();
  await ana.say('Hi');
  const asked = await send({ ...to, ...addressRequest({ body: 'Where to?', country: 'IN' }) });
  await ana.answerAddressRequest({ name: 'Ana', in_pin_code: '110001', city: 'Delhi' });
  expect(last()).toMatchObject({
    messages: [
      {
        context: { from: '15550783881', id: asked },
        interactive: {
          type: 'nfm_reply',
          nfm_reply: {
            name: 'address_message',
            body: 'Ana\n 110001, Delhi',
            response_json: '{"values":{"name":"Ana","in_pin_code":"110001","city":"Delhi"}}',
          },
        },
      },
    ],
  });
  await ana.answerAddressRequest({ city: 'Pune' }, { savedAddressId: 'home' });
  expect(last()).toMatchObject({
    messages: [
      {
        interactive: {
          nfm_reply: { response_json: '{"saved_address_id":"home","values":{"city":"Pune"}}' },
        },
      },
    ],
  });
  expect(emulator.exportAsTest()).toContain(
    'await phone1.answerAddressRequest({"name":"Ana","in_pin_code":"110001","city":"Delhi"});',
  );
});

test('default: shares the number that a message or a template asks for', async () => {
  const { ana, emulator, send, last } = await start();
  await ana.say('Hi');
  await send({ ...to, ...contactRequest({ body: 'May we have your number?' }) });
  const shared = {
    messages: [
      {
        type: 'contacts',
        contacts: [
          {
            origin: 'contact_request',
            name: { formatted_name: 'Ana', first_name: 'Ana' },
            phones: [{ phone: number, wa_id: '5511987654321', type: 'CELL' }],
          },
        ],
      },
    ],
  };
  await ana.answerContactRequest();
  expect(last()).toMatchObject(shared);
  expect(emulator.exportAsTest()).toContain('await phone1.answerContactRequest();');
  const bo = emulator.phone('+5511987650000', { name: 'Bo' });
  await emulator.templates.approve({
    name: 'your_number',
    language: 'en',
    category: 'UTILITY',
    components: [
      { type: 'BODY', text: 'How do we reach you?' },
      { type: 'BUTTONS', buttons: [{ type: 'REQUEST_CONTACT_INFO' }] },
    ],
  });
  await send(template('+5511987650000', [], 'your_number'));
  await bo.answerContactRequest();
  expect(last()).toMatchObject({ messages: [{ contacts: [{ phones: [{ phone: '+5511987650000' }] }] }] });
});

test('behavior: taps a reply button on a card of a carousel', async () => {
  const { ana, send, last } = await start();
  await ana.say('Hi');
  const card = (index: number) => ({
    card_index: index,
    type: 'cta_url',
    header: { type: 'image', image: { link: 'https://cdn.example/1.png' } },
    action: { buttons: [{ type: 'quick_reply', quick_reply: { id: `c${index}`, title: `Take ${index}` } }] },
  });
  await send({
    ...to,
    type: 'interactive',
    interactive: { type: 'carousel', body: { text: 'Two' }, action: { cards: [card(0), card(1)] } },
  });
  await ana.tap('Take 1');
  expect(last()).toMatchObject({
    messages: [{ interactive: { type: 'button_reply', button_reply: { id: 'c1', title: 'Take 1' } } }],
  });
});

test('error: answers to requests that the chat does not show', async () => {
  const { ana } = await start();
  await expect(ana.answerAddressRequest({})).rejects.toThrow(
    'The chat of 5511987654321 shows no address form.',
  );
  await expect(ana.answerContactRequest()).rejects.toThrow(
    'The chat of 5511987654321 shows no contact request.',
  );
});
