import type { PortfolioTarget } from '../../../schemas/targets.ts';
import { type CallOptions, type Client, graphPath, parseResponse } from '../../../transport/transport.ts';
import { getBusinessPortfolioId } from '../targets.ts';

/** Portfolios that share the parent ids of their users. */
export interface ParentBsuidAccounts {
  readonly parent_bsuid_account_id?: string | undefined;
  readonly enrolled_business_portfolios?: readonly unknown[] | undefined;
}

/**
 * Reads which business portfolios share parent business-scoped user ids (`US.ENT.…`).
 *
 * Source: Meta, "Business-scoped user IDs". The call goes to `api.facebook.com`.
 *
 * @example
 * (await getParentBsuidAccounts(client)).parent_bsuid_account_id; // '…'
 */
export function getParentBsuidAccounts(
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
