import type { Bsuid, WaId } from '../../shared/ids.ts';
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

/** A blocked user. */
export interface BlockedUser {
  readonly wa_id?: WaId | undefined;
  readonly user_id?: Bsuid | undefined;
}

/**
 * Lists the users that a phone number has blocked, page by page.
 *
 * Source: Meta, "Block users".
 *
 * @example
 * for await (const { wa_id } of listBlockedUsers(client)) console.log(wa_id); // 16505551234 …
 */
export async function* listBlockedUsers(
  client: Client,
  params: NumberTarget & ListParams = {},
  options?: CallOptions,
): AsyncGenerator<BlockedUser, void, undefined> {
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${getPhoneNumberId(client, params)}/block_users`,
      query: { limit: params.limit, after },
      idempotency: 'safe',
      parse: parseResponse<Page<BlockedUser>>({ data: ['object'] }),
    }),
    options,
  );
}
