import { chargedAnswer, unknownAnswer } from './answer.ts';
import type { Context } from './answer.ts';
import { createMoney, moneyToDecimal } from '../values/money.ts';
import type { Currency } from '../values/money.ts';
import { badValue, show } from '../values/pricing-error.ts';
import type { Quote } from './quote-result.ts';

// Meta says "smallest currency unit" and shows INR. Elsewhere it counts these three in whole units, against ISO 4217: which holds here is not known.
const smallestUnitUnknown: ReadonlySet<Currency> = new Set<Currency>(['CLP', 'COP', 'IDR']);
// 100 of the smallest unit to a unit, 1,000 deliveries, four decimals.
const bidToScaledAmount = 10_000 / 100 / 1000;

/**
 * Prices a marketing message of the Marketing Messages API: by the card, or, with a max price, at most at its bid, because an auction sets the
 * price (open beta since 2026-10-01).
 *
 * Source: Meta, "Max price" (2026-06-30).
 */
export function quoteMarketing<C extends Currency>(context: Context<C>): Quote<C> {
  const { params, card, match, category, model, reasons } = context;
  const { maxPrice } = params;
  if (maxPrice === undefined) return chargedAnswer(context, 'marketing');
  if (category !== 'marketing_lite') {
    throw badValue(
      'maxPrice',
      'needs the category marketing_lite: only POST /marketing_messages sends them.',
    );
  }
  if (maxPrice === true) {
    return unknownAnswer(context, 'bid', 'an auction sets the price of a max-price template: give its bid');
  }
  const { bidAmount, multiplier = 1 } = maxPrice;
  if (!Number.isSafeInteger(bidAmount) || bidAmount <= 0)
    throw badValue('maxPrice.bidAmount', `${show(bidAmount)} is not a whole number from 1 up.`);
  if (!Number.isFinite(multiplier) || multiplier <= 0)
    throw badValue('maxPrice.multiplier', `${show(multiplier)} is not a number above 0.`);
  if (smallestUnitUnknown.has(card.currency)) {
    const reason = `whether Meta reads a bid in ${card.currency} in whole units or in hundredths is not known to wabakit`;
    return unknownAnswer(context, 'bid', reason);
  }
  // 12 digits take the noise of the multiplication away before it is rounded up.
  const scaledAmount = Math.ceil(Number((bidAmount * multiplier * bidToScaledAmount).toPrecision(12)));
  const limit = createMoney(card.currency, scaledAmount);
  reasons.push(
    `max price: an auction sets the price, at most ${moneyToDecimal(limit)} ${card.currency} a message by its bid`,
  );
  return {
    outcome: 'at_most',
    limit,
    market: match.market,
    category,
    pricingType: 'regular',
    billable: true,
    countedIn: undefined,
    opens: undefined,
    model,
    confidence: 'high',
    reasons,
  };
}
