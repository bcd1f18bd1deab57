import { localDate, toEpoch } from '../values/calendar.ts';
import { weaker } from '../values/confidence.ts';
import type { Confidence } from '../values/confidence.ts';
import { getHome, withCutOff } from '../quote/cut-off.ts';
import { cardFor, onDate } from '../quote/dated-card.ts';
import type { EstimateLine } from './estimate-line.ts';
import type { EstimateParams } from './estimate-params.ts';
import { settleBuckets } from './estimate-settle.ts';
import type { Bucket } from './estimate-settle.ts';
import { marketOfPrefix } from '../markets/market.ts';
import type { MarketMatch } from '../markets/market.ts';
import { allowanceUsedUp, freeServiceMessages } from '../quote/message-model.ts';
import { createMoney } from '../values/money.ts';
import type { Currency, Money } from '../values/money.ts';
import type { PlanRow } from './plan.ts';
import { PricingError, show } from '../values/pricing-error.ts';
import { matchMarket, priceMatched } from '../quote/price-message.ts';
import type { MessageCategory, Quote } from '../quote/quote-result.ts';
import type { RateCard } from '../cards/rate-card.ts';
import type { OpenWindows } from '../windows/window.ts';

/** What a plan costs. */
export interface Estimate<C extends Currency = Currency> {
  /** The least it costs, over all orders of delivery and within the bounds of volume tiers that are not known. Equal to `high` where neither matters. */
  readonly low: Money<C>;
  /** The most it costs. */
  readonly high: Money<C>;
  /** Whether every message has a known price or range. When it has not, `low` and `high` leave the unknown ones out. */
  readonly complete: boolean;
  /** How many messages the plan holds. */
  readonly messages: number;
  /** How many of them have no known price. */
  readonly unknown: number;
  /** How sure the amounts are: as sure as the least sure line; `undefined` unless `complete`. */
  readonly confidence: Confidence | undefined;
  /** A line per month, market and category, in the order of the plan. */
  readonly lines: readonly EstimateLine<C>[];
}

/** Takes a plan in row by row, so that a file of millions of rows needs no memory. Made by `createEstimate`. */
export interface EstimateBuilder<C extends Currency = Currency> {
  /** Adds a row. Throws `PricingError` for a row that cannot be priced with, and takes nothing of it. */
  add(row: PlanRow): void;
  /** Prices what was added so far. */
  result(): Estimate<C>;
}

/** Which count of which bucket a message belongs to. */
interface Decision<C extends Currency> {
  readonly bucket: Bucket<C>;
  readonly kind: 'free' | 'notSendable' | 'charged' | 'freeable' | 'atMost' | 'unknown';
  /** How much of that count a message is: 1, and of `atMost` what it can cost. */
  readonly each: number;
}

/** The decisions on the messages of equal rows, by the windows that they meet. */
type RowDecisions<C extends Currency> = Partial<Record<OpenWindows, Decision<C>>>;

// 400 countries and categories of each of 100 times.
const keptTimes = 100;
const keptPlaces = 400;
// A plan with a reason for each of its rows must not fill the memory.
const keptReasons = 50;

function getKind(quote: Quote): Decision<Currency>['kind'] {
  if (quote.outcome === 'not_sendable') return 'notSendable';
  if (quote.outcome === 'unknown') return 'unknown';
  if (quote.outcome === 'at_most') return 'atMost';
  return quote.billable ? 'charged' : 'free';
}

/** A service message that the month's free ones may cover; an exempt organisation's is free past them too. */
function serviceKind(past: Quote): Decision<Currency>['kind'] {
  return past.outcome === 'priced' && !past.billable ? 'free' : 'freeable';
}

function isShare(share: number | undefined): boolean {
  return share === undefined || (share >= 0 && share <= 1);
}

function checkRow(row: PlanRow): void {
  const isCount = Number.isSafeInteger(row.count) && row.count >= 0;
  if (isCount && isShare(row.insideWindow) && isShare(row.freeEntryPoint)) return;
  const issues = [];
  if (!isCount) {
    issues.push({ path: 'count', message: `${show(row.count)} is not a number of messages from 0 up.` });
  }
  for (const name of ['insideWindow', 'freeEntryPoint'] as const) {
    const share = row[name];
    if (!isShare(share)) {
      issues.push({ path: name, message: `${show(share)} is not a share from 0 to 1.` });
    }
  }
  throw new PricingError('The plan has a row that cannot be priced with.', issues);
}

const windows = ['both', 'customer_service', 'closed'] as const;

function addReason(bucket: Bucket<Currency>, reason: string): void {
  if (bucket.reasons.size < keptReasons) bucket.reasons.add(reason);
}

function rowMarket(card: RateCard, row: PlanRow): MarketMatch | undefined {
  return row.prefix === undefined ? matchMarket(card, row) : marketOfPrefix(row.prefix, card.effectiveFrom);
}

/**
 * Creates an estimate that takes its plan row by row. Memory does not grow with the number of rows.
 *
 * Throws `PricingError` if `basedIn` is no country code.
 *
 * @example
 * const builder = createEstimate({ currency: 'USD', at: Date.UTC(2026, 10, 1) });
 * for (const row of rows) builder.add(row);
 * builder.result().high; // { currency: 'USD', scaledAmount: …, scale: 4 }
 */
export function createEstimate<C extends Currency>(params: EstimateParams<C>): EstimateBuilder<C> {
  const { currency, timeZone = 'UTC', cards } = params;
  getHome(params);
  const buckets = new Map<string, Bucket<C>>();
  const decisions = new Map<number, Map<string, RowDecisions<C>>>();

  function getBucket(
    card: RateCard<C>,
    date: string,
    match: MarketMatch | undefined,
    category: MessageCategory,
  ): Bucket<C> {
    const month = date.slice(0, 7);
    const key = `${month}|${card.id}|${match?.market ?? ''}|${category}`;
    let bucket = buckets.get(key);
    if (bucket === undefined) {
      bucket = {
        month,
        card,
        market: match?.market,
        category,
        messages: 0,
        free: 0,
        notSendable: 0,
        charged: 0,
        freeable: 0,
        atMost: 0,
        unknown: 0,
        confidence: 'high',
        reasons: new Set(),
      };
      buckets.set(key, bucket);
    }
    return bucket;
  }

  /** Decides on one message, notes its reasons in its bucket, and tells which of the bucket's counts it belongs to. */
  function decide(row: PlanRow, at: number, open: OpenWindows): Decision<C> {
    const date = localDate(at, timeZone);
    const card = params.card ?? cardFor(currency, date, cards);
    const match = rowMarket(card, row);
    if (match === undefined || !card.model.startsWith('message')) {
      const bucket = getBucket(card, date, match, row.category);
      addReason(
        bucket,
        match === undefined
          ? `${show(row.country)} is not in the market map: give an ISO 3166-1 code such as "BR"`
          : 'before 2025-07-01 the price depends on the order of the messages: use a ledger',
      );
      return { bucket, kind: 'unknown', each: 1 };
    }
    const { authenticationInternational, isExempt, basedIn } = params;
    const maxPrice = row.category === 'marketing_lite' ? params.maxPrice : undefined;
    const terms = { authenticationInternational, isExempt, basedIn, maxPrice };
    const ask = (freeServiceMessagesUsed: number): Quote<C> => {
      const message = { category: row.category, at, window: open, freeServiceMessagesUsed, ...terms };
      const quote = priceMatched(card, match, message);
      return params.card === undefined
        ? onDate(quote, card, date, terms)
        : withCutOff(quote, currency, card.effectiveFrom, terms);
    };
    const first = ask(0);
    const isFreeService = first.outcome === 'priced' && first.countedIn === 'free_service';
    const quote = isFreeService ? ask(freeServiceMessages) : first;
    const bucket = getBucket(card, date, match, quote.category);
    for (const reason of quote.reasons) if (reason !== allowanceUsedUp) addReason(bucket, reason);
    if ('confidence' in quote) bucket.confidence = weaker(bucket.confidence, quote.confidence);
    const each = quote.outcome === 'at_most' ? quote.limit.scaledAmount : 1;
    return { bucket, kind: isFreeService ? serviceKind(quote) : getKind(quote), each };
  }

  function decisionsFor(row: PlanRow, at: number): RowDecisions<C> {
    if (row.to !== undefined) return {};
    let ofTime = decisions.get(at);
    if (ofTime === undefined) {
      if (decisions.size >= keptTimes) decisions.clear();
      ofTime = new Map();
      decisions.set(at, ofTime);
    }
    const { country = '', market = '', prefix = '', category } = row;
    const key = `${country}|${market}|${prefix}|${category}`;
    let known = ofTime.get(key);
    if (known === undefined) {
      if (ofTime.size >= keptPlaces) ofTime.clear();
      known = {};
      ofTime.set(key, known);
    }
    return known;
  }

  function add(row: PlanRow): void {
    checkRow(row);
    const { count, category, freeEntryPoint = 0, insideWindow = category === 'service' ? 1 : 0 } = row;
    const both = Math.round(count * freeEntryPoint);
    const inside = Math.min(count - both, Math.round(count * insideWindow));
    const counts = { both, customer_service: inside, closed: count - both - inside };
    const at = toEpoch(row.at ?? params.at);
    const decided = decisionsFor(row, at);
    // Every part is decided before one is counted, so that a row that throws adds nothing.
    for (const open of windows) if (counts[open] > 0) decided[open] ??= decide(row, at, open);
    for (const open of windows) {
      const decision = decided[open];
      if (decision === undefined || counts[open] === 0) continue;
      decision.bucket.messages += counts[open];
      decision.bucket[decision.kind] += counts[open] * decision.each;
    }
  }

  function result(): Estimate<C> {
    const { lines, low, high } = settleBuckets([...buckets.values()], params);
    const unknown = lines.reduce((sum, line) => sum + line.unknown, 0);
    const sure = lines.reduce<Confidence>(
      (weakest, line) => weaker(weakest, line.confidence ?? 'low'),
      'high',
    );
    return {
      low: createMoney(currency, low),
      high: createMoney(currency, high),
      complete: unknown === 0,
      messages: lines.reduce((sum, line) => sum + line.messages, 0),
      unknown,
      confidence: unknown > 0 ? undefined : sure,
      lines,
    };
  }

  return { add, result };
}

/**
 * Returns what a campaign or a month costs, from markets, categories, counts and shares inside the windows. Volume tiers and free service
 * messages continue from the counts of the month so far. Where the order of deliveries decides (which service messages are free, whether
 * authentication or authentication-international fills a tier), the result is a range.
 *
 * Throws `PricingError` if a row is not valid. Messages without a known rate count in `unknown` and never as zero.
 *
 * @example
 * const plan = [{ country: 'BR', category: 'marketing', count: 10_000 }, { country: 'BR', category: 'service', count: 1500 }] as const;
 * estimate(plan, { currency: 'USD', at: Date.UTC(2026, 10, 1) }).high; // { currency: 'USD', scaledAmount: 6284000, scale: 4 }: 625 dollars and 500 x 0.0068
 */
export function estimate<C extends Currency>(
  plan: Iterable<PlanRow>,
  params: EstimateParams<C>,
): Estimate<C> {
  const builder = createEstimate(params);
  for (const row of plan) builder.add(row);
  return builder.result();
}
