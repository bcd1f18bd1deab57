import type { CallOptions, Client } from '../../transport/transport.ts';
import { listTemplates, type ListTemplatesParams } from './list-templates.ts';
import type { Template } from '../../templates/template.ts';
import type { TemplateModule } from '../../templates/sync/template-module.ts';

/**
 * Returns the templates of an account as the source of a typed module, which `templateModule` writes. Deleted templates are left out.
 *
 * @example
 * const { source } = await pullTemplates(client, { status: 'APPROVED' });
 * await writeFile('templates.ts', source);
 */
export async function pullTemplates(
  client: Client,
  params: ListTemplatesParams = {},
  options?: CallOptions,
): Promise<TemplateModule> {
  const templates: Template[] = [];
  for await (const template of listTemplates(client, params, options)) {
    if (!['DELETED', 'PENDING_DELETION'].includes(template.status)) templates.push(template);
  }
  const { templateModule } = await import('../../templates/sync/template-module.ts');
  return templateModule(templates);
}
