import type { Currency } from '../values/money.ts';
import type { Quote } from '../quote/quote-result.ts';

/** One priced message. */
export interface LedgerEntry<C extends Currency = Currency> {
  /** The message's id (wamid). */
  readonly id: string;
  /** When it was delivered, in epoch milliseconds. */
  readonly at: number;
  /** The month of the WABA's time zone in which it counts: `2026-10`. */
  readonly month: string;
  /** The business phone number's id. */
  readonly phoneNumberId: string;
  /** The user; the group's id for a group message. */
  readonly user: string;
  /** The group member it reached. */
  readonly recipient: string | undefined;
  /** What it costs, and why. */
  readonly quote: Quote<C>;
}
