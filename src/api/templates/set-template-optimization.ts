import { checkParams } from '../../errors/check-params.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseSuccess,
} from '../../transport/transport.ts';
import type { TemplateOptimization } from '../../templates/definition.ts';
import { optimizationPayload } from '../../templates/to-create-payload.ts';
import type { TemplateTarget } from './get-template.ts';

/** Parameters of `setTemplateOptimization`. */
export interface SetTemplateOptimizationParams extends TemplateTarget {
  /** The bid that takes the place of the rate card. */
  readonly optimizationSpec: TemplateOptimization;
}

/**
 * Sets the max price of an approved marketing template, whose contents stay and are not reviewed again. Meta allows 100 such edits an hour and 2,400 a
 * day. Since 2026-08-31 a template moves from the rate card to max price this way.
 *
 * Source: Meta, "Max price".
 *
 * @example
 * await setTemplateOptimization(client, {
 *   templateId: '1627019861106475',
 *   optimizationSpec: { bidStrategy: 'LOWEST_COST_WITH_BID_CAP', bidAmount: 87_000 }, // 0.87 rupees a message
 * });
 */
export async function setTemplateOptimization(
  client: Client,
  params: SetTemplateOptimizationParams,
  options?: CallOptions,
): Promise<void> {
  const { templateId, optimizationSpec } = checkParams('setTemplateOptimization', params, {
    optimizationSpec: 'object',
    templateId: true,
  });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${templateId}`,
      body: jsonBody({ optimization_spec: optimizationPayload(optimizationSpec) }),
      idempotency: 'safe',
      parse: parseSuccess,
    },
    options,
  );
}
