import type { WabaTarget } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../../transport/transport.ts';
import type { Dataset } from './get-dataset.ts';

/**
 * Creates the dataset that the events of an account are reported to, and returns it; returns the existing one if the account has one.
 *
 * Source: Meta, "Conversions API for business messaging".
 *
 * @example
 * await createDataset(client); // { id: '2307…' }
 */
export async function createDataset(
  client: Client,
  params: WabaTarget = {},
  options?: CallOptions,
): Promise<Dataset> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, params)}/dataset`,
      idempotency: 'unsafe',
      parse: parseResponse<Dataset>({ id: 'string' }),
    },
    options,
  );
}
