import type { Success } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseSuccess,
} from '../../transport/transport.ts';
import type { FlowCategory } from './flow.ts';

/** What to change; what is left out stays as it is. */
export interface UpdateFlowParams {
  readonly flowId: string;
  readonly name?: string | undefined;
  readonly categories?: readonly FlowCategory[] | undefined;
  readonly endpoint_uri?: string | undefined;
  /** The Meta app that signs the requests to the endpoint. */
  readonly application_id?: string | undefined;
}

/**
 * Changes a Flow's name, categories or endpoint. For its JSON see `uploadFlowJson`.
 *
 * Source: Meta, "Flows API".
 *
 * @example
 * await updateFlow(client, { flowId: '8231', endpoint_uri: 'https://shop.example/flow' }); // { success: true }
 */
export function updateFlow(
  client: Client,
  { flowId, ...body }: UpdateFlowParams,
  options?: CallOptions,
): Promise<Success> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${flowId}`,
      body: jsonBody(body),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
