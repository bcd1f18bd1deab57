/** A test of a bot against the emulator. */
import { createClient } from 'wabakit';
import {
  createEmulator,
  expectMessage,
  magicRecipients,
  webhookFixture,
  type Emulator,
} from 'wabakit/emulator';
import { createWebhookHandler } from 'wabakit/webhooks';

export async function play(): Promise<string | undefined> {
  const emulator: Emulator = await createEmulator({ seed: 7, clock: 'manual' });
  const { appSecret, verifyToken } = emulator;
  await emulator.webhook.subscribe(
    createWebhookHandler({ appSecret, verifyToken, on: { message: () => undefined } }),
  );
  const wa = createClient(emulator.clientOptions);
  const phone = emulator.phone('+5511987654321');
  await phone.say('Hello');
  await wa.messages.sendText({ to: `+${phone.waId}`, body: 'hi' });
  const seen = expectMessage(emulator, { text: /hi/ });
  await emulator.close();
  return seen.text;
}
export const fixture = webhookFixture('account_update.account_violation');
export const recipients: readonly string[] = magicRecipients.map(({ number }) => number);

export const mustNot = [
  // @ts-expect-error a clock that does not exist
  createEmulator({ clock: 'sundial' }),
  // @ts-expect-error a misspelt option
  createEmulator({ seeds: 7 }),
  // @ts-expect-error a fixture that does not exist
  webhookFixture('smoke-signal'),
  // @ts-expect-error what is said is text
  createEmulator().then((emulator) => emulator.phone('+5511987654321').say(7)),
];
