import { isList } from '../../errors/check-params.ts';
import { usageError } from '../../errors/usage-error.ts';
import { type CallOptions, type Client, graphPath, parseResponse } from '../../transport/transport.ts';
import type { Flow, FlowField } from './flow.ts';

/** Parameters of `getFlow`. */
export interface GetFlowParams {
  /** The id that `createFlow` returned. */
  readonly flowId: string;
  /** The fields to read. Default: every field of `Flow` except the metrics. */
  readonly fields?: readonly FlowField[] | undefined;
  /** `true` creates a new preview link and invalidates the old one. Default: false, the link stays. */
  readonly invalidatePreview?: boolean | undefined;
}

const allFields: readonly FlowField[] = [
  'id',
  'name',
  'status',
  'categories',
  'validation_errors',
  'json_version',
  'data_api_version',
  'endpoint_uri',
  'preview',
  'health_status',
  'application',
  'whatsapp_business_account',
];

/**
 * Returns a Flow: its status, its errors, a link to preview it.
 *
 * Source: Meta, "Flows API".
 *
 * @example
 * (await getFlow(client, { flowId: '8231' })).preview?.preview_url; // 'https://business.facebook.com/wa/manage/flows/8231/preview/?token=…'
 */
export async function getFlow(
  client: Client,
  { flowId, fields = allFields, invalidatePreview }: GetFlowParams,
  options?: CallOptions,
): Promise<Flow> {
  if (!isList(fields)) throw usageError('fields', 'should be a list');
  const asked = fields.map((field) =>
    field === 'preview' && invalidatePreview !== undefined
      ? `preview.invalidate(${invalidatePreview})`
      : field,
  );
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${flowId}`,
      query: { fields: asked },
      idempotency: 'safe',
      parse: parseResponse<Flow>({ id: 'string' }),
    },
    options,
  );
}
