/** How a send can end, and what to do in each case: from a small client to an answer that was lost. */
import {
  createCoreClient,
  createClient,
  isApiError,
  isOutcomeUnknownError,
  isTransportError,
  isUsageError,
} from 'wabakit';
import { sendText } from 'wabakit/operations';
import { fit, list, messageLimits, splitText } from 'wabakit/messages';
import { createEmulator } from 'wabakit/emulator';
import { cloudApi, http } from 'wabakit/transport';

const emulator = await createEmulator({ seed: 7, clock: 'manual' });
const { accessToken, phoneNumberId } = emulator;
const wa = createClient({ accessToken, phoneNumberId, fetch: emulator.fetch });
const to = '+5511987654321';
const ana = emulator.phone(to, { name: 'Ana' });

// #region handle
async function send(body: string, client = wa): Promise<string> {
  try {
    const { wamid } = await client.messages.sendText({ to, body, callbackData: 'order-17' });
    return `accepted ${wamid.slice(0, 6)}`;
  } catch (error) {
    if (isUsageError(error)) return `ours to fix: ${error.issues[0]?.message ?? error.summary}`;
    if (isApiError(error, 131047)) return `window closed: ${error.hint ?? ''}`;
    if (isApiError(error)) return `refused with ${error.code}, retry: ${error.retry ?? 'not documented'}`;
    if (isOutcomeUnknownError(error)) return `open until a status brings ${error.callbackData ?? ''}`;
    if (isTransportError(error)) return `not sent: ${error.reason}`;
    throw error;
  }
}
// #endregion handle

console.log(await send('Your order is ready.'));
await ana.say('Hi!');
console.log(await send('Your order is ready.'));
console.log(await send(''));

// #region lost
// The answer of this network is lost after the message was accepted. It is not sent a second time.
const lossy: typeof fetch = async (...request) => {
  await emulator.fetch(...request);
  throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });
};
console.log(await send('Ready?', createClient({ accessToken, phoneNumberId, fetch: lossy })));
// open until a status brings order-17
// #endregion lost

// #region core
const transport = http({ host: cloudApi({ accessToken }), engine: emulator.engine });
const small = createCoreClient({ transport, phoneNumberId });
await sendText(small, { to, body: 'From a client of 6 kB' });
// #endregion core

// #region split
const minutes = 'What we agreed on. '.repeat(300);
for (const body of splitText(minutes)) await wa.messages.sendText({ to, body });
// #endregion split

// #region fit
const names = ['Wireless headphones, noise cancelling', 'Charger'];
const { rowTitle } = messageLimits.list;
const rows = names.map((name, index) => ({ id: `${index}`, title: fit(name, rowTitle) }));
await wa.messages.send({
  to,
  ...list({ body: 'What is it about?', button: 'Choose', sections: [{ rows }] }),
});
console.log('first row:', rows[0]?.title);
// #endregion fit

// #region totalTimeout
const controller = new AbortController();
await wa.messages.sendText(
  { to, body: 'Soon' },
  { timeout: 5_000, totalTimeout: 20_000, signal: controller.signal },
);
// #endregion totalTimeout

// #region raw
const account = await wa.graph.get<{ id: string }>(`/${phoneNumberId}`, { query: { fields: ['id'] } });
console.log('raw API:', account.id === phoneNumberId);
// #endregion raw

await emulator.waitForIdle();
console.log(ana.chat.length, 'messages on the phone');
