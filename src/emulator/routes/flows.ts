import { toBase64 } from '../../shared/bytes.ts';
import { getFlowErrors } from '../flows/flow-errors.ts';
import { isTrue, need, parsed, type Call, type RouteResult, type RouteTable } from '../http/call.ts';
import { GraphError, noSuchObject } from '../kernel/graph-error.ts';
import { at, toList, toText, type JsonObject } from '../kernel/json.ts';
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

function getVersion(json: string | undefined, name: string): string | undefined {
  try {
    return toText(at(JSON.parse(json ?? '{}'), name));
  } catch {
    return undefined;
  }
}

function checkCategories(call: Call): readonly string[] {
  const given = toList(parsed(call.fields['categories'])).map((category) => toText(category) ?? '');
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

/**
 * Returns why a Flow cannot be published. The titles are those of Meta, "Flows: error codes" (139002), which gives no subcodes. What stands
 * outside the account is not looked at: whether the endpoint answers, and the app.
 */
function getPublishFault(call: Call, flow: FlowRecord): { title: string; why: string } | undefined {
  const { phoneNumbers } = call.context.state;
  const [first, ...more] = flow.validationErrors;
  const hasEndpoint = getVersion(flow.json, 'data_api_version') !== undefined;
  if (flow.status !== 'DRAFT')
    return {
      title: 'Publishing Flow in invalid state',
      why: `The Flow is ${flow.status}; only a draft can be published`,
    };
  if (first?.['error'] === 'UNSUPPORTED_FLOW_JSON_VERSION')
    return {
      title: 'Versions in Flow JSON file are not available for publishing',
      why: toText(first['message']) ?? '',
    };
  if (flow.json === undefined || first !== undefined)
    return {
      title: 'Publishing Flow with validation errors',
      why: first
        ? `${String(first['error'])}: ${String(first['message'])}${more.length === 0 ? '' : ` And ${more.length} more: read validation_errors`}`
        : 'The Flow has no JSON',
    };
  if (hasEndpoint && flow.endpointUri === undefined)
    return {
      title: 'Publishing without specifying endpoint_uri is forbidden',
      why: 'The Flow JSON has data_api_version; set endpoint_uri',
    };
  if (hasEndpoint && [...phoneNumbers.values()].every(({ encryptionKey }) => encryptionKey === undefined))
    return {
      title: 'Missing Flows Signed Public Key',
      why: 'Upload a public key to a phone number: POST /{phone number}/whatsapp_business_encryption',
    };
  return undefined;
}

function publishNow(call: Call, flow: FlowRecord): void {
  const fault = getPublishFault(call, flow);
  if (fault !== undefined)
    throw new GraphError(139002, { details: fault.why, userTitle: fault.title, userMessage: fault.why });
  setStatus(call, flow, 'PUBLISHED');
}

function checkName(call: Call, name: string, own?: FlowRecord): void {
  const same = [...call.context.state.flows.values()].find((flow) => flow.name === name);
  if (same !== undefined && same !== own)
    throw new GraphError(100, {
      details: `There is a Flow with the name ${name} already`,
      userTitle: 'Flow name is not unique',
    });
}

/** The address of the endpoint, if it is given. */
function getEndpoint(call: Call): string | undefined {
  const uri = toText(call.fields['endpoint_uri']);
  if (uri !== undefined && !(URL.canParse(uri) && new URL(uri).protocol === 'https:'))
    throw new GraphError(100, {
      details: `endpoint_uri is ${uri}, which is no https address`,
      userTitle: 'Invalid Endpoint URI',
    });
  return uri;
}

function getSource(call: Call): FlowRecord | undefined {
  const id = toText(call.fields['clone_flow_id']);
  const source = id === undefined ? undefined : call.context.state.flows.get(id);
  if (id !== undefined && source === undefined)
    throw new GraphError(100, {
      details: `clone_flow_id is ${id}, which is no Flow of this account`,
      userTitle: 'Flow with specified ID does not exist',
    });
  return source;
}

function create(call: Call): RouteResult {
  const { context, fields } = call;
  const name = need(call, 'name');
  checkName(call, name);
  const json = toText(fields['flow_json']) ?? getSource(call)?.json;
  const flow: FlowRecord = {
    id: context.ids.node(),
    name,
    status: 'DRAFT',
    categories: checkCategories(call),
    endpointUri: getEndpoint(call),
    json,
    validationErrors: json === undefined ? [] : getFlowErrors(json),
    updatedAt: context.now(),
  };
  context.state.flows.set(flow.id, flow);
  if (json === undefined) return { id: flow.id };
  // The Flow is there even if it cannot be published. Source: Meta, "Flows API: creating a Flow".
  const isWanted = isTrue(fields['publish']);
  const isRefused = isWanted && getPublishFault(call, flow) !== undefined;
  if (isWanted && !isRefused) setStatus(call, flow, 'PUBLISHED');
  return { id: flow.id, success: !isRefused, validation_errors: flow.validationErrors };
}

function update(call: Call): RouteResult {
  const flow = flowAt(call);
  const { fields } = call;
  const name = toText(fields['name']) ?? flow.name;
  checkName(call, name, flow);
  if (fields['categories'] !== undefined) flow.categories = checkCategories(call);
  flow.endpointUri = getEndpoint(call) ?? flow.endpointUri;
  flow.name = name;
  flow.updatedAt = call.context.now();
  return done;
}

async function uploadJson(call: Call): Promise<RouteResult> {
  const flow = flowAt(call);
  if (flow.status !== 'DRAFT')
    throw new GraphError(139001, { details: 'A published Flow cannot be changed: clone it' });
  if (need(call, 'asset_type') !== 'FLOW_JSON')
    throw new GraphError(100, { details: 'Param asset_type must be FLOW_JSON' });
  const json = await call.files.get('file')?.text();
  if (json === undefined) throw new GraphError(100, { message: '(#100) The parameter file is required.' });
  flow.json = json;
  flow.updatedAt = call.context.now();
  flow.validationErrors = getFlowErrors(json);
  return { success: true, validation_errors: flow.validationErrors };
}

function assets(call: Call): RouteResult {
  const { json } = flowAt(call);
  // Meta's link is one of its content hosts and needs no token. This one needs no network either, so that any client can read it.
  const download_url = `data:application/json;base64,${toBase64(new TextEncoder().encode(json ?? ''))}`;
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
