import type { ListParams } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  type Page,
  paginate,
  graphPath,
  parseResponse,
} from '../../transport/transport.ts';
import type { FlowTarget } from './publish-flow.ts';

/** A file of a Flow. */
export interface FlowAsset {
  readonly name: string;
  /** `FLOW_JSON`. */
  readonly asset_type: string;
  /** Where the file is, for a while. It needs no token. */
  readonly download_url: string;
}

/**
 * Lists the files of a Flow: its JSON, with a link to download it.
 *
 * Source: Meta, "Flows API".
 *
 * @example
 * for await (const { name, download_url } of listFlowAssets(client, { flowId: '8231' })) console.log(name, download_url); // flow.json https://…
 */
export async function* listFlowAssets(
  client: Client,
  params: FlowTarget & ListParams,
  options?: CallOptions,
): AsyncGenerator<FlowAsset, void, undefined> {
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${params.flowId}/assets`,
      query: { limit: params.limit, after },
      idempotency: 'safe',
      parse: parseResponse<Page<FlowAsset>>({ data: [{ name: 'string', download_url: 'string' }] }),
    }),
    options,
  );
}
