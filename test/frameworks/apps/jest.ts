/** Run by Jest itself, as ES modules and as CommonJS. */
import { createClient, isUsageError } from 'wabakit';
import { createEmulator, expectMessage } from 'wabakit/emulator';
import { createWebhookHandler } from 'wabakit/webhooks';

declare const test: (name: string, run: () => Promise<void>) => void;
declare const expect: (value: unknown) => {
  toBe(expected: unknown): void;
  toContain(expected: unknown): void;
};

async function start(answerAfter: number) {
  const emulator = await createEmulator();
  const wa = createClient(emulator.clientOptions);
  const { appSecret, verifyToken } = emulator;
  const handler = createWebhookHandler({
    appSecret,
    verifyToken,
    on: {
      async message(event) {
        await new Promise((resolve) => {
          if (answerAfter !== Infinity) setTimeout(resolve, answerAfter);
        });
        await wa.messages.reply(event, 'first');
        await wa.messages.reply(event, 'second');
      },
    },
  });
  await emulator.webhook.subscribe(handler);
  return { emulator, ana: emulator.phone('+5511987654321') };
}

test('say waits for a bot that works 300 ms', async () => {
  const { emulator, ana } = await start(300);
  await ana.say('Hi');
  expect(expectMessage(emulator, { to: ana.waId }).text).toBe('second');
  expect(ana.inbox.length).toBe(2);
});

test('a bot that hangs is named before the runner gives up', async () => {
  const { ana } = await start(Infinity);
  const error = await ana.say('Hi').catch((reason: unknown) => reason);
  expect(String(error)).toContain('The emulator waited 4000 ms, and the bot was still at work');
});

test('the emulator listens on a port', async () => {
  const { emulator } = await start(0);
  const { url } = await emulator.listen();
  const { status } = await fetch(`${url}/v26.0/${emulator.phoneNumberId}`);
  expect(status).toBe(401);
  await emulator.close();
});

test('an error is shown by the name of its class', async () => {
  const error = await Promise.resolve()
    .then(() => createWebhookHandler({ appSecret: '', verifyToken: '' }))
    .catch((reason: unknown) => reason);
  expect(isUsageError(error)).toBe(true);
  expect(Object(error).constructor.name).toBe('UsageError');
});
