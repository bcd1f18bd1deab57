declare const test: (name: string, run: () => Promise<void>) => void;
declare const expect: (value: unknown) => { toBe(expected: unknown): void };

// #region jest
import { createEmulator, expectMessage } from 'wabakit/emulator';
import { connect } from './order-bot.ts';

test('a customer tracks an order', async () => {
  const emulator = await createEmulator();
  await connect(emulator);
  const ana = emulator.phone('+5511987654321');
  await ana.say('Where is my order?');
  expectMessage(emulator, { to: ana.waId, button: 'Track' });
  await ana.tap('Track');
  expect(ana.lastMessage?.text).toBe('It is in Lisbon.');
});
// #endregion jest
