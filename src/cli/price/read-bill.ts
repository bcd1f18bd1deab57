import { UsageError } from 'wabakit';
import {
  toPricingReports,
  type LedgerSnapshot,
  type PricingAnalyticsPoint,
  type PricingReport,
} from 'wabakit/pricing';
import { parseRecordedWebhook, parseWebhook } from 'wabakit/webhooks';
import { readText } from './load-card.ts';

// These files are read whole.
const maximumBytes = 500_000_000;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const rowLists = [
  'identities',
  'windows',
  'conversations',
  'pending',
  'early',
  'counts',
  'totals',
  'entries',
  'uncosted',
];

const isRows = (value: unknown): boolean =>
  Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null);

const isSnapshot = (value: unknown): value is LedgerSnapshot =>
  isObject(value) &&
  value['version'] === 1 &&
  typeof value['currency'] === 'string' &&
  Array.isArray(value['settled']) &&
  rowLists.every((name) => isRows(value[name]));

/** Reads a ledger that was saved as the JSON of its `snapshot()`. */
export async function readLedger(path: string): Promise<LedgerSnapshot> {
  const snapshot = parseJson(await readText(path, maximumBytes));
  if (isSnapshot(snapshot)) return snapshot;
  throw new UsageError({
    summary: `The file ${path} is not a ledger.`,
    details: ['Save one with JSON.stringify(ledger.snapshot()).'],
  });
}

/** The webhook bodies in a file: one body, a list of them, one a line, or one recording of `recordWebhooks`. */
function splitBodies(text: string): readonly string[] {
  const whole = parseJson(text);
  if (Array.isArray(whole)) return whole.map((body: unknown) => JSON.stringify(body));
  if (whole !== undefined) return [text];
  if (!/^\s*[[{]/.test(text)) return [new TextDecoder().decode(parseRecordedWebhook(Buffer.from(text)).body)];
  return text.split('\n').filter((line) => line.trim() !== '');
}

/** Reads what the status webhooks in some files say of prices. */
export async function readReports(paths: readonly string[]): Promise<PricingReport[]> {
  const reports: PricingReport[] = [];
  for (const path of paths) {
    for (const [index, body] of splitBodies(await readText(path, maximumBytes)).entries()) {
      if (parseJson(body) === undefined) {
        throw new UsageError({ summary: `${path}, body ${index + 1}, is not the JSON of a webhook.` });
      }
      for (const event of parseWebhook(body)) for (const one of toPricingReports(event)) reports.push(one);
    }
  }
  if (reports.length > 0) return reports;
  throw new UsageError({
    summary: 'No status with a price was found.',
    details: ['Give the bodies of status webhooks as Meta sent them: a JSON list, or one body a line.'],
  });
}

const isPoint = (value: unknown): value is PricingAnalyticsPoint =>
  isObject(value) && typeof value['start'] === 'number' && typeof value['end'] === 'number';

/** Takes the points out of what `getPricingAnalytics` returned, or of the answer of the Graph API. */
function findPoints(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as readonly unknown[];
  const field = isObject(value) ? value['pricing_analytics'] : undefined;
  const data = isObject(field) ? field['data'] : undefined;
  if (!Array.isArray(data)) return undefined;
  return data.flatMap((part: unknown) => {
    const points = isObject(part) ? part['data_points'] : undefined;
    return Array.isArray(points) ? (points as readonly unknown[]) : [];
  });
}

/** Reads pricing analytics: a list of points, or the answer of the Graph API. */
export async function readPoints(path: string): Promise<PricingAnalyticsPoint[]> {
  const found = findPoints(parseJson(await readText(path, maximumBytes))) ?? [];
  const points = found.filter(isPoint);
  if (points.length > 0 && points.length === found.length) return points;
  throw new UsageError({
    summary: `The file ${path} holds no pricing analytics.`,
    details: [
      'Save what getPricingAnalytics returned, with the dimensions COUNTRY, PRICING_CATEGORY and PRICING_TYPE.',
    ],
  });
}
