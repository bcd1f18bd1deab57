import type { Success, WabaTarget } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  parseSuccess,
  getWabaId,
} from '../../../transport/transport.ts';

/**
 * Deletes a greeting that no ad uses.
 *
 * Source: Meta, "Welcome message sequences".
 *
 * @example
 * await deleteWelcomeSequence(client, { sequence_id: '186473890' }); // { success: true }
 */
export function deleteWelcomeSequence(
  client: Client,
  params: WabaTarget & { readonly sequence_id: string },
  options?: CallOptions,
): Promise<Success> {
  return client.request(
    {
      method: 'DELETE',
      path: graphPath`/${getWabaId(client, params)}/welcome_message_sequences`,
      query: { sequence_id: params.sequence_id },
      idempotency: 'safe',
      parse: parseSuccess,
    },
    options,
  );
}
