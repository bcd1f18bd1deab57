import { expect, test } from 'vitest';
import { emulatorWithReceiver, buttons, template, text } from './helpers.ts';

const ana = '+5511987654321';

/** A user who came through an ad, was answered, and then wrote nothing for 30 hours. */
async function afterTheServiceWindow() {
  const { emulator, graph } = await emulatorWithReceiver();
  const phone = emulator.phone(ana);
  await phone.startFromAd();
  await graph('POST', '{phone}/messages', text(ana, 'Hi there'));
  await emulator.waitForIdle();
  await emulator.clock.advance('30h');
  expect(phone.window.open).toBe('free_entry_point');
  return { emulator, graph };
}

// Meta, "Pricing": the free entry point window makes messages free; only the customer service window allows free-form ones.
test.each([
  ['a text', text(ana, 'Are you still there?')],
  ['buttons', buttons(ana)],
])('error: %s while only the free entry point window is open', async (_name, message) => {
  const { emulator, graph } = await afterTheServiceWindow();
  const accepted = emulator.counts.accepted;
  const { status, body } = await graph('POST', '{phone}/messages', message);
  expect([status, body.error?.code]).toEqual([400, 131047]);
  expect(emulator.counts.accepted).toBe(accepted);
});

test('behavior: a template goes out while only the free entry point window is open', async () => {
  const { graph } = await afterTheServiceWindow();
  expect((await graph('POST', '{phone}/messages', template(ana))).status).toBe(200);
});
