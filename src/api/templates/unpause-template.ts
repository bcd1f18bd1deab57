import { type CallOptions, type Client, graphPath, parseResponse } from '../../transport/transport.ts';
import type { TemplateTarget } from './get-template.ts';

/** Whether the pause ended, and if not, the reason. */
export interface UnpauseTemplateResult {
  /** Whether the template can be sent again. */
  readonly success: boolean;
  /** Why Meta refused to end the pause; missing after a success. */
  readonly reason?: string | undefined;
}

/**
 * Ends the pause of a template. One that was paused by pacing stays paused until this is called.
 *
 * Source: Meta, "Template pausing".
 *
 * @example
 * await unpauseTemplate(client, { templateId: '1627019861106475' }); // { success: true }
 */
export async function unpauseTemplate(
  client: Client,
  { templateId }: TemplateTarget,
  options?: CallOptions,
): Promise<UnpauseTemplateResult> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${templateId}/unpause`,
      idempotency: 'unsafe',
      parse: parseResponse<UnpauseTemplateResult>({ success: 'boolean', reason: 'string?' }),
    },
    options,
  );
}
