import type { TemplateCreatePayload } from '../../templates/payload.ts';
import { findPlaceholders } from '../../templates/placeholders.ts';
import { toCreatePayload } from '../../templates/to-create-payload.ts';
import type { TemplateCategoryName, TemplateRecord, TemplateStatus } from '../kernel/records.ts';
import { getParameterFormat } from './template-definition.ts';
import { getComponent } from './template-lookup.ts';
import type { TemplateSeed } from './template-seed.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

const categories: readonly string[] = ['AUTHENTICATION', 'MARKETING', 'UTILITY'];

export const isCategory = (value: string | undefined): value is TemplateCategoryName =>
  value !== undefined && categories.includes(value);

const toPayload = (seed: TemplateSeed): TemplateCreatePayload =>
  'components' in seed ? seed : toCreatePayload(seed);

/** Makes a template and remembers it. */
export function addTemplate(
  context: EmulatorContext,
  seed: TemplateSeed,
  status: TemplateStatus,
  libraryName?: string,
  id: string = context.ids.node(),
): TemplateRecord {
  const payload = toPayload(seed);
  const texts = ['HEADER', 'BODY'].map((type) => getComponent(payload.components, type)?.text ?? '');
  const template: TemplateRecord = {
    id,
    name: payload.name,
    language: payload.language,
    category: payload.category,
    status,
    parameterFormat:
      payload.parameter_format === undefined
        ? getParameterFormat(texts.flatMap(findPlaceholders))
        : payload.parameter_format === 'named'
          ? 'NAMED'
          : 'POSITIONAL',
    components: payload.components,
    quality: 'UNKNOWN',
    rejectedReason: 'NONE',
    pauses: 0,
    edits: [],
    ttlSeconds: payload.message_send_ttl_seconds,
    optimizationSpec: payload.optimization_spec,
    subCategory: payload.sub_category,
    displayFormat: payload.display_format,
    linkTrackingOptedOut: payload.cta_url_link_tracking_opted_out,
    libraryName,
    updatedAt: context.now(),
  };
  context.state.templates.set(template.id, template);
  context.emit({ kind: 'template', at: context.now(), templateId: template.id });
  return template;
}
