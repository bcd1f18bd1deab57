/** A bot and its customers' phones in one program. Without `STAY=1` the customer is played here and the program ends. */
import { replyButtons } from 'wabakit/messages';
import { createClient } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import { createWebhookHandler } from 'wabakit/webhooks';

// #region serve
const emulator = await createEmulator({ clock: 'real', templateReview: 'manual' });
const server = await emulator.listen();
const { accessToken, phoneNumberId, appSecret, verifyToken } = emulator;
const wa = createClient({ accessToken, phoneNumberId, baseUrl: server.url });

const handler = createWebhookHandler({
  appSecret,
  verifyToken,
  on: {
    async message(event) {
      if (event.type !== 'text') return;
      if (event.groupId !== undefined) {
        await wa.messages.reply(event, 'Please write to us directly.'); // WhatsApp has no buttons in groups
        return;
      }
      const question = replyButtons({
        body: 'Shall we ring you?',
        buttons: [{ id: 'ring', title: 'Ring me' }],
      });
      await wa.messages.reply(event, question);
    },
  },
});
await emulator.webhook.subscribe(handler);
console.log(`Open ${server.url}/_wabakit/ and write something.`);
// #endregion serve

if (process.env['STAY'] === undefined) {
  const ana = emulator.phone('+5511987654321', { name: 'Ana Souza' });
  await ana.say('Is my bicycle ready?');
  await emulator.waitFor(
    (entry) => entry.kind === 'webhook' && entry.about === ana.waId && entry.body.includes('delivered'),
  );
  await ana.tap('Ring me');
  for (const { from, text } of ana.chat) console.log(`${from}: ${text}`);
  await emulator.close();
}
