import { createClient } from 'wabakit';
import { ask, createBot, createMemoryDialogueStore, defineDialogue, isText } from 'wabakit/bot';
import { createEmulator } from 'wabakit/emulator';
import { createWebhookHandler } from 'wabakit/webhooks';
import { equal } from './check.ts';

/** A dialogue on the emulator, in the memory store; the second bot finds what the first one has stored. */
export async function talks(): Promise<void> {
  const emulator = await createEmulator();
  const order = defineDialogue('order')
    .step('size', ask('Size?', { parse: /^[SML]$/ }))
    .step('done', (ctx) => ctx.reply(`Ordered ${ctx.data.size}`));
  const dialogues = createMemoryDialogueStore();
  const connect = () => {
    const bot = createBot({
      client: createClient(emulator.clientOptions),
      dialogues,
      noHuman: 'A check of a runtime has nobody to hand over to.',
    });
    bot.dialogue(order, { start: isText(/order/) });
    const { appSecret, verifyToken } = emulator;
    return emulator.webhook.subscribe(createWebhookHandler({ appSecret, verifyToken, on: bot.handlers }));
  };
  const ana = emulator.phone('+5511987654321');
  const first = await connect();
  await ana.say('order');
  first.unsubscribe();
  await connect();
  await ana.say('huge');
  await ana.say('M');
  equal(
    ana.chat.map(({ text }) => text),
    ['order', 'Size?', 'huge', 'Sorry, I did not understand that.', 'Size?', 'M', 'Ordered M'],
    'the chat',
  );
  await emulator.close();
}
