import { badValue, show } from './pricing-error.ts';

/** The sixteen currencies in which Meta prints rate cards. */
export type Currency = (typeof currencies)[number];

// Meta's pricing page: six currencies until 2025-12-31, MXN from 2026-01-01, eight more from 2026-04-01, BRL from 2026-07-01. Confidence: medium.
/** The sixteen currencies in which Meta prints rate cards, by their ISO 4217 codes. */
export const currencies = [
  'USD',
  'AED',
  'ARS',
  'AUD',
  'BRL',
  'CLP',
  'COP',
  'EUR',
  'GBP',
  'IDR',
  'INR',
  'MXN',
  'MYR',
  'PEN',
  'SAR',
  'SGD',
] as const;

const scale = 10_000;

/** An exact amount: `scaledAmount` ten-thousandths of one unit of `currency`. `{ currency: 'USD', scaledAmount: 68, scale: 4 }` is 0.0068 dollars. */
export interface Money<C extends Currency = Currency> {
  /** The currency. Amounts of different currencies do not add: it does not compile, and it throws. */
  readonly currency: C;
  /** The amount in ten-thousandths of the currency unit, the last digit that Meta's rate cards print. Always a safe integer. */
  readonly scaledAmount: number;
  /** How many decimals `scaledAmount` holds: always 4. */
  readonly scale: 4;
}

/** How {@link roundMoney} treats what lies between two steps. */
export type Rounding = 'half_even' | 'half_up' | 'up' | 'down';

/** Returns whether a text is the code of a currency that Meta bills in. */
export function isCurrency(value: string): value is Currency {
  return currencies.some((currency) => currency === value);
}

/**
 * Returns an amount from ten-thousandths of the currency unit. Throws `PricingError` if they are not a safe integer.
 *
 * @example
 * createMoney('USD', 68); // 0.0068 dollars
 */
export function createMoney<C extends Currency>(currency: C, scaledAmount: number): Money<C> {
  if (!Number.isSafeInteger(scaledAmount)) {
    throw badValue(
      'scaledAmount',
      `${show(scaledAmount)} is not a whole number of ten-thousandths up to 2^53.`,
    );
  }
  return { currency, scaledAmount: scaledAmount === 0 ? 0 : scaledAmount, scale: 4 };
}

/**
 * Returns an amount from decimal text with at most four decimals, exactly. Throws `PricingError` for any other text.
 *
 * @example
 * parseMoney('USD', '0.0068'); // { currency: 'USD', scaledAmount: 68, scale: 4 }
 */
export function parseMoney<C extends Currency>(currency: C, text: string): Money<C> {
  const match = typeof text === 'string' ? /^(-?)(\d+)(?:\.(\d{1,4}))?$/.exec(text) : null;
  if (match === null) {
    throw badValue('text', `${show(text)} is not an amount such as "0.0068" (at most four decimals).`);
  }
  const [, sign = '', whole = '', fraction = ''] = match;
  return createMoney(currency, Number(`${sign}${whole}${fraction.padEnd(4, '0')}`));
}

function sameCurrency<C extends Currency>(a: Money<C>, b: Money): void {
  if (a.currency !== b.currency) {
    throw badValue(
      'currency',
      `${a.currency} and ${b.currency} do not add: Meta's cards are never converted.`,
    );
  }
}

/**
 * Returns the sum of two amounts of one currency. Throws `PricingError` if the currencies differ or the sum exceeds 2^53 ten-thousandths.
 *
 * @example
 * addMoney(createMoney('USD', 68), createMoney('USD', 250)); // { currency: 'USD', scaledAmount: 318, scale: 4 }
 */
export function addMoney<C extends Currency>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  sameCurrency(a, b);
  return createMoney(a.currency, a.scaledAmount + b.scaledAmount);
}

/**
 * Takes the second amount from the first; the result may be negative. Throws like {@link addMoney}.
 *
 * @example
 * subtractMoney(createMoney('USD', 68), createMoney('USD', 250)); // { currency: 'USD', scaledAmount: -182, scale: 4 }
 */
export function subtractMoney<C extends Currency>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  sameCurrency(a, b);
  return createMoney(a.currency, a.scaledAmount - b.scaledAmount);
}

/**
 * Multiplies an amount by a whole number, such as a count of messages. Throws `PricingError` for a fraction.
 *
 * @example
 * multiplyMoney(createMoney('USD', 68), 1000); // { currency: 'USD', scaledAmount: 68000, scale: 4 }
 */
export function multiplyMoney<C extends Currency>(amount: Money<C>, count: number): Money<C> {
  if (!Number.isSafeInteger(count)) throw badValue('count', `${show(count)} is not a whole number.`);
  return createMoney(amount.currency, amount.scaledAmount * count);
}

/**
 * Adds up a list exactly; an empty list is nothing of that currency. Throws like {@link addMoney}.
 *
 * @example
 * sumMoney('USD', [createMoney('USD', 68), createMoney('USD', 68)]); // { currency: 'USD', scaledAmount: 136, scale: 4 }
 */
export function sumMoney<C extends Currency>(currency: C, amounts: Iterable<Money<NoInfer<C>>>): Money<C> {
  let total = createMoney(currency, 0);
  for (const amount of amounts) total = addMoney<C>(total, amount);
  return total;
}

/**
 * Orders two amounts of one currency: below zero when the first is smaller, zero when they are equal. Throws for two currencies.
 *
 * @example
 * compareMoney(createMoney('USD', 68), createMoney('USD', 250)) < 0; // true
 */
export function compareMoney<C extends Currency>(a: Money<C>, b: Money<NoInfer<C>>): number {
  sameCurrency(a, b);
  return a.scaledAmount - b.scaledAmount;
}

/**
 * Rounds an amount to fewer decimals. How Meta rounds an invoice is not documented: sum exactly, and round once, at the end.
 *
 * @param digits How many decimals stay, 0 to 4. Default 2.
 * @param mode What happens between two steps; ties of `half_up` and all of `up` go away from zero. Default `half_even`.
 *
 * @example
 * roundMoney(createMoney('USD', 12_350), 1, 'half_even'); // { currency: 'USD', scaledAmount: 12000, scale: 4 }
 */
export function roundMoney<C extends Currency>(
  amount: Money<C>,
  digits = 2,
  mode: Rounding = 'half_even',
): Money<C> {
  if (!Number.isInteger(digits) || digits < 0 || digits > 4) {
    throw badValue('digits', `${show(digits)} is not a number of decimals from 0 to 4.`);
  }
  const step = 10 ** (4 - digits);
  const size = Math.abs(amount.scaledAmount);
  const rest = size % step;
  const below = size - rest;
  const roundsUp = {
    half_even: rest * 2 > step || (rest * 2 === step && (below / step) % 2 === 1),
    half_up: rest * 2 >= step,
    up: rest > 0,
    down: false,
  };
  const rounded = roundsUp[mode] ? below + step : below;
  return createMoney(amount.currency, amount.scaledAmount < 0 ? -rounded : rounded);
}

/**
 * Writes an amount as decimal text with four decimals, exactly, without a currency or separators: for files and JSON.
 *
 * @example
 * moneyToDecimal(createMoney('USD', 68)); // '0.0068'
 */
export function moneyToDecimal(amount: Money): `${number}` {
  const size = Math.abs(amount.scaledAmount);
  const fraction = String(size % scale).padStart(4, '0');
  const sign = amount.scaledAmount < 0 ? '-' : '';
  const whole = Math.floor(size / scale);
  return `${sign}${whole}.${fraction}` as `${number}`;
}

/** How {@link formatMoney} writes. */
export interface FormatMoneyOptions {
  /** A BCP 47 locale. Default `en-US`, so that the same amount reads the same on every machine. */
  readonly locale?: string | undefined;
  /** The least number of decimals, 0 to 4. Default 2; digits that are not zero are always shown, to the fourth. */
  readonly minimumDigits?: number | undefined;
}

/**
 * Writes an amount for people, through `Intl`, exactly: nothing is rounded away.
 *
 * @example
 * formatMoney(createMoney('USD', 12_345_068)); // '$1,234.5068'
 * formatMoney(createMoney('BRL', 3217), { locale: 'pt-BR' }); // 'R$ 0,3217'
 */
export function formatMoney(amount: Money, options: FormatMoneyOptions = {}): string {
  const format = new Intl.NumberFormat(options.locale ?? 'en-US', {
    style: 'currency',
    currency: amount.currency,
    minimumFractionDigits: options.minimumDigits ?? 2,
    maximumFractionDigits: 4,
  });
  return format.format(moneyToDecimal(amount));
}
