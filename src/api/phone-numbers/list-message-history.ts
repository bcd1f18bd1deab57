import type { Wamid } from '../../shared/ids.ts';
import type { ListParams, NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  type Page,
  paginate,
  graphPath,
  getPhoneNumberId,
  parseResponse,
} from '../../transport/transport.ts';

/** Something that happened to a message. Times are in seconds since 1970, as Meta returns them. */
export interface MessageHistoryEvent {
  readonly id: string;
  /** `SENT`, `DELIVERED`, `READ`, `FAILED` or `DELETED`. */
  readonly delivery_status: string;
  readonly timestamp?: number | undefined;
  /** Whether the webhook for it arrived. */
  readonly webhook_update_state?: string | undefined;
  readonly webhook_uri?: string | undefined;
  readonly error_description?: string | undefined;
  readonly application?: { readonly id?: string | undefined; readonly name?: string | undefined } | undefined;
}

/** A message and what happened to it. */
export interface MessageHistoryEntry {
  readonly id: string;
  readonly message_id: Wamid;
  readonly events?: { readonly data?: readonly MessageHistoryEvent[] | undefined } | undefined;
}

/** Parameters of `listMessageHistory`. */
export interface ListMessageHistoryParams extends NumberTarget, ListParams {
  /** Returns only the message with this id. Default: all of them. */
  readonly wamid?: Wamid | undefined;
}

/**
 * Lists what happened to the messages of a number, including whether its webhooks arrived, page by page.
 *
 * Source: Meta, "WhatsApp Business Account Message History API".
 *
 * @example
 * for await (const { events } of listMessageHistory(client, { wamid })) console.log(events?.data?.at(-1)?.delivery_status); // READ
 */
export async function* listMessageHistory(
  client: Client,
  params: ListMessageHistoryParams = {},
  options?: CallOptions,
): AsyncGenerator<MessageHistoryEntry, void, undefined> {
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${getPhoneNumberId(client, params)}/message_history`,
      query: { message_id: params.wamid, fields: 'id,message_id,events', limit: params.limit, after },
      idempotency: 'safe',
      parse: parseResponse<Page<MessageHistoryEntry>>({ data: [{ id: 'string', message_id: 'string' }] }),
    }),
    options,
  );
}
