import { localDate } from '../values/calendar.ts';
import { rateCards } from './rate-cards.ts';
import type { Currency } from '../values/money.ts';
import type { RateCard } from '../cards/rate-card.ts';

/** Which card to find. */
export interface FindRateCardParams<C extends Currency = Currency> {
  /** The currency of the WABA. */
  readonly currency: C;
  /** The time at which the card is in force, as a `Date` or epoch milliseconds. */
  readonly at: Date | number;
  /** The WABA's IANA time zone: a card begins at 12am there. Default `UTC`. */
  readonly timeZone?: string | undefined;
  /** Cards of your own, read by `parseRateCardCsv`: of two cards in force the later one counts, and yours before a built-in one of the same day. */
  readonly cards?: readonly RateCard[] | undefined;
}

const builtIn = new Map<Currency, readonly RateCard[]>();

function builtInCards(currency: Currency): readonly RateCard[] {
  let cards = builtIn.get(currency);
  if (cards === undefined) {
    cards = rateCards.filter((card) => card.currency === currency);
    builtIn.set(currency, cards);
  }
  return cards;
}

function isInForce<C extends Currency>(card: RateCard, currency: C, date: string): card is RateCard<C> {
  if (card.currency !== currency || date < card.effectiveFrom) return false;
  return card.effectiveUntil === undefined || date < card.effectiveUntil;
}

/** The card in force on a date: of several the latest, and one of the caller's before a built-in one of the same day. */
export function cardOn<C extends Currency>(
  currency: C,
  date: string,
  cards: readonly RateCard[] | undefined,
): RateCard<C> | undefined {
  let found: RateCard<C> | undefined;
  if (cards !== undefined) {
    for (const card of cards) {
      if (!isInForce(card, currency, date)) continue;
      if (found === undefined || card.effectiveFrom > found.effectiveFrom) found = card;
    }
  }
  for (const card of builtInCards(currency)) {
    if (!isInForce(card, currency, date)) continue;
    return found === undefined || card.effectiveFrom > found.effectiveFrom ? card : found;
  }
  return found;
}

/**
 * Finds the card in force for a currency at an instant; `undefined` when none is known. A card ends on the day on which Meta published the next
 * ones, also when the next one of this currency is not known: an old rate is not an answer.
 *
 * @example
 * findRateCard({ currency: 'USD', at: Date.UTC(2026, 9, 1), timeZone: 'America/Sao_Paulo' })?.id; // '2026-07-01-USD': still September there
 */
export function findRateCard<C extends Currency>(params: FindRateCardParams<C>): RateCard<C> | undefined {
  return cardOn(params.currency, localDate(params.at, params.timeZone ?? 'UTC'), params.cards);
}
