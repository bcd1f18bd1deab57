/** A barber asks with a list and with buttons, and the answers come back by their ids. Runs on the embedded emulator. */
import { replyButtons, list } from 'wabakit/messages';
import { createClient } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import { createWebhookHandler } from 'wabakit/webhooks';

const emulator = await createEmulator({ seed: 7, clock: 'manual' });
const { accessToken, phoneNumberId, appSecret, verifyToken } = emulator;
const wa = createClient({ accessToken, phoneNumberId, fetch: emulator.fetch });

// #region replies
const handler = createWebhookHandler({
  appSecret,
  verifyToken,
  on: {
    async message(event) {
      if (event.groupId !== undefined) {
        await wa.messages.reply(event, 'Please write to us directly.'); // WhatsApp has no buttons in groups
        return;
      }
      if (event.type === 'text') {
        const rows = ['10:00', '11:30', '15:00'].map((time) => ({ id: `time:${time}`, title: time }));
        const question = list({
          body: 'When would you like to come?',
          button: 'Pick a time',
          sections: [{ rows }],
        });
        await wa.messages.reply(event, question, { quote: true });
      }
      if (event.type !== 'interactive') return;
      const { interactive } = event;
      if (interactive.type === 'list_reply') {
        const time = interactive.list_reply.id.replace('time:', '');
        const answers = [
          { id: `book:${time}`, title: 'Yes, book it' },
          { id: 'again', title: 'Another time' },
        ];
        await wa.messages.reply(event, replyButtons({ body: `Tomorrow at ${time}?`, buttons: answers }));
      }
      if (interactive.type === 'button_reply' && interactive.button_reply.id.startsWith('book:')) {
        await wa.messages.reply(event, 'Booked. See you tomorrow!');
      }
    },
  },
});
await emulator.webhook.subscribe(handler);
// #endregion replies

const customer = emulator.phone('+5511987654321', { name: 'Ana' });
await customer.say('Haircut tomorrow?');
await customer.tap('11:30');
await customer.tap('Yes, book it');
await emulator.waitForIdle();
for (const { from, text } of customer.chat) console.log(`${from}: ${text}`);
