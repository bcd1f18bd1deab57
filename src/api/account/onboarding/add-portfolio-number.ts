import type { PortfolioTarget } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
} from '../../../transport/transport.ts';
import { getBusinessPortfolioId } from '../targets.ts';

/** Parameters of `addPortfolioNumber`. */
export interface AddPortfolioNumberParams extends PortfolioTarget {
  /** The number with `+` and country code: `+14155552671`. */
  readonly phoneNumber: string;
}

/**
 * Adds a phone number to a business portfolio before the number belongs to an account (for partners).
 *
 * Source: Meta, "Add Phone Numbers API".
 *
 * @example
 * await addPortfolioNumber(client, { phoneNumber: '+14155552671' }); // { id: '106540352242922' }
 */
export async function addPortfolioNumber(
  client: Client,
  params: AddPortfolioNumberParams,
  options?: CallOptions,
): Promise<{ readonly id: string }> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getBusinessPortfolioId(client, params)}/add_phone_numbers`,
      body: jsonBody({ phone_number: params.phoneNumber }),
      idempotency: 'unsafe',
      parse: parseResponse<{ readonly id: string }>({ id: 'string' }),
    },
    options,
  );
}
