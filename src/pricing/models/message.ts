import { chargeOf } from '../billable.ts';
import { weaker } from '../confidence.ts';
import type { Confidence } from '../confidence.ts';
import type { MarketMatch } from '../market.ts';
import type { MessageParams } from '../message-params.ts';
import { money, moneyToDecimal } from '../money.ts';
import type { Currency } from '../money.ts';
import { badValue, show } from '../pricing-error.ts';
import type {
  CountedIn,
  MessageCategory,
  PricedQuote,
  PricingType,
  Quote,
  UnknownQuote,
} from '../quote-result.ts';
import type { Rate, RateCard, RateColumn, VolumeTier } from '../rate-card.ts';
import { tierOf } from '../volume-tier.ts';
import { windowAt } from '../window.ts';
import type { OpenWindows } from '../window.ts';

// Meta, "Non-template messages pricing": "Each business phone number has one free tier of 1,000 delivered service messages per month."
/** How many service messages a phone number has free each month, from 2026-10-01. */
export const freeServiceMessages = 1000;

// Meta's changelog: `paid_exempt` from 2026-10-12 to 2027-12-31. Confidence: medium. Taken in UTC.
const exemptFrom = Date.UTC(2026, 9, 12);
const exemptUntil = Date.UTC(2028, 0, 1);

type Model = 'message_2025' | 'message_2026';

/** What the parts of an answer have in common. */
interface Context<C extends Currency> {
  readonly card: RateCard<C>;
  readonly model: Model;
  readonly match: MarketMatch;
  readonly params: MessageParams;
  readonly because: string[];
}

function checkCount(path: 'volume' | 'freeServiceUsed', count: number | undefined): number {
  if (count === undefined) return 0;
  if (!Number.isSafeInteger(count) || count < 0) {
    throw badValue(path, `${show(count)} is not a count of messages from 0 up.`);
  }
  return count;
}

function openWindows(params: MessageParams, because: string[]): { open: OpenWindows; unsure: boolean } {
  const { window, at } = params;
  if (window === undefined || typeof window === 'string') return { open: window ?? 'closed', unsure: false };
  if (at === undefined) throw badValue('at', 'a window state needs the time of the message.');
  const { open, freeEntryPointMayBeOpen } = windowAt(window, at);
  if (freeEntryPointMayBeOpen) {
    because.push(
      'the free entry point window is past its sure 72 hours; since 2026-09-28 it may stay open for up to 7 days, which would make the message free',
    );
  }
  return { open, unsure: freeEntryPointMayBeOpen };
}

function isInternational(card: RateCard, match: MarketMatch, params: MessageParams): boolean {
  const terms = params.authenticationInternational;
  if (terms === undefined) return false;
  const cell = card.markets.get(match.market)?.authentication_international;
  if (cell === undefined || cell === 'not_applicable') return false;
  if (match.country !== undefined && match.country === terms.basedIn?.toUpperCase()) return false;
  const exception = terms.exceptions?.find((entry) => entry.country.toUpperCase() === match.country);
  return (params.at ?? Infinity) >= (exception?.startTime ?? terms.startTime);
}

function billedAs(card: RateCard, match: MarketMatch, params: MessageParams): MessageCategory {
  if (params.category !== 'authentication') return params.category;
  return isInternational(card, match, params) ? 'authentication_international' : 'authentication';
}

function free<C extends Currency>(
  context: Context<C>,
  category: MessageCategory,
  pricingType: PricingType,
  countedIn?: CountedIn,
): PricedQuote<C> {
  const { card, match, because } = context;
  return {
    outcome: 'priced',
    amount: money(card.currency, 0),
    rate: undefined,
    tier: undefined,
    market: match.market,
    category,
    pricingType,
    subtype: undefined,
    billable: false,
    countedIn,
    model: context.model,
    card: undefined,
    confidence: 'high',
    because,
  };
}

function unknown<C extends Currency>(
  context: Context<C>,
  category: MessageCategory,
  missing: UnknownQuote['missing'],
  reason: string,
): UnknownQuote {
  const { card, match, because } = context;
  because.push(reason);
  const countedIn = missing === 'category' ? undefined : countOf(category);
  return { outcome: 'unknown', missing, market: match.market, category, countedIn, card: card.id, because };
}

function countOf(category: MessageCategory): CountedIn | undefined {
  return category === 'utility' || category.startsWith('authentication') ? 'volume_tier' : undefined;
}

/** A number with separators, without `Intl`: prices are quoted by the million. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

const tierTexts = new WeakMap<VolumeTier, string>();

function tierText(tier: VolumeTier): string {
  let text = tierTexts.get(tier);
  if (text === undefined) {
    text =
      tier.to === undefined
        ? `from ${grouped(tier.from)} on`
        : `${grouped(tier.from)} to ${grouped(tier.to)}`;
    tierTexts.set(tier, text);
  }
  return text;
}

function charge<C extends Currency>(
  context: Context<C>,
  category: Exclude<MessageCategory, 'general_purpose_ai'>,
  sure: Confidence,
): Quote<C> {
  const { card, match, params, because } = context;
  const column: RateColumn = category === 'marketing_lite' ? 'marketing' : category;
  const rates = card.markets.get(match.market);
  if (rates === undefined) {
    return unknown(context, category, 'rate', `the card ${card.id} holds no market ${show(match.market)}`);
  }
  const cell = rates[column] ?? 'not_recovered';
  if (cell === 'not_applicable') {
    return unknown(
      context,
      category,
      'rate',
      `Meta lists no ${column} rate for ${match.market} on ${card.id}`,
    );
  }
  if (cell === 'not_recovered') {
    return unknown(
      context,
      category,
      'rate',
      `the ${column} rate of ${match.market} on ${card.id} is not known to wabakit`,
    );
  }
  const volume = checkCount('volume', params.volume);
  const tier = cell.tiers.length === 0 ? undefined : tierOf(cell, volume);
  const rate = cell.tiers.length === 0 ? cell.rate : tier?.rate;
  if (rate === undefined) {
    return unknown(
      context,
      category,
      'tier',
      `message ${grouped(volume + 1)} of the month is past the volume tiers of ${match.market} on ${card.id} that are known to wabakit`,
    );
  }
  because.push(rateReason(card, cell, tier, volume, rate, category));
  const rateConfidence = tier === undefined || tier.from === 0 ? card.confidence : card.tierConfidence;
  return {
    outcome: 'priced',
    amount: money(card.currency, rate),
    rate,
    tier,
    market: match.market,
    category,
    pricingType: 'regular',
    subtype: undefined,
    billable: true,
    countedIn: countOf(category),
    model: context.model,
    card: card.id,
    confidence: weaker(weaker(rateConfidence, match.confidence), sure),
    because,
  };
}

function rateReason(
  card: RateCard,
  cell: Rate,
  tier: VolumeTier | undefined,
  volume: number,
  rate: number,
  category: MessageCategory,
): string {
  const price = `${moneyToDecimal({ currency: card.currency, units: rate })} ${card.currency}`;
  if (tier === undefined) return `${category} rate of the card ${card.id}: ${price}`;
  const place = rate === cell.rate && tier.from === 0 ? 'list rate' : 'volume tier rate';
  return `${category} ${place} of the card ${card.id}: ${price} (message ${grouped(volume + 1)} of the month, tier ${tierText(tier)})`;
}

function quoteService<C extends Currency>(context: Context<C>, sure: Confidence): Quote<C> {
  const { params, because } = context;
  if (params.reaction === true) {
    because.push('reactions are neither charged nor counted');
    return free(context, 'service', 'free_customer_service');
  }
  const used = checkCount('freeServiceUsed', params.freeServiceUsed);
  if (used < freeServiceMessages) {
    because.push(
      `service message ${grouped(used + 1)} of the 1,000 that each phone number has free a month since 2026-10-01`,
    );
    const type = params.group === true ? 'free_group_customer_service' : 'free_customer_service';
    return free(context, 'service', type, 'free_service');
  }
  because.push('the 1,000 free service messages of this phone number are used up this month');
  const { at } = params;
  if (params.exempt === true && (at === undefined || (at >= exemptFrom && at < exemptUntil))) {
    because.push('the organisation is exempt from service charges (2026-10-12 to 2027-12-31)');
    return { ...free(context, 'service', 'regular'), subtype: 'paid_exempt', confidence: 'medium' };
  }
  return charge(context, 'service', sure);
}

function windowReason(open: OpenWindows): string {
  switch (open) {
    case 'closed':
      return 'no window is open';
    case 'customer_service':
      return 'the customer service window is open';
    case 'free_entry_point':
      return 'the free entry point window is open, the customer service window is closed';
    case 'both':
      return 'the free entry point window and the customer service window are open';
  }
}

/** Prices a message under per-message pricing (2025-07-01 on). */
export function quoteMessage<C extends Currency>(
  card: RateCard<C>,
  match: MarketMatch,
  params: MessageParams,
): Quote<C> {
  const model = card.model === 'message_2025' ? 'message_2025' : 'message_2026';
  const because: string[] = [];
  const context: Context<C> = { card, model, match, params, because };
  because.push(
    match.prefix === ''
      ? `market ${match.market}`
      : `prefix ${match.prefix} belongs to the market ${match.market}`,
  );
  const category = billedAs(card, match, params);
  if (category === 'general_purpose_ai') {
    return unknown(context, category, 'category', 'the rates for AI providers are not known to wabakit');
  }
  const { open, unsure } = openWindows(params, because);
  const sure: Confidence = unsure ? 'low' : 'high';
  const kind = category === 'marketing_lite' ? 'marketing' : category;
  if (kind === 'marketing' && match.country === 'US') {
    because.push('marketing templates to numbers with a US area code are not delivered since 2025-04-01');
    return { outcome: 'not_sendable', errorCode: 131049, market: match.market, category, because };
  }
  const verdict = chargeOf(model, kind === 'authentication_international' ? 'authentication' : kind, open);
  because.push(windowReason(open));
  switch (verdict) {
    case 'not_sendable':
      because.push('free-form messages need an open customer service window: send a template instead');
      return { outcome: 'not_sendable', errorCode: 131047, market: match.market, category, because };
    case 'free_entry_point':
      because.push('every message is free in a free entry point window');
      return free(context, category, 'free_entry_point');
    case 'free_customer_service':
      because.push(`${category} messages are free in the customer service window until 2026-09-30`);
      return free(context, category, 'free_customer_service');
    case 'charged':
      if (category === 'service') return quoteService(context, sure);
      return charge(context, category, sure);
  }
}
