import { isTrue, need, parsed, type Call, type RouteResult, type RouteTable } from '../http/call.ts';
import { GraphError, noSuchObject } from '../kernel/graph-error.ts';
import { isObject, toList, toText, type JsonObject } from '../kernel/json.ts';
import { paged, select } from '../http/paging.ts';
import type { FlowRecord } from '../kernel/records.ts';

const done: RouteResult = { success: true };

// Meta, "Flows API": the categories of a Flow.
const categories = new Set(
  'SIGN_UP SIGN_IN APPOINTMENT_BOOKING LEAD_GENERATION CONTACT_US CUSTOMER_SUPPORT SURVEY OTHER'.split(' '),
);

function flowAt(call: Call): FlowRecord {
  const flow = call.context.state.flows.get(call.id);
  if (flow === undefined) throw noSuchObject(call.method, call.id);
  return flow;
}

function node(call: Call, flow: FlowRecord): JsonObject {
  const whole = {
    id: flow.id,
    name: flow.name,
    status: flow.status,
    categories: flow.categories,
    validation_errors: flow.validationErrors,
    json_version: getVersion(flow.json, 'version'),
    data_api_version: getVersion(flow.json, 'data_api_version'),
    endpoint_uri: flow.endpointUri,
    data_channel_uri: flow.endpointUri,
    updated_at: new Date(flow.updatedAt).toISOString(),
    preview: {
      preview_url: `https://business.facebook.com/wa/manage/flows/${flow.id}/preview/`,
      expires_at: new Date(call.context.now() + 30 * 86_400_000).toISOString(),
    },
    whatsapp_business_account: { id: call.context.state.waba.id, name: call.context.state.waba.name },
    application: { id: call.context.state.waba.appId, name: 'Emulated app' },
    health_status: { can_send_message: flow.status === 'PUBLISHED' ? 'AVAILABLE' : 'LIMITED', entities: [] },
  };
  return select(call, whole, ['name', 'status', 'categories', 'validation_errors']);
}

function parseJson(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? '');
  } catch {
    return undefined;
  }
}

function getVersion(json: string | undefined, name: string): string | undefined {
  const flow = parseJson(json);
  return isObject(flow) ? toText(flow[name]) : undefined;
}

/** Returns the errors that show without Meta's own compiler: no JSON, no version, no screens. */
function getErrors(json: string): readonly JsonObject[] {
  const flow = parseJson(json);
  const fault = (error: string, message: string): JsonObject => ({
    error,
    error_type: 'FLOW_JSON_ERROR',
    message,
    line_start: 1,
    line_end: 1,
    column_start: 1,
    column_end: 1,
    pointers: [],
  });
  if (!isObject(flow)) return [fault('INVALID_JSON', 'The file is not a JSON object.')];
  return [
    ...(toText(flow['version']) === undefined
      ? [fault('REQUIRED_PROPERTY_MISSING', "Required property 'version' is missing.")]
      : []),
    ...(toList(flow['screens']).length === 0
      ? [fault('MIN_ITEMS_REQUIRED', "Property 'screens' needs at least 1 item.")]
      : []),
  ];
}

function checkCategories(call: Call): readonly string[] {
  const given = toList(parsed(call.fields['categories'])).map(String);
  if (given.length === 0 || given.some((category) => !categories.has(category)))
    throw new GraphError(100, {
      details: `Param categories must hold some of ${[...categories].join(', ')}`,
    });
  return given;
}

function setStatus(call: Call, flow: FlowRecord, status: FlowRecord['status']): void {
  const old = flow.status;
  flow.status = status;
  flow.updatedAt = call.context.now();
  call.context.notify({
    field: 'flows',
    value: {
      event: 'FLOW_STATUS_CHANGE',
      message: `Flow ${flow.name} changed status from ${old} to ${status}`,
      flow_id: flow.id,
      old_status: old,
      new_status: status,
    },
  });
}

function publishNow(call: Call, flow: FlowRecord): void {
  if (flow.status !== 'DRAFT')
    throw new GraphError(139002, { details: `The Flow is ${flow.status}; only a draft can be published` });
  if (flow.json === undefined || getErrors(flow.json).length > 0)
    throw new GraphError(139002, { details: 'The Flow has no JSON, or its JSON has validation errors' });
  setStatus(call, flow, 'PUBLISHED');
}

function create(call: Call): RouteResult {
  const { context, fields } = call;
  const name = need(call, 'name');
  if ([...context.state.flows.values()].some((flow) => flow.name === name))
    throw new GraphError(100, { details: `There is a Flow with the name ${name} already` });
  const cloned = context.state.flows.get(toText(fields['clone_flow_id']) ?? '');
  const json = toText(fields['flow_json']) ?? cloned?.json;
  const flow: FlowRecord = {
    id: context.ids.node(),
    name,
    status: 'DRAFT',
    categories: checkCategories(call),
    endpointUri: toText(fields['endpoint_uri']),
    json,
    validationErrors: json === undefined ? [] : getErrors(json),
    updatedAt: context.now(),
  };
  context.state.flows.set(flow.id, flow);
  if (isTrue(fields['publish'])) publishNow(call, flow);
  return {
    id: flow.id,
    ...(json === undefined ? {} : { success: true, validation_errors: flow.validationErrors }),
  };
}

function update(call: Call): RouteResult {
  const flow = flowAt(call);
  const { fields } = call;
  if (fields['categories'] !== undefined) flow.categories = checkCategories(call);
  flow.name = toText(fields['name']) ?? flow.name;
  flow.endpointUri = toText(fields['endpoint_uri']) ?? flow.endpointUri;
  flow.updatedAt = call.context.now();
  return done;
}

async function uploadJson(call: Call): Promise<RouteResult> {
  const flow = flowAt(call);
  if (flow.status !== 'DRAFT')
    throw new GraphError(139001, { details: 'A published Flow cannot be changed: clone it' });
  const json = await call.files.get('file')?.text();
  if (json === undefined) throw new GraphError(100, { message: '(#100) The parameter file is required.' });
  flow.json = json;
  flow.updatedAt = call.context.now();
  flow.validationErrors = getErrors(json);
  return { success: true, validation_errors: flow.validationErrors };
}

function assets(call: Call): RouteResult {
  const { json } = flowAt(call);
  const download_url = `data:application/json;base64,${btoa(encodeURIComponent(json ?? ''))}`;
  return paged(
    call,
    json === undefined ? [] : [{ name: 'flow.json', asset_type: 'FLOW_JSON', download_url }],
  );
}

function publish(call: Call): RouteResult {
  publishNow(call, flowAt(call));
  return done;
}

function deprecate(call: Call): RouteResult {
  const flow = flowAt(call);
  if (flow.status !== 'PUBLISHED') throw new GraphError(139003, { details: `The Flow is ${flow.status}` });
  setStatus(call, flow, 'DEPRECATED');
  return done;
}

function remove(call: Call): RouteResult {
  const flow = flowAt(call);
  if (flow.status !== 'DRAFT')
    throw new GraphError(139004, { details: `The Flow is ${flow.status}; only a draft can be deleted` });
  call.context.state.flows.delete(flow.id);
  return done;
}

export const flowRoutes: RouteTable = {
  'GET waba/flows': (call) =>
    paged(
      call,
      [...call.context.state.flows.values()].map((flow) => node(call, flow)),
    ),
  'POST waba/flows': create,
  'GET flow': (call) => node(call, flowAt(call)),
  'POST flow': update,
  'DELETE flow': remove,
  'GET flow/assets': assets,
  'POST flow/assets': uploadJson,
  'POST flow/publish': publish,
  'POST flow/deprecate': deprecate,
};
