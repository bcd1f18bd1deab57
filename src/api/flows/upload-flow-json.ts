import { UsageError } from '../../errors/usage-error.ts';
import {
  type CallOptions,
  type Client,
  multipartBody,
  graphPath,
  parseResponse,
} from '../../transport/transport.ts';
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

const maxJsonBytes = 10_485_760;

/**
 * Uploads the JSON of a draft. Meta stores it even with errors and returns where they are.
 *
 * Source: Meta, "Flows API".
 *
 * @example
 * await uploadFlowJson(client, { flowId: '8231', flowJson: { version: '7.3', screens: [] } });
 * // { success: true, validation_errors: [{ error: 'MIN_ITEMS_REQUIRED', message: '…', line_start: 1, … }] }
 */
export async function uploadFlowJson(
  client: Client,
  { flowId, flowJson }: UploadFlowJsonParams,
  options?: CallOptions,
): Promise<UploadFlowJsonResult> {
  const text = typeof flowJson === 'string' ? flowJson : JSON.stringify(flowJson);
  const file = new Blob([text], { type: 'application/json' });
  if (file.size > maxJsonBytes) {
    throw new UsageError({
      summary: 'The Flow JSON is too large.',
      issues: [
        {
          path: 'flowJson',
          message: `has ${file.size} bytes; at most ${maxJsonBytes} are allowed`,
          limit: maxJsonBytes,
        },
      ],
    });
  }
  const form = new FormData();
  form.set('name', 'flow.json');
  form.set('asset_type', 'FLOW_JSON');
  form.set('file', file, 'flow.json');
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${flowId}/assets`,
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
