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

/** Which portfolio's accounts, and what of them. */
export interface ListWabasParams extends PortfolioTarget, ListParams {
  /** Default: name, currency, time zone, country, review and verification. */
  readonly fields?: readonly WabaField[] | undefined;
}

/**
 * Lists the WhatsApp Business Accounts that a business portfolio owns.
 *
 * Source: Meta, "Owned WhatsApp Business Accounts".
 *
 * @example
 * for await (const { id, name } of listOwnedWabas(client)) console.log(id, name); // 102290129340398 Lucky Shrub
 */
export function listOwnedWabas(
  client: Client,
  params: ListWabasParams = {},
  options?: CallOptions,
): AsyncGenerator<Waba, void, undefined> {
  const { fields = wabaFields, limit } = params;
  return paginate(
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
