import { describeErrorCode } from '../../errors/codes.ts';
import { isTrue, need, parsed, type Call, type RouteResult, type RouteTable } from '../http/call.ts';
import { GraphError, noSuchObject } from '../kernel/graph-error.ts';
import { toList, toText } from '../kernel/json.ts';
import { paged, select } from '../http/paging.ts';
import type { TemplateRecord } from '../kernel/records.ts';
import { announceComponents, setStatus, unpause } from '../templates/template-life.ts';
import { getComponent, findTemplate } from '../templates/template-lookup.ts';
import {
  getComponents,
  getOptimization,
  getPayload,
  templateNode,
  usualTemplateFields,
} from './template-node.ts';
import { templateLimits } from '../../templates/limits.ts';
import type { TemplateCreatePayload } from '../../templates/payload.ts';
import { getCorrectCategory, getRefusal } from '../templates/template-review.ts';
import { addTemplate, isCategory } from '../templates/template-store.ts';
import { templateLibrary } from '../templates/template-library.ts';

const day = 86_400_000;
// Meta, "Templates overview": an unverified portfolio may have 250, each language counts.
const mostTemplates = 250;

function templateAt(call: Call): TemplateRecord {
  const template = call.context.state.templates.get(call.id);
  if (template === undefined) throw noSuchObject(call.method, call.id);
  return template;
}

const living = (call: Call): readonly TemplateRecord[] =>
  [...call.context.state.templates.values()].filter(({ status }) => status !== 'DELETED');

function checkName(call: Call, { name, language, category, components }: TemplateCreatePayload): void {
  const { context } = call;
  if ((context.state.deletedNames.get(`${name} ${language}`) ?? 0) > context.now())
    throw new GraphError(100, {
      subcode: 2388023,
      userTitle: 'Message Template Language Is Being Deleted',
      userMessage: `New content for this language can't be added while the existing content is being deleted. Try again in ${templateLimits.deletedNameDays} days or use another name.`,
    });
  const twin = (other: TemplateRecord): boolean =>
    category !== 'AUTHENTICATION' &&
    ['BODY', 'FOOTER'].every(
      (type) => getComponent(other.components, type)?.text === getComponent(components, type)?.text,
    );
  const same = living(call).find(
    (other) =>
      other.language === language && other.status !== 'REJECTED' && (other.name === name || twin(other)),
  );
  if (same)
    throw new GraphError(100, {
      subcode: 2388024,
      userTitle: 'Content in This Language Already Exists',
      userMessage: `There is already content like this in ${language}: ${same.name}.`,
    });
  if (living(call).length >= mostTemplates)
    throw new GraphError(100, {
      subcode: 2388019,
      userTitle: 'Message Template Limit Exceeded',
      userMessage: `A WhatsApp Business Account may have ${mostTemplates} templates.`,
    });
}

function checkContent(payload: TemplateCreatePayload): void {
  const refusal = getRefusal(payload);
  if (refusal)
    throw new GraphError(100, {
      subcode: refusal.subcode,
      details: refusal.details,
      userTitle: describeErrorCode(100, refusal.subcode)?.title,
      userMessage: refusal.details,
    });
}

/** Adds a template; its review is scheduled unless reviews are manual. */
function submit(call: Call, payload: TemplateCreatePayload, libraryName?: string): TemplateRecord {
  const { context } = call;
  checkContent(payload);
  checkName(call, payload);
  const category =
    payload.category === 'UTILITY' ? (getCorrectCategory(payload) ?? payload.category) : payload.category;
  const template = addTemplate(context, { ...payload, category }, 'PENDING', libraryName);
  if (context.settings.templateReview === 'rules')
    context.schedule(context.settings.reviewDelay, { kind: 'review', templateId: template.id });
  return template;
}

const created = ({ id, status, category }: TemplateRecord): RouteResult => ({ id, status, category });

function createTemplate(call: Call): RouteResult {
  const libraryName = toText(call.fields['library_template_name']);
  if (libraryName === undefined) return created(submit(call, getPayload(call)));
  const entry = templateLibrary.find(({ name }) => name === libraryName);
  if (entry === undefined)
    throw new GraphError(100, {
      details: `library_template_name: the library has no template ${libraryName}`,
    });
  const fields = { ...call.fields, category: entry.category, components: entry.components };
  return created(submit(call, getPayload({ ...call, fields }), libraryName));
}

function upsert(call: Call): RouteResult {
  const languages = toList(parsed(call.fields['languages'])).flatMap((language) => toText(language) ?? []);
  if (languages.length === 0)
    throw new GraphError(100, { message: '(#100) The parameter languages is required.' });
  const data = languages.map((language) => {
    const payload = getPayload({ ...call, fields: { ...call.fields, language } });
    if (payload.category !== 'AUTHENTICATION')
      throw new GraphError(100, { details: 'category: only authentication templates can be upserted' });
    const known = findTemplate(call.context, payload.name, language);
    const template = known ?? submit(call, payload);
    template.components = payload.components;
    return { id: template.id, status: template.status, language };
  });
  return { data };
}

function list(call: Call): RouteResult {
  const wanted = (name: string): string | undefined => toText(call.fields[name]);
  const [name, language, status, category, content] = [
    'name',
    'language',
    'status',
    'category',
    'content',
  ].map(wanted);
  const found = living(call).filter(
    (template) =>
      (name === undefined || template.name.includes(name)) &&
      (language === undefined || template.language === language) &&
      (status === undefined || template.status === status) &&
      (category === undefined || template.category === category) &&
      (content === undefined || JSON.stringify(template.components).includes(content)),
  );
  return paged(
    call,
    found.map((template) => select(call, templateNode(template), usualTemplateFields)),
  );
}

function checkEdits(call: Call, template: TemplateRecord): void {
  if (template.status !== 'APPROVED' && template.status !== 'REJECTED' && template.status !== 'PAUSED')
    throw new GraphError(100, { details: `A template that is ${template.status} cannot be edited` });
  if (template.status !== 'APPROVED') return;
  const now = call.context.now();
  const { perDay, perMonth } = templateLimits.edits;
  const within = (time: number): number => template.edits.filter((at) => now - at < time).length;
  if (within(day) >= perDay || within(30 * day) >= perMonth)
    throw new GraphError(100, {
      details: `An approved template can be edited ${perDay} time in 24 hours and ${perMonth} times in 30 days`,
    });
  template.edits = [...template.edits, now].slice(-perMonth);
}

// An edit without any of these leaves the contents alone, and they are not reviewed again.
const contentFields = [
  'components',
  'category',
  'message_send_ttl_seconds',
  'cta_url_link_tracking_opted_out',
];

function edit(call: Call): RouteResult {
  const template = templateAt(call);
  const { fields, context } = call;
  const category = toText(fields['category'])?.toUpperCase();
  if (category !== undefined && category !== template.category && template.status === 'APPROVED')
    throw new GraphError(100, { details: 'The category of an approved template cannot be changed' });
  const components =
    fields['components'] === undefined ? template.components : getComponents(fields['components']);
  const next = isCategory(category) ? category : template.category;
  const changesPrice = fields['optimization_spec'] !== undefined;
  const optimization = changesPrice ? getOptimization(fields) : template.optimizationSpec;
  const { name, language } = template;
  checkContent({ name, language, category: next, components, optimization_spec: optimization });
  const reply = { success: true, id: template.id, name, category: next };
  if (changesPrice && contentFields.every((field) => fields[field] === undefined)) {
    template.optimizationSpec = optimization;
    return reply;
  }
  checkEdits(call, template);
  template.optimizationSpec = optimization;
  template.components = components;
  template.category = next;
  if (fields['message_send_ttl_seconds'] !== undefined)
    template.ttlSeconds = Number(fields['message_send_ttl_seconds']);
  if (fields['cta_url_link_tracking_opted_out'] !== undefined)
    template.linkTrackingOptedOut = isTrue(fields['cta_url_link_tracking_opted_out']);
  announceComponents(context, template);
  setStatus(context, template, 'PENDING');
  if (context.settings.templateReview === 'rules')
    context.schedule(context.settings.reviewDelay, { kind: 'review', templateId: template.id });
  return reply;
}

function remove(call: Call): RouteResult {
  const { context, fields } = call;
  const ids = toList(parsed(fields['hsm_ids'])).flatMap((id) => toText(id) ?? []);
  const [name, id] = [toText(fields['name']), toText(fields['hsm_id'])];
  if (ids.length > 0 && (name !== undefined || id !== undefined))
    throw new GraphError(100, { details: 'hsm_ids cannot be combined with name or hsm_id' });
  if (ids.length > templateLimits.idsPerCall)
    throw new GraphError(100, { details: `hsm_ids: at most ${templateLimits.idsPerCall} ids are allowed` });
  const wanted = new Set(ids);
  if (ids.length === 0 && name === undefined) need(call, 'name');
  const gone = living(call).filter((template) =>
    ids.length > 0
      ? wanted.has(template.id)
      : template.name === name && (id === undefined || template.id === id),
  );
  if (gone.length === 0)
    throw new GraphError(100, {
      subcode: 2593002,
      userTitle: 'Message Template Not Found',
      userMessage: 'The template was not found.',
    });
  for (const template of gone) {
    setStatus(context, template, 'DELETED');
    context.state.deletedNames.set(
      `${template.name} ${template.language}`,
      context.now() + templateLimits.deletedNameDays * day,
    );
  }
  return { success: true };
}

function library(call: Call): RouteResult {
  const [search, topic, usecase] = ['search', 'topic', 'usecase'].map((name) => toText(call.fields[name]));
  const found = templateLibrary.filter(
    (entry) =>
      (search === undefined || `${entry.name} ${entry.body}`.toLowerCase().includes(search.toLowerCase())) &&
      (topic === undefined || entry.topic === topic) &&
      (usecase === undefined || entry.usecase === usecase),
  );
  return paged(
    call,
    found.map(({ components, ...entry }) => ({ ...entry, header: getComponent(components, 'HEADER')?.text })),
  );
}

function archive(call: Call, to: 'ARCHIVED' | 'APPROVED'): RouteResult {
  const given = parsed(call.fields['hsm_ids']);
  const ids = (Array.isArray(given) ? given.map(String) : (toText(given) ?? '').split(',')).filter(
    (id) => id !== '',
  );
  const from = to === 'ARCHIVED' ? 'APPROVED' : 'ARCHIVED';
  const [done, failed]: [string[], Record<string, string>] = [[], {}];
  for (const id of ids) {
    const template = call.context.state.templates.get(id);
    if (template?.status === from) {
      setStatus(call.context, template, to, { event: to === 'ARCHIVED' ? 'ARCHIVED' : 'UNARCHIVED' });
      done.push(id);
    } else failed[id] = `The template is ${template?.status ?? 'unknown'}`;
  }
  return {
    [to === 'ARCHIVED' ? 'archived_templates' : 'unarchived_templates']: done,
    failed_templates: failed,
  };
}

export const templateRoutes: RouteTable = {
  'POST waba/message_templates': createTemplate,
  'GET waba/message_templates': list,
  'DELETE waba/message_templates': remove,
  'POST waba/upsert_message_templates': upsert,
  'POST waba/message_templates/archive': (call) => archive(call, 'ARCHIVED'),
  'POST waba/message_templates/unarchive': (call) => archive(call, 'APPROVED'),
  'GET template': (call) => select(call, templateNode(templateAt(call)), usualTemplateFields),
  'POST template': edit,
  'POST template/unpause': (call) =>
    unpause(call.context, call.id)
      ? { success: true }
      : { success: false, reason: 'The template is not paused' },
  'GET message_template_library': library,
  'GET waba/message_template_library': library,
};
