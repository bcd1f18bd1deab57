/** Many sends at once: paced for the number's throughput, with a limit for the wait, and a view of what waits. */
import { createClient, isTransportError } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import { cloudApi, http } from 'wabakit/transport';

const emulator = await createEmulator({
  seed: 7,
  clock: 'real',
  limits: { messagesPerSecond: 80, pairRate: true },
  templates: [
    {
      name: 'parcel_here',
      language: 'en',
      category: 'UTILITY',
      components: [{ type: 'BODY', text: 'Here.' }],
    },
  ],
});
const { accessToken, engine, phoneNumberId } = emulator;
const users = Array.from({ length: 120 }, (_, index) => `+5511987${654_000 + index}`);
let waited = 0;

// #region paced
const transport = http({
  host: cloudApi({ accessToken }),
  engine,
  messagesPerSecond: 80, // the number's throughput at Meta
  onAttempt({ queueTime, limitedBy }) {
    if (queueTime !== undefined && limitedBy === 'phoneNumber') waited += 1;
  },
});
const wa = createClient({ transport, phoneNumberId });
const template = { name: 'parcel_here', language: 'en' };
const results = await Promise.all(users.map((to) => wa.messages.sendTemplate({ to, ...template })));
console.log(results.length, 'accepted; most of them waited:', waited > 100);
// #endregion paced

// #region bounded
const reminders = users.slice(0, 3).map((to) =>
  wa.messages.sendTemplate({ to, ...template }, { maxQueueTime: 1 }).catch((error: unknown) => {
    if (isTransportError(error) && error.reason === 'queue_timeout') return undefined; // nothing was sent
    throw error;
  }),
);
const sent = (await Promise.all(reminders)).filter((result) => result !== undefined);
// #endregion bounded
console.log('some were given up, and not sent:', sent.length < 3);
console.log(emulator.counts.refused, 'refused');
await emulator.close();
