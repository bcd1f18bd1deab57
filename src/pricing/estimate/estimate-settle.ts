import { weaker } from '../values/confidence.ts';
import type { Confidence } from '../values/confidence.ts';
import type { EstimateLine } from './estimate-line.ts';
import type { EstimateParams } from './estimate-params.ts';
import { freeServiceMessages } from '../quote/message-model.ts';
import { createMoney } from '../values/money.ts';
import type { Currency } from '../values/money.ts';
import { badValue, show } from '../values/pricing-error.ts';
import type { MessageCategory } from '../quote/quote-result.ts';
import type { Rate, RateCard } from '../cards/rate-card.ts';
import { costOverTiers, getTier } from '../cards/volume-tier.ts';

/** What a plan holds of one month, card, market and category, before tiers and free messages are shared out. */
export interface Bucket<C extends Currency> {
  readonly month: string;
  readonly card: RateCard<C>;
  readonly market: string | undefined;
  readonly category: MessageCategory;
  messages: number;
  free: number;
  notSendable: number;
  /** Charged one by one. */
  charged: number;
  /** Service messages that are free or charged, as the free ones of the month last. */
  freeable: number;
  unknown: number;
  confidence: Confidence;
  readonly reasons: Set<string>;
}

interface Range {
  low: number;
  high: number;
}

/** A bucket with its cost, which `settleBuckets` fills in. */
interface Settled<C extends Currency> extends Range {
  readonly bucket: Bucket<C>;
}

function getRate<C extends Currency>(bucket: Bucket<C>): Rate | undefined {
  const column = bucket.category === 'marketing_lite' ? 'marketing' : bucket.category;
  if (column === 'general_purpose_ai') return undefined;
  const cell = bucket.card.markets.get(bucket.market ?? '')?.[column];
  return typeof cell === 'object' ? cell : undefined;
}

function markUnknown<C extends Currency>(bucket: Bucket<C>, reason: string): void {
  bucket.unknown += bucket.charged;
  bucket.charged = 0;
  bucket.reasons.add(reason);
}

function costAfter<C extends Currency>(bucket: Bucket<C>, volume: number): number | undefined {
  const rate = getRate(bucket);
  return rate === undefined ? undefined : costOverTiers(rate, volume, bucket.charged);
}

/** Prices the buckets that share one tier count: either may be delivered first, and the one that comes later reaches the cheaper tiers. */
function settlePool<C extends Currency>(pool: readonly Settled<C>[], volume: number): Range {
  const total = pool.reduce((sum, { bucket }) => sum + bucket.charged, 0);
  const sums: number[] = [];
  for (const order of [pool, [...pool].reverse()]) {
    let done = volume;
    let sum = 0;
    for (const { bucket } of order) {
      sum += costAfter(bucket, done) ?? 0;
      done += bucket.charged;
    }
    sums.push(sum);
  }
  for (const settled of pool) {
    const { bucket } = settled;
    const first = costAfter(bucket, volume);
    const last = costAfter(bucket, volume + total - bucket.charged);
    if (first === undefined || last === undefined) {
      markUnknown(
        bucket,
        `the plan goes past the volume tiers of ${bucket.market ?? ''} on ${bucket.card.id} that are known to wabakit`,
      );
      continue;
    }
    settled.low = Math.min(first, last);
    settled.high = Math.max(first, last);
    const rate = getRate(bucket);
    const lastTier = rate === undefined ? undefined : getTier(rate, volume + total - 1);
    if (lastTier !== undefined && lastTier.from > 0 && bucket.charged > 0) {
      bucket.confidence = weaker(bucket.confidence, bucket.card.tierConfidence);
      bucket.reasons.add(`reaches the volume tier from ${lastTier.from} of the month`);
    }
  }
  if (pool.some(({ bucket }) => bucket.charged === 0 && bucket.unknown > 0)) return getSum(pool);
  return { low: Math.min(...sums), high: Math.max(...sums) };
}

function getSum<C extends Currency>(pool: readonly Settled<C>[]): Range {
  return {
    low: pool.reduce((sum, one) => sum + one.low, 0),
    high: pool.reduce((sum, one) => sum + one.high, 0),
  };
}

/** What service messages cost when the free ones go to them in the given order. */
function serviceCost<C extends Currency>(order: readonly Settled<C>[], allowance: number): number {
  let left = allowance;
  let units = 0;
  for (const { bucket } of order) {
    const freed = Math.min(left, bucket.freeable);
    left -= freed;
    units += (bucket.freeable - freed) * (getRate(bucket)?.rate ?? 0);
  }
  return units;
}

function settleService<C extends Currency>(pool: readonly Settled<C>[], allowance: number): Range {
  const total = pool.reduce((sum, { bucket }) => sum + bucket.freeable, 0);
  const paid: Settled<C>[] = [];
  for (const settled of pool) {
    const { bucket } = settled;
    const others = total - bucket.freeable;
    const surelyFree = Math.max(0, Math.min(bucket.freeable, allowance - others));
    const rate = getRate(bucket)?.rate;
    bucket.reasons.add(`${allowance} free service messages are left for all markets together`);
    if (rate === undefined && surelyFree < bucket.freeable) {
      bucket.free += surelyFree;
      bucket.unknown += bucket.freeable - surelyFree;
      continue;
    }
    bucket.free += surelyFree;
    const mostlyFree = Math.min(bucket.freeable, allowance);
    settled.low = (bucket.freeable - mostlyFree) * (rate ?? 0);
    settled.high = (bucket.freeable - surelyFree) * (rate ?? 0);
    paid.push(settled);
  }
  const byRate = paid.sort((a, b) => (getRate(a.bucket)?.rate ?? 0) - (getRate(b.bucket)?.rate ?? 0));
  const spent = total - byRate.reduce((sum, { bucket }) => sum + bucket.freeable, 0);
  const high = serviceCost(byRate, Math.max(0, allowance - spent));
  return { low: serviceCost([...byRate].reverse(), allowance), high };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

function getLine<C extends Currency>({ bucket, low, high }: Settled<C>, currency: C): EstimateLine<C> {
  const { month, market, category, messages, free, notSendable, unknown, card, confidence } = bucket;
  return {
    month,
    market,
    category,
    messages,
    free,
    notSendable,
    unknown,
    low: createMoney(currency, low),
    high: createMoney(currency, high),
    card: card.markets.size === 0 ? undefined : card.id,
    confidence,
    reasons: [...bucket.reasons],
  };
}

function getAllowance(params: EstimateParams): number {
  const { phoneNumbers = 1, freeServiceMessagesUsed = 0 } = params;
  for (const [path, value] of Object.entries({ phoneNumbers, freeServiceMessagesUsed })) {
    if (!Number.isSafeInteger(value) || value < 0)
      throw badValue(path, `${show(value)} is not a count from 0 up.`);
  }
  return Math.max(0, phoneNumbers * freeServiceMessages - freeServiceMessagesUsed);
}

/** Shares volume tiers and free service messages out over the buckets of a plan, and prices them. */
export function settleBuckets<C extends Currency>(
  buckets: readonly Bucket<C>[],
  params: EstimateParams<C>,
): { readonly lines: EstimateLine<C>[]; readonly low: number; readonly high: number } {
  const copies = buckets.map((bucket): Bucket<C> => ({ ...bucket, reasons: new Set(bucket.reasons) }));
  const settled = copies.map((bucket): Settled<C> => ({ bucket, low: 0, high: 0 }));
  const firstMonth = copies.map((bucket) => bucket.month).sort()[0];
  const ranges: Range[] = [];
  const tierPool = ({ bucket }: Settled<C>): string => {
    const pool = bucket.category.startsWith('authentication') ? 'authentication' : bucket.category;
    return `${bucket.month}|${bucket.card.id}|${bucket.market ?? ''}|${pool}`;
  };
  for (const pool of groupBy(
    settled.filter(({ bucket }) => bucket.charged > 0),
    tierPool,
  )) {
    const [first] = pool;
    const category =
      first?.bucket.category.startsWith('authentication') === true
        ? 'authentication'
        : first?.bucket.category;
    const begun = params.monthToDate?.find(
      (row) => row.market === first?.bucket.market && row.category === category,
    );
    const volume = first?.bucket.month === firstMonth ? (begun?.messages ?? 0) : 0;
    ranges.push(settlePool(pool, volume));
  }
  const service = settled.filter(({ bucket }) => bucket.freeable > 0);
  const allowance = getAllowance(params);
  for (const pool of groupBy(service, ({ bucket }) => bucket.month)) {
    const full = (params.phoneNumbers ?? 1) * freeServiceMessages;
    const left = pool[0]?.bucket.month === firstMonth ? allowance : full;
    ranges.push(settleService(pool, left));
  }
  return {
    lines: settled.map((one) => getLine(one, params.currency)),
    low: ranges.reduce((sum, range) => sum + range.low, 0),
    high: ranges.reduce((sum, range) => sum + range.high, 0),
  };
}
