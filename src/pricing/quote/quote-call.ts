import { localDate } from '../values/calendar.ts';
import type { Confidence } from '../values/confidence.ts';
import { callRatesFrom, usdCallRates } from '../data/call-rates.ts';
import type { CallTier } from '../data/call-rates.ts';
import { marketOfNumber } from '../markets/market.ts';
import { createMoney, moneyToDecimal } from '../values/money.ts';
import type { Currency, Money } from '../values/money.ts';
import { badValue, checkText, show } from '../values/pricing-error.ts';

/** Parameters of {@link quoteCall}. */
export interface QuoteCallParams<C extends Currency = Currency> {
  /** The number that was called or that called, with its calling code. */
  readonly to: string;
  /** Who placed the call. Calls that users place are free. */
  readonly direction: 'user_initiated' | 'business_initiated';
  /** How long it lasted, in seconds; 0 if the call was not answered. */
  readonly seconds: number;
  /** When the call ended, as a `Date` or epoch milliseconds. */
  readonly at: Date | number;
  /** The currency of the WABA. */
  readonly currency: C;
  /** The WABA's IANA time zone. Default `UTC`. */
  readonly timeZone?: string | undefined;
  /** Minutes that the business portfolio has called this market this month, before this call. Default 0. */
  readonly minutesUsed?: number | undefined;
  /** Your own rates for the market, from Meta's call rate card. Default: the built-in rates, which hold one market in USD. */
  readonly tiers?: readonly CallTier[] | undefined;
}

/** What a call costs. */
export type CallQuote<C extends Currency = Currency> =
  | {
      readonly outcome: 'priced';
      /** The market of the number. */
      readonly market: string;
      /** Six-second pulses, rounded up. For exact sums add up the pulses and price them once. */
      readonly pulses: number;
      /** Ten-thousandths of the currency unit a minute; `undefined` for a free call. */
      readonly ratePerMinute: number | undefined;
      /** Pulses times a tenth of the rate, rounded half to even in ten-thousandths. */
      readonly amount: Money<C>;
      /** How certain the rate is. */
      readonly confidence: Confidence;
      readonly reasons: readonly string[];
    }
  | {
      readonly outcome: 'unknown';
      readonly market: string;
      readonly pulses: number;
      readonly reasons: readonly string[];
    };

const secondsInPulse = 6;
const pulsesInMinute = 10;

function halfEven(tenths: number): number {
  const below = Math.floor(tenths / 10);
  const rest = tenths - below * 10;
  return rest > 5 || (rest === 5 && below % 2 === 1) ? below + 1 : below;
}

/** The tier at which the call ends: a call that crosses a bound is priced wholly at the lower rate. */
function tierAtEnd(tiers: readonly CallTier[], minutesAfter: number): CallTier | undefined {
  return tiers.find(([minutes]) => minutes === undefined || minutesAfter <= minutes);
}

/**
 * Returns what a call costs: users' calls are free, the business's calls are charged by six-second pulses at the callee's market, at the rate of the
 * month's minutes; a call that crosses a tier is priced wholly at the lower rate. Few call rates are known: without one the outcome
 * is `unknown`. Requests for permission to call are messages: price them with `quote`.
 *
 * Source: Meta, "Calling API pricing" (March 2026).
 *
 * @example
 * quoteCall({ to: '+420601234567', direction: 'business_initiated', seconds: 56, at: Date.UTC(2026, 9, 1), currency: 'USD' });
 * // { outcome: 'priced', market: 'Rest of Central & Eastern Europe', pulses: 10, ratePerMinute: 95, amount: { currency: 'USD', scaledAmount: 95, scale: 4 }, … }
 */
export function quoteCall<C extends Currency>(params: QuoteCallParams<C>): CallQuote<C> {
  const { seconds, currency, minutesUsed = 0 } = params;
  for (const [path, value] of Object.entries({ seconds, minutesUsed })) {
    if (!Number.isFinite(value) || value < 0)
      throw badValue(path, `${show(value)} is not a number from 0 up.`);
  }
  checkText('currency', currency);
  const date = localDate(params.at, params.timeZone ?? 'UTC');
  const { market, confidence } = marketOfNumber(params.to, date);
  const pulses = Math.ceil(seconds / secondsInPulse);
  const reasons = [`the number belongs to the market ${market}`];
  if (params.direction === 'user_initiated' || pulses === 0) {
    reasons.push(pulses === 0 ? 'the call was not answered' : 'calls that users place are free');
    return {
      outcome: 'priced',
      market,
      pulses,
      ratePerMinute: undefined,
      amount: createMoney(currency, 0),
      confidence: 'high',
      reasons,
    };
  }
  const builtIn = currency === 'USD' && date >= callRatesFrom ? usdCallRates[market] : undefined;
  const tier = tierAtEnd(params.tiers ?? builtIn ?? [], minutesUsed + pulses / pulsesInMinute);
  if (tier === undefined) {
    reasons.push(`the ${currency} call rates of ${market} are not known to wabakit: give them as \`tiers\``);
    return { outcome: 'unknown', market, pulses, reasons };
  }
  const [, ratePerMinute] = tier;
  const perMinute = moneyToDecimal({ currency, scaledAmount: ratePerMinute, scale: 4 });
  reasons.push(`${pulses} pulses of 6 seconds at ${perMinute} ${currency} a minute`);
  const amount = createMoney(currency, halfEven(pulses * ratePerMinute));
  return {
    outcome: 'priced',
    market,
    pulses,
    ratePerMinute,
    amount,
    confidence: params.tiers === undefined ? 'low' : confidence,
    reasons,
  };
}
