import type { PortfolioTarget } from '../../../schemas/targets.ts';
import { type Client, graphPath, parseResponse } from '../../../transport/transport.ts';
import { getBusinessPortfolioId } from '../targets.ts';

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
export const agreementCall = (client: Client, params: PortfolioTarget) => ({
  path: graphPath`/${getBusinessPortfolioId(client, params)}/max_price_agreements`,
  parse: parseResponse<MaxPriceAgreement>({ status: 'string' }),
});
