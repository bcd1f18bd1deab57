import { cutOffOn } from '../data/currency-cut-offs.ts';
import type { Currency } from '../values/money.ts';
import { badValue, show } from '../values/pricing-error.ts';
import type { MessageParams } from './message-params.ts';
import type { Quote } from './quote-result.ts';

/** What says in which country the business is. */
export type HomeParams = Pick<MessageParams, 'basedIn' | 'authenticationInternational'>;

/** Returns the code of the business's country in capitals. Throws `PricingError` if it is no code. */
export function getHome({ basedIn, authenticationInternational: terms }: HomeParams): string | undefined {
  const home = (basedIn ?? terms?.basedIn)?.toUpperCase();
  if (home === undefined || /^[A-Z]{2}$/.test(home)) return home;
  throw badValue('basedIn', `${show(home)} is not an ISO 3166-1 code such as "BR".`);
}

/**
 * Applies what only the date tells: from 2027 on, businesses in India and Brazil must be billed in their own currency. Where the business is not known,
 * a message to one of the two countries gets a reason.
 */
export function withCutOff<C extends Currency>(
  quote: Quote<C>,
  currency: C,
  date: string,
  params: HomeParams,
): Quote<C> {
  const country = getHome(params);
  if (quote.outcome === 'not_sendable') return quote;
  const { market, category } = quote;
  const cutOff = cutOffOn(currency, date, country === undefined ? { market } : { country });
  if (cutOff === undefined) return quote;
  const rule = `a business in ${cutOff.name} must be billed in ${cutOff.currency} since ${cutOff.from}: from an account in ${currency} Meta delivers nothing`;
  if (country === undefined || market === undefined) {
    const reason = country === undefined ? `${rule}; say where the business is with \`basedIn\`` : rule;
    return { ...quote, reasons: [...quote.reasons, reason] };
  }
  return {
    outcome: 'not_sendable',
    errorCode: undefined,
    market,
    category,
    reasons: [...quote.reasons, rule],
  };
}
