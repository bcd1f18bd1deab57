import type { ListParams } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  type Page,
  paginate,
  graphPath,
  parseResponse,
} from '../../../transport/transport.ts';
import type { PreverifiedTarget } from './get-preverified-number.ts';

/**
 * Lists the partners that a pre-verified number is shared with, page by page.
 *
 * Source: Meta, "Pre-verified phone number partners API".
 *
 * @example
 * for await (const { name } of listPreverifiedPartners(client, { preverifiedId: '1060…' })) console.log(name); // Partner Ltd
 */
export async function* listPreverifiedPartners(
  client: Client,
  params: PreverifiedTarget & ListParams,
  options?: CallOptions,
): AsyncGenerator<{ readonly id: string; readonly name: string }, void, undefined> {
  const { preverifiedId, limit } = params;
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${preverifiedId}/partners`,
      query: { limit, after },
      idempotency: 'safe',
      parse: parseResponse<Page<{ readonly id: string; readonly name: string }>>({
        data: [{ id: 'string' }],
      }),
    }),
    options,
  );
}
