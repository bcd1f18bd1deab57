import { weaker } from '../values/confidence.ts';
import type { Confidence } from '../values/confidence.ts';
import type { OpenedBillingConversation } from '../windows/billing-conversations.ts';
import type { MarketMatch } from '../markets/market.ts';
import type { MessageParams } from './message-params.ts';
import { createMoney, moneyToDecimal } from '../values/money.ts';
import type { Currency } from '../values/money.ts';
import { badValue, show } from '../values/pricing-error.ts';
import type {
  CountedIn,
  MessageCategory,
  NotSendableQuote,
  PricedQuote,
  PricingType,
  UnknownQuote,
} from './quote-result.ts';
import type { PricingModel, Rate, RateCard, RateColumn, VolumeTier } from '../cards/rate-card.ts';
import { getTier, getTiers, isTiered } from '../cards/volume-tier.ts';
import { windowAt } from '../windows/window.ts';
import type { OpenWindows } from '../windows/window.ts';

/** What every answer about one message has in common. */
export interface Context<C extends Currency> {
  readonly card: RateCard<C>;
  readonly model: PricingModel;
  readonly match: MarketMatch;
  readonly params: MessageParams;
  readonly category: MessageCategory;
  readonly open: OpenWindows;
  /** How sure everything but the rate is. */
  readonly sure: Confidence;
  readonly reasons: string[];
}

const windowReasons: Readonly<Record<OpenWindows, string>> = {
  closed: 'no window is open',
  customer_service: 'the customer service window is open',
  free_entry_point: 'the free entry point window is open, the customer service window is closed',
  both: 'the free entry point window and the customer service window are open',
};

/** Weighs market and windows, which every model does first. */
export function startAnswer<C extends Currency>(
  card: RateCard<C>,
  match: MarketMatch,
  params: MessageParams,
  category: MessageCategory,
): Context<C> {
  const reasons = [
    match.prefix === ''
      ? `market ${match.market}`
      : `prefix ${match.prefix} belongs to the market ${match.market}`,
  ];
  const { window = 'closed', at } = params;
  let open: OpenWindows;
  let sure = match.confidence;
  if (typeof window === 'string') {
    open = window;
  } else {
    if (at === undefined) throw badValue('at', 'a window state needs the time of the message.');
    const windows = windowAt(window, at);
    open = windows.open;
    if (windows.freeEntryPointMayBeOpen) {
      sure = 'low';
      reasons.push(
        'the free entry point window is past its sure 72 hours; since 2026-09-28 it may stay open for up to 7 days, which would make the message free',
      );
    }
  }
  reasons.push(windowReasons[open]);
  return { card, model: card.model, match, params, category, open, sure, reasons };
}

/** Reads a count of the month; throws for anything but a whole number from 0 up. */
export function countFrom(
  params: MessageParams,
  name: 'volumeThisMonth' | 'freeServiceMessagesUsed' | 'freeBillingConversationsUsed',
): number {
  const count = params[name] ?? 0;
  if (!Number.isSafeInteger(count) || count < 0) {
    throw badValue(name, `${show(count)} is not a count from 0 up.`);
  }
  return count;
}

/** A number with separators, without `Intl`: prices are quoted by the million. */
export function grouped(count: number): string {
  return count < 1000 ? String(count) : String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** The answer for a message that costs nothing. */
export function freeAnswer<C extends Currency>(
  context: Context<C>,
  pricingType: PricingType,
  countedIn?: CountedIn,
  opens?: OpenedBillingConversation,
): PricedQuote<C> {
  const { card, match, reasons, category, model } = context;
  return {
    outcome: 'priced',
    amount: createMoney(card.currency, 0),
    rate: undefined,
    tier: undefined,
    market: match.market,
    category,
    pricingType,
    subtype: undefined,
    billable: false,
    countedIn,
    opens,
    model,
    card: undefined,
    confidence: 'high',
    reasons,
  };
}

/** The answer for a message that Meta would refuse. */
export function notSendableAnswer<C extends Currency>(
  context: Context<C>,
  errorCode: NotSendableQuote['errorCode'],
  reason: string,
): NotSendableQuote {
  const { match, reasons, category } = context;
  reasons.push(reason);
  return { outcome: 'not_sendable', errorCode, market: match.market, category, reasons };
}

/** The reason of every refused free-form message. */
export const closedReason =
  'free-form messages need an open customer service window: send a template instead';

/** The answer when something that decides the price is not known. */
export function unknownAnswer<C extends Currency>(
  context: Context<C>,
  missing: UnknownQuote['missing'],
  reason: string,
  countedIn?: CountedIn,
  opens?: OpenedBillingConversation,
): UnknownQuote {
  const { match, reasons, category } = context;
  reasons.push(reason);
  const card = missing === 'card' ? undefined : context.card.id;
  return { outcome: 'unknown', missing, market: match.market, category, countedIn, opens, card, reasons };
}

function missingRate(card: RateCard, market: string, column: RateColumn, cell: string | undefined): string {
  if (!card.markets.has(market)) return `the card ${card.id} holds no market ${show(market)}`;
  return cell === 'not_applicable'
    ? `Meta lists no ${column} rate for ${market} on ${card.id}`
    : `the ${column} rate of ${market} on ${card.id} is not known to wabakit`;
}

function rateReason(
  context: Context<Currency>,
  column: RateColumn,
  cell: Rate,
  tier: VolumeTier | undefined,
  volume: number,
): string {
  const { card } = context;
  const price = `${moneyToDecimal({ currency: card.currency, scaledAmount: tier?.rate ?? cell.rate, scale: 4 })} ${card.currency}`;
  if (tier === undefined) return `${column} rate of the card ${card.id}: ${price}`;
  const name = tier.from === 0 ? 'list rate' : 'volume tier rate';
  const bounds = tier.to === undefined ? 'on' : `to ${grouped(tier.to)}`;
  const place = `message ${grouped(volume + 1)} of the month, tier from ${grouped(tier.from)} ${bounds}`;
  return `${column} ${name} of the card ${card.id}: ${price} (${place})`;
}

/** The answer for a message that is charged at a column of the card. */
export function chargedAnswer<C extends Currency>(
  context: Context<C>,
  column: RateColumn,
  countedIn?: CountedIn,
  opens?: OpenedBillingConversation,
): PricedQuote<C> | UnknownQuote {
  const { card, match, params, reasons, category, model } = context;
  if (card.markets.size === 0) {
    const reason = `no ${card.currency} rate card of ${card.effectiveFrom} is known to wabakit: load it with parseRateCardCsv`;
    return unknownAnswer(context, 'card', reason, countedIn, opens);
  }
  const rates = card.markets.get(match.market) ?? {};
  const cell = Object.hasOwn(rates, column) ? rates[column] : undefined;
  if (cell === undefined || typeof cell === 'string') {
    const reason = missingRate(card, match.market, column, cell);
    return unknownAnswer(context, 'rate', reason, countedIn, opens);
  }
  const volume = countFrom(params, 'volumeThisMonth');
  const tiers = getTiers(cell, isTiered(model, column));
  const step = getTier(tiers, volume);
  const rate = tiers.length === 0 ? cell.rate : step?.rate;
  if (rate === undefined) {
    const reason = `message ${grouped(volume + 1)} of the month is past the volume tiers of ${match.market} on ${card.id} that are known to wabakit: add Meta's tier file with withVolumeTiers`;
    return unknownAnswer(context, 'tier', reason, countedIn, opens);
  }
  const tier = cell.tiers.length === 0 ? undefined : step;
  reasons.push(rateReason(context, column, cell, tier, volume));
  const isAssumed = tier === undefined && step !== undefined && volume > 0;
  if (isAssumed) {
    reasons.push(
      `the volume tiers of ${match.market} on ${card.id} are not known to wabakit; no first tier of Meta's ends before message ${grouped(step.to ?? 0)}`,
    );
  }
  const listConfidence = isAssumed ? weaker(card.confidence, 'medium') : card.confidence;
  const rateConfidence = tier === undefined || tier.from === 0 ? listConfidence : card.tierConfidence;
  return {
    outcome: 'priced',
    amount: createMoney(card.currency, rate),
    rate,
    tier,
    market: match.market,
    category,
    pricingType: 'regular',
    subtype: undefined,
    billable: true,
    countedIn,
    opens,
    model,
    card: card.id,
    confidence: weaker(rateConfidence, context.sure),
    reasons,
  };
}
