/** A dialogue that survives a restart: the bot is replaced in the middle, and goes on where it was. Runs on the emulator. */
import { createClient } from 'wabakit';
import {
  ask,
  choose,
  confirm,
  createBot,
  createMemoryDialogueStore,
  defineDialogue,
  isText,
  isWord,
} from 'wabakit/bot';
import { createEmulator } from 'wabakit/emulator';
import { list } from 'wabakit/messages';
import { createWebhookHandler } from 'wabakit/webhooks';
import * as z from 'zod';

const emulator = await createEmulator();
const { appSecret, verifyToken } = emulator;
const wa = createClient(emulator.clientOptions);
const trains = { find: (pnr: string, day: string) => Promise.resolve(`${pnr} on ${day}: WL 12`) };

// #region define
const status = defineDialogue('status')
  .step(
    'pnr',
    ask('Which PNR?', {
      parse: (text) => text.replaceAll(/[ -]/g, '').match(/^\d{10}$/)?.[0],
      retry: 'Ten digits, at the top left of your ticket.',
    }),
  )
  .step(
    'day',
    choose(({ data }) =>
      list({
        body: `When do you travel with ${data.pnr}?`,
        button: 'Days',
        sections: [
          {
            rows: [
              { id: 'mon', title: 'Monday' },
              { id: 'tue', title: 'Tuesday' },
            ],
          },
        ],
      }),
    ),
  )
  .step('seats', ask('For how many?', { parse: z.coerce.number().int().min(1).max(6) }))
  .step('alerts', confirm('Shall I tell you when it changes?'))
  .step('done', async (ctx) => {
    const { pnr, day, seats, alerts } = ctx.data; // string, string, number, boolean
    await ctx.reply(`${await trains.find(pnr, day)}, ${seats} seats${alerts ? ', with alerts' : ''}`);
  });
// #endregion define

// #region add
function start(dialogues = createMemoryDialogueStore()) {
  const bot = createBot({ client: wa, dialogues, noHuman: 'An example for a guide: nobody answers it.' });
  bot.dialogue(status, {
    start: isText(/pnr|status/i),
    cancel: isWord('menu', 'back'),
    expiresAfter: 30 * 60_000,
  });
  bot.command('help', async (ctx) => {
    await ctx.reply('I look up trains. "menu" leaves.');
    await ctx.repeat(); // the question that it interrupted
  });
  bot.fallback((ctx) => ctx.reply('Ask me for the status of a PNR.'));
  return createWebhookHandler({ appSecret, verifyToken, on: bot.handlers });
}
// #endregion add

const dialogues = createMemoryDialogueStore(); // createSqliteDialogueStore({ file: 'bot.db' }) in a program that restarts
const first = await emulator.webhook.subscribe(start(dialogues));
const ana = emulator.phone('+5511987654321', { name: 'Ana' });
await ana.say('PNR status');
await ana.say('12 34');
await ana.say('help');
await ana.say('1234 567 890');

first.unsubscribe();
await emulator.webhook.subscribe(start(dialogues)); // a new process, the same store

await ana.tap('Tuesday');
await ana.say('two');
await ana.say('2');
await ana.tap('Monday'); // the old list: answered, not obeyed
await ana.tap('Yes');
for (const { from, text } of ana.chat) console.log(`${from}: ${text}`);
