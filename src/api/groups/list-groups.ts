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

/** A group in a list. */
export interface GroupSummary {
  readonly id: string;
  readonly subject?: string | undefined;
  /** When it was created: seconds as text, or a date, as Meta returns it. */
  readonly created_at?: string | undefined;
}

/**
 * Lists the active groups of a number, page by page.
 *
 * Source: Meta, "Groups Management API".
 *
 * @example
 * for await (const { id, subject } of listGroups(client)) console.log(id, subject); // Y2FwaV9n… New purchase inquiry
 */
export async function* listGroups(
  client: Client,
  params: NumberTarget & ListParams = {},
  options?: CallOptions,
): AsyncGenerator<GroupSummary, void, undefined> {
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${getPhoneNumberId(client, params)}/groups`,
      query: { limit: params.limit, after },
      idempotency: 'safe',
      parse: (reply) => {
        const { data, paging } = parseResponse<{
          data: { groups: readonly GroupSummary[] };
          paging?: Page<GroupSummary>['paging'];
        }>({
          data: { groups: [{ id: 'string' }] },
        })(reply);
        return { data: data.groups, paging };
      },
    }),
    options,
  );
}
