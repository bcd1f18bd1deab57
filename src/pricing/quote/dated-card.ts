import { cutOffOn } from '../data/currency-cut-offs.ts';
import { cardOn } from '../data/find-rate-card.ts';
import type { Currency } from '../values/money.ts';
import { modelOn } from '../cards/pricing-model.ts';
import type { MessageParams } from './message-params.ts';
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

/** The code of a country in capitals, as the business or the WABA's terms give it. */
const getHome = ({
  basedIn,
  authenticationInternational: terms,
}: Pick<MessageParams, 'basedIn' | 'authenticationInternational'>) =>
  (basedIn ?? terms?.basedIn)?.toUpperCase();

/**
 * Applies what only the date tells: from 2027 on, businesses in India and Brazil must be billed in their own currency. Where the business is not known,
 * a message to one of the two countries gets a reason.
 */
export function withCutOff<C extends Currency>(
  quote: Quote<C>,
  currency: C,
  date: string,
  params: Pick<MessageParams, 'basedIn' | 'authenticationInternational'>,
): Quote<C> {
  if (quote.outcome === 'not_sendable') return quote;
  const { market, category } = quote;
  const country = getHome(params);
  const cutOff = cutOffOn(currency, date, country === undefined ? { market } : { country });
  if (cutOff === undefined) return quote;
  const rule = `a business in ${cutOff.name} must be billed in ${cutOff.currency} since ${cutOff.from}: from an account in ${currency} Meta delivers nothing`;
  if (country === undefined || market === undefined) {
    return { ...quote, reasons: [...quote.reasons, `${rule}; say where the business is with \`basedIn\``] };
  }
  return {
    outcome: 'not_sendable',
    errorCode: undefined,
    market,
    category,
    reasons: [...quote.reasons, rule],
  };
}
