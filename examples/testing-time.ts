/** Time in the emulator: windows, redeliveries, pauses and months, in milliseconds of your time. */
import { createClient } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import { defineTemplate } from 'wabakit/templates';

const reminder = defineTemplate({
  name: 'reminder',
  language: 'en',
  category: 'utility',
  body: { text: 'Your table is booked for tonight.' },
});
const ana = '+5511987654321';

// #region still
const emulator = await createEmulator({ clock: { start: '2026-09-30T23:50:00Z' }, templates: [reminder] });
const wa = createClient({
  accessToken: emulator.accessToken,
  phoneNumberId: emulator.phoneNumberId,
  fetch: emulator.fetch,
});
await emulator.phone(ana).say('Hello');
console.log(emulator.phone(ana).window.open); // customer_service
await emulator.clock.advance('24h');
console.log(emulator.phone(ana).window.open); // closed
// #endregion still

// #region redelivery
let attempts = 0;
const sleepy = await emulator.webhook.subscribe((request) => {
  const challenge = new URL(request.url).searchParams.get('hub.challenge');
  if (challenge !== null) return new Response(challenge);
  attempts += 1;
  return new Response('later', { status: attempts < 4 ? 503 : 200 });
});
await emulator.phone(ana).say('Are you there?');
await emulator.clock.advance('2m'); // tried at once, then after 5 s, 15 s and 45 s
console.log(attempts, emulator.journal.webhooks.at(-1)?.outcome); // 4 delivered
sleepy.unsubscribe();
// #endregion redelivery

// #region pause
await emulator.templates.pause({ name: 'reminder' });
await emulator.clock.advance('3h'); // Meta's first pause lasts three hours
console.log(emulator.templates.all[0]?.status); // APPROVED
// #endregion pause

// #region price
// On 30 September a utility message inside the window was free; since 1 October it is charged.
const send = () => wa.messages.sendTemplate({ to: ana, template: reminder });
await emulator.reset();
await emulator.phone(ana).say('Hello');
await send();
await emulator.clock.advance('1h');
await send();
await emulator.waitForIdle();
console.log(emulator.bill().lines.map(({ month, pricingType }) => `${month} ${pricingType}`));
// [ '2026-09 free_customer_service', '2026-10 regular' ]
// #endregion price

// #region running
const fast = await createEmulator({ clock: 'x60' }); // an hour passes in a minute
fast.clock.pause();
await fast.clock.advance('1d');
fast.clock.run(1); // and now in real time
await fast.close();
// #endregion running
