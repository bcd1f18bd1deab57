import type { ListParams, PortfolioTarget, WabaTarget } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  type Page,
  paginate,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../../transport/transport.ts';
import { getBusinessPortfolioId } from '../targets.ts';

/** Someone who may work with an account. */
export interface AssignedUser {
  readonly id: string;
  readonly name: string;
  /** `BUSINESS_USER`, `SYSTEM_USER` or `PERSONAL_USER`. */
  readonly user_type?: string | undefined;
  /** What they may do: `MANAGE`, `MESSAGING` … */
  readonly tasks?: readonly string[] | undefined;
  readonly business?: { readonly id?: string | undefined; readonly name?: string | undefined } | undefined;
}

/**
 * Lists the users that may work with an account, page by page.
 *
 * Throws `UsageError` if neither the call nor the client names a business portfolio.
 *
 * Source: Meta, "Assigned Users Management API".
 *
 * @example
 * for await (const { name, tasks } of listAssignedUsers(client)) console.log(name, tasks); // Ana [ 'MANAGE' ]
 */
export async function* listAssignedUsers(
  client: Client,
  params: WabaTarget & PortfolioTarget & ListParams = {},
  options?: CallOptions,
): AsyncGenerator<AssignedUser, void, undefined> {
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${getWabaId(client, params)}/assigned_users`,
      query: { business: getBusinessPortfolioId(client, params), limit: params.limit, after },
      idempotency: 'safe',
      parse: parseResponse<Page<AssignedUser>>({ data: [{ id: 'string' }] }),
    }),
    options,
  );
}
