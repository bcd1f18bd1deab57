/**
 * A shop's day on WhatsApp: order updates go out, a customer answers, the 24-hour window opens and closes, and the bill is right.
 *
 * Without credentials it plays on the embedded emulator, over real HTTP on this machine. With WHATSAPP_ACCESS_TOKEN and its
 * companions set it talks to Meta instead: see "Talk to Meta" in the README.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { replyButtons } from 'wabakit/messages';
import { createClient, isApiError, type SendResult } from 'wabakit';
import {
  canSendFreeForm,
  findMarket,
  quote,
  windowTimeLeft,
  applyWindowEvent,
  windowAt,
  type MessageCategory,
} from 'wabakit/pricing';
import { createWebhookHandler, toNodeListener } from 'wabakit/webhooks';
import { createBook } from './support/book.ts';
import { emulatedStage, metaStage, type StageTemplate } from './support/stage.ts';

const stage =
  process.env['WHATSAPP_ACCESS_TOKEN'] === undefined ? await emulatedStage() : metaStage(process.env);
const { director, orderUpdate, promotion } = stage;
const wa = createClient(stage.client);
const book = createBook();
const values: Readonly<Record<string, string>> = { name: 'Ana', order_id: 'A-17', day: 'Monday' };

/** Notes what a message should cost, with the window and the month's counts as they are now. Status webhooks will tell what Meta charges. */
function note(what: string, to: string, category: MessageCategory, sent: SendResult): void {
  const at = stage.now();
  const window = book.windowOf(to);
  const volume = book.count('volume_tier', findMarket({ to, at })?.market);
  const freeServiceMessagesUsed = book.count('free_service');
  const price = quote({
    to,
    category,
    at,
    currency: 'USD',
    window,
    volumeThisMonth: volume,
    freeServiceMessagesUsed: freeServiceMessagesUsed,
  });
  book.add({ wamid: sent.wamid, what, to, window: windowAt(window, at).open, quote: price });
}

async function sendTemplate(template: StageTemplate, to: string, category: MessageCategory): Promise<void> {
  const parameters = template.parameters.map((name) => ({
    type: 'text' as const,
    parameter_name: name,
    text: values[name] ?? '',
  }));
  const components = parameters.length === 0 ? [] : [{ type: 'body' as const, parameters }];
  const { name, language } = template;
  note(`template ${name}`, to, category, await wa.messages.sendTemplate({ to, name, language, components }));
}

// The receiver: verified, typed, and answered before the handlers are done.
const receive = createWebhookHandler({
  appSecret: stage.appSecret,
  verifyToken: stage.verifyToken,
  on: {
    status(event) {
      book.reported(event);
      if (director === undefined) console.log(`  ${event.status}: ${event.wamid}`);
    },
    message: async (event) => {
      const to = `+${event.waId ?? ''}`;
      book.setWindow(to, applyWindowEvent(book.windowOf(to), { kind: 'inbound', at: event.at }));
      await wa.messages.markAsRead({ wamid: event.wamid, typing: true });
      if (event.type === 'interactive' && event.interactive.type === 'button_reply') {
        console.log(`  ${to} tapped "${event.interactive.button_reply.title}"`);
        note('text', to, 'service', await wa.messages.sendText({ to, body: 'Done. See you on Monday!' }));
        return;
      }
      console.log(
        `  ${to} wrote ${event.type === 'text' ? `"${event.text.body}"` : `a message of type ${event.type}`}`,
      );
      note('text', to, 'service', await wa.messages.sendText({ to, body: 'Thank you! One moment, please.' }));
      const choice = replyButtons({
        body: 'Shall the courier ring or leave it at the door?',
        buttons: [
          { id: 'ring', title: 'Ring the bell' },
          { id: 'door', title: 'Leave at the door' },
        ],
      });
      note('reply buttons', to, 'service', await wa.messages.send({ to, ...choice }));
    },
  },
});
const server = createServer((request, response) => void toNodeListener(receive)(request, response));
await once(server.listen(stage.port, '127.0.0.1'), 'listening');
await stage.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);

console.log(`On ${stage.name}: order updates go out.`);
for (const to of orderUpdate.to) await sendTemplate(orderUpdate, to, 'utility');
for (const to of promotion.to) await sendTemplate(promotion, to, 'marketing');

if (director === undefined) {
  console.log(`${book.table()}\n\nWrite to your business number: it answers. Ctrl-C ends.`);
} else {
  const [ana = ''] = orderUpdate.to;
  for (const to of [...orderUpdate.to, ...promotion.to]) await director.reads(to);

  console.log('A customer answers, which opens the customer service window.');
  await director.says(ana, 'Can it come earlier?');
  await receive.drain();
  await director.taps(ana, 'Leave at the door');
  await receive.drain();
  await director.reads(ana);
  const hours = windowTimeLeft(book.windowOf(ana), stage.now()) / 3_600_000;
  console.log(
    `  the window stays open for ${hours} h, and an order update in it is charged since October 2026`,
  );
  await sendTemplate(orderUpdate, ana, 'utility');

  console.log('25 hours pass.');
  await director.hoursPass(25);
  const may = canSendFreeForm(book.windowOf(ana), stage.now());
  console.log(
    `  the calculator says that the window is ${may ? 'open' : 'closed'}, so a text should be refused:`,
  );
  try {
    await wa.messages.sendText({ to: ana, body: 'Was everything fine?' });
    process.exitCode = 1;
  } catch (error) {
    if (!isApiError(error, 131047)) throw error;
    console.log(`  ${error.name} ${error.code}: ${error.hint}`);
  }

  await receive.drain();
  console.log(`\n${book.table()}\n`);
  const { line, equal } = book.verdict();
  console.log(line);
  server.close();
  await director.close();
  if (!equal) process.exitCode = 1;
}
