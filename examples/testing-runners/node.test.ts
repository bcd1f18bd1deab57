// #region node
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEmulator, expectMessage } from 'wabakit/emulator';
import { connect } from './order-bot.ts';

await test('a customer tracks an order', async () => {
  const emulator = await createEmulator();
  await connect(emulator);
  const ana = emulator.phone('+5511987654321');
  await ana.say('Where is my order?');
  expectMessage(emulator, { to: ana.waId, button: 'Track' });
  await ana.tap('Track');
  assert.equal(ana.lastMessage?.text, 'It is in Lisbon.');
});
// #endregion node
