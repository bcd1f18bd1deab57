import { checkText } from '../values/pricing-error.ts';
import { cardOn } from '../data/find-rate-card.ts';
import type { Currency } from '../values/money.ts';
import { modelOn } from '../cards/pricing-model.ts';
import { withCutOff } from './cut-off.ts';
import type { HomeParams } from './cut-off.ts';
import type { Quote } from './quote-result.ts';
import type { RateCard } from '../cards/rate-card.ts';

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
  checkText('currency', currency);
  return cardOn(currency, date, cards) ?? missingCard(currency, date);
}

const followingQuarters = new Map<string, string>();

/** The first day of the quarter after a date: Meta's calendar has new cards on 1 January, April, July and October. */
function nextQuarter(date: string): string {
  let next = followingQuarters.get(date);
  if (next === undefined) {
    const [year, month] = date.split('-').map(Number);
    const firstMonth = Math.floor(((month ?? 1) - 1) / 3) * 3;
    next = new Date(Date.UTC(year ?? 0, firstMonth + 3, 1)).toISOString().slice(0, 10);
    followingQuarters.set(date, next);
  }
  return next;
}

/** Adds the doubt that a rate deserves on a date for which Meta may have published a later card than the last one that is known. */
export function withDoubt<C extends Currency>(quote: Quote<C>, card: RateCard<C>, date: string): Quote<C> {
  if (quote.outcome !== 'priced' || quote.card === undefined) return quote;
  if (card.effectiveUntil !== undefined || date < nextQuarter(card.effectiveFrom)) return quote;
  const doubt = `a card later than ${card.id} may be in force on ${date}: load it with parseRateCardCsv`;
  return { ...quote, confidence: 'low', reasons: [...quote.reasons, doubt] };
}

/** Applies to a quote what the date of delivery tells beyond its card: the currency that the account must have, and the doubt about a later card. */
export const onDate = <C extends Currency>(
  quote: Quote<C>,
  card: RateCard<C>,
  date: string,
  params: HomeParams,
): Quote<C> => withDoubt(withCutOff(quote, card.currency, date, params), card, date);
