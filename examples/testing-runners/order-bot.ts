/** The bot that the tests in this folder are about. */
import { replyButtons } from 'wabakit/messages';
import { createClient } from 'wabakit';
import type { Emulator } from 'wabakit/emulator';
import { createWebhookHandler } from 'wabakit/webhooks';

// #region connect
/** Points the bot at an emulator, as its main file points it at Meta. */
export async function connect(emulator: Emulator): Promise<void> {
  const { accessToken, phoneNumberId, appSecret, verifyToken } = emulator;
  const wa = createClient({ accessToken, phoneNumberId, fetch: emulator.fetch });
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
            replyButtons({ body: 'Order A-17 is packed.', buttons: [{ id: 'track', title: 'Track' }] }),
          );
        if (event.type === 'interactive') await wa.messages.reply(event, 'It is in Lisbon.');
      },
    },
  });
  await emulator.webhook.subscribe(handler);
}
// #endregion connect
