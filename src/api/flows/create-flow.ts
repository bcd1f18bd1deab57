import { UsageError } from '../../errors/usage-error.ts';
import type { WabaTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../transport/transport.ts';
import type { FlowCategory, FlowValidationError } from './flow.ts';

/** A new Flow. */
export interface CreateFlowParams extends WabaTarget {
  /** Unique in the account. */
  readonly name: string;
  /** At least one. */
  readonly categories: readonly FlowCategory[];
  /** The Flow's JSON: an object or its text. Without it the Flow starts empty. */
  readonly flowJson?: string | object | undefined;
  /** With a `flowJson` that has no errors: publishes at once. */
  readonly publish?: boolean | undefined;
  /** The id of a Flow to start from. */
  readonly cloneFlowId?: string | undefined;
  /** Where the Flow's data endpoint is. */
  readonly endpointUri?: string | undefined;
}

/** The new Flow. */
export interface CreateFlowResult {
  readonly id: string;
  readonly success?: boolean | undefined;
  readonly validation_errors?: readonly FlowValidationError[] | undefined;
}

/**
 * Creates a Flow as a draft. Fill it with `uploadFlowJson` and publish it with `publishFlow`.
 *
 * Source: Meta, "Flows API".
 *
 * @example
 * await createFlow(client, { name: 'Booking', categories: ['APPOINTMENT_BOOKING'] }); // { id: '8231…' }
 */
export async function createFlow(
  client: Client,
  params: CreateFlowParams,
  options?: CallOptions,
): Promise<CreateFlowResult> {
  const { name, categories, flowJson, publish, cloneFlowId, endpointUri } = params;
  if (categories.length === 0) {
    throw new UsageError({
      summary: 'The Flow needs a category.',
      issues: [{ path: 'categories', message: 'has 0 items; at least 1 is needed', limit: 1 }],
    });
  }
  const json = typeof flowJson === 'object' ? JSON.stringify(flowJson) : flowJson;
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, params)}/flows`,
      body: jsonBody({
        name,
        categories,
        flow_json: json,
        publish,
        clone_flow_id: cloneFlowId,
        endpoint_uri: endpointUri,
      }),
      idempotency: 'unsafe',
      parse: parseResponse<CreateFlowResult>({ id: 'string' }),
    },
    options,
  );
}
