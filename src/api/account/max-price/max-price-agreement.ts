import { graphPath, parseResponse } from '../../../transport/transport.ts';

/** The max price agreement of a business portfolio. */
export interface MaxPriceAgreement {
  /** `accepted` lets the portfolio use max price. */
  readonly status: 'none' | 'pending' | 'accepted' | (string & {});
  readonly signer_name?: string | undefined;
  readonly signer_email?: string | undefined;
  /** What Meta says of it. */
  readonly message?: string | undefined;
}

/** The path and the reader that both calls share. */
export const agreementCall = (businessPortfolioId: string) => ({
  path: graphPath`/${businessPortfolioId}/max_price_agreements`,
  parse: parseResponse<MaxPriceAgreement>({ status: 'string' }),
});
