import type { Currency } from '../values/money.ts';

// DATA. Countries whose businesses must be billed in the currency of the country: from the day on, Meta does not deliver messages of an account in another currency.
// Source: Meta, "Pricing on the WhatsApp Business Platform" (2026-09-11). Confidence: high. The code of the refusal is not published.

/** A country's cut-off. */
interface CutOff {
  readonly country: string;
  readonly name: string;
  readonly currency: Currency;
  readonly from: string;
}

const cutOffs: readonly CutOff[] = [
  { country: 'IN', name: 'India', currency: 'INR', from: '2027-01-01' },
  { country: 'BR', name: 'Brazil', currency: 'BRL', from: '2027-07-01' },
];

/** The cut-off that is in force for an account in a currency on a date, by the country of the business or the market of the recipient. */
export function cutOffOn(
  currency: Currency,
  date: string,
  place: { readonly country?: string | undefined; readonly market?: string | undefined },
): CutOff | undefined {
  return cutOffs.find(
    (one) =>
      date >= one.from &&
      one.currency !== currency &&
      (one.country === place.country || one.name === place.market),
  );
}
