/** Sends a template whose price an auction sets, knows its upper bound before, and takes the cost from the status. Runs on the emulator. */
import { createClient } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import { createLedger, formatMoney, quote, toLedgerEvents, toSentEvent } from 'wabakit/pricing';
import { defineTemplate } from 'wabakit/templates';
import { createWebhookHandler } from 'wabakit/webhooks';

// #region template
const sale = defineTemplate({
  name: 'sale',
  language: 'en',
  category: 'marketing',
  body: { text: 'Hi {{name}}, everything must go today.', example: { name: 'Ana' } },
  optimizationSpec: { bidStrategy: 'LOWEST_COST_WITH_BID_CAP', bidAmount: 87_000 }, // at most 0.87 rupees a message
});
// #endregion template

const emulator = await createEmulator({ currency: 'INR', timeZone: 'Asia/Kolkata', templates: [sale] });
const wa = createClient(emulator.clientOptions);
const at = emulator.clock.now();
const to = '+919876543210';
const { appSecret, verifyToken, phoneNumberId } = emulator;

// #region quote
const maxPrice = sale.optimizationSpec;
const bound = quote({ to, category: 'marketing_lite', at, currency: 'INR', maxPrice });
if (bound.outcome === 'at_most') console.log(`at most ${formatMoney(bound.limit)}`); // at most ₹0.87
// #endregion quote

// #region ledger
const ledger = createLedger({ currency: 'INR', timeZone: 'Asia/Kolkata', basedIn: 'IN' });
const receive = createWebhookHandler({
  appSecret,
  verifyToken,
  on: {
    any(event) {
      for (const one of toLedgerEvents(event)) ledger.record(one);
    },
  },
});
await emulator.webhook.subscribe(receive);

const sent = await wa.messages.sendMarketingMessage({
  to,
  template: sale,
  parameters: { body: { name: 'Ana' } },
});
const message = { phoneNumberId, user: '919876543210', category: 'marketing_lite', maxPrice, at } as const;
ledger.record(toSentEvent(sent, message));
await emulator.waitForIdle();
await receive.drain();
for (const { type, messages, amount } of ledger.totals()) console.log(type, messages, formatMoney(amount));
// regular 1 ₹0.6162
// #endregion ledger
