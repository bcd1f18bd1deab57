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
import type { Solution } from './list-solutions.ts';

/** Parameters of `listAppSolutions`. */
export interface ListAppSolutionsParams extends AppTarget, ListParams {
  /** Only solutions in which the app has this role. Default: both. */
  readonly role?: 'OWNER' | 'PARTNER' | undefined;
}

/**
 * Lists the multi-partner solutions of an app, page by page.
 *
 * Source: Meta, "Multi-partner solutions".
 *
 * @example
 * for await (const { id, status } of listAppSolutions(client, { role: 'OWNER' })) console.log(id, status); // 303610109049230 ACTIVE
 */
export async function* listAppSolutions(
  client: Client,
  params: ListAppSolutionsParams = {},
  options?: CallOptions,
): AsyncGenerator<Solution, void, undefined> {
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${getAppId(client, params)}/whatsapp_business_solutions`,
      query: { role: params.role, limit: params.limit, after },
      idempotency: 'safe',
      parse: parseResponse<Page<Solution>>({ data: [{ id: 'string' }] }),
    }),
    options,
  );
}
