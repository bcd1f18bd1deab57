/** A hotel confirms a booking: the facts under a picture, two answers to tap, and the way there. Runs on the embedded emulator. */
import { replyButtons } from 'wabakit/messages';
import { createClient } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';

const emulator = await createEmulator({ seed: 7, clock: 'manual' });
const { accessToken, phoneNumberId } = emulator;
const wa = createClient({ accessToken, phoneNumberId, fetch: emulator.fetch });
const to = '+4915112345678';
const guest = emulator.phone(to, { name: 'Jonas' });
await guest.say('Do you have a room for Friday?');

// #region booking
await wa.messages.send({
  to,
  ...replyButtons({
    header: { type: 'image', image: { link: 'https://hotel.example/rooms/12.jpg' } },
    body: '*Booked: room 12*\nFriday 27 to Sunday 29 November, 2 guests\nBreakfast from 7 to 10',
    footer: 'Booking H-2041',
    buttons: [
      { id: 'H-2041:confirm', title: 'Confirm' },
      { id: 'H-2041:change', title: 'Change' },
    ],
  }),
});
// #endregion booking

// #region way
await wa.messages.sendLocation({
  to,
  latitude: 53.5511,
  longitude: 9.9937,
  name: 'Hotel Alster',
  address: 'Jungfernstieg 1, Hamburg',
});
// #endregion way

await emulator.waitForIdle();
await guest.tap('Confirm');
for (const { from, text } of guest.chat) console.log(`${from}: ${text}`);
