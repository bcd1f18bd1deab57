// #region vitest
import { beforeEach, expect, test } from 'vitest';
import { createEmulator, expectMessage, expectNoMessage, type Emulator } from 'wabakit/emulator';
import { connect } from './order-bot.ts';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await createEmulator();
  await connect(emulator);
});

test('a customer tracks an order', async () => {
  const ana = emulator.phone('+5511987654321');
  await ana.say('Where is my order?');
  expectMessage(emulator, { to: ana.waId, text: /A-17/, button: 'Track' });
  await ana.tap('Track');
  expect(ana.lastMessage?.text).toBe('It is in Lisbon.');
});

test('the bot does not write first', () => {
  emulator.phone('+5511987654321');
  expectNoMessage(emulator);
});
// #endregion vitest
