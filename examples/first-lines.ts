/** The first lines of the README. They call Meta; here MSW passes these calls to the emulator. */
import { setupServer } from 'msw/node';
import { createEmulator } from 'wabakit/emulator';
import { emulatorHandlers } from 'wabakit/emulator/msw';
import { defineTemplate } from 'wabakit/templates';

const body = { text: 'Welcome and congratulations!' };
const hello = defineTemplate({ name: 'hello_world', language: 'en_US', category: 'utility', body });
const emulator = await createEmulator({ templates: [hello] });
const server = setupServer(...emulatorHandlers(emulator));
server.listen();
const { accessToken, phoneNumberId, appSecret, verifyToken } = emulator;

// #region first
import { createClient } from 'wabakit';
import { createWebhookHandler } from 'wabakit/webhooks';

const wa = createClient({ accessToken, phoneNumberId });
await wa.messages.sendTemplate({ to: '+5511987654321', name: 'hello_world', language: 'en_US' });

const handler = createWebhookHandler({
  appSecret,
  verifyToken,
  on: { message: (event) => wa.messages.reply(event, 'Thank you! We are on it.') },
}); // a function from Request to Response; adapters for Express, Fastify, node:http and others
// #endregion first

await emulator.webhook.subscribe(handler);
const ana = emulator.phone('+5511987654321');
await ana.say('Where is my order?');
await handler.drain();
await emulator.waitForIdle();
for (const { from, text } of ana.chat) console.log(`${from}: ${text}`);
server.close();
await emulator.close();
