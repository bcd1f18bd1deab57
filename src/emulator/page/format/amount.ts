import type { Money } from '../../../pricing/values/money.ts';

/** An amount with its currency and four decimals, the last that a rate card prints: `USD 0.0625`. */
export function amount({ currency, scaledAmount: units }: Money): string {
  const sign = units < 0 ? '-' : '';
  const digits = String(Math.abs(units)).padStart(5, '0');
  return `${currency} ${sign}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}
