import { paginate, type CallOptions, type Client, type Page } from '../../transport/transport.ts';
import { graphEndpoint, type GraphParams } from './graph-endpoint.ts';

/**
 * Lists the items of any list of the Graph API that has no operation. The next page is requested when its first item is needed.
 *
 * @example
 * for await (const item of graphList<{ id: string }>(client, '/102290129340398/phone_numbers')) console.log(item.id);
 */
export async function* graphList<T = unknown>(
  client: Client,
  path: string,
  params: GraphParams = {},
  options?: CallOptions,
): AsyncGenerator<T, void, undefined> {
  yield* paginate(
    client,
    (after) => graphEndpoint<Page<T>>('GET', path, { ...params, query: { ...params.query, after } }),
    options,
  );
}
