import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';

/** Parameters of `setSearchVisibility`. */
export interface SetSearchVisibilityParams extends NumberTarget {
  /** `VISIBLE` lets people find the number by its name, `HIDDEN` does not. */
  readonly searchVisibility: 'VISIBLE' | 'HIDDEN';
}

/**
 * Shows a number in the search of WhatsApp, or hides it.
 *
 * Source: Meta's OpenAPI v23.0, "Phone number".
 *
 * @example
 * await setSearchVisibility(client, { searchVisibility: 'VISIBLE' });
 */
export async function setSearchVisibility(
  client: Client,
  params: SetSearchVisibilityParams,
  options?: CallOptions,
): Promise<void> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, params)}`,
      body: jsonBody({ search_visibility: params.searchVisibility }),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
