/** A campaign on customers who behave like people: some read, some answer, some opt out. */
import { createClient } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import { defineTemplate } from 'wabakit/templates';

// #region campaign
const sale = defineTemplate({
  name: 'sale',
  language: 'en',
  category: 'marketing',
  body: { text: 'Our autumn prices end on Sunday.' },
});
const emulator = await createEmulator({
  seed: 7,
  templates: [sale],
  personas: [
    { name: 'keen', share: 2, readRate: 0.9, readWithin: '2h', replyRate: 0.2 },
    { name: 'busy', share: 7, readRate: 0.4, readWithin: '20h', optOutRate: 0.02 },
    { name: 'gone', share: 1, deliveryRate: 0 },
  ],
});
const { accessToken, phoneNumberId } = emulator;
const wa = createClient({ accessToken, phoneNumberId, fetch: emulator.fetch });
for (let index = 0; index < 500; index++)
  await wa.messages.sendTemplate({ to: `+55119${87_650_000 + index}`, template: sale });
await emulator.clock.advance('2d');
const { accepted, delivered, read, received, failed } = emulator.counts;
console.log({ accepted, delivered, read, received, failed }); // the same numbers for the same seed
console.log(emulator.bill().total); // what Meta would charge
// #endregion campaign
