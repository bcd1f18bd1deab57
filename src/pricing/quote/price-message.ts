import { marketOfCountry, marketOfNumber } from '../markets/market.ts';
import type { MarketMatch } from '../markets/market.ts';
import type { MessageParams } from './message-params.ts';
import { quoteConversation } from './conversation-model.ts';
import { quoteMessage } from './message-model.ts';
import { quoteNotification } from './notification-model.ts';
import type { Currency } from '../values/money.ts';
import { badValue, checkText, show } from '../values/pricing-error.ts';
import type { Quote, UnknownQuote } from './quote-result.ts';
import type { RateCard } from '../cards/rate-card.ts';

/** Finds the market of a message's recipient on the day of a card; `undefined` for a country that is not in the market map. */
export function matchMarket(
  card: RateCard,
  params: Pick<MessageParams, 'to' | 'country' | 'market'>,
): MarketMatch | undefined {
  const { to, country, market } = params;
  const date = card.effectiveFrom;
  if (to !== undefined) {
    const match = marketOfNumber(to, date);
    return card.prefixes === undefined ? match : movedByCard(match, to, card.prefixes);
  }
  if (country !== undefined) return marketOfCountry(country, date);
  if (market !== undefined) return { market, prefix: '', country: undefined, confidence: 'high' };
  throw badValue('to', 'give the recipient as `to` (a phone number), `country` (an ISO code) or `market`.');
}

function movedByCard(
  match: MarketMatch,
  to: string,
  prefixes: Readonly<Record<string, string>>,
): MarketMatch {
  const digits = to.replace(/\D/g, '');
  let best = match;
  for (const [prefix, market] of Object.entries(prefixes)) {
    if (digits.startsWith(prefix) && prefix.length >= best.prefix.length) best = { ...match, prefix, market };
  }
  return best;
}

/** Prices a message whose market is known. */
export function priceMatched<C extends Currency>(
  card: RateCard<C>,
  match: MarketMatch,
  params: MessageParams,
): Quote<C> {
  switch (card.model) {
    case 'notification':
      return quoteNotification(card, match, params);
    case 'conversation_2022':
    case 'conversation_2023':
      return quoteConversation(card, match, params);
    case 'message_2025':
    case 'message_2026':
      return quoteMessage(card, match, params);
  }
}

/** Prices one message by the model of a card: what `quote` and `quoteFromCard` share. */
export function priceMessage<C extends Currency>(card: RateCard<C>, params: MessageParams): Quote<C> {
  checkText('category', params.category);
  const match = matchMarket(card, params);
  return match === undefined ? unknownMarket(card, params) : priceMatched(card, match, params);
}

/** The answer for a country that is not in the market map. In the time of conversations the message opens one all the same. */
export function unknownMarket(card: RateCard, params: MessageParams): UnknownQuote {
  const { category, country } = params;
  const nowhere: MarketMatch = { market: '', prefix: '', country: undefined, confidence: 'low' };
  const elsewhere = priceMatched(card, nowhere, params);
  return {
    outcome: 'unknown',
    missing: 'market',
    market: undefined,
    category,
    countedIn: undefined,
    opens: elsewhere.outcome === 'not_sendable' ? undefined : elsewhere.opens,
    card: card.id,
    reasons: [`${show(country)} is not in the market map: give an ISO 3166-1 code or a phone number`],
  };
}
