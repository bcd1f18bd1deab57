/** What a month of messages will cost, what October 2026 changed, and whether it fits the budget. Nothing is sent. */
import {
  addMarkup,
  compareEstimates,
  estimate,
  moneyToDecimal,
  parseBillingTime,
  parseMoney,
  withinBudget,
  type PlanRow,
} from 'wabakit/pricing';

// #region plan
const plan: PlanRow[] = [
  { country: 'BR', category: 'marketing', count: 10_000 },
  { country: 'BR', category: 'utility', count: 50_000, insideWindow: 0.4 },
  { country: 'BR', category: 'service', count: 3000 },
  { country: 'DE', category: 'utility', count: 9000, insideWindow: 0.5 },
  { country: 'MX', category: 'service', count: 500 },
];
const timeZone = 'America/Sao_Paulo';
const account = { currency: 'USD', timeZone, at: parseBillingTime('2026-11-02', timeZone) } as const;
// #endregion plan

// #region estimate
const month = estimate(plan, account);
for (const { market, category, messages, low, high } of month.lines) {
  const cost = low && high ? `${moneyToDecimal(low)} to ${moneyToDecimal(high)}` : 'unknown';
  console.log(market, category, messages, cost);
}
console.log(`${moneyToDecimal(month.low)} to ${moneyToDecimal(month.high)} USD, complete: ${month.complete}`);
// #endregion estimate

// #region month-to-date
const continued = estimate(plan, {
  ...account,
  freeServiceMessagesUsed: 1000,
  monthToDate: [{ market: 'Brazil', category: 'utility', messages: 240_000 }],
});
// #endregion month-to-date
console.log(`with the month so far: ${moneyToDecimal(continued.high)} USD`);

// #region compare
const change = compareEstimates(plan, account, [
  { label: 'September 2026', at: parseBillingTime('2026-09-30', timeZone) },
  { label: 'October 2026', at: parseBillingTime('2026-10-01', timeZone) },
]);
for (const { label, estimate: one } of change.scenarios) console.log(label, moneyToDecimal(one.high));
if (change.change) console.log('change', moneyToDecimal(change.change));
// #endregion compare

// #region budget
const verdict = withinBudget(plan, parseMoney('USD', '1500'), account);
console.log(verdict.within, moneyToDecimal(verdict.left)); // within, over, or undecided where a price is not known
// #endregion budget

// #region max-price
const rupees = {
  currency: 'INR',
  at: parseBillingTime('2027-01-04', 'Asia/Kolkata'),
  timeZone: 'Asia/Kolkata',
} as const;
const sale: PlanRow[] = [{ country: 'IN', category: 'marketing_lite', count: 10_000 }];
const auction = estimate(sale, { ...rupees, basedIn: 'IN', maxPrice: { bidAmount: 87_000 } });
console.log(`${moneyToDecimal(auction.low)} to ${moneyToDecimal(auction.high)} INR`); // 0.0000 to 8700.0000 INR
const inDollars = estimate(sale, { ...rupees, currency: 'USD', basedIn: 'IN' });
console.log(`not delivered: ${inDollars.lines[0]?.notSendable}`); // not delivered: 10000
// #endregion max-price

// #region markup
const perMessage = parseMoney('USD', '0.002');
const invoice = addMarkup(month.high, { percent: 12.5, perMessage }, month.messages);
console.log(`to the customer: ${moneyToDecimal(invoice)} USD`);
// #endregion markup
