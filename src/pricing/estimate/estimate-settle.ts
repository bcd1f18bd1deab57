import { weaker } from '../values/confidence.ts';
import type { Confidence } from '../values/confidence.ts';
import type { EstimateLine } from './estimate-line.ts';
import type { EstimateParams } from './estimate-params.ts';
import { freeServiceMessages } from '../quote/message-model.ts';
import { createMoney } from '../values/money.ts';
import type { Currency } from '../values/money.ts';
import { badValue, show } from '../values/pricing-error.ts';
import type { MessageCategory } from '../quote/quote-result.ts';
import type { Rate, RateCard, RateColumn } from '../cards/rate-card.ts';
import { grouped } from '../quote/answer.ts';
import { costOverTiers, getTier, isTiered } from '../cards/volume-tier.ts';
import type { TierCost } from '../cards/volume-tier.ts';

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
  /** What the messages that an auction prices can cost together, in ten-thousandths. */
  atMost: number;
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

function getColumn({ category }: Bucket<Currency>): RateColumn | undefined {
  if (category === 'general_purpose_ai') return undefined;
  return category === 'marketing_lite' ? 'marketing' : category;
}

function getRate<C extends Currency>(bucket: Bucket<C>): Rate | undefined {
  const column = getColumn(bucket);
  const cell = column === undefined ? undefined : bucket.card.markets.get(bucket.market ?? '')?.[column];
  return typeof cell === 'object' ? cell : undefined;
}

function costAfter<C extends Currency>(bucket: Bucket<C>, volume: number): TierCost {
  const [column, rate] = [getColumn(bucket), getRate(bucket)];
  if (column === undefined || rate === undefined) return { low: 0, high: 0, unknownFrom: undefined };
  return costOverTiers(rate, isTiered(bucket.card.model, column), volume, bucket.charged);
}

/** Notes which tiers the messages of a bucket reach, at the last place that they may have in the month. */
function noteTiers<C extends Currency>(bucket: Bucket<C>, last: TierCost, end: number): void {
  if (last.unknownFrom !== undefined) {
    bucket.confidence = 'low';
    bucket.reasons.add(
      `the volume tiers of ${bucket.market ?? ''} on ${bucket.card.id} are not known from message ${grouped(last.unknownFrom)} of the month on: from there a message costs the list rate at most, and no tier of Meta's lies more than 30 % below it (add Meta's tier file)`,
    );
  }
  const tier = getTier(getRate(bucket)?.tiers ?? [], end - 1);
  if (tier !== undefined && tier.from > 0) {
    bucket.confidence = weaker(bucket.confidence, bucket.card.tierConfidence);
    bucket.reasons.add(`reaches the volume tier from ${grouped(tier.from)} of the month`);
  }
}

/** Prices the buckets that share one tier count: either may be delivered first, and the one that comes later reaches the cheaper tiers. */
function settlePool<C extends Currency>(pool: readonly Settled<C>[], volume: number): Range {
  const total = pool.reduce((sum, { bucket }) => sum + bucket.charged, 0);
  const sums: Range[] = [];
  for (const order of [pool, [...pool].reverse()]) {
    let done = volume;
    const sum = { low: 0, high: 0 };
    for (const { bucket } of order) {
      const { low, high } = costAfter(bucket, done);
      sum.low += low;
      sum.high += high;
      done += bucket.charged;
    }
    sums.push(sum);
  }
  for (const settled of pool) {
    const { bucket } = settled;
    const first = costAfter(bucket, volume);
    const last = costAfter(bucket, volume + total - bucket.charged);
    settled.low = Math.min(first.low, last.low);
    settled.high = Math.max(first.high, last.high);
    noteTiers(bucket, last, volume + total);
  }
  return { low: Math.min(...sums.map(({ low }) => low)), high: Math.max(...sums.map(({ high }) => high)) };
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
    bucket.reasons.add(`${grouped(allowance)} free service messages are left for all markets together`);
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
    low: unknown > 0 ? undefined : createMoney(currency, low),
    high: unknown > 0 ? undefined : createMoney(currency, high),
    card: card.markets.size === 0 ? undefined : card.id,
    confidence: unknown > 0 ? undefined : confidence,
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

/** Copies a bucket; what is to be charged without a rate is unknown, never zero. */
function copyBucket<C extends Currency>(bucket: Bucket<C>): Bucket<C> {
  const copy = { ...bucket, reasons: new Set(bucket.reasons) };
  if (bucket.charged === 0 || getRate(bucket) !== undefined) return copy;
  copy.reasons.add(`there is no rate of ${bucket.market ?? ''} on ${bucket.card.id}`);
  return { ...copy, charged: 0, unknown: bucket.unknown + bucket.charged };
}

/** Shares volume tiers and free service messages out over the buckets of a plan, and prices them. */
export function settleBuckets<C extends Currency>(
  buckets: readonly Bucket<C>[],
  params: EstimateParams<C>,
): { readonly lines: EstimateLine<C>[]; readonly low: number; readonly high: number } {
  const copies = buckets.map(copyBucket);
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
  for (const one of settled) {
    one.high += one.bucket.atMost;
    ranges.push({ low: 0, high: one.bucket.atMost });
  }
  return {
    lines: settled.map((one) => getLine(one, params.currency)),
    low: ranges.reduce((sum, range) => sum + range.low, 0),
    high: ranges.reduce((sum, range) => sum + range.high, 0),
  };
}
