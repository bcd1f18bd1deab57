/** A bot whose answers a language model writes, within limits. Runs on the emulator, with a function in the model's place. */
import { createClient } from 'wabakit';
import { createBot, isText } from 'wabakit/bot';
import { whatsAppText } from 'wabakit/bot/text';
import { createEmulator } from 'wabakit/emulator';
import { createWebhookHandler } from 'wabakit/webhooks';
import * as z from 'zod';

const emulator = await createEmulator();
const { appSecret, verifyToken } = emulator;

/** Stands for the call of a model: your provider's client, or a `fetch`. */
function callModel(_instructions: string, turns: readonly Turn[], signal: AbortSignal): Promise<string> {
  signal.throwIfAborted();
  const question = turns.at(-1)?.text ?? '';
  if (/poem/i.test(question)) return Promise.resolve(JSON.stringify({ answer: '', sure: false }));
  const answer = `**The shop** is open on *${/sat/i.test(question) ? 'Saturday' : 'weekdays'}*, [see the map](https://shop.example/map).`;
  return Promise.resolve(`Here you are: ${JSON.stringify({ answer, sure: true })}`);
}

// #region ask
interface Turn {
  readonly from: 'customer' | 'bot';
  readonly text: string;
}
const Answer = z.object({ answer: z.string().max(20_000), sure: z.boolean() });
const instructions =
  'You answer for Mill Street Bikes: hours, prices, repairs. Answer from the facts below only. If they do not hold the answer, or the question is about anything else, set "sure" to false. Reply with JSON: {"answer": Markdown, "sure": boolean}.';

/** Returns the model's answer, or `undefined` where it is late, unsure or no JSON. */
async function askModel(
  turns: readonly Turn[],
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const limit = AbortSignal.any([AbortSignal.timeout(8_000), ...(signal ? [signal] : [])]);
  try {
    const said = await callModel(instructions, turns, limit);
    const { answer, sure } = Answer.parse(JSON.parse(/\{.*\}/s.exec(said)?.[0] ?? ''));
    return sure && answer.trim() !== '' ? answer : undefined;
  } catch {
    return undefined;
  }
}
// #endregion ask

// #region bot
const bot = createBot({
  client: createClient(emulator.clientOptions),
  state: (): { turns: readonly Turn[] } => ({ turns: [] }),
  people: { takeOver: ({ department, note }) => console.log(`${department}: ${note}`) },
});
bot.human(async (ctx) => {
  await ctx.reply('I pass you on to a colleague.');
  await ctx.handOver('shop', 'asked for a person');
});
bot.command(['start', 'hello'], (ctx) =>
  ctx.reply(
    'I am the assistant of Mill Street Bikes, a program. Ask me about hours, prices and repairs, or write "human".',
  ),
);
// What must not leave the house never reaches the model.
bot.on('message', isText(/\b(?:\d[ -]?){13,19}\b/), (ctx) => ctx.reply('Please send no card numbers here.'));
bot.on('message', isText(), async (ctx) => {
  await ctx.typing(); // at once; answers of models take seconds
  const turns = [...ctx.state.turns, { from: 'customer', text: ctx.event.text.body } as const].slice(-10);
  const answer = await askModel(turns, ctx.signal);
  if (answer === undefined) {
    await ctx.reply('I cannot answer that, but a colleague can.');
    await ctx.handOver('shop', 'the model was not sure');
    return;
  }
  ctx.state.turns = [...turns, { from: 'bot', text: answer }];
  for (const part of whatsAppText(answer)) await ctx.reply(part);
});
// #endregion bot

await emulator.webhook.subscribe(createWebhookHandler({ appSecret, verifyToken, on: bot.handlers }));
const ana = emulator.phone('+5511987654321', { name: 'Ana' });
await ana.say('Hello');
await ana.say('Are you open on Saturday?');
await ana.say('My card is 4111 1111 1111 1111');
await ana.say('Write me a poem');
for (const { from, text } of ana.chat) console.log(`${from}: ${text}`);
await emulator.close();
