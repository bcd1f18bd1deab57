import {
  type CallOptions,
  type Client,
  type Page,
  paginate,
  graphPath,
  parseResponse,
} from '../../../transport/transport.ts';
import { getBusinessPortfolioId } from '../targets.ts';
import { type Waba, wabaFields } from '../waba.ts';
import type { ListWabasParams } from './list-owned-wabas.ts';

/**
 * Lists the WhatsApp Business Accounts that customers share with a business portfolio, page by page.
 *
 * Source: Meta, "Client WhatsApp Business Accounts API".
 *
 * @example
 * for await (const { id, name } of listClientWabas(client)) console.log(id, name); // 102290129340398 Lucky Shrub
 */
export async function* listClientWabas(
  client: Client,
  params: ListWabasParams = {},
  options?: CallOptions,
): AsyncGenerator<Waba, void, undefined> {
  const { fields = wabaFields, limit } = params;
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${getBusinessPortfolioId(client, params)}/client_whatsapp_business_accounts`,
      query: { fields, limit, after },
      idempotency: 'safe',
      parse: parseResponse<Page<Waba>>({ data: [{ id: 'string' }] }),
    }),
    options,
  );
}
