import type { Currency } from '../values/money.ts';
import { parseMoney } from '../values/money.ts';
import { modelOn } from './pricing-model.ts';
import type { PricingIssue } from '../values/pricing-error.ts';
import type { MarketRates, RateCard, RateCell, RateColumn } from './rate-card.ts';
import { badFile, readCsv, readDecimal } from './read-csv.ts';
import { bareName, effectiveDate, tableCurrency } from './table-preface.ts';
import type { TableOptions } from './table-preface.ts';

/** Options of {@link parseRateCardCsv}: facts that the file may not contain. */
export interface ParseRateCardOptions extends TableOptions {
  /** Prefixes that the card moves to another market than the built-in map does, as Meta announces them: `{ '84': 'Vietnam' }`. */
  readonly prefixes?: Readonly<Record<string, string>> | undefined;
}

const columnNames: Readonly<Record<string, RateColumn>> = {
  marketing: 'marketing',
  utility: 'utility',
  authentication: 'authentication',
  authenticationinternational: 'authentication_international',
  service: 'service',
};
const needed: readonly RateColumn[] = ['marketing', 'utility', 'authentication'];

function readRate(cell: string, currency: Currency, hasDecimalComma: boolean): RateCell | undefined {
  if (/^n\/?a$/i.test(cell)) return 'not_applicable';
  if (cell === '') return 'not_on_record';
  const text = readDecimal(cell, hasDecimalComma);
  if (text === undefined) return undefined;
  return { rate: parseMoney(currency, text).scaledAmount, tiers: [] };
}

/**
 * Reads a rate card as Meta offers it for download: lines of text above the header, a header cell broken over two lines, `n/a`, thousands separators
 * in quotes, CRLF; also as a spreadsheet saved it, with semicolons and decimal commas. So a team can price with next quarter's card on the day Meta publishes it. Join its volume tiers with
 * `withVolumeTiers`.
 *
 * Throws `PricingError` whose issues name line, column and reason, for every bad cell of the file; no part of such a file is used.
 *
 * @example
 * const card = parseRateCardCsv(await readFile('rates.csv', 'utf8'));
 * card.id; // '2027-01-01-USD'
 * quoteFromCard({ card, to: '+5511987654321', category: 'marketing' });
 */
export function parseRateCardCsv(text: string, options: ParseRateCardOptions = {}): RateCard {
  const { rows, hasDecimalComma } = readCsv(text);
  const headerAt = rows.findIndex(
    ({ cells }) =>
      bareName(cells[0] ?? '') === 'market' && cells.some((cell) => bareName(cell) === 'marketing'),
  );
  const header = rows[headerAt];
  if (header === undefined) {
    throw badFile([{ path: 'header', message: 'no line begins with Market and has a Marketing column.' }]);
  }
  const columns = header.cells.map((cell) => columnNames[bareName(cell)]);
  const issues: PricingIssue[] = needed
    .filter((column) => !columns.includes(column))
    .map((column) => ({ path: `line ${header.line}`, message: `the header has no ${column} column.` }));
  for (const [index, column] of columns.entries()) {
    if (column !== undefined && columns.indexOf(column) !== index) {
      issues.push({ path: `line ${header.line}`, message: `the header has two ${column} columns.` });
    }
  }
  const body = rows.slice(headerAt + 1);
  if (body.length === 0) issues.push({ path: 'file', message: 'the file has no row below the header.' });
  if (issues.length > 0) throw badFile(issues);
  const currencyColumn = header.cells.findIndex((cell) => bareName(cell) === 'currency');
  const currency = tableCurrency(body, currencyColumn, options);
  const effectiveFrom = effectiveDate(rows.slice(0, headerAt), options);
  const markets = new Map<string, MarketRates>();
  for (const { line, cells } of body) {
    const market = cells[0] ?? '';
    if (market === '')
      issues.push({ path: `line ${line}, column "Market"`, message: 'the market has no name.' });
    else if (markets.has(market)) {
      issues.push({
        path: `line ${line}, column "Market"`,
        message: `${market} stands in an earlier line too.`,
      });
    }
    const rates: Partial<Record<RateColumn, RateCell>> = {};
    for (const [index, column] of columns.entries()) {
      if (column === undefined) continue;
      const cell = cells[index] ?? '';
      const rate = readRate(cell, currency, hasDecimalComma);
      if (rate === undefined) {
        const message = `${JSON.stringify(cell)} is not a rate such as 0.0068 or n/a (at most four decimals).`;
        issues.push({ path: `line ${line}, column "${header.cells[index] ?? ''}"`, message });
      } else rates[column] = rate;
    }
    markets.set(market, rates);
  }
  if (issues.length > 0) throw badFile(issues);
  const getCells = [...markets.values()].flatMap((rates) => Object.values(rates));
  return {
    id: `${effectiveFrom}-${currency}`,
    currency,
    effectiveFrom,
    effectiveUntil: options.effectiveUntil,
    model: modelOn(effectiveFrom),
    complete: !getCells.includes('not_on_record'),
    confidence: 'high',
    tierConfidence: 'high',
    source: options.source ?? 'a CSV file',
    prefixes: options.prefixes,
    markets,
  };
}
