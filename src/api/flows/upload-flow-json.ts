import {
  type CallOptions,
  type Client,
  multipartBody,
  graphPath,
  parseResponse,
} from '../../transport/transport.ts';
import { checkParams } from '../../errors/check-params.ts';
import { toFlowJsonText } from './flow-json-text.ts';
import type { FlowValidationError } from './flow.ts';

/** Parameters of `uploadFlowJson`. */
export interface UploadFlowJsonParams {
  /** The id that `createFlow` returned. */
  readonly flowId: string;
  /** The Flow's JSON: an object or its text, up to 10 MB. */
  readonly flowJson: string | object;
}

/** Whether Meta stored the JSON, and what is wrong in it. */
export interface UploadFlowJsonResult {
  /** Whether Meta stored the JSON, with or without errors in it. */
  readonly success: boolean;
  /** Errors do not stop the upload; they stop the publishing. */
  readonly validation_errors: readonly FlowValidationError[];
}

/**
 * Uploads the JSON of a draft. Meta stores it even with errors and returns where they are; `validateFlowJson` of `wabakit/flows` finds most of
 * them before.
 *
 * Throws `UsageError` if `flowJson` is missing, misspelt, no Flow JSON or larger than 10 MB.
 *
 * Source: Meta, "Flows API".
 *
 * @example
 * await uploadFlowJson(client, { flowId: '8231', flowJson: { version: '7.3', screens: [] } });
 * // { success: true, validation_errors: [{ error: 'MIN_ITEMS_REQUIRED', message: '…', line_start: 1, … }] }
 */
export async function uploadFlowJson(
  client: Client,
  params: UploadFlowJsonParams,
  options?: CallOptions,
): Promise<UploadFlowJsonResult> {
  checkParams('uploadFlowJson', params, { flowId: true, flowJson: true });
  const file = new Blob([toFlowJsonText(params.flowJson)], { type: 'application/json' });
  const form = new FormData();
  form.set('name', 'flow.json');
  form.set('asset_type', 'FLOW_JSON');
  form.set('file', file, 'flow.json');
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${params.flowId}/assets`,
      body: multipartBody(form),
      idempotency: 'unsafe',
      parse: (reply) => {
        const result = parseResponse<Pick<UploadFlowJsonResult, 'success'> & Partial<UploadFlowJsonResult>>({
          success: 'boolean',
          validation_errors: 'array?',
        })(reply);
        return { ...result, validation_errors: result.validation_errors ?? [] };
      },
    },
    options,
  );
}
