/** A bot in ten lines, and what else its routes can do. Runs on the emulator. */
import { createClient } from 'wabakit';
import { and, buttonId, createBot, isInGroup, isText, isType, not } from 'wabakit/bot';
import { createEmulator } from 'wabakit/emulator';
import { replyButtons } from 'wabakit/messages';
import { quoteFromCard, usd20261001 } from 'wabakit/pricing';
import { createWebhookHandler } from 'wabakit/webhooks';

const emulator = await createEmulator();
const { appSecret, verifyToken } = emulator;

// #region ten
const wa = createClient(emulator.clientOptions);
const bot = createBot({ client: wa });

bot.on('message', isText(/hours|open/i), (ctx) => ctx.reply('Monday to Saturday, 9 to 18'));
bot.on('location', (ctx) => ctx.reply(`We are 2 km from ${ctx.event.location.latitude}.`));
bot.human((ctx) => ctx.reply('Call us: +1 555 078 3881'));
bot.fallback((ctx) => ctx.reply('Ask me about our opening hours.'));

const handler = createWebhookHandler({ appSecret, verifyToken, on: bot.handlers });
// #endregion ten
const subscription = await emulator.webhook.subscribe(handler);

// #region talk
const ana = emulator.phone('+5511987654321', { name: 'Ana' });
await ana.say('When are you open?');
console.log(ana.lastMessage?.text); // Monday to Saturday, 9 to 18
await ana.say('operator');
console.log(ana.lastMessage?.text); // Call us: +1 555 078 3881
// #endregion talk
subscription.unsubscribe();

// #region more
const shop = createBot({
  client: wa,
  state: () => ({ orders: 0 }),
  quote: (message) => quoteFromCard({ card: usd20261001, ...message }),
  noHuman: 'An example for a guide: nobody answers it.',
});

shop.use(async (ctx, next) => {
  const startedAt = performance.now();
  await next();
  ctx.log('handled', { kind: ctx.event.kind, durationMs: performance.now() - startedAt });
});
shop.on('message', and(isText(), isInGroup), (ctx) => ctx.reply('Please write to me directly.'));
shop.command(['start', 'menu'], (ctx) =>
  ctx.reply(
    replyButtons({
      body: `You have ${ctx.state.orders} orders.`,
      buttons: [{ id: buttonId('track:{orderId}', { orderId: 'A-17' }), title: 'Track A-17' }],
    }),
  ),
);
shop.button('track:{orderId}', async (ctx) => {
  ctx.state.orders += 1;
  await ctx.react('👍');
  await ctx.reply(`${ctx.params.orderId} is in Lisbon.`, { quote: true });
});
shop.on('message', not(isType('text')), (ctx) => ctx.reply('I can only read texts.'));
shop.fallback(async (ctx) => {
  const quote = await ctx.price('Hello');
  await ctx.reply(`This answer: ${quote.outcome}, ${ctx.window.isOpen ? 'in time' : 'too late'}.`);
});
// #endregion more

await emulator.webhook.subscribe(createWebhookHandler({ appSecret, verifyToken, on: shop.handlers }));
await ana.say('/start');
await ana.tap('Track A-17');
console.log(ana.lastMessage?.text); // A-17 is in Lisbon.
await ana.say('What does it cost?');
console.log(ana.lastMessage?.text); // This answer: priced, in time.
