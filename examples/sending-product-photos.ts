/** A shop shows what is new: cards to swipe through, one photo with a caption, and products of its catalog. Runs on the embedded emulator. */
import { carousel, productList } from 'wabakit/messages';
import { createClient } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';

const emulator = await createEmulator({ seed: 7, clock: 'manual' });
const { accessToken, phoneNumberId } = emulator;
const wa = createClient({ accessToken, phoneNumberId, fetch: emulator.fetch });
const to = '+5215512345678';
const customer = emulator.phone(to, { name: 'Lucía' });
await customer.say('What is new?');

// #region cards
const plants = [
  { name: 'Blue Echeveria', slug: 'blue-echeveria' },
  { name: 'Zebra Haworthia', slug: 'zebra-haworthia' },
  { name: 'Panda Plant', slug: 'panda-plant' },
];
await wa.messages.send({
  to,
  ...carousel({
    body: 'Three that arrived today:',
    cards: plants.map(({ name, slug }) => ({
      image: `https://shop.example/photos/${slug}.jpg`,
      body: `*${name}*`,
      link: { displayText: 'Buy', url: `https://shop.example/${slug}` },
    })),
  }),
});
// #endregion cards

// #region photo
await wa.messages.sendImage({
  to,
  link: 'https://shop.example/photos/shop.jpg',
  caption: 'Or come by: we are open until 7.',
});
// #endregion photo

// #region catalog
await wa.messages.send({
  to,
  ...productList({
    catalogId: '146265584024623',
    header: 'From our catalog',
    body: 'All of them love the sun.',
    sections: [
      { title: 'Succulents', productRetailerIds: ['blue-echeveria', 'zebra-haworthia'] },
      { title: 'Pots', productRetailerIds: ['pot-12'] },
    ],
  }),
});
// #endregion catalog

await emulator.waitForIdle();
console.log(customer.chat.map(({ from, type }) => `${from}: ${type}`).join('\n'));
