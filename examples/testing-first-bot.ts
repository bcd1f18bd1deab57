/** A first bot: it answers a customer, asks a question, and reminds them a day later. All of WhatsApp runs in this program. */
import { replyButtons } from 'wabakit/messages';
import { createClient, isApiError } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import { defineTemplate } from 'wabakit/templates';
import { createWebhookHandler } from 'wabakit/webhooks';

// #region emulator
const pickupReminder = defineTemplate({
  name: 'pickup_reminder',
  language: 'en',
  category: 'utility',
  body: { text: 'Hi {{name}}, your bicycle is ready until Friday.', example: { name: 'Ana' } },
});
const emulator = await createEmulator({ templates: [pickupReminder] });
// #endregion emulator

// #region client
const { accessToken, phoneNumberId, appSecret, verifyToken } = emulator;
const wa = createClient({ accessToken, phoneNumberId, fetch: emulator.fetch });
// #endregion client

// #region bot
const handler = createWebhookHandler({
  appSecret,
  verifyToken,
  on: {
    async message(event) {
      if (event.groupId !== undefined) {
        await wa.messages.reply(event, 'Please write to us directly.'); // WhatsApp has no buttons in groups
        return;
      }
      if (event.type === 'text')
        await wa.messages.reply(
          event,
          replyButtons({
            body: 'It is ready. Shall we bring it?',
            buttons: [
              { id: 'bring', title: 'Bring it' },
              { id: 'pick_up', title: 'I pick it up' },
            ],
          }),
        );
      if (event.type === 'interactive') await wa.messages.reply(event, 'Done. See you!');
    },
  },
});
await emulator.webhook.subscribe(handler);
// #endregion bot

// #region talk
const ana = emulator.phone('+5511987654321', { name: 'Ana' });
await ana.say('Is my bicycle ready?');
await ana.tap('I pick it up');
for (const { from, text } of ana.chat) console.log(`${from}: ${text}`);
// user: Is my bicycle ready?
// business: It is ready. Shall we bring it?
// user: I pick it up
// business: Done. See you!
// #endregion talk

// #region window
await emulator.clock.advance('25h');
try {
  await wa.messages.sendText({ to: '+5511987654321', body: 'Do not forget your bicycle' });
} catch (error) {
  if (!isApiError(error)) throw error;
  console.log(`refused with ${error.code}`); // refused with 131047: more than 24 hours since Ana wrote
}
await wa.messages.sendTemplate({
  to: '+5511987654321',
  template: pickupReminder,
  parameters: { body: { name: 'Ana' } },
});
await emulator.waitForIdle();
console.log(ana.lastMessage?.text); // Hi Ana, your bicycle is ready until Friday.
// #endregion window

// #region bill
const { total, lines } = emulator.bill();
console.log(lines.length, total); // two service messages for free, and one utility message to Brazil: 0.0068 USD
// #endregion bill
