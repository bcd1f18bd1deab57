import { InvalidArgumentError, type Command } from 'commander';
import { UsageError } from 'wabakit';
import {
  addMarkup,
  billingMonth,
  currencies,
  isCurrency,
  parseBillingTime,
  parseMoney,
  PricingError,
  type Currency,
  type Markup,
  type Money,
  type RateCard,
} from 'wabakit/pricing';
import { loadCard } from './load-card.ts';

/** When and in which account prices are asked for, as the options give it. */
export interface TimeFlags {
  /** A date or time as text: what it means depends on the time zone, which may come after it. */
  readonly at?: string;
  readonly timeZone: string;
  readonly currency: Currency;
  readonly json?: boolean;
}

/** What an agency adds, as the options give it. */
export interface MarkupFlags {
  readonly markUpPercent?: number;
  readonly markUpPerMessage?: string;
}

/** The card to price with, as the options give it. */
export interface CardFlags {
  readonly card?: string;
  readonly tiers?: string;
  readonly effectiveFrom?: string;
}

/** The exit code for a price that is not known; documented by {@link exitCodes}. */
export const unknownPrice = 3;

/** What the exit codes of the pricing commands mean, for `--help`. */
export const exitCodes = `
Exit codes:
  0  done, and every price is known
  1  no: over the budget, nothing can be sent, the bill differs
  2  wrong arguments or input
  3  a price is not known`;

/** Reads an IANA time zone. */
export function readTimeZone(text: string): string {
  try {
    billingMonth(0, text);
    return text;
  } catch (error) {
    if (!(error instanceof PricingError)) throw error;
    throw new InvalidArgumentError('Give an IANA time zone such as America/Sao_Paulo.');
  }
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

/** Reads an amount of money as text; its currency comes with another option. */
export function readAmount(text: string): string {
  if (/^\d{1,12}(\.\d{1,4})?$/.test(text)) return text;
  throw new InvalidArgumentError('Give an amount such as 500 or 500.25, with at most four decimals.');
}

function readPercent(text: string): number {
  if (/^\d{1,4}(\.\d{1,2})?$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a number such as 15 or 12.5, with at most two decimals.');
}

/** Adds the options that say when, in which zone and in which currency. */
export const withTimeOptions = (command: Command, at: string): Command =>
  command
    .option('--at <time>', `${at}: 2026-10-01, or 2026-10-01T09:00, in --time-zone (default: now)`)
    .option(
      '--time-zone <zone>',
      "the account's IANA time zone, in which days and months begin",
      readTimeZone,
      'UTC',
    )
    .option('--currency <code>', "the account's currency", readCurrency, 'USD')
    .option('--json', 'print JSON')
    .addHelpText('after', exitCodes);

/** Adds the options that name a card to price with. */
export const withCardOptions = (command: Command): Command =>
  command
    .option(
      '--card <name or file>',
      'a built-in card (see "price cards"), or a rate card CSV as Meta offers it',
    )
    .option('--tiers <file>', 'the volume tier CSV that belongs to the card file')
    .option('--effective-from <date>', 'the first day of the card file, if the file does not contain it');

/** Adds the options of an agency's mark-up. */
export const withMarkupOptions = (command: Command): Command =>
  command
    .option('--mark-up-percent <number>', "per cent on Meta's price that you add, such as 15", readPercent)
    .option('--mark-up-per-message <amount>', 'amount that you add for each message sent', readAmount);

/** Resolves a date or time of an option; `now` where there is none. */
export function getTime(text: string | undefined, timeZone: string, option = '--at'): number {
  if (text === undefined) return Date.now();
  try {
    return parseBillingTime(text, timeZone);
  } catch (error) {
    if (!(error instanceof PricingError)) throw error;
    throw new UsageError({
      summary: `${option} cannot be read.`,
      issues: error.issues.map(({ message }) => ({ path: option, message })),
      cause: error,
    });
  }
}

/** The mark-up of the options; `undefined` where there is none. */
export function getMarkup({
  markUpPercent: percent,
  markUpPerMessage,
  currency,
}: MarkupFlags & TimeFlags): Markup | undefined {
  if (percent === undefined && markUpPerMessage === undefined) return undefined;
  return {
    percent,
    perMessage: markUpPerMessage === undefined ? undefined : parseMoney(currency, markUpPerMessage),
  };
}

/** An amount with the mark-up, where there is one and the amount is known. */
export const markedUp = (
  amount: Money | undefined,
  markup: Markup | undefined,
  messages: number,
): Money | undefined =>
  amount === undefined || markup === undefined ? amount : addMarkup(amount, markup, messages);

/** Throws unless a card is in the account's currency. */
export function checkCurrency(card: RateCard, currency: Currency): void {
  if (card.currency === currency) return;
  throw new UsageError({
    summary: `The card ${card.id} is in ${card.currency}, the account in ${currency}.`,
    details: ['Cards are never converted: give --currency, or a card in that currency.'],
  });
}

/** The card of the options, checked against the currency; `undefined` where each day's own card is to be used. */
export async function getCard({
  card,
  tiers,
  effectiveFrom,
  currency,
}: CardFlags & TimeFlags): Promise<RateCard | undefined> {
  if (card === undefined) {
    if (tiers === undefined && effectiveFrom === undefined) return undefined;
    throw new UsageError({
      summary: '--tiers and --effective-from belong to a card file: give it as --card.',
    });
  }
  const loaded = await loadCard(card, tiers, effectiveFrom);
  checkCurrency(loaded, currency);
  return loaded;
}
