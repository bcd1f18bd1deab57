/** A test of a bot: people write to it on the emulator, and its transcript is compared. */
import assert from 'node:assert/strict';
import { createClient, isApiError } from 'wabakit';
import { ask, createBot, defineDialogue, isText } from 'wabakit/bot';
import { createEmulator } from 'wabakit/emulator';
import { createWebhookHandler } from 'wabakit/webhooks';

const order = defineDialogue('order')
  .step('size', ask('Which size?', { parse: /^(S|M|L)$/i }))
  .step('done', (ctx) => ctx.reply(`Ordered in ${ctx.data.size.toUpperCase()}.`));

// #region connect
const emulator = await createEmulator();
const bot = createBot({
  client: createClient(emulator.clientOptions),
  recordTranscript: true,
  noHuman: 'An example for a guide: nobody answers it.',
});
bot.dialogue(order, { start: isText(/order/i), expiresAfter: 30 * 60_000 });
bot.fallback((ctx) => ctx.reply('Say "order".'));

const { appSecret, verifyToken } = emulator;
const handler = createWebhookHandler({
  appSecret,
  verifyToken,
  on: bot.handlers,
  onError: (error) => console.log(`failed: ${isApiError(error) ? error.code : 'otherwise'}`),
});
await emulator.webhook.subscribe(handler);
// #endregion connect

// #region transcript
const ana = emulator.phone('+5511987654321', { name: 'Ana' });
for (const words of ['I want to order', 'huge', 'm']) await ana.say(words);
console.log(bot.transcript());
// #endregion transcript

// #region silence
await ana.say('order');
await emulator.clock.advance('31m');
await ana.say('S');
assert.equal(ana.lastMessage?.text, 'Say "order".'); // the question is over
// #endregion silence

// #region places
const bo = emulator.phone('+5511900000001', { name: 'Bo', bsuid: 'BR.123', hidesNumber: true });
await bo.say('Hello');
assert.equal(bo.lastMessage?.text, 'Say "order".'); // a user without a visible number
// #endregion places

// #region failures
const heal = emulator.injectFault({ code: 190 }); // the access token has expired
await bo.say('order'); // failed: 190
console.log(bo.lastMessage.text); // Say "order".
heal();
await bot.sweep(); // at the start of the program and every minute
await emulator.waitForIdle();
console.log(bo.lastMessage.text); // Which size?
// #endregion failures
