import type { PortfolioTarget } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
} from '../../../transport/transport.ts';
import { getBusinessPortfolioId } from '../targets.ts';

/**
 * Adds a phone number to a business portfolio before it belongs to an account (partners).
 *
 * Source: Meta, "Add Phone Numbers API".
 *
 * @example
 * await addPortfolioNumber(client, { phone_number: '+14155552671' }); // { id: '106540352242922' }
 */
export function addPortfolioNumber(
  client: Client,
  params: PortfolioTarget & { readonly phone_number: string },
  options?: CallOptions,
): Promise<{ readonly id: string }> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getBusinessPortfolioId(client, params)}/add_phone_numbers`,
      body: jsonBody({ phone_number: params.phone_number }),
      idempotency: 'unsafe',
      parse: parseResponse<{ readonly id: string }>({ id: 'string' }),
    },
    options,
  );
}
