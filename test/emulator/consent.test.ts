import { expect, test } from 'vitest';
import { buttons, emulatorWithReceiver, template } from './helpers.ts';

const ana = '+5511987654321';

test('default: a typed STOP is a message like any other, and the business has to honour it', async () => {
  const { emulator, events, graph } = await emulatorWithReceiver();
  const phone = emulator.phone(ana);
  await phone.say('Stop!');
  expect(events.map(({ kind }) => kind)).toEqual(['message', 'consent']);
  expect(events[1]).toMatchObject({ choice: 'stop', source: 'keyword', word: 'stop', waId: '5511987654321' });
  await graph('POST', '{phone}/messages', template(ana, [], 'sale'));
  await emulator.waitForIdle();
  expect(phone.inbox).toHaveLength(1); // WhatsApp's own switch is as it was
});

test('behavior: a tapped button that stops comes as a button, and leaves the switch as well', async () => {
  const { emulator, events, graph } = await emulatorWithReceiver();
  const phone = emulator.phone(ana);
  await phone.say('Hi');
  const offer = buttons(ana);
  const titles = ['Stop promotions', 'Start'].map((title, index) => ({
    type: 'reply',
    reply: { id: `b-${index}`, title },
  }));
  const interactive = { ...offer.interactive, action: { buttons: titles } };
  await graph('POST', '{phone}/messages', { ...offer, interactive });
  await emulator.waitForIdle();
  events.length = 0;
  await phone.tap('Start');
  await phone.tap('Stop promotions');
  const taps = events.filter(({ kind }) => kind !== 'status');
  expect(taps.map(({ kind }) => kind)).toEqual(['message', 'message', 'consent']);
  expect(taps[2]).toMatchObject({ choice: 'stop', source: 'button', word: 'stop promotions' });
});

test('behavior: the switch comes as a preference, and what is sent on fails as a consent of its own', async () => {
  const { emulator, events, graph } = await emulatorWithReceiver();
  const phone = emulator.phone(ana);
  await phone.stopPromotions();
  await graph('POST', '{phone}/messages', template(ana, [], 'sale'));
  await emulator.waitForIdle();
  await phone.resumePromotions();
  const consents = events.flatMap((event) =>
    event.kind === 'consent' ? [[event.choice, event.source, event.wamid]] : [],
  );
  const failed = events.find((event) => event.kind === 'status' && event.status === 'failed');
  expect(consents).toEqual([
    ['stop', 'preference', undefined],
    ['stop', 'error_131050', failed?.kind === 'status' ? failed.wamid : 'none'],
    ['resume', 'preference', undefined],
  ]);
});

test('behavior: an In-App Signup turns the switch on and brings the id of the signup', async () => {
  const { emulator, events, graph } = await emulatorWithReceiver();
  const phone = emulator.phone(ana);
  await phone.stopPromotions();
  await phone.signUp('998877');
  expect(events.at(-1)).toMatchObject({
    kind: 'consent',
    choice: 'signup',
    source: 'preference',
    signupId: '998877',
    raw: { value: 'signup', category: 'marketing_messages', signup_id: '998877' },
  });
  expect(events.at(-1)).not.toHaveProperty('raw.detail');
  await graph('POST', '{phone}/messages', template(ana, [], 'sale'));
  await emulator.waitForIdle();
  expect(phone.inbox).toHaveLength(1);
});
