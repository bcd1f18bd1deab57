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
import type { Signup } from './create-signup.ts';

/**
 * Lists the in-app signups of an account, page by page.
 *
 * Source: in-app signup as quoted by third parties, 2026; confidence: likely.
 *
 * @example
 * for await (const { id, status } of listSignups(client)) console.log(id, status); // 1234 ACTIVE
 */
export async function* listSignups(
  client: Client,
  params: WabaTarget & ListParams = {},
  options?: CallOptions,
): AsyncGenerator<Signup, void, undefined> {
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${getWabaId(client, params)}/signups`,
      query: { limit: params.limit, after },
      idempotency: 'safe',
      parse: parseResponse<Page<Signup>>({ data: [{ id: 'string' }] }),
    }),
    options,
  );
}
