import { weaker } from './confidence.ts';
import { cardOn } from './find-rate-card.ts';
import type { Currency } from './money.ts';
import { modelOn } from './pricing-model.ts';
import type { Quote } from './quote-result.ts';
import type { RateCard } from './rate-card.ts';

/** Stands in for a card that is not known: the rules of its day still tell what is free and what cannot be sent. */
function missingCard<C extends Currency>(currency: C, date: string): RateCard<C> {
  return {
    id: `${date}-${currency}`,
    currency,
    effectiveFrom: date,
    effectiveUntil: undefined,
    model: modelOn(date),
    complete: false,
    confidence: 'low',
    tierConfidence: 'low',
    source: 'none',
    markets: new Map(),
  };
}

/** The card of a date, or the stand-in for it. */
export function cardFor<C extends Currency>(
  currency: C,
  date: string,
  cards: readonly RateCard[] | undefined,
): RateCard<C> {
  return cardOn(currency, date, cards) ?? missingCard(currency, date);
}

// Meta changes rates on 1 January, April, July and October with a month's notice; the cards here were gathered on 2026-11-22.
const unannouncedFrom = '2027-01-01';

/** Adds the doubt that a rate deserves on a date for which Meta may have published a later card. */
export function withDoubt<C extends Currency>(quote: Quote<C>, date: string): Quote<C> {
  if (quote.outcome !== 'priced' || quote.card === undefined || date < unannouncedFrom) return quote;
  const doubt = `a card later than ${quote.card} may be in force on ${date}: load it with parseRateCardCsv`;
  return { ...quote, confidence: weaker(quote.confidence, 'low'), because: [...quote.because, doubt] };
}
