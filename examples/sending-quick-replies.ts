/** A barber asks with a list and with buttons, and the answers come back by their ids. Runs on the embedded emulator. */
import { replyButtons, list, replyTo } from 'wabakit/messages';
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
      const to = `+${event.waId ?? ''}`;
      if (event.type === 'text') {
        const rows = ['10:00', '11:30', '15:00'].map((time) => ({ id: `time:${time}`, title: time }));
        const question = list({
          body: 'When would you like to come?',
          button: 'Pick a time',
          sections: [{ rows }],
        });
        await wa.messages.send({ to, ...question, ...replyTo(event.wamid) });
      }
      if (event.type !== 'interactive') return;
      const { interactive } = event;
      if (interactive.type === 'list_reply') {
        const time = interactive.list_reply.id.replace('time:', '');
        const answers = [
          { id: `book:${time}`, title: 'Yes, book it' },
          { id: 'again', title: 'Another time' },
        ];
        await wa.messages.send({ to, ...replyButtons({ body: `Tomorrow at ${time}?`, buttons: answers }) });
      }
      if (interactive.type === 'button_reply' && interactive.button_reply.id.startsWith('book:')) {
        await wa.messages.sendText({ to, body: 'Booked. See you tomorrow!' });
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
