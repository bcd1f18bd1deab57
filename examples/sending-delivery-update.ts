/** A shop says where a parcel is: a template outside the window, a tracking link and a question inside it. Runs on the embedded emulator. */
import { createClient } from 'wabakit';
import { ctaUrl, locationRequest } from 'wabakit/messages';
import { createEmulator } from 'wabakit/emulator';
import { defineTemplate } from 'wabakit/templates';

// #region template
const parcelUpdate = defineTemplate({
  name: 'parcel_update',
  language: 'en',
  category: 'utility',
  body: {
    text: 'Hi {{name}}, parcel {{parcel}} comes on {{day}}.',
    example: { name: 'Ana', parcel: 'P-17', day: 'Monday' },
  },
  buttons: [{ type: 'quick_reply', text: 'Not at home' }],
});
// #endregion template

const emulator = await createEmulator({ seed: 7, clock: 'manual', templates: [parcelUpdate] });
const { accessToken, phoneNumberId } = emulator;
const wa = createClient({ accessToken, phoneNumberId, fetch: emulator.fetch });
const to = '+5511987654321';
const customer = emulator.phone(to, { name: 'Ana' });

// #region send
await wa.messages.sendTemplate({
  to,
  template: parcelUpdate,
  parameters: { body: { name: 'Ana', parcel: 'P-17', day: 'Monday' } },
});
// #endregion send
await emulator.waitForIdle();
await customer.tap('Not at home');

// #region inside
await wa.messages.send({
  to,
  ...ctaUrl({
    body: 'No problem. You can follow the courier, or pick another day.',
    displayText: 'Track parcel',
    url: 'https://shop.example/parcels/P-17',
  }),
});
await wa.messages.send({
  to,
  ...locationRequest({ body: 'Or shall we bring it elsewhere? Send us the place.' }),
});
// #endregion inside

await emulator.waitForIdle();
for (const { from, text } of customer.chat) console.log(`${from}: ${text}`);
