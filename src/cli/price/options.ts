import { readFile } from 'node:fs/promises';
import { InvalidArgumentError, type Command } from 'commander';
import { UsageError } from 'wabakit';
import {
  currencies,
  isCurrency,
  parseRateCardCsv,
  parseVolumeTierCsv,
  rateCards,
  withVolumeTiers,
  type Currency,
  type RateCard,
} from 'wabakit/pricing';

/** The options that all pricing commands share. */
export interface PriceFlags {
  readonly at: number;
  readonly timeZone: string;
  readonly currency: Currency;
  readonly card?: string;
  readonly tiers?: string;
  readonly effectiveFrom?: string;
  readonly json?: boolean;
}

/** Reads a date or a time: `2026-10-01` is its first instant in UTC; anything else must name its offset. */
export function readTime(text: string): number {
  const at = /^\d{4}-\d{2}-\d{2}(T.+(Z|[+-]\d{2}:\d{2}))?$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isFinite(at)) return at;
  throw new InvalidArgumentError('Give a date such as 2026-10-01, or a time such as 2026-10-01T09:00:00Z.');
}

const readCurrency = (text: string): Currency => {
  const code = text.toUpperCase();
  if (isCurrency(code)) return code;
  throw new InvalidArgumentError(`Meta bills in ${currencies.join(', ')}.`);
};

/** Reads a whole number from 0 up. */
export function readCount(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a whole number from 0 up.');
}

/** Adds the options that all pricing commands share. */
export const withPriceOptions = (command: Command): Command =>
  command
    .option('--at <time>', 'when the messages are delivered (default: now)', readTime, Date.now())
    .option('--time-zone <zone>', "the account's IANA time zone", 'UTC')
    .option('--currency <code>', "the account's currency", readCurrency, 'USD')
    .option(
      '--card <name or file>',
      'a built-in card (see "price cards"), or a rate card CSV as Meta offers it',
    )
    .option('--tiers <file>', 'the volume tier CSV that belongs to the card file')
    .option('--effective-from <date>', 'the first day of the card file, if the file does not contain it')
    .option('--json', 'print JSON');

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new UsageError({ summary: `The file ${path} cannot be read (${code}).`, cause: error });
  }
}

/** Finds a card by its name, or reads it from Meta's CSV downloads. */
export async function loadCard(
  nameOrFile: string,
  tiers?: string,
  effectiveFrom?: string,
): Promise<RateCard> {
  const known = rateCards.find(({ id }) => id.toLowerCase() === nameOrFile.toLowerCase());
  if (known !== undefined) return known;
  if (!/\.csv$/i.test(nameOrFile)) {
    throw new UsageError({
      summary: `No rate card is named ${nameOrFile}.`,
      details: [`Built in: ${rateCards.map(({ id }) => id).join(', ')}; or give a file that ends in .csv.`],
    });
  }
  const card = parseRateCardCsv(await readText(nameOrFile), { source: nameOrFile, effectiveFrom });
  return tiers === undefined
    ? card
    : withVolumeTiers(card, parseVolumeTierCsv(await readText(tiers), { effectiveFrom }));
}

/** Says whether a card is in a currency. */
export const isIn = (card: RateCard, currency: Currency): boolean => card.currency === currency;

/** The card of the flags, checked against their currency; `undefined` where each day's own card is to be used. */
export async function getCard({
  card,
  tiers,
  effectiveFrom,
  currency,
}: PriceFlags): Promise<RateCard | undefined> {
  if (card === undefined) return undefined;
  const loaded = await loadCard(card, tiers, effectiveFrom);
  if (isIn(loaded, currency)) return loaded;
  throw new UsageError({
    summary: `The card ${loaded.id} is in ${loaded.currency}, the account in ${currency}.`,
    details: ['Cards are never converted: give --currency, or a card in that currency.'],
  });
}
