import { authenticationTexts } from '../../templates/authentication-texts.ts';
import { isTrue, need, parsed, type Call, type RouteResult, type RouteTable } from '../http/call.ts';
import { GraphError } from '../kernel/graph-error.ts';
import { toList, toText, type JsonObject } from '../kernel/json.ts';
import { paged } from '../http/paging.ts';
import type { TemplateGroupRecord } from '../kernel/records.ts';
import { templateNode } from './template-node.ts';
import { queryTime, usagePoints } from '../templates/template-usage.ts';

// Meta, "Template groups" and "Template analytics".
const nameLength = 256;
const descriptionLength = 512;
const mostIds = 10;

const getIds = (call: Call, name: string): readonly string[] => {
  const ids = toList(parsed(call.fields[name])).map(String);
  if (ids.length < 1 || ids.length > mostIds)
    throw new GraphError(100, { details: `Param ${name} takes 1 to ${mostIds} ids` });
  return ids;
};

function getRange(call: Call): { start: number; end: number } {
  if (!call.context.state.waba.insightsEnabled) throw new GraphError(200007);
  const range = { start: queryTime(need(call, 'start'), 'start'), end: queryTime(need(call, 'end'), 'end') };
  if (range.start < range.end) return range;
  throw new GraphError(100, { details: 'Param start must be before end' });
}

const report = (data_points: readonly JsonObject[]): RouteResult => ({
  data: [{ granularity: 'DAILY', product_type: 'cloud_api', data_points }],
});

function templateAnalytics(call: Call): RouteResult {
  const range = getRange(call);
  const ids = getIds(call, 'template_ids');
  return report(ids.flatMap((id) => usagePoints(call.context, [id], range, { template_id: id })));
}

function groupAnalytics(call: Call): RouteResult {
  const range = getRange(call);
  return report(
    getIds(call, 'template_group_ids').flatMap((id) =>
      usagePoints(call.context, call.context.state.templateGroups.get(id)?.templateIds ?? [], range, {
        template_group_id: id,
      }),
    ),
  );
}

/** Who was blocked because of which template is not kept, so every block rate is the same. */
function compare(call: Call): RouteResult {
  const range = { start: queryTime(need(call, 'start'), 'start'), end: queryTime(need(call, 'end'), 'end') };
  const ids = [call.id, ...getIds(call, 'template_ids')];
  const sends = ids.map((id) => ({
    key: id,
    value: usagePoints(call.context, [id], range, {}).reduce((sum, { sent }) => sum + Number(sent), 0),
  }));
  return {
    data: [
      { metric: 'BLOCK_RATE', type: 'RELATIVE', order_by_relative_metric: ids },
      { metric: 'MESSAGE_SENDS', type: 'NUMBER_VALUES', number_values: sends },
      {
        metric: 'TOP_BLOCK_REASON',
        type: 'STRING_VALUES',
        string_values: ids.map((key) => ({ key, value: 'UNKNOWN_BLOCK_REASON' })),
      },
    ],
  };
}

function previews(call: Call): RouteResult {
  if (need(call, 'category').toUpperCase() !== 'AUTHENTICATION')
    throw new GraphError(100, { details: 'Only authentication templates have previews' });
  const given = parsed(call.fields['languages']);
  const languages = (Array.isArray(given) ? given.map(String) : (toText(given) ?? '').split(',')).filter(
    (one) => one !== '',
  );
  const minutes = toText(call.fields['code_expiration_minutes']);
  const data = (languages.length > 0 ? languages : ['en_US', 'es_ES']).map((language) => {
    const { texts } = authenticationTexts(language);
    const advice = isTrue(call.fields['add_security_recommendation'])
      ? ` ${texts.securityRecommendation}`
      : '';
    return {
      language,
      body: `${texts.body}${advice}`,
      ...(minutes === undefined ? {} : { footer: texts.expiration.replace('{{minutes}}', minutes) }),
      buttons: [{ text: texts.copyCode, autofill_text: texts.autofill }],
    };
  });
  return { data };
}

/** Another account is not emulated, so nothing can come from there; the reply says it for each template. */
function migrate(call: Call): RouteResult {
  const source = need(call, 'source_waba_id');
  const ids = toList(parsed(call.fields['template_ids'])).map(String);
  const reason = `The account ${source} is not emulated`;
  return { migrated_templates: [], failed_templates: Object.fromEntries(ids.map((id) => [id, reason])) };
}

function checkTexts(call: Call): void {
  for (const [name, limit] of [
    ['name', nameLength],
    ['description', descriptionLength],
  ] as const)
    if ((toText(call.fields[name])?.length ?? 0) > limit)
      throw new GraphError(100, { details: `Param ${name} must be at most ${limit} characters long` });
}

function createGroup(call: Call): RouteResult {
  const { context } = call;
  const { state, ids } = context;
  checkTexts(call);
  const name = need(call, 'name');
  const templateIds = toList(parsed(call.fields['whatsapp_business_templates'])).map(String);
  const grouped = new Set([...state.templateGroups.values()].flatMap((group) => group.templateIds));
  const odd = templateIds.find((id) => grouped.has(id) || !state.templates.has(id));
  if (odd !== undefined)
    throw new GraphError(100, { details: `The template ${odd} is unknown or in another group` });
  const group = {
    id: ids.node(),
    name,
    description: toText(call.fields['description']),
    templateIds,
    createdAt: context.now(),
  };
  state.templateGroups.set(group.id, group);
  return { id: group.id };
}

function groupAt(call: Call): TemplateGroupRecord {
  const group = call.context.state.templateGroups.get(call.id);
  if (group === undefined) throw new GraphError(100, { subcode: 33 });
  return group;
}

function groupNode(call: Call, group: TemplateGroupRecord): JsonObject {
  const { templates, waba } = call.context.state;
  return {
    id: group.id,
    name: group.name,
    description: group.description,
    creation_time: Math.floor(group.createdAt / 1000),
    whatsapp_business_account: { id: waba.id, name: waba.name },
    whatsapp_business_templates: {
      data: group.templateIds.flatMap((id) => {
        const template = templates.get(id);
        return template ? [templateNode(template)] : [];
      }),
    },
  };
}

function updateGroup(call: Call): RouteResult {
  checkTexts(call);
  const group = groupAt(call);
  group.name = toText(call.fields['name']) ?? group.name;
  group.description = toText(call.fields['description']) ?? group.description;
  return { success: true };
}

function deleteGroup(call: Call): RouteResult {
  call.context.state.templateGroups.delete(groupAt(call).id);
  return { success: true };
}

export const templateInsightRoutes: RouteTable = {
  'GET template/compare': compare,
  'GET waba/message_template_previews': previews,
  'POST waba/migrate_message_templates': migrate,
  'GET waba/template_analytics': templateAnalytics,
  'GET waba/template_group_analytics': groupAnalytics,
  'GET waba/template_groups': (call) =>
    paged(
      call,
      [...call.context.state.templateGroups.values()].map((group) => groupNode(call, group)),
    ),
  'POST waba/template_groups': createGroup,
  'GET template_group': (call) => groupNode(call, groupAt(call)),
  'POST template_group': updateGroup,
  'DELETE template_group': deleteGroup,
};
