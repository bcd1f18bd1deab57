import type { WabaTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../transport/transport.ts';
import { type Waba, type WabaField, wabaFields } from './waba.ts';

/** Parameters of `getWaba`. */
export interface GetWabaParams extends WabaTarget {
  /** The fields to read. Default: id, name, currency, time zone, country, review status, verification status and ownership. */
  readonly fields?: readonly WabaField[] | undefined;
}

/**
 * Returns a WhatsApp Business Account: its currency, time zone and review status.
 *
 * Source: Meta, "WhatsApp Business Account API".
 *
 * @example
 * await getWaba(client, { fields: ['currency', 'timezone_id'] }); // { id: '102290129340398', currency: 'USD', timezone_id: '1' }
 */
export async function getWaba(
  client: Client,
  params: GetWabaParams = {},
  options?: CallOptions,
): Promise<Waba> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getWabaId(client, params)}`,
      query: { fields: params.fields ?? wabaFields },
      idempotency: 'safe',
      parse: parseResponse<Waba>({ id: 'string' }),
    },
    options,
  );
}
