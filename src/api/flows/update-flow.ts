import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseSuccess,
} from '../../transport/transport.ts';
import { checkParams } from '../../errors/check-params.ts';
import type { FlowCategory } from './flow.ts';

/** Parameters of `updateFlow`; what is left out stays as it is. */
export interface UpdateFlowParams {
  /** The id that `createFlow` returned. */
  readonly flowId: string;
  /** The new name, unique in the account. */
  readonly name?: string | undefined;
  /** The new categories, at least one. */
  readonly categories?: readonly FlowCategory[] | undefined;
  /** The URL of the Flow's data endpoint. */
  readonly endpointUri?: string | undefined;
  /** The Meta app that signs the requests to the endpoint. */
  readonly applicationId?: string | undefined;
}

/**
 * Changes a Flow's name, categories or endpoint. For its JSON see `uploadFlowJson`.
 *
 * Throws `UsageError` if a parameter is unknown.
 *
 * Source: Meta, "Flows API".
 *
 * @example
 * await updateFlow(client, { flowId: '8231', endpointUri: 'https://shop.example/flow' });
 */
export async function updateFlow(
  client: Client,
  params: UpdateFlowParams,
  options?: CallOptions,
): Promise<void> {
  checkParams('updateFlow', params, {
    flowId: true,
    name: false,
    categories: false,
    endpointUri: false,
    applicationId: false,
  });
  const { flowId, name, categories, endpointUri, applicationId } = params;
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${flowId}`,
      body: jsonBody({ name, categories, endpoint_uri: endpointUri, application_id: applicationId }),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
