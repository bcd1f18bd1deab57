import { createMoney, moneyToDecimal } from '../values/money.ts';
import type { Currency } from '../values/money.ts';
import type { Quote } from '../quote/quote-result.ts';
import type { PricingModel } from '../cards/rate-card.ts';
import { textOf } from '../../shared/text-of.ts';

/** What a status says a max-price message cost, `pricing.cost`, in units of the currency: `{ amount: 0.0123, currency: 'USD' }`. */
export interface ReportedCost {
  /** The amount in units of the currency. A ledger rounds it to ten-thousandths. */
  readonly amount: number;
  /** The ISO 4217 code of the currency. */
  readonly currency: string;
}

/** A cost in ten-thousandths; `undefined` for another currency, and for what is no amount. */
export function scaledCost(cost: ReportedCost | undefined, currency: Currency): number | undefined {
  if (cost?.currency !== currency) return undefined;
  const scaledAmount = Math.round(cost.amount * 10_000);
  return Number.isSafeInteger(scaledAmount) && scaledAmount >= 0 ? scaledAmount : undefined;
}

/** The quote of a message of which Meta has said what it cost. A cost that cannot be taken leaves the quote as it is, with a reason. */
export function withReportedCost<C extends Currency>(
  quote: Quote<C>,
  cost: ReportedCost | undefined,
  currency: C,
  model: PricingModel,
): Quote<C> {
  if (cost === undefined || quote.outcome === 'not_sendable' || quote.market === undefined) return quote;
  const scaledAmount = scaledCost(cost, currency);
  if (scaledAmount === undefined) {
    const reason = `the status says ${textOf(cost.amount)} ${textOf(cost.currency)}, which is no amount in ${currency}`;
    return { ...quote, reasons: [...quote.reasons, reason] };
  }
  const amount = createMoney(currency, scaledAmount);
  const { market, category, countedIn, opens, reasons } = quote;
  const reason = `the status says that it cost ${moneyToDecimal(amount)} ${currency}: Meta's estimate, the invoice counts`;
  return {
    outcome: 'priced',
    amount,
    rate: undefined,
    tier: undefined,
    market,
    category,
    pricingType: quote.outcome === 'priced' ? quote.pricingType : 'regular',
    subtype: undefined,
    billable: true,
    countedIn,
    opens,
    model,
    card: undefined,
    confidence: 'medium',
    reasons: [...reasons, reason],
  };
}
