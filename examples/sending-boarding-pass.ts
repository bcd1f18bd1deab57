/** An airline sends a boarding pass as a document, then reacts to the thanks. Runs on the embedded emulator. */
import { createClient } from 'wabakit';
import { reaction } from 'wabakit/messages';
import { createEmulator } from 'wabakit/emulator';
import { createWebhookHandler } from 'wabakit/webhooks';

const emulator = await createEmulator({ seed: 7, clock: 'manual' });
const { accessToken, phoneNumberId, appSecret, verifyToken } = emulator;
const wa = createClient({ accessToken, phoneNumberId, fetch: emulator.fetch });
const to = '+5511987654321';
const passenger = emulator.phone(to, { name: 'Ana' });
await passenger.say('My boarding pass, please');

const pdf = new TextEncoder().encode('%PDF-1.7 boarding pass of A. Lima, WK 417');

// #region document
const { id } = await wa.media.upload({ file: pdf, type: 'application/pdf', filename: 'boarding-pass.pdf' });
const { wamid } = await wa.messages.sendDocument({
  to,
  id,
  filename: 'Boarding pass WK 417.pdf',
  caption: 'Gate B12, boarding 14:05. Have a good flight!',
});
// #endregion document

// #region reaction
await emulator.webhook.subscribe(
  createWebhookHandler({
    appSecret,
    verifyToken,
    on: {
      async message(event) {
        const { wamid, phoneNumberId } = event;
        await wa.messages.markAsRead({ wamid, phoneNumberId });
        await wa.messages.reply(event, reaction({ wamid, emoji: '✈️' }));
      },
    },
  }),
);
await passenger.say('Thanks!');
// #endregion reaction

await emulator.waitForIdle();
console.log('sent', wamid.startsWith('wamid.'), passenger.chat.map(({ type }) => type).join(', '));
