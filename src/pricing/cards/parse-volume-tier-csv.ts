import { parseMoney } from '../values/money.ts';
import type { Currency } from '../values/money.ts';
import type { PricingIssue } from '../values/pricing-error.ts';
import type { RateColumn, VolumeTier } from './rate-card.ts';
import { badFile, readCsv, readDecimal } from './read-csv.ts';
import type { CsvRow } from './read-csv.ts';
import { bareName, effectiveDate, tableCurrency } from './table-preface.ts';
import type { TableOptions } from './table-preface.ts';

/** Meta's volume tiers of one currency, from one day on. */
export interface VolumeTierTable {
  /** The currency of the rates. */
  readonly currency: Currency;
  /** The first day they are in force. */
  readonly effectiveFrom: string;
  /** The tiers by market, then by category; a category without tiers in a market is missing. */
  readonly markets: ReadonlyMap<string, Readonly<Partial<Record<RateColumn, readonly VolumeTier[]>>>>;
}

/** A group of columns: one category's bounds and rate. */
interface Group {
  readonly column: RateColumn;
  readonly from: number;
  readonly to: number;
  readonly rate: number;
}

const groupNames: Readonly<Record<string, RateColumn>> = {
  utility: 'utility',
  authentication: 'authentication',
  authenticationinternational: 'authentication_international',
};

function findGroups(rows: readonly CsvRow[], headerAt: number): Group[] {
  const header = rows[headerAt]?.cells.map(bareName) ?? [];
  const titles = rows
    .slice(0, headerAt)
    .findLast(({ cells }) => cells.some((cell) => bareName(cell) in groupNames));
  const groups: Group[] = [];
  for (const [from, name] of header.entries()) {
    if (name !== 'from') continue;
    const title = titles?.cells.slice(0, from + 1).findLast((cell) => cell !== '') ?? '';
    const column = groupNames[bareName(title)];
    const to = header.indexOf('to', from);
    const rate = header.indexOf('rate', from);
    if (column !== undefined && to > from && rate > to) groups.push({ column, from, to, rate });
  }
  return groups;
}

function readCount(cell: string): number | undefined {
  return /^\d{1,3}(?:,\d{3})*$|^\d+$/.test(cell) ? Number(cell.replaceAll(',', '')) : undefined;
}

function readTier(
  cells: readonly string[],
  group: Group,
  currency: Currency,
  hasDecimalComma: boolean,
): VolumeTier | string | undefined {
  const [from = '', to = '', rate = ''] = [cells[group.from], cells[group.to], cells[group.rate]];
  if ([from, to, rate].every((cell) => cell === '' || /^n\/?a$/i.test(cell))) return undefined;
  const first = readCount(from);
  if (first === undefined) return `${JSON.stringify(from)} is not a count of messages.`;
  const open = /^[-–—]+$/.test(to);
  const last = open ? undefined : readCount(to);
  if (!open && last === undefined)
    return `${JSON.stringify(to)} is not a count of messages, nor -- for open.`;
  if (last !== undefined && last <= first) return `the tier ends at ${last}, before it begins at ${first}.`;
  const decimal = readDecimal(rate, hasDecimalComma);
  if (decimal === undefined) return `${JSON.stringify(rate)} is not a rate such as 0.0068.`;
  return { from: first, to: last, rate: parseMoney(currency, decimal).scaledAmount };
}

function gapReason(before: VolumeTier | undefined, tier: VolumeTier): string | undefined {
  if (before === undefined)
    return tier.from === 0 ? undefined : `the first tier begins at ${tier.from}, not at 0.`;
  if (before.to === undefined) return 'a tier follows the open one.';
  return tier.from === before.to + 1
    ? undefined
    : `the tier begins at ${tier.from}; the one before it ends at ${before.to}.`;
}

/**
 * Reads a volume tier table as Meta offers it for download: three groups of columns (utility, authentication, authentication-international), the market
 * named in its first line only, thousands separators in quotes, `--` for the open tier, `n/a` where a group does not apply.
 *
 * Throws `PricingError` whose issues name line, column and reason; no part of such a file is used.
 *
 * @example
 * const tiers = parseVolumeTierCsv(await readFile('tiers.csv', 'utf8'));
 * tiers.markets.get('Brazil')?.utility?.[1]; // { from: 250001, to: 2000000, rate: 65 }
 */
export function parseVolumeTierCsv(text: string, options: TableOptions = {}): VolumeTierTable {
  const { rows, hasDecimalComma } = readCsv(text);
  const headerAt = rows.findIndex(
    ({ cells }) =>
      bareName(cells[0] ?? '').startsWith('market') && cells.some((cell) => bareName(cell) === 'from'),
  );
  const header = rows[headerAt];
  if (header === undefined) {
    throw badFile([{ path: 'header', message: 'no line begins with Market and has a From column.' }]);
  }
  const groups = findGroups(rows, headerAt);
  if (groups.length === 0) {
    const message = 'no line above the header names Utility or Authentication over From, To and Rate.';
    throw badFile([{ path: `line ${header.line}`, message }]);
  }
  const body = rows.slice(headerAt + 1);
  const currencyColumn = header.cells.findIndex((cell) => bareName(cell) === 'currency');
  const currency = tableCurrency(body, currencyColumn, options);
  const effectiveFrom = effectiveDate(rows.slice(0, headerAt), options);
  const issues: PricingIssue[] = [];
  const markets = new Map<string, Partial<Record<RateColumn, VolumeTier[]>>>();
  let market = '';
  for (const { line, cells } of body) {
    const named = cells[0] ?? '';
    if (named !== '' && named !== market && markets.has(named)) {
      issues.push({
        path: `line ${line}, column "Market"`,
        message: `${named} stands in an earlier line too.`,
      });
    }
    market = named === '' ? market : named;
    if (market === '') {
      issues.push({ path: `line ${line}, column "Market"`, message: 'no line above names the market.' });
      continue;
    }
    const tiers = markets.get(market) ?? {};
    markets.set(market, tiers);
    for (const group of groups) {
      const tier = readTier(cells, group, currency, hasDecimalComma);
      if (tier === undefined) continue;
      const list = (tiers[group.column] ??= []);
      const reason = typeof tier === 'string' ? tier : gapReason(list.at(-1), tier);
      if (reason !== undefined) issues.push({ path: `line ${line}, ${group.column}`, message: reason });
      if (typeof tier !== 'string') list.push(tier);
    }
  }
  if (markets.size === 0) issues.push({ path: 'file', message: 'the file has no row below the header.' });
  if (issues.length > 0) throw badFile(issues);
  return { currency, effectiveFrom, markets };
}
