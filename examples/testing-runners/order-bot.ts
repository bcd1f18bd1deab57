/** The bot that the tests beside this file are about. */
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
        const to = `+${event.waId ?? ''}`;
        if (event.type === 'text')
          await wa.messages.send({
            to,
            ...replyButtons({ body: 'Order A-17 is packed.', buttons: [{ id: 'track', title: 'Track' }] }),
          });
        if (event.type === 'interactive') await wa.messages.sendText({ to, body: 'It is in Lisbon.' });
      },
    },
  });
  await emulator.webhook.subscribe(handler);
}
// #endregion connect
