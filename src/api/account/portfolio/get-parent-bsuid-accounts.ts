import type { PortfolioTarget } from '../../../schemas/targets.ts';
import { type CallOptions, type Client, graphPath, parseResponse } from '../../../transport/transport.ts';
import { getBusinessPortfolioId } from '../targets.ts';

/** Portfolios that share the parent ids of their users. */
export interface ParentBsuidAccounts {
  readonly parent_bsuid_account_id?: string | undefined;
  readonly enrolled_business_portfolios?: readonly unknown[] | undefined;
}

/**
 * Returns the business portfolios that share parent business-scoped user ids (`US.ENT.…`).
 *
 * Throws `UsageError` if neither the call nor the client names a business portfolio.
 *
 * Source: Meta, "Business-scoped user IDs". The call goes to `api.facebook.com`.
 *
 * @example
 * (await getParentBsuidAccounts(client)).parent_bsuid_account_id; // '…'
 */
export async function getParentBsuidAccounts(
  client: Client,
  params: PortfolioTarget = {},
  options?: CallOptions,
): Promise<ParentBsuidAccounts> {
  return client.request(
    {
      method: 'GET',
      host: 'api',
      path: graphPath`/${getBusinessPortfolioId(client, params)}/parent-bsuid-accounts`,
      idempotency: 'safe',
      parse: parseResponse<ParentBsuidAccounts>('object'),
    },
    options,
  );
}
