/** What the guide for people who come from another SDK shows. Runs on the emulator. */
import { createClient, isApiError, isOutcomeUnknownError } from 'wabakit';
import { ask, createBot, defineDialogue, isText } from 'wabakit/bot';
import { createEmulator } from 'wabakit/emulator';
import { replyButtons } from 'wabakit/messages';
import { defineTemplate } from 'wabakit/templates';
import { createWebhookHandler } from 'wabakit/webhooks';

const shipped = defineTemplate({
  name: 'order_shipped',
  language: 'en',
  category: 'utility',
  body: { text: 'Order {{id}} is on its way.', example: { id: 'A-17' } },
});
const emulator = await createEmulator({ templates: [shipped] });
const { appSecret, verifyToken } = emulator;

// #region send
// In production: createClient({ accessToken, phoneNumberId })
const wa = createClient(emulator.clientOptions);
const to = '+5511987654321';
await wa.messages.sendTemplate({ to, template: shipped, parameters: { body: { id: 'A-17' } } });
try {
  await wa.messages.sendText({ to, body: 'Any questions?' });
} catch (error) {
  if (isOutcomeUnknownError(error)) console.log('Perhaps sent: do not repeat it blindly.');
  else if (isApiError(error, 131047))
    // The window is closed: send a template.
    console.log(error.hint);
  else throw error;
}
// #endregion send

// #region bot
const order = defineDialogue('order')
  .step('size', ask('Which size, S, M or L?', { parse: /^[SML]$/i, retry: 'Please write S, M or L.' }))
  .step('done', (ctx) => ctx.reply(`One in ${ctx.data.size.toUpperCase()}.`));

const bot = createBot({ client: wa, noHuman: 'An example for a guide: nobody answers it.' });
bot.dialogue(order, { start: isText(/order/i) });
bot.button('track:{orderId}', (ctx) => ctx.reply(`${ctx.params.orderId} is in Santos.`));
bot.on('image', (ctx) => ctx.reply('Nice photo.'));
bot.fallback((ctx) =>
  ctx.reply(replyButtons({ body: 'Hello!', buttons: [{ id: 'track:A-17', title: 'Track A-17' }] })),
);
// #endregion bot

// #region receive
const handler = createWebhookHandler({ appSecret, verifyToken, on: bot.handlers });
// Any server: app.use('/webhook', toExpress(handler)), or handler(request) where there is fetch.
await emulator.webhook.subscribe(handler);
// #endregion receive

const ana = emulator.phone(to, { name: 'Ana' });
await ana.say('Hi');
await ana.tap('Track A-17');
await ana.say('I want to order');
await ana.say('m');
for (const { from, text } of ana.chat) console.log(`${from}: ${text}`);
await emulator.close();
