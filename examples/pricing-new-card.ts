/** Prices with next quarter's rate card on the day Meta publishes it. Run it: it reads a small card of its own. */
import {
  diffRateCards,
  formatMoney,
  createMoney,
  parseRateCardCsv,
  PricingError,
  quote,
  usd20261001,
} from 'wabakit/pricing';

const download = `"Cost per message in USD on the WhatsApp Business Platform, effective January 1, 2027",,,,,,
Market,Currency,Marketing,Utility,Authentication,"Authentication-
International",Service
Brazil,USD,0.0690,0.0068,0.0068,n/a,0.0068`;

// #region import
const card = parseRateCardCsv(download, { source: 'downloaded on 2026-12-01' });
console.log(card.id); // 2027-01-01-USD

for (const change of diffRateCards(usd20261001, card).rates) {
  const [before, after] = [change.before, change.after].map((units) =>
    units === undefined ? 'none' : formatMoney(createMoney('USD', units)),
  );
  console.log(`${change.market}, ${change.column}: ${before} to ${after}`); // Brazil, marketing: $0.0625 to $0.069
}

const january = Date.UTC(2027, 0, 15);
const answer = quote({
  to: '+5511987654321',
  category: 'marketing',
  at: january,
  currency: 'USD',
  cards: [card],
});
console.log(answer.outcome === 'priced' && answer.card); // 2027-01-01-USD
// #endregion import

// #region faults
try {
  parseRateCardCsv(download.replace('0.0690', '0.069O'));
} catch (error) {
  if (!(error instanceof PricingError)) throw error;
  for (const issue of error.issues) console.log(`${issue.path}: ${issue.message}`);
  // line 4, column "Marketing": "0.069O" is not a rate such as 0.0068 or n/a (at most four decimals).
}
// #endregion faults
