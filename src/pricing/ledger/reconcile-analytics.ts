import { billingMonth } from '../values/calendar.ts';
import type { LedgerTotal } from './ledger-totals.ts';
import { findMarket } from '../markets/market.ts';
import { createMoney, subtractMoney } from '../values/money.ts';
import type { Currency, Money } from '../values/money.ts';
import { badValue, show } from '../values/pricing-error.ts';
import { plainCategory } from './reconcile.ts';

/** One data point of `pricing_analytics`, as the Graph API gives it. */
export interface PricingAnalyticsPoint {
  /** When it begins, in seconds since 1970. */
  readonly start: number;
  /** When it ends, in seconds since 1970. */
  readonly end: number;
  /** The recipients' country: ask for the dimension COUNTRY. */
  readonly country?: string | undefined;
  /** `MARKETING`, `UTILITY`, …: ask for the dimension PRICING_CATEGORY. */
  readonly pricing_category?: string | undefined;
  /** `REGULAR`, `FREE_CUSTOMER_SERVICE`, …: ask for the dimension PRICING_TYPE. */
  readonly pricing_type?: string | undefined;
  /** `0:100000`, `0:MAX`: the dimension TIER. Left out for free points. */
  readonly tier?: string | undefined;
  /** The number of messages: ask for the metric VOLUME. */
  readonly volume?: number | undefined;
  /** What they cost, in units of the currency. Meta calls it approximate. */
  readonly cost?: number | undefined;
}

/** Ledger and analytics for one month, market, category and type. */
export interface AnalyticsLine<C extends Currency = Currency> {
  readonly month: string;
  readonly market: string | undefined;
  readonly category: string;
  readonly type: string;
  /** How many messages the ledger holds, and Meta. */
  readonly messages: { readonly ledger: number; readonly meta: number };
  /** What they cost by the ledger, and by Meta; `undefined` where the ledger does not know a price, or Meta's points of charged messages hold no cost. */
  readonly amount: { readonly ledger: Money<C> | undefined; readonly meta: Money<C> | undefined };
  /** Meta's amount less the ledger's; `undefined` where either is. */
  readonly difference: Money<C> | undefined;
  /** The most likely cause; `undefined` when both agree. `cost_missing`: the counts agree, but the points were asked for without the metric COST. */
  readonly cause: 'count' | 'tier_or_rate' | 'unknown_price' | 'cost_missing' | undefined;
}

/** How analytics are to be read. */
export interface ReconcileAnalyticsOptions<C extends Currency = Currency> {
  /** The currency of the WABA. */
  readonly currency: C;
  /** Its IANA time zone. Default `UTC`. */
  readonly timeZone?: string | undefined;
  /**
   * Ten-thousandths of the currency unit by which a line may differ a message before it counts as a difference: Meta's cost is approximate. Default 0.
   */
  readonly tolerance?: number | undefined;
}

interface Sums {
  readonly month: string;
  readonly market: string | undefined;
  readonly category: string;
  readonly type: string;
  ledgerMessages: number;
  metaMessages: number;
  ledgerUnits: number;
  metaUnits: number;
  unknown: number;
  withoutCost: number;
}

function getCause(sums: Sums, tolerance: number): AnalyticsLine['cause'] {
  if (sums.unknown > 0) return 'unknown_price';
  if (sums.ledgerMessages !== sums.metaMessages) return 'count';
  if (sums.withoutCost > 0) return 'cost_missing';
  return Math.abs(sums.metaUnits - sums.ledgerUnits) > tolerance * sums.metaMessages
    ? 'tier_or_rate'
    : undefined;
}

/**
 * Compares month totals with Meta's `pricing_analytics`: messages and amounts by month, market, category and type. Ask Meta for the dimensions
 * COUNTRY, PRICING_CATEGORY and PRICING_TYPE.
 *
 * A differing count points at messages sent elsewhere or never recorded; equal counts with differing amounts at a volume tier or a rate.
 * Source: Meta, "Analytics" (pricing analytics; its cost is approximate).
 *
 * @example
 * reconcileAnalytics(ledger.totals(), points, { currency: 'USD', timeZone: 'America/Sao_Paulo' })
 *   .filter((line) => line.cause !== undefined); // [] when everything agrees
 */
export function reconcileAnalytics<C extends Currency>(
  totals: Iterable<LedgerTotal<C>>,
  points: Iterable<PricingAnalyticsPoint>,
  options: ReconcileAnalyticsOptions<C>,
): AnalyticsLine<C>[] {
  const { currency, timeZone = 'UTC', tolerance = 0 } = options;
  const lines = new Map<string, Sums>();
  const getLine = (month: string, market: string | undefined, category: string, type: string): Sums => {
    const key = `${month}|${market ?? ''}|${category}|${type}`;
    let line = lines.get(key);
    if (line === undefined) {
      line = {
        month,
        market,
        category,
        type,
        ledgerMessages: 0,
        metaMessages: 0,
        ledgerUnits: 0,
        metaUnits: 0,
        unknown: 0,
        withoutCost: 0,
      };
      lines.set(key, line);
    }
    return line;
  };
  for (const total of totals) {
    if (total.type === 'not_sendable') continue;
    const isUnknown = total.type === 'unknown' || total.type === 'at_most';
    const type = isUnknown ? 'regular' : total.type;
    const line = getLine(total.month, total.market, total.category, type);
    line.ledgerMessages += total.messages;
    line.ledgerUnits += total.amount.scaledAmount;
    if (isUnknown) line.unknown += total.messages;
  }
  for (const point of points) {
    const cost = Math.round((point.cost ?? 0) * 10_000);
    const { volume } = point;
    if (volume === undefined || !Number.isSafeInteger(volume) || !Number.isSafeInteger(cost)) {
      throw badValue('points', `volume ${show(volume)} and cost ${show(point.cost)} are not a data point.`);
    }
    const at = point.start * 1000;
    const market =
      point.country === undefined ? undefined : findMarket({ country: point.country, at, timeZone })?.market;
    const category = plainCategory(point.pricing_category ?? '');
    const line = getLine(
      billingMonth(at, timeZone),
      market,
      category,
      (point.pricing_type ?? '').toLowerCase(),
    );
    if (point.cost === undefined && !line.type.startsWith('free_')) line.withoutCost += volume;
    line.metaMessages += volume;
    line.metaUnits += cost;
  }
  return Array.from(lines.values(), (sums) => {
    const { month, market, category, type } = sums;
    const ledger = sums.unknown > 0 ? undefined : createMoney(currency, sums.ledgerUnits);
    const meta = sums.withoutCost > 0 ? undefined : createMoney(currency, sums.metaUnits);
    const isKnown = ledger !== undefined && meta !== undefined;
    return {
      month,
      market,
      category,
      type,
      messages: { ledger: sums.ledgerMessages, meta: sums.metaMessages },
      amount: { ledger, meta },
      difference: isKnown ? subtractMoney<C>(meta, ledger) : undefined,
      cause: getCause(sums, tolerance),
    };
  });
}
