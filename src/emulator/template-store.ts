import { isObject, toList, toText, type JsonObject } from './json.ts';
import type { TemplateCategoryName, TemplateRecord, TemplateStatus } from './records.ts';
import { componentOf } from './template-lookup.ts';
import { placeholdersOf } from './template-placeholders.ts';
import type { TemplateSeed } from './template-seed.ts';
import type { World } from './world.ts';

const categories: readonly string[] = ['AUTHENTICATION', 'MARKETING', 'UTILITY'];

export const isCategory = (value: string | undefined): value is TemplateCategoryName =>
  value !== undefined && categories.includes(value);

function formatOf(seed: JsonObject, components: readonly JsonObject[]): TemplateRecord['parameterFormat'] {
  const said = toText(seed['parameter_format'])?.toUpperCase();
  if (said === 'NAMED' || said === 'POSITIONAL') return said;
  const placeholders = placeholdersOf(toText(componentOf(components, 'BODY')?.['text']) ?? '');
  return placeholders.some((name) => !/^\d+$/.test(name)) ? 'NAMED' : 'POSITIONAL';
}

/** The fixed text of an authentication template's body; its one parameter is the code. */
function withPresetTexts(category: string, components: readonly JsonObject[]): readonly JsonObject[] {
  if (category !== 'AUTHENTICATION') return components;
  return components.map((component) =>
    toText(component['type'])?.toUpperCase() === 'BODY' && component['text'] === undefined
      ? { ...component, text: '*{{1}}* is your verification code.' }
      : component,
  );
}

/** Makes a template and remembers it. */
export function addTemplate(
  world: World,
  seed: TemplateSeed | JsonObject,
  status: TemplateStatus,
): TemplateRecord {
  const fields: JsonObject = { ...seed };
  const category = toText(fields['category'])?.toUpperCase();
  const components = toList(fields['components']).filter(isObject);
  const ttl = Number(fields['message_send_ttl_seconds']);
  const template: TemplateRecord = {
    id: world.ids.node(),
    name: toText(fields['name']) ?? '',
    language: toText(fields['language']) ?? '',
    category: isCategory(category) ? category : 'UTILITY',
    status,
    parameterFormat: formatOf(fields, components),
    components: withPresetTexts(category ?? '', components),
    quality: 'UNKNOWN',
    rejectedReason: 'NONE',
    pauses: 0,
    edits: [],
    ttlSeconds: Number.isFinite(ttl) ? ttl : undefined,
    libraryName: toText(fields['library_template_name']),
    updatedAt: world.now(),
  };
  world.state.templates.set(template.id, template);
  world.emit({ kind: 'template', at: world.now(), templateId: template.id });
  return template;
}
