import { InvalidArgumentError, type Command } from 'commander';
import { UsageError } from 'wabakit';
import type { EstimateParams } from 'wabakit/pricing';

/** What decides about a price beyond the card, as the options give it. */
export interface TermFlags {
  readonly basedIn?: string;
  /** The bid, or `true` where it is not known. */
  readonly maxPrice?: number | true;
  readonly maxPriceMultiplier?: number;
}

function readCountry(text: string): string {
  if (/^[a-z]{2}$/i.test(text)) return text.toUpperCase();
  throw new InvalidArgumentError('Give an ISO 3166-1 code such as BR.');
}

function readBid(text: string): number | true {
  if (text === 'unknown') return true;
  if (/^[1-9]\d{0,11}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a whole number such as 87000, or the word unknown.');
}

function readMultiplier(text: string): number {
  if (/^\d{1,3}(\.\d{1,4})?$/.test(text) && Number(text) > 0) return Number(text);
  throw new InvalidArgumentError('Give a number above 0 such as 1.5.');
}

/** Adds the options that say where the business is and what it bids. */
export const withTermOptions = (command: Command): Command =>
  command
    .option(
      '--based-in <country>',
      'ISO code of the country where the business is: India (2027-01-01) and Brazil (2027-07-01) demand their own currency',
      readCountry,
    )
    .option(
      '--max-price <bid>',
      'bid of the max-price template (category marketing_lite): bid_amount, for 1,000 deliveries in the smallest unit, so that 87000 is 0.87 a message; or unknown',
      readBid,
    )
    .option(
      '--max-price-multiplier <number>',
      'per_message_bid_multiplier of the sends (default: 1)',
      readMultiplier,
    );

/** The terms as parameters. */
interface Terms {
  readonly basedIn: string | undefined;
  readonly maxPrice: EstimateParams['maxPrice'];
}

/** Returns the terms as `quote` and `createEstimate` take them. */
export function getTerms({ basedIn, maxPrice, maxPriceMultiplier: multiplier }: TermFlags): Terms {
  if (typeof maxPrice === 'number') return { basedIn, maxPrice: { bidAmount: maxPrice, multiplier } };
  if (multiplier === undefined) return { basedIn, maxPrice };
  throw new UsageError({ summary: '--max-price-multiplier belongs to a bid: give it as --max-price.' });
}

/** Returns what to say where a bid was given and no message of the plan can have one. */
export const unusedBid = (flags: TermFlags, categories: readonly string[]): readonly string[] =>
  flags.maxPrice === undefined || categories.includes('marketing_lite')
    ? []
    : ['--max-price was not used: no row has the category marketing_lite.'];
