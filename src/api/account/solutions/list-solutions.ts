import type { ListParams, WabaTarget } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  type Page,
  paginate,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../../transport/transport.ts';

/** A multi-partner solution. */
export interface Solution {
  readonly id: string;
  readonly name?: string | undefined;
  /** `DRAFT`, `INITIATED`, `ACTIVE`, `REJECTED`, `DEACTIVATED`. */
  readonly status?: string | undefined;
  readonly status_for_pending_request?: string | undefined;
  readonly owner_app?: { readonly id?: string | undefined; readonly name?: string | undefined } | undefined;
  readonly owner_permissions?: readonly string[] | undefined;
}

/**
 * Lists the multi-partner solutions of an account, page by page.
 *
 * Source: Meta, "Multi-partner solutions".
 *
 * @example
 * for await (const { id, status } of listSolutions(client)) console.log(id, status); // 303610109049230 ACTIVE
 */
export async function* listSolutions(
  client: Client,
  params: WabaTarget & ListParams = {},
  options?: CallOptions,
): AsyncGenerator<Solution, void, undefined> {
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${getWabaId(client, params)}/solutions`,
      query: { limit: params.limit, after },
      idempotency: 'safe',
      parse: parseResponse<Page<Solution>>({ data: [{ id: 'string' }] }),
    }),
    options,
  );
}
