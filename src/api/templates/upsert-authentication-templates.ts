import { checkParams, isList } from '../../errors/check-params.ts';
import { usageError } from '../../errors/usage-error.ts';
import type { WabaTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../transport/transport.ts';
import type { AuthenticationTemplateDefinition } from '../../templates/definition.ts';
import { checkedPayload } from './checked-payload.ts';
import type { TemplateStatus } from '../../templates/template.ts';

/** Parameters of `upsertAuthenticationTemplates`. */
export interface UpsertAuthenticationTemplatesParams extends WabaTarget {
  /** The template; its `language` is ignored, and its button has no labels: Meta writes them in each language. */
  readonly definition: AuthenticationTemplateDefinition;
  /** The codes of the languages to create or update, such as `en_US`; at least one. */
  readonly languages: readonly string[];
}

/** One language of the template. */
export interface UpsertedTemplate {
  readonly id: string;
  readonly status: TemplateStatus;
  readonly language: string;
}

/**
 * Creates or updates an authentication template in several languages at once.
 *
 * Throws `UsageError` if the definition breaks a rule or has button labels.
 *
 * Source: Meta, "Bulk management" of authentication templates.
 *
 * @example
 * await upsertAuthenticationTemplates(client, { definition: loginCode, languages: ['en_US', 'es_ES'] });
 * // [{ id: '954638012257287', status: 'APPROVED', language: 'en_US' }, …]
 */
export async function upsertAuthenticationTemplates(
  client: Client,
  params: UpsertAuthenticationTemplatesParams,
  options?: CallOptions,
): Promise<readonly UpsertedTemplate[]> {
  const { definition, languages, ...target } = checkParams('upsertAuthenticationTemplates', params, {
    definition: 'object',
    languages: 'list',
    wabaId: false,
  });
  if (!isList(definition.buttons)) throw usageError('definition.buttons', 'should be a list');
  const [button] = definition.buttons;
  if (button.text !== undefined || ('autofillText' in button && button.autofillText !== undefined))
    throw usageError('definition.buttons[0]', 'has a label, which Meta does not take for several languages');
  if (languages.length === 0)
    throw usageError('languages', 'has 0 languages, at least 1 is needed', { limit: 1 });
  const payload = await checkedPayload({ ...definition, language: languages[0] ?? '' });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, target)}/upsert_message_templates`,
      body: jsonBody({ ...payload, language: undefined, languages }),
      idempotency: 'unsafe',
      parse: (reply) =>
        parseResponse<{ readonly data: readonly UpsertedTemplate[] }>({
          data: [{ id: 'string', status: 'string', language: 'string' }],
        })(reply).data,
    },
    options,
  );
}
