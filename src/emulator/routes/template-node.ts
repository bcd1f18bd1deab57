import type {
  TemplateComponentPayload,
  TemplateCreatePayload,
  TemplateOptimizationPayload,
} from '../../templates/payload.ts';
import { isTrue, need, parsed, type Call } from '../http/call.ts';
import { GraphError } from '../kernel/graph-error.ts';
import { at, toList, toText, type JsonObject } from '../kernel/json.ts';
import type { TemplateRecord } from '../kernel/records.ts';
import { isComponent } from '../templates/template-definition.ts';
import { isCategory } from '../templates/template-store.ts';

/** A template as the API shows it. */
export const templateNode = (template: TemplateRecord): JsonObject => ({
  name: template.name,
  parameter_format: template.parameterFormat,
  components: template.components,
  language: template.language,
  status: template.status,
  category: template.category,
  id: template.id,
  quality_score: { score: template.quality },
  rejected_reason: template.rejectedReason,
  last_updated_time: new Date(template.updatedAt).toISOString(),
  ...(template.previousCategory === undefined ? {} : { previous_category: template.previousCategory }),
  ...(template.correctCategory === undefined ? {} : { correct_category: template.correctCategory }),
  ...(template.ttlSeconds === undefined ? {} : { message_send_ttl_seconds: template.ttlSeconds }),
  ...(template.optimizationSpec === undefined ? {} : { optimization_spec: template.optimizationSpec }),
  ...(template.subCategory === undefined ? {} : { sub_category: template.subCategory }),
  ...(template.displayFormat === undefined ? {} : { display_format: template.displayFormat }),
  ...(template.linkTrackingOptedOut === undefined
    ? {}
    : { cta_url_link_tracking_opted_out: template.linkTrackingOptedOut }),
  ...(template.libraryName === undefined ? {} : { library_template_name: template.libraryName }),
});

/** What `fields` leaves out of a template unless they are asked for. */
export const usualTemplateFields = [
  'name',
  'parameter_format',
  'components',
  'language',
  'status',
  'category',
  'sub_category',
  'previous_category',
  'library_template_name',
  'message_send_ttl_seconds',
];

/** The components of a call, or a refusal. */
export function getComponents(value: unknown): readonly TemplateComponentPayload[] {
  const components = toList(parsed(value));
  if (components.length > 0 && components.every(isComponent)) return components;
  throw new GraphError(100, { details: 'components: must be a list of components, each with its type' });
}

/** The max price of a call; `undefined` if it names none. */
export function getOptimization(fields: JsonObject): TemplateOptimizationPayload | undefined {
  const spec = parsed(fields['optimization_spec']);
  if (spec === undefined || spec === null) return undefined;
  return {
    bid_strategy: toText(at(spec, 'bid_strategy')) ?? '',
    bid_amount: Number(at(spec, 'bid_amount') ?? Number.NaN),
  };
}

/** A creation payload out of a call's fields. */
export function getPayload(call: Call, fields: JsonObject = call.fields): TemplateCreatePayload {
  const category = need(call, 'category').toUpperCase();
  if (!isCategory(category))
    throw new GraphError(100, { details: 'category: must be AUTHENTICATION, MARKETING or UTILITY' });
  const format = toText(fields['parameter_format'])?.toLowerCase();
  const ttl = fields['message_send_ttl_seconds'];
  const optOut = fields['cta_url_link_tracking_opted_out'];
  return {
    name: need(call, 'name'),
    language: toText(fields['language']) ?? toText(at(fields['language'], 'code')) ?? need(call, 'language'),
    category,
    components: getComponents(fields['components']),
    ...(format === 'named' || format === 'positional' ? { parameter_format: format } : {}),
    ...(ttl === undefined ? {} : { message_send_ttl_seconds: Number(ttl) }),
    ...(toText(fields['sub_category']) === undefined ? {} : { sub_category: toText(fields['sub_category']) }),
    ...(toText(fields['display_format']) === undefined
      ? {}
      : { display_format: toText(fields['display_format']) }),
    ...(optOut === undefined ? {} : { cta_url_link_tracking_opted_out: isTrue(optOut) }),
    ...(fields['optimization_spec'] === undefined ? {} : { optimization_spec: getOptimization(fields) }),
  };
}
