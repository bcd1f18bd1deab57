/** Compares a ledger with what Meta reports: every message is priced when it is delivered, and every difference has a cause. Runs on the emulator. */
import { createClient } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import {
  createLedger,
  toLedgerEvents,
  moneyToDecimal,
  toPricingReports,
  reconcile,
  toSentEvent,
  type LedgerSnapshot,
  type PricingReport,
} from 'wabakit/pricing';
import { createWebhookHandler, type IncomingMessageEvent } from 'wabakit/webhooks';

const emulator = await createEmulator({ timeZone: 'America/Sao_Paulo' });
const { appSecret, verifyToken } = emulator;
const wa = createClient(emulator.clientOptions);

// #region ledger
const options = { currency: 'USD', timeZone: 'America/Sao_Paulo', keepEntries: true } as const;
const ledger = createLedger(options);
const reports: PricingReport[] = [];

const receive = createWebhookHandler({
  appSecret,
  verifyToken,
  on: {
    any(event) {
      for (const one of toLedgerEvents(event)) ledger.record(one);
      reports.push(...toPricingReports(event));
    },
    message: (event) => answer(event, 'On its way.'),
  },
});
// #endregion ledger
await emulator.webhook.subscribe(receive);

// #region sent
async function answer(event: IncomingMessageEvent, body: string): Promise<void> {
  const result = await wa.messages.reply(event, body);
  const { phoneNumberId = emulator.phoneNumberId, groupId, waId, bsuid } = event;
  const user = groupId ?? waId ?? bsuid ?? '';
  const message = { phoneNumberId, user, group: groupId !== undefined, category: 'service' } as const;
  ledger.record(toSentEvent(result, { ...message, at: emulator.clock.now() }));
}
// #endregion sent

for (const user of ['+5511987654321', '+4915112345678']) {
  await emulator.phone(user).say('Where is my order?');
  await receive.drain();
  await emulator.waitForIdle();
  await receive.drain();
}

// #region totals
for (const { month, market, category, type, messages, amount } of ledger.totals()) {
  console.log(month, market, category, type, messages, moneyToDecimal(amount));
}
// #endregion totals

// #region reconcile
const { agreed, differences, notReported } = reconcile(ledger, reports);
console.log(`${agreed} agree, ${differences.length} differ, ${notReported.length} were never reported`);
for (const { id, cause, reason } of differences) console.log(id, cause, reason);
// #endregion reconcile

// #region snapshot
const saved = JSON.stringify(ledger.snapshot());
const later = createLedger(options, JSON.parse(saved) as LedgerSnapshot<'USD'>);
// #endregion snapshot
console.log('restored:', later.totals().length === ledger.totals().length);
await emulator.close();
if (differences.length > 0 || agreed !== 2) process.exitCode = 1;
