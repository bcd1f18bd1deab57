import type { ListParams, WabaTarget } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  type Page,
  paginate,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../../transport/transport.ts';
import type { WelcomeMessage } from './save-welcome-sequence.ts';

/** A welcome message sequence for people who come from an ad. */
export interface WelcomeSequence {
  readonly sequence_id: string;
  readonly name: string;
  /** The sequence as Meta stores it: an object, or its JSON as text. */
  readonly welcome_message_sequence?: WelcomeMessage | string | undefined;
  /** `true`: it cannot be deleted. */
  readonly is_used_in_ad?: boolean | undefined;
}

/** Parameters of `listWelcomeSequences`. */
export interface ListWelcomeSequencesParams extends WabaTarget, ListParams {
  /** Returns only the sequence with this id. Default: all of them. */
  readonly sequenceId?: string | undefined;
}

/**
 * Lists the welcome message sequences for people who come from click-to-WhatsApp ads, page by page.
 *
 * Source: Meta, "Welcome message sequences".
 *
 * @example
 * for await (const { sequence_id, name } of listWelcomeSequences(client)) console.log(sequence_id, name); // 186473890 Driver sign-up
 */
export async function* listWelcomeSequences(
  client: Client,
  params: ListWelcomeSequencesParams = {},
  options?: CallOptions,
): AsyncGenerator<WelcomeSequence, void, undefined> {
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${getWabaId(client, params)}/welcome_message_sequences`,
      query: { sequence_id: params.sequenceId, limit: params.limit, after },
      idempotency: 'safe',
      // Meta's page shows a bare list; Graph wraps lists in `data`.
      parse: (reply) => {
        const json = Array.isArray(reply.json) ? { data: reply.json as readonly unknown[] } : reply.json;
        return parseResponse<Page<WelcomeSequence>>({ data: [{ sequence_id: 'string' }] })({
          ...reply,
          json,
        });
      },
    }),
    options,
  );
}
