import type { WabaTarget } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  parseSuccess,
  getWabaId,
} from '../../../transport/transport.ts';

/** Parameters of `deleteWelcomeSequence`. */
export interface DeleteWelcomeSequenceParams extends WabaTarget {
  /** The id of the sequence, from `listWelcomeSequences`. */
  readonly sequenceId: string;
}

/**
 * Deletes a welcome message sequence. Meta refuses one that an ad uses.
 *
 * Source: Meta, "Welcome message sequences".
 *
 * @example
 * await deleteWelcomeSequence(client, { sequenceId: '186473890' });
 */
export async function deleteWelcomeSequence(
  client: Client,
  params: DeleteWelcomeSequenceParams,
  options?: CallOptions,
): Promise<void> {
  return client.request(
    {
      method: 'DELETE',
      path: graphPath`/${getWabaId(client, params)}/welcome_message_sequences`,
      query: { sequence_id: params.sequenceId },
      idempotency: 'safe',
      parse: parseSuccess,
    },
    options,
  );
}
