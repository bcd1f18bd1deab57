import { createMoney } from './money.ts';
import type { Currency, Money } from './money.ts';
import { badValue, show } from './pricing-error.ts';

/** What an agency or a partner adds to Meta's price. */
export interface Markup<C extends Currency = Currency> {
  /** Per cent of Meta's price, from 0 up with at most two decimals: 15 makes 1.00 into 1.15. Default 0. */
  readonly percent?: number | undefined;
  /** Added for each message that is sent, also for one that Meta does not charge for. Default: nothing. */
  readonly perMessage?: Money<C> | undefined;
}

/** Returns units with a share of hundredths of a per cent added, rounded half to even. */
function addShare(units: number, hundredths: number): number {
  const whole = 10_000n;
  const product = BigInt(units) * (whole + BigInt(hundredths));
  const below = product / whole;
  const rest = (product % whole) * 2n;
  const isUp = rest > whole || (rest === whole && below % 2n === 1n);
  return Number(isUp ? below + 1n : below);
}

/**
 * Returns what an amount of Meta's is with a mark-up: the per cent on the whole amount, rounded once to four decimals (half to even), and the sum
 * per message. Give it a quote's `amount`, a line or the total of an estimate, or a total of a ledger. Mark up a sum rather than summing marked-up parts.
 *
 * Throws `PricingError` if the amount or the mark-up is below zero, if the per cent has more than two decimals, or if the currencies differ.
 *
 * @param amount What Meta charges.
 * @param markup What is added.
 * @param messages How many messages the amount is for, without those that cannot be sent. Default 1.
 *
 * @example
 * addMarkup(createMoney('USD', 6_250_000), { percent: 15, perMessage: createMoney('USD', 50) }, 10_000);
 * // { currency: 'USD', scaledAmount: 7687500, scale: 4 }: 625 dollars, 93.75 and 50
 */
export function addMarkup<C extends Currency>(
  amount: Money<C>,
  markup: Markup<NoInfer<C>>,
  messages = 1,
): Money<C> {
  const { percent = 0, perMessage } = markup;
  const hundredths = Math.round(percent * 100);
  if (!(percent >= 0) || !Number.isSafeInteger(hundredths) || Math.abs(percent * 100 - hundredths) > 1e-6) {
    throw badValue('percent', `${show(percent)} is not a per cent from 0 up with at most two decimals.`);
  }
  if (!Number.isSafeInteger(messages) || messages < 0) {
    throw badValue('messages', `${show(messages)} is not a number of messages from 0 up.`);
  }
  if (perMessage !== undefined && perMessage.currency !== amount.currency) {
    const message = `the mark-up is in ${perMessage.currency}, the amount in ${amount.currency}.`;
    throw badValue('perMessage', message);
  }
  const each = perMessage?.scaledAmount ?? 0;
  if (amount.scaledAmount < 0 || each < 0) throw badValue('amount', 'amounts and mark-ups begin at 0.');
  return createMoney(amount.currency, addShare(amount.scaledAmount, hundredths) + each * messages);
}
