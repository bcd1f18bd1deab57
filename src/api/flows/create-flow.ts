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
import { checkParams } from '../../errors/check-params.ts';
import { toFlowJsonText } from './flow-json-text.ts';
import type { FlowCategory, FlowValidationError } from './flow.ts';

/** Parameters of `createFlow`. */
export interface CreateFlowParams extends WabaTarget {
  /** The name that people of the business read; unique in the account. */
  readonly name: string;
  /** What the Flow is for: at least one category. */
  readonly categories: readonly FlowCategory[];
  /** The Flow's JSON: an object or its text, up to 10 MB. Default: the Flow starts empty. */
  readonly flowJson?: string | object | undefined;
  /** Publishes at once, if `flowJson` has no errors. Default: false, the Flow stays a draft. */
  readonly publish?: boolean | undefined;
  /** The id of a Flow of the account whose JSON the new one starts with. Default: none. */
  readonly cloneFlowId?: string | undefined;
  /** The https URL of your server that answers the Flow's screens (`createFlowEndpoint`). Default: none, the Flow exchanges no data. */
  readonly endpointUri?: string | undefined;
}

/** The id of the new Flow, and what is wrong in its JSON. */
export interface CreateFlowResult {
  /** The id of the new Flow, for `uploadFlowJson` and for sending. */
  readonly id: string;
  /** Whether `flowJson` was stored and, with `publish`, published; `false` does not undo the creation. */
  readonly success?: boolean | undefined;
  /** What is wrong in the JSON; a Flow with errors cannot be published. */
  readonly validation_errors?: readonly FlowValidationError[] | undefined;
}

/**
 * Creates a Flow as a draft. Fill it with `uploadFlowJson` and publish it with `publishFlow`.
 *
 * Throws `UsageError` if a parameter is unknown or missing, `categories` is empty, or `flowJson` is no Flow JSON.
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
  checkParams('createFlow', params, {
    name: true,
    categories: 'list',
    flowJson: false,
    publish: false,
    cloneFlowId: false,
    endpointUri: false,
    wabaId: false,
  });
  const { name, categories, flowJson, publish, cloneFlowId, endpointUri } = params;
  if (categories.length === 0) {
    throw new UsageError({
      summary: 'The Flow needs a category.',
      issues: [{ path: 'categories', message: 'has 0 items; at least 1 is needed', limit: 1 }],
    });
  }
  const json = flowJson === undefined ? undefined : toFlowJsonText(flowJson);
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
