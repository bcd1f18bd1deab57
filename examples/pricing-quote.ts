/** What one message costs, on which day, and why. Run it: nothing is sent, and nothing is needed. */
import { formatMoney, quote, quoteFromCard, usd20261001 } from 'wabakit/pricing';

// #region quote
const at = Date.UTC(2026, 10, 2, 15);
const answer = quote({
  to: '+5511987654321',
  category: 'utility',
  at,
  timeZone: 'America/Sao_Paulo',
  currency: 'USD',
  window: 'customer_service',
});
if (answer.outcome === 'priced') {
  console.log(formatMoney(answer.amount), answer.confidence); // $0.0068 high
  for (const reason of answer.reasons) console.log(`  - ${reason}`);
}
// #endregion quote

// #region outcomes
for (const category of ['service', 'marketing', 'authentication'] as const) {
  const to = category === 'marketing' ? '+12125550100' : '+5511987654321';
  const currency = category === 'authentication' ? 'EUR' : 'USD';
  const { outcome, reasons } = quote({ to, category, at, currency });
  console.log(`${category}: ${outcome}, ${reasons.at(-1)}`);
}
// service: not_sendable, free-form messages need an open customer service window: send a template instead
// marketing: not_sendable, marketing templates to numbers with a US area code are not delivered since 2025-04-01
// authentication: unknown, no EUR rate card of 2026-11-02 is known to wabakit: load it with parseRateCardCsv
// #endregion outcomes

// #region dates
for (const date of ['2024-12-01', '2026-09-30', '2026-10-01']) {
  const inWindow = {
    to: '+491701234567',
    category: 'utility',
    currency: 'USD',
    window: 'customer_service',
  } as const;
  const day = quote({ ...inWindow, at: Date.parse(date) });
  if (day.outcome === 'priced') console.log(date, formatMoney(day.amount), day.model);
}
// 2024-12-01 $0.055 conversation_2023
// 2026-09-30 $0.00 message_2025
// 2026-10-01 $0.055 message_2026
// #endregion dates

// #region tiers
for (const volume of [0, 249_999, 250_000]) {
  const tiered = quoteFromCard({
    card: usd20261001,
    market: 'Brazil',
    category: 'utility',
    volumeThisMonth: volume,
  });
  if (tiered.outcome === 'priced') console.log(`message ${volume + 1}: ${formatMoney(tiered.amount)}`);
}
// message 1: $0.0068
// message 250000: $0.0068
// message 250001: $0.0065
// #endregion tiers
