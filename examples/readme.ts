/** The samples of the README, run on the emulator. */
import { createClient, isApiError, isOutcomeUnknownError } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import { closedWindow, quote, applyWindowEvent } from 'wabakit/pricing';
import { createWebhookHandler } from 'wabakit/webhooks';

const emulator = await createEmulator();
const { accessToken, phoneNumberId, appSecret, verifyToken } = emulator;
const fetch = emulator.fetch.bind(emulator);
const to = '+5511987654321';

// #region send
const wa = createClient({ accessToken, phoneNumberId, fetch });

async function notify(to: string, body: string): Promise<void> {
  try {
    const { wamid } = await wa.messages.sendText({ to, body });
    console.log('accepted', wamid);
  } catch (error) {
    if (isApiError(error, 131047)) console.log('window closed:', error.hint);
    else if (isOutcomeUnknownError(error)) console.log('ask the status webhook about', error.callbackData);
    else throw error;
  }
}
// #endregion send

// #region receive
const receive = createWebhookHandler({
  appSecret,
  verifyToken,
  on: {
    async message(event) {
      if (event.type === 'text') await wa.messages.reply(event, `You wrote: ${event.text.body}`);
    },
    status: (event) => console.log(event.wamid, event.status, event.pricing?.type),
  },
});
// receive(request) answers a Request with a Response; toNodeListener(receive), toExpress, toFastify and others serve it
// #endregion receive

await emulator.webhook.subscribe(receive);
await notify(to, 'Are you there?');
await emulator.phone(to).say('Hello!');
await receive.drain();

// #region price
const at = Date.UTC(2026, 10, 2, 15);
const window = applyWindowEvent(closedWindow, { kind: 'inbound', at: at - 60_000 });
const price = quote({
  to: '+5511987654321',
  category: 'utility',
  at,
  timeZone: 'America/Sao_Paulo',
  currency: 'USD',
  window,
});

if (price.outcome === 'priced') {
  console.log(price.market, price.amount, price.pricingType); // Brazil { currency: 'USD', scaledAmount: 68, scale: 4 } regular
  for (const reason of price.reasons) console.log('-', reason); // …the customer service window is open…
}
// #endregion price

await emulator.close();
