import type { NumberTarget, Success } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';

/** Whether people can find the number. */
export interface SetSearchVisibilityParams extends NumberTarget {
  readonly search_visibility: 'VISIBLE' | 'HIDDEN';
}

/**
 * Shows or hides a number in the search of WhatsApp.
 *
 * Source: Meta's OpenAPI v23.0, "Phone number".
 *
 * @example
 * await setSearchVisibility(client, { search_visibility: 'VISIBLE' }); // { success: true }
 */
export function setSearchVisibility(
  client: Client,
  params: SetSearchVisibilityParams,
  options?: CallOptions,
): Promise<Success> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, params)}`,
      body: jsonBody({ search_visibility: params.search_visibility }),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
