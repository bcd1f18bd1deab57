import { localDate } from './calendar.ts';
import { rateCards } from './data/rate-cards.ts';
import type { Currency } from './money.ts';
import type { RateCard } from './rate-card.ts';

/** Which card to find. */
export interface FindRateCardParams<C extends Currency = Currency> {
  /** The currency of the WABA. */
  readonly currency: C;
  /** When, in epoch milliseconds. */
  readonly at: number;
  /** The WABA's IANA time zone: a card begins at 12am there. Default `UTC`. */
  readonly timeZone?: string | undefined;
  /** Cards of your own, read by `parseRateCardCsv`: of two cards in force the later one counts, and yours before a built-in one of the same day. */
  readonly cards?: readonly RateCard[] | undefined;
}

function isInForce<C extends Currency>(card: RateCard, currency: C, date: string): card is RateCard<C> {
  if (card.currency !== currency || date < card.effectiveFrom) return false;
  return card.effectiveUntil === undefined || date < card.effectiveUntil;
}

/**
 * Finds the card in force for a currency at an instant; `undefined` when none is known. A card ends on the day on which Meta published the next
 * ones, also when the next one of this currency is not known: an old rate is not an answer.
 *
 * @example
 * findRateCard({ currency: 'USD', at: Date.UTC(2026, 9, 1), timeZone: 'America/Sao_Paulo' })?.id; // '2026-07-01-USD': still September there
 */
export function findRateCard<C extends Currency>(params: FindRateCardParams<C>): RateCard<C> | undefined {
  const date = localDate(params.at, params.timeZone ?? 'UTC');
  const { currency, cards = [] } = params;
  let found: RateCard<C> | undefined;
  for (const list of [cards, rateCards]) {
    for (const card of list) {
      if (!isInForce(card, currency, date)) continue;
      if (found === undefined || card.effectiveFrom > found.effectiveFrom) found = card;
    }
  }
  return found;
}
