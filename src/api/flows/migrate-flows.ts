import type { WabaId } from '../../shared/ids.ts';
import type { WabaTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../transport/transport.ts';

/** Parameters of `migrateFlows`. The Flows are copied into `wabaId`, by default the client's account. */
export interface MigrateFlowsParams extends WabaTarget {
  /** The account to copy from, of the same business. */
  readonly sourceWabaId: WabaId;
  /** The names of the Flows to copy, up to 100. Default: all of them. */
  readonly sourceFlowNames?: readonly string[] | undefined;
}

/** The Flows that were copied, and those that were not. */
export interface MigrateFlowsResult {
  /** The copies, with the id of each original. */
  readonly migrated_flows: readonly {
    readonly source_name: string;
    readonly source_id: string;
    readonly migrated_id: string;
  }[];
  /** The Flows that Meta did not copy, and the reasons. */
  readonly failed_flows: readonly {
    readonly source_name: string;
    readonly error_code: string;
    readonly error_message?: string | undefined;
  }[];
}

/**
 * Copies Flows from another WhatsApp Business Account of the same business, as drafts.
 *
 * Source: Meta, "Flows API".
 *
 * @example
 * await migrateFlows(client, { sourceWabaId: '1029…', sourceFlowNames: ['appointment'] });
 * // { migrated_flows: [{ source_name: 'appointment', source_id: '1', migrated_id: '2' }], failed_flows: [] }
 */
export async function migrateFlows(
  client: Client,
  { sourceWabaId, sourceFlowNames, ...target }: MigrateFlowsParams,
  options?: CallOptions,
): Promise<MigrateFlowsResult> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, target)}/migrate_flows`,
      body: jsonBody({ source_waba_id: sourceWabaId, source_flow_names: sourceFlowNames }),
      idempotency: 'unsafe',
      parse: (reply) => ({
        migrated_flows: [],
        failed_flows: [],
        ...parseResponse<Partial<MigrateFlowsResult>>({ migrated_flows: 'array?', failed_flows: 'array?' })(
          reply,
        ),
      }),
    },
    options,
  );
}
