import { expect, test } from 'vitest';
import { createClient, recipientOf, reply } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import { image } from 'wabakit/messages';
import { createWebhookHandler, type WebhookEventOf } from 'wabakit/webhooks';
import { addNumber, openGroup } from '../../helpers/more-places.ts';

const pictureLink = 'https://shop.example/bicycle.jpg';

async function start() {
  const emulator = await createEmulator();
  const wa = createClient(emulator.clientOptions);
  const events: WebhookEventOf<'message'>[] = [];
  const { appSecret, verifyToken } = emulator;
  const statuses: WebhookEventOf<'status'>[] = [];
  await emulator.webhook.subscribe(
    createWebhookHandler({
      appSecret,
      verifyToken,
      on: { message: (event) => void events.push(event), status: (event) => void statuses.push(event) },
    }),
  );
  const last = (): WebhookEventOf<'message'> => events.at(-1)!;
  return { emulator, wa, last, statuses };
}

test('default: a text answers the user on the number that the message came to', async () => {
  const { emulator, wa, last } = await start();
  const ana = emulator.phone('+5511987654321');
  await ana.say('Hi');
  expect(last().sender).toEqual({ waId: '5511987654321' });
  expect(recipientOf(last())).toEqual({ waId: '5511987654321', phoneNumberId: emulator.phoneNumberId });
  const { wamid } = await wa.messages.reply(last(), 'Hello');
  await emulator.waitForIdle();
  expect(ana.lastMessage).toMatchObject({ wamid, text: 'Hello' });
});

test('behavior: a user without a visible number is answered by the business-scoped user id', async () => {
  const { emulator, wa, last } = await start();
  const bo = emulator.phone('+5511912345678', { bsuid: 'BR.123', username: 'bo', hidesNumber: true });
  await bo.say('Hi');
  expect(last()).toMatchObject({ sender: { recipient: 'BR.123' } });
  expect(last().waId).toBeUndefined();
  await reply(wa, last(), 'Hello Bo');
  await emulator.waitForIdle();
  expect(bo.lastMessage?.text).toBe('Hello Bo');
});

test('behavior: a group message is answered in the group, and its sender is the member', async () => {
  const { emulator, wa, last } = await start();
  const ana = emulator.phone('+5511987654321');
  const groupId = await openGroup(emulator, wa, ['+5511987654321']);
  await ana.say('Who has the key?', { groupId });
  expect(last().sender).toEqual({ waId: '5511987654321' });
  expect(recipientOf(last())).toEqual({ group: groupId, phoneNumberId: emulator.phoneNumberId });
  await wa.messages.reply(last(), 'I have it');
  await emulator.waitForIdle();
  expect(emulator.messages.at(-1)).toMatchObject({ waId: groupId, from: 'business', text: 'I have it' });
});

test('behavior: a message to a second business number is answered from that number', async () => {
  const { emulator, wa, last } = await start();
  const phoneNumberId = await addNumber(emulator, wa);
  const ana = emulator.phone('+5511987654321', { phoneNumberId });
  await ana.say('Is the branch open?');
  expect(recipientOf(last()).phoneNumberId).toBe(phoneNumberId);
  await wa.messages.reply(last(), 'Until 6 pm');
  await emulator.waitForIdle();
  expect(ana.lastMessage?.text).toBe('Until 6 pm');
  expect(emulator.phone('+5511987654321', { phoneNumberId: emulator.phoneNumberId }).chat).toEqual([]);
});

test('behavior: what a builder gives is sent, and a quote points at the message', async () => {
  const { emulator, wa, last, statuses } = await start();
  const ana = emulator.phone('+5511987654321');
  const asked = await ana.say('How does it look?');
  const picture = { ...image({ link: pictureLink }), callbackData: 'order-17' };
  await wa.messages.reply(last(), picture, { quote: true });
  await emulator.waitForIdle();
  expect(ana.lastMessage).toMatchObject({ type: 'image', quotes: asked });
  expect(statuses.at(-1)).toMatchObject({ callbackData: 'order-17', waId: '5511987654321' });
});

test('behavior: a status is answered to the user that the message went to', async () => {
  const { emulator, wa, last, statuses } = await start();
  const ana = emulator.phone('+5511987654321');
  await ana.say('Hi');
  await wa.messages.reply(last(), 'Hello');
  await emulator.waitForIdle();
  await wa.messages.reply(statuses.at(-1)!, 'Did it arrive?');
  await emulator.waitForIdle();
  expect(ana.lastMessage?.text).toBe('Did it arrive?');
});

const nameless = { kind: 'groupSettings', phoneNumberId: '1', waId: undefined, bsuid: undefined };
const status = { ...nameless, kind: 'call', waId: '5511987654321' };

test('error: an event that names no user and no group', async () => {
  const { wa } = await start();
  expect(() => recipientOf(nameless)).toThrow(
    'event of kind groupSettings names no user and no group to answer.',
  );
  await expect(wa.messages.reply(nameless, 'Hi')).rejects.toThrow('event of kind groupSettings');
});

test('error: a quote of an event without a message, and a text that is too long', async () => {
  const { wa } = await start();
  await expect(wa.messages.reply(status, 'Hi', { quote: true })).rejects.toThrow(
    'quote needs an event with a message; this one is of kind call.',
  );
  await expect(wa.messages.reply(status, 'x'.repeat(4097))).rejects.toThrow('body has 4097 characters');
});
