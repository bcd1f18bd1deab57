import type { WabaTarget } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../../transport/transport.ts';

/** The dataset that events of an account go to. */
export interface Dataset {
  readonly id: string;
}

/**
 * Returns the dataset that the events of an account (purchases, leads) are reported to, so that ads can be measured; `undefined` if there
 * is none.
 *
 * Source: Meta, "Conversions API for business messaging".
 *
 * @example
 * await getDataset(client); // { id: '2307…' }
 */
export async function getDataset(
  client: Client,
  params: WabaTarget = {},
  options?: CallOptions,
): Promise<Dataset | undefined> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getWabaId(client, params)}/dataset`,
      idempotency: 'safe',
      parse: (reply) => {
        const { data, ...bare } = parseResponse<Partial<Dataset> & { data?: readonly Dataset[] }>({
          id: 'string?',
          data: 'array?',
        })(reply);
        return data?.[0] ?? (bare.id === undefined ? undefined : { ...bare, id: bare.id });
      },
    },
    options,
  );
}
