import { bucketStart } from '../messages/billing.ts';
import { GraphError } from '../kernel/graph-error.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { UsageBucket } from '../kernel/records.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

const halfHour = 1_800_000;
const day = 86_400_000;

/** A question in Meta's field-call syntax: `pricing_analytics.start(1).end(2).granularity(DAILY).dimensions(["COUNTRY"])`. */
export interface AnalyticsQuestion {
  readonly name: string;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly end: number;
  readonly granularity: string;
  /** Every other call, by name: lists and single words alike. */
  readonly filters: ReadonlyMap<string, readonly string[]>;
}

const words = (text: string): readonly string[] =>
  text
    .replace(/[[\]"']/g, '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** Reads the question about one of the analytics fields; `undefined` when there is none. */
export function getQuestion(fields: string, name: string): AnalyticsQuestion | undefined {
  const [whole] = new RegExp(`(?<![a-z_])${name}((?:\\.[a-z_]+\\([^)]*\\))+)`).exec(fields) ?? [];
  if (whole === undefined) return undefined;
  const calls = new Map(
    [...whole.matchAll(/\.([a-z_]+)\(([^)]*)\)/g)].map(([, key, value]) => [key ?? '', words(value ?? '')]),
  );
  const time = (key: string): number => Number(calls.get(key)?.[0]) * 1000;
  const [start, end] = [time('start'), time('end')];
  if (!(start < end))
    throw new GraphError(100, { details: `${name}: start and end are needed, in seconds, start first` });
  return { name, start, end, granularity: calls.get('granularity')?.[0] ?? 'DAILY', filters: calls };
}

function stepStart(at: number, granularity: string): number {
  if (granularity === 'HALF_HOUR') return bucketStart(at);
  const date = new Date(at);
  return granularity.startsWith('MONTH')
    ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth())
    : Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
}

function stepEnd(start: number, granularity: string): number {
  if (granularity === 'HALF_HOUR') return start + halfHour;
  const date = new Date(start);
  return granularity.startsWith('MONTH')
    ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1)
    : start + day;
}

const inSeconds = (start: number, granularity: string): JsonObject => ({
  start: start / 1000,
  end: stepEnd(start, granularity) / 1000,
});

/** `analytics`: how many messages were sent and delivered. */
export function messageAnalytics(
  context: EmulatorContext,
  { start, end, granularity }: AnalyticsQuestion,
): JsonObject {
  const points = new Map<number, { sent: number; delivered: number }>();
  const count = (at: number, what: 'sent' | 'delivered', much: number): void => {
    if (at < bucketStart(start) || at >= end) return;
    const step = stepStart(at, granularity);
    const point = points.get(step) ?? { sent: 0, delivered: 0 };
    point[what] += much;
    points.set(step, point);
  };
  for (const [at, much] of context.state.sentByTime) count(at, 'sent', much);
  for (const bucket of context.state.usage.values()) count(bucket.start, 'delivered', bucket.count);
  const data_points = [...points]
    .toSorted(([one], [other]) => one - other)
    .map(([step, point]) => ({ ...inSeconds(step, granularity), ...point }));
  const phone_numbers = [...context.state.phoneNumbers.values()].map(({ waId }) => waId);
  return { phone_numbers, granularity, data_points };
}

interface Dimension {
  readonly label: string;
  readonly read: (bucket: UsageBucket, context: EmulatorContext) => string | undefined;
}

const dimensions: Readonly<Record<string, Dimension>> = {
  COUNTRY: { label: 'country', read: ({ country }) => country },
  PHONE: {
    label: 'phone_number',
    read: ({ phoneNumberId }, context) => context.state.phoneNumbers.get(phoneNumberId)?.waId,
  },
  PRICING_TYPE: { label: 'pricing_type', read: ({ pricingType }) => pricingType.toUpperCase() },
  PRICING_CATEGORY: { label: 'pricing_category', read: ({ category }) => category.toUpperCase() },
};

/** `pricing_analytics`: what delivered messages cost, broken down as asked. */
export function pricingAnalytics(context: EmulatorContext, question: AnalyticsQuestion): JsonObject {
  const { start, end, granularity, filters } = question;
  const asked = (filters.get('dimensions') ?? []).flatMap((name) => dimensions[name] ?? []);
  const keep = (name: string, value: string | undefined): boolean => {
    const wanted = filters.get(name) ?? [];
    return wanted.length === 0 || (value !== undefined && wanted.includes(value));
  };
  const points = new Map<string, JsonObject & { volume: number; units: number }>();
  for (const bucket of context.state.usage.values()) {
    if (bucket.start < bucketStart(start) || bucket.start >= end) continue;
    if (!keep('country_codes', bucket.country)) continue;
    if (!keep('phone_numbers', context.state.phoneNumbers.get(bucket.phoneNumberId)?.waId)) continue;
    if (!keep('pricing_types', bucket.pricingType.toUpperCase())) continue;
    if (!keep('pricing_categories', bucket.category.toUpperCase())) continue;
    const step = stepStart(bucket.start, granularity);
    const labels = Object.fromEntries(asked.map(({ label, read }) => [label, read(bucket, context)]));
    const key = JSON.stringify([step, labels]);
    const point = points.get(key) ?? { ...inSeconds(step, granularity), ...labels, volume: 0, units: 0 };
    point.volume += bucket.count;
    point.units += bucket.scaledAmount;
    points.set(key, point);
  }
  const metrics = filters.get('metric_types') ?? [];
  const wants = (metric: string): boolean => metrics.length === 0 || metrics.includes(metric);
  const data_points = [...points.values()].map(({ volume, units, ...point }) => ({
    ...point,
    ...(wants('VOLUME') ? { volume } : {}),
    ...(wants('COST') ? { cost: units / 10_000 } : {}),
  }));
  return { data: [{ data_points }] };
}
