import type { AppTarget, ListParams } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  type Page,
  paginate,
  graphPath,
  parseResponse,
} from '../../../transport/transport.ts';
import { getAppId } from '../targets.ts';

/** A customer of an app. */
export interface ConnectedBusiness {
  readonly id: string;
  readonly name?: string | undefined;
  readonly verification_status?: string | undefined;
  readonly business_status?: string | undefined;
}

/**
 * Lists the businesses that connected an app (for tech providers), page by page.
 *
 * Source: Meta, "Connected Client Businesses".
 *
 * @example
 * for await (const { id, name } of listConnectedBusinesses(client)) console.log(id, name); // 506914307656634 Lucky Shrub
 */
export async function* listConnectedBusinesses(
  client: Client,
  params: AppTarget & ListParams = {},
  options?: CallOptions,
): AsyncGenerator<ConnectedBusiness, void, undefined> {
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${getAppId(client, params)}/connected_client_businesses`,
      query: { limit: params.limit, after },
      idempotency: 'safe',
      parse: parseResponse<Page<ConnectedBusiness>>({ data: [{ id: 'string' }] }),
    }),
    options,
  );
}
