import type { ListParams, PortfolioTarget } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  type Page,
  paginate,
  graphPath,
  parseResponse,
} from '../../../transport/transport.ts';
import { getBusinessPortfolioId } from '../targets.ts';
import { type Waba, type WabaField, wabaFields } from '../waba.ts';

/** Parameters of `listOwnedWabas` and `listClientWabas`. */
export interface ListWabasParams extends PortfolioTarget, ListParams {
  /** The fields to read. Default: id, name, currency, time zone, country, review status, verification status and ownership. */
  readonly fields?: readonly WabaField[] | undefined;
}

/**
 * Lists the WhatsApp Business Accounts that a business portfolio owns, page by page.
 *
 * Source: Meta, "Owned WhatsApp Business Accounts".
 *
 * @example
 * for await (const { id, name } of listOwnedWabas(client)) console.log(id, name); // 102290129340398 Lucky Shrub
 */
export async function* listOwnedWabas(
  client: Client,
  params: ListWabasParams = {},
  options?: CallOptions,
): AsyncGenerator<Waba, void, undefined> {
  const { fields = wabaFields, limit } = params;
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${getBusinessPortfolioId(client, params)}/owned_whatsapp_business_accounts`,
      query: { fields, limit, after },
      idempotency: 'safe',
      parse: parseResponse<Page<Waba>>({ data: [{ id: 'string' }] }),
    }),
    options,
  );
}
