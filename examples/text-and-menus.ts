/** An assistant whose model writes Markdown, and a menu that is too long for one message. Runs on the embedded emulator. */
import { createClient } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import { createWebhookHandler } from 'wabakit/webhooks';
import { escapeMarks, menu } from 'wabakit/bot';
import { whatsAppText } from 'wabakit/bot/text';

const emulator = await createEmulator({ seed: 7, clock: 'manual' });
const { appSecret, verifyToken } = emulator;
const wa = createClient(emulator.clientOptions);

/** Stands for a call of a language model. */
const askModel = (question: string): Promise<string> =>
  Promise.resolve(`## ${question}

**Yes**, until *18:00*. See [our map](https://shop.example/map).

| Day | Open |
| --- | --- |
| Mon to Fri | 9 to 18 |
| Sat | 10 to 14 |

- [x] Parking
- [ ] Café`);

// #region menu
const towns = [
  'Augsburg',
  'Bamberg',
  'Coburg',
  'Dachau',
  'Erlangen',
  'Fürth',
  'Gunzenhausen',
  'Hof',
  'Ingolstadt',
];
const more = ['Kempten', 'Landshut', 'Memmingen', 'Nördlingen', 'Rothenburg ob der Tauber, old town'];
const branches = menu(
  [...towns, ...more].map((town, index) => ({
    id: `branch:${index + 1}`,
    title: town,
    street: `Main Street ${index + 1}`,
  })),
  { name: 'branches', body: 'Which branch?', button: 'Branches', more: 'More branches' },
);
// #endregion menu

// #region answer
const handler = createWebhookHandler({
  appSecret,
  verifyToken,
  on: {
    async message(event) {
      if (event.type === 'text' && event.groupId === undefined && /branch/i.test(event.text.body)) {
        await wa.messages.reply(event, branches.content);
      } else if (event.type === 'text') {
        for (const body of whatsAppText(await askModel(event.text.body)))
          await wa.messages.reply(event, body);
      } else if (event.type === 'interactive' && event.interactive.type === 'list_reply') {
        const { id } = event.interactive.list_reply;
        const page = branches.page(id); // the tap on "More branches" of any page, also of an old one
        const branch = branches.choiceOf(id);
        if (page !== undefined) await wa.messages.reply(event, page);
        if (branch !== undefined) await wa.messages.reply(event, `${branch.street}, ${branch.title}`);
      }
    },
  },
});
await emulator.webhook.subscribe(handler);
// #endregion answer

const customer = emulator.phone('+5511987654321', { name: 'Ana' });
await customer.say('Are you open today?');
await customer.say('Which branches are there?');
await customer.tap('More branches');
await customer.tap('Rothenburg ob der Taube…');
await emulator.waitForIdle();
for (const { from, text } of customer.chat) console.log(`${from}: ${text}`);

// #region parts
const answer = `Do it like this:\n\n\`\`\`sh\n${'curl https://shop.example/orders/1\n'.repeat(150)}\`\`\``;
const parts = whatsAppText(answer);
console.log(parts.map((part) => part.length)); // [ 4083, 1195 ]
console.log(parts.map((part) => part.slice(0, 24)));
// [ 'Do it like this:\n\n```cur', '```curl https://shop.exa' ]
// #endregion parts

// #region data
const name = '*Ana*';
const greeting = `Hello ${escapeMarks(name)}, _welcome_ back!`;
console.log(greeting.replace('\u2060', '')); // Hello *Ana*, _welcome_ back!
// #endregion data
