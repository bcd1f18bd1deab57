import { checkParams } from '../../errors/check-params.ts';
import { UsageError } from '../../errors/usage-error.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseSuccess,
} from '../../transport/transport.ts';
import type { TemplateDefinition } from '../../templates/definition.ts';
import { templateDocs } from '../../templates/limits.ts';
import { checkedPayload } from './checked-payload.ts';
import type { TemplateStatus } from '../../templates/template.ts';

/** Parameters of `editTemplate`. */
export interface EditTemplateParams {
  /** The id of the template; name and language stay. */
  readonly templateId: string;
  /** Replaces every component, the time to live, the max price if given, whether taps are counted, and the category where that is still possible. */
  readonly definition: TemplateDefinition;
  /** The template's present status and category. If given, an edit that Meta would refuse throws before the call. Default: not checked. */
  readonly current?: { readonly status: TemplateStatus; readonly category: string } | undefined;
}

const editable = ['APPROVED', 'REJECTED', 'PAUSED'];

/**
 * Replaces the contents of a template, which is then reviewed again. Only approved, rejected and paused templates can be edited; an
 * approved one once in 24 hours and 10 times in 30 days, and its category stays.
 *
 * Throws `UsageError` with every problem of the definition, or if `current` shows that Meta would refuse the edit.
 *
 * Source: Meta, "Template management", edit templates.
 *
 * @example
 * await editTemplate(client, { templateId: '1627019861106475', definition: orderUpdate });
 */
export async function editTemplate(
  client: Client,
  params: EditTemplateParams,
  options?: CallOptions,
): Promise<void> {
  const { templateId, definition, current } = checkParams('editTemplate', params, {
    templateId: true,
    definition: 'object',
    current: false,
  });
  const { category, ...payload } = await checkedPayload(definition);
  const isApproved = current?.status === 'APPROVED';
  const refusal =
    current !== undefined && !editable.includes(current.status)
      ? `a template that is ${current.status} cannot be edited, only ${editable.join(', ')}`
      : isApproved && current.category !== category
        ? `the category of an approved template stays ${current.category}`
        : undefined;
  if (refusal !== undefined) {
    throw new UsageError({
      summary: `The template ${definition.name} (${definition.language}) was not edited.`,
      issues: [{ path: 'current', message: refusal, docs: templateDocs.management }],
    });
  }
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${templateId}`,
      body: jsonBody({
        components: payload.components,
        message_send_ttl_seconds: payload.message_send_ttl_seconds,
        optimization_spec: payload.optimization_spec,
        cta_url_link_tracking_opted_out: payload.cta_url_link_tracking_opted_out,
        ...(isApproved ? {} : { category }),
      }),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
