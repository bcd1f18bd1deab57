import { stripSeparators } from '../../shared/phone-number.ts';
import { localDate } from '../values/calendar.ts';
import type { Confidence } from '../values/confidence.ts';
import {
  canadianAreaCodes,
  inferredPrefixes,
  marketChanges,
  marketTable,
  sharedPrefixes,
} from '../data/markets.ts';
import { badValue, checkText, show } from '../values/pricing-error.ts';

/** The market of a recipient on the rate card. */
export interface MarketMatch {
  /** Meta's name of the market. */
  readonly market: string;
  /** The calling code and network prefix that decided the market. */
  readonly prefix: string;
  /** The country's ISO 3166-1 code; `undefined` if several countries share the prefix. The area code decides between `US` and `CA`. */
  readonly country: string | undefined;
  /** How certain the match is. */
  readonly confidence: Confidence;
}

interface PrefixMap {
  readonly effectiveFrom: string;
  /** By the first four digits of a number. */
  readonly byDigits: readonly (MarketMatch | undefined)[];
  readonly byCountry: ReadonlyMap<string, MarketMatch>;
}

const noPrefix: MarketMatch = { market: 'Other', prefix: '', country: undefined, confidence: 'low' };

function getConfidence(prefix: string, market: string): Confidence {
  if (inferredPrefixes.includes(prefix)) return 'medium';
  if (market !== 'Other') return 'high';
  return prefix.length === 4 && prefix.startsWith('1') ? 'low' : 'medium';
}

function buildMap(
  effectiveFrom: string,
  markets: ReadonlyMap<string, string>,
  countries: [string, string][],
): PrefixMap {
  const byDigits: (MarketMatch | undefined)[] = Array.from({ length: 10_000 });
  const byCountry = new Map<string, MarketMatch>();
  const owners = new Map<string, string[]>();
  for (const [prefix, country] of countries) owners.set(prefix, [...(owners.get(prefix) ?? []), country]);
  for (const prefix of [...markets.keys()].sort((a, b) => a.length - b.length)) {
    const market = markets.get(prefix) ?? 'Other';
    const own = owners.get(prefix) ?? [];
    const confidence = getConfidence(prefix, market);
    const match: MarketMatch = { market, prefix, country: own.length === 1 ? own[0] : undefined, confidence };
    const width = 10 ** (4 - prefix.length);
    byDigits.fill(match, Number(prefix) * width, (Number(prefix) + 1) * width);
    for (const country of own) if (!byCountry.has(country)) byCountry.set(country, { ...match, country });
  }
  const northAmerica = byCountry.get('CA');
  if (northAmerica !== undefined) {
    const unitedStates = { ...northAmerica, country: 'US' };
    for (let digits = 1000; digits < 2000; digits += 1) {
      if (byDigits[digits]?.prefix !== '1') continue;
      byDigits[digits] = canadianAreaCodes.includes(String(digits).slice(1)) ? northAmerica : unitedStates;
    }
  }
  for (const [country, prefix] of Object.entries(sharedPrefixes)) {
    const match = byDigits[Number(prefix.padEnd(4, '0'))];
    if (match !== undefined) byCountry.set(country, { ...match, country, confidence: 'low' });
  }
  return { effectiveFrom, byDigits, byCountry };
}

function buildMaps(): PrefixMap[] {
  const markets = new Map<string, string>();
  const countries: [string, string][] = [];
  for (const line of marketTable.trim().split('\n')) {
    const [market = '', entries = ''] = line.split(':');
    for (const entry of entries.split(' ')) {
      const prefix = entry.slice(0, -2);
      markets.set(prefix, market);
      countries.push([prefix, entry.slice(-2)]);
    }
  }
  const maps = [buildMap('', markets, countries)];
  for (const [effectiveFrom, moves] of marketChanges) {
    for (const [prefix, market] of Object.entries(moves)) markets.set(prefix, market);
    maps.unshift(buildMap(effectiveFrom, markets, countries));
  }
  return maps;
}

let maps: PrefixMap[] | undefined;

function mapOn(date: string): PrefixMap | undefined {
  maps ??= buildMaps();
  return maps.find((map) => date >= map.effectiveFrom);
}

/** Returns the digits of a phone number. Throws `PricingError` if there are too few or too many, or other characters than separators. */
export function toDigits(to: string): string {
  const text = typeof to === 'string' ? to : '';
  const digits = /^\d+$/.test(text) ? text : stripSeparators(text).replace(/^\+/, '');
  if (!/^[1-9]\d{4,19}$/.test(digits)) {
    throw badValue(
      'to',
      `${show(to)} is not a phone number with its calling code, such as "+5511987654321" (5 to 20 digits).`,
    );
  }
  return digits;
}

/** Returns the market of a number on a date (`2026-10-01`): the longest prefix decides. */
export function marketOfNumber(to: string, date: string): MarketMatch {
  return mapOn(date)?.byDigits[Number(toDigits(to).slice(0, 4))] ?? noPrefix;
}

/** Returns the market of a country on a date; `undefined` if the code is not in the map. */
export function marketOfCountry(country: string, date: string): MarketMatch | undefined {
  checkText('country', country);
  return mapOn(date)?.byCountry.get(country.toUpperCase());
}

/** Parameters of {@link findMarket}. */
export interface FindMarketParams {
  /** The recipient's phone number or WhatsApp ID, with its calling code. */
  readonly to?: string | undefined;
  /** Or the recipient's country, as an ISO 3166-1 code: `BR`. */
  readonly country?: string | undefined;
  /** The time of the price, as a `Date` or epoch milliseconds: markets move between rate cards. */
  readonly at: Date | number;
  /** The WABA's IANA time zone, which decides on which day a move begins. Default `UTC`. */
  readonly timeZone?: string | undefined;
}

/**
 * Returns the market of a recipient at an instant: the longest calling-code prefix decides, and a prefix that Meta does not list is `Other`.
 * Returns `undefined` for a country code that is not in the map. Throws `PricingError` if the recipient is missing, or is a number without a
 * calling code.
 *
 * Source: Meta, "Pricing on the WhatsApp Business Platform", country calling codes.
 *
 * @example
 * findMarket({ to: '+36 1 234 5678', at: Date.UTC(2026, 6, 1) })?.market; // 'Hungary'; a day earlier 'Rest of Central & Eastern Europe'
 */
export function findMarket(params: FindMarketParams): MarketMatch | undefined {
  const date = localDate(params.at, params.timeZone ?? 'UTC');
  if (params.to !== undefined) return marketOfNumber(params.to, date);
  if (params.country !== undefined) return marketOfCountry(params.country, date);
  throw badValue('to', 'give the recipient as `to` (a phone number) or as `country` (an ISO 3166-1 code).');
}

/** Returns the market of a calling code with its network prefix, `55` or `1787`, on a date. A bare `1` is both the United States and Canada. */
export function marketOfPrefix(prefix: string, date: string): MarketMatch {
  const digits = prefix.replace(/^\+/, '');
  if (!/^[1-9]\d{0,14}$/.test(digits)) {
    throw badValue('prefix', `${show(prefix)} is not a calling code with its network prefix, such as "55".`);
  }
  const match = mapOn(date)?.byDigits[Number(digits.slice(0, 4).padEnd(4, '0'))] ?? noPrefix;
  return digits === '1' ? { ...match, country: undefined } : match;
}
