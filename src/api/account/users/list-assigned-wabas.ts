import type { ListParams } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  type Page,
  paginate,
  graphPath,
  parseResponse,
} from '../../../transport/transport.ts';
import type { Waba, WabaField } from '../waba.ts';

/** Parameters of `listAssignedWabas`. */
export interface ListAssignedWabasParams extends ListParams {
  /** The id of the user or system user. */
  readonly userId: string;
  /** The fields to read. Default: Meta's, `id` and `name`. */
  readonly fields?: readonly WabaField[] | undefined;
}

/**
 * Lists the accounts that a user or system user may work with, page by page.
 *
 * Source: Meta, "Assigned WhatsApp Business Accounts API".
 *
 * @example
 * for await (const { id, name } of listAssignedWabas(client, { userId: '1020…' })) console.log(id, name); // 102290129340398 Lucky Shrub
 */
export async function* listAssignedWabas(
  client: Client,
  params: ListAssignedWabasParams,
  options?: CallOptions,
): AsyncGenerator<Waba, void, undefined> {
  const { userId, fields, limit } = params;
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${userId}/assigned_whatsapp_business_accounts`,
      query: { fields, limit, after },
      idempotency: 'safe',
      parse: parseResponse<Page<Waba>>({ data: [{ id: 'string' }] }),
    }),
    options,
  );
}
