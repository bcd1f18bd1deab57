import type { PortfolioTarget } from '../../../schemas/targets.ts';
import { graphPath, jsonBody, parseResponse } from '../../../transport/transport.ts';

/** Parameters of `enrollMaxPriceBusinesses` and `removeMaxPriceBusinesses`. */
export interface MaxPriceBusinessesParams extends PortfolioTarget {
  /** The business portfolio ids of the partner's customers. */
  readonly endBusinessIds: readonly string[];
}

/** What became of one customer. */
export interface MaxPriceBusinessResult {
  readonly end_business_id: string;
  /** `rejected` and `not_found` have a `reason`. */
  readonly status: 'enrolled' | 'rejected' | 'removed' | 'not_found' | (string & {});
  /** Why Meta did not enrol or remove the business, in its words. */
  readonly reason?: string | undefined;
}

/** The path of a partner's customers with max price. */
export const businessesPath = (businessPortfolioId: string): string =>
  graphPath`/${businessPortfolioId}/max_price_end_businesses`;

const parse = parseResponse<{ readonly results: readonly MaxPriceBusinessResult[] }>({
  results: [{ end_business_id: 'string', status: 'string' }],
});

/** The call that both changes share. */
export const businessesCall = (businessPortfolioId: string, endBusinessIds: readonly string[]) => ({
  path: businessesPath(businessPortfolioId),
  body: jsonBody({ end_business_ids: endBusinessIds }),
  idempotency: 'safe' as const,
  parse: (reply: Parameters<typeof parse>[0]) => parse(reply).results,
});
