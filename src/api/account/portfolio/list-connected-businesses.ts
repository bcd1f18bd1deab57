import type { AppTarget, ListParams } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  type Page,
  paginate,
  path,
  shaped,
} from '../../../transport/transport.ts';
import { appIdOf } from '../id-of.ts';

/** A customer of an app. */
export interface ConnectedBusiness {
  readonly id: string;
  readonly name?: string | undefined;
  readonly verification_status?: string | undefined;
  readonly business_status?: string | undefined;
}

/**
 * Lists the businesses that connected an app (tech providers).
 *
 * Source: Meta, "Connected Client Businesses".
 *
 * @example
 * for await (const { id, name } of listConnectedBusinesses(client)) console.log(id, name); // 506914307656634 Lucky Shrub
 */
export function listConnectedBusinesses(
  client: Client,
  params: AppTarget & ListParams = {},
  options?: CallOptions,
): AsyncGenerator<ConnectedBusiness, void, undefined> {
  return paginate(
    client,
    (after) => ({
      method: 'GET',
      path: path`/${appIdOf(client, params)}/connected_client_businesses`,
      query: { limit: params.limit, after },
      class: 'read',
      parse: shaped<Page<ConnectedBusiness>>({ data: [{ id: 'string' }] }),
    }),
    options,
  );
}
