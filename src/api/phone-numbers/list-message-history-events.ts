import type { ListParams } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  type Page,
  paginate,
  graphPath,
  parseResponse,
} from '../../transport/transport.ts';

/** One event of a message's history, with both of its times in seconds. */
export interface MessageHistoryNode {
  readonly id: string;
  readonly delivery_status: string;
  /** When it happened. */
  readonly occurrence_timestamp: number;
  /** When Meta wrote it down. */
  readonly status_timestamp?: number | undefined;
  readonly error_description?: string | undefined;
  readonly application?: { readonly id?: string | undefined; readonly name?: string | undefined } | undefined;
}

/** Parameters of `listMessageHistoryEvents`. */
export interface ListMessageHistoryEventsParams extends ListParams {
  /** The `id` of an entry of `listMessageHistory`. */
  readonly messageHistoryId: string;
  /** Only events with this status. Default: all of them. */
  readonly status?: 'SENT' | 'DELIVERED' | 'READ' | 'FAILED' | 'DELETED' | undefined;
}

/**
 * Lists every event in the history of one message, page by page.
 *
 * Source: Meta, "WhatsApp Business Message History Events API".
 *
 * @example
 * for await (const event of listMessageHistoryEvents(client, { messageHistoryId })) console.log(event.delivery_status); // SENT, DELIVERED …
 */
export async function* listMessageHistoryEvents(
  client: Client,
  params: ListMessageHistoryEventsParams,
  options?: CallOptions,
): AsyncGenerator<MessageHistoryNode, void, undefined> {
  const { messageHistoryId, status, limit } = params;
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${messageHistoryId}/events`,
      query: { status_filter: status, limit, after },
      idempotency: 'safe',
      parse: (reply) => {
        const page = parseResponse<Page<{ readonly node: MessageHistoryNode }>>({
          data: [{ node: { id: 'string' } }],
        })(reply);
        return { ...page, data: page.data.map(({ node }) => node) };
      },
    }),
    options,
  );
}
