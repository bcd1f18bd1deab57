import type { WabaTarget } from '../../../schemas/targets.ts';
import { type CallOptions, type Client, path, shaped, wabaIdOf } from '../../../transport/transport.ts';
import type { Dataset } from './get-dataset.ts';

/**
 * Creates the dataset to which an account's events are reported; gives the existing one when there is one.
 *
 * Source: Meta, "Conversions API for business messaging".
 *
 * @example
 * await createDataset(client); // { id: '2307…' }
 */
export function createDataset(
  client: Client,
  params: WabaTarget = {},
  options?: CallOptions,
): Promise<Dataset> {
  return client.request(
    {
      method: 'POST',
      path: path`/${wabaIdOf(client, params)}/dataset`,
      class: 'write',
      parse: shaped<Dataset>({ id: 'string' }),
    },
    options,
  );
}
