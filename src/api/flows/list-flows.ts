import type { ListParams, WabaTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  type Page,
  paginate,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../transport/transport.ts';
import type { Flow } from './flow.ts';

/**
 * Lists the Flows of a WhatsApp Business Account.
 *
 * Source: Meta, "Flows API".
 *
 * @example
 * for await (const { id, name, status } of listFlows(client)) console.log(id, name, status); // 8231 Booking PUBLISHED
 */
export async function* listFlows(
  client: Client,
  params: WabaTarget & ListParams = {},
  options?: CallOptions,
): AsyncGenerator<Flow, void, undefined> {
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${getWabaId(client, params)}/flows`,
      query: { limit: params.limit, after },
      idempotency: 'safe',
      parse: parseResponse<Page<Flow>>({ data: [{ id: 'string' }] }),
    }),
    options,
  );
}
