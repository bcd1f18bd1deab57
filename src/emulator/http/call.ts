import type { FaultEffect } from '../faults/faults.ts';
import { readJson } from '../../webhooks/events/read-json.ts';
import { GraphError, noSuchObject } from '../kernel/graph-error.ts';
import { toText, type JsonObject } from '../kernel/json.ts';
import type { PhoneNumberRecord } from '../kernel/records.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

/** A call to the Graph API, taken apart. */
export interface Call {
  readonly context: EmulatorContext;
  readonly method: string;
  /** 26 for `/v26.0/`. */
  readonly version: number;
  /** The first part of the path: the node's id. */
  readonly id: string;
  /** The last part, where there are three: `/{number}/message_qrdls/{code}`. */
  readonly extra: string | undefined;
  readonly url: URL;
  readonly headers: Headers;
  /** Query and body together, as the Graph API takes them. */
  readonly fields: JsonObject;
  readonly files: ReadonlyMap<string, File>;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** A failure on purpose that the route must see to itself: a failed status. */
  readonly failure: FaultEffect | undefined;
}

/** What a route gives back: an object becomes a reply with 200. */
export type RouteResult = JsonObject | Response;

export type Route = (call: Call) => RouteResult | Promise<RouteResult>;

/** What a first path segment can stand for. */
export type NodeKind =
  | 'phone'
  | 'waba'
  | 'template'
  | 'template_group'
  | 'media'
  | 'flow'
  | 'group'
  | 'app'
  | 'business'
  | 'migration'
  | 'upload'
  | 'root';

/** Routes by `METHOD kind` or `METHOD kind/edge`. */
export type RouteTable = Readonly<Record<`${'GET' | 'POST' | 'DELETE'} ${string}`, Route>>;

// DATA. The parameters that hold an object or a list. In a form or a query they come as JSON text, as in Meta's own examples with curl's -F
// and -d. Source: the request bodies of Meta's OpenAPI v23.0 and of the pages under "Messages". Confidence: high. Every other parameter stays
// the text that it is, also one that looks like JSON: a Flow, callback data.
const jsonParameters: ReadonlySet<string> = new Set(
  `audio block_users calling categories commands components contacts context control_pass direct_send_config document hsm_ids image
  interactive join_requests languages library_template_body_inputs library_template_button_inputs location participants payload_encryption
  pin prompts reaction session source_flow_names sticker storage_configuration supporting_links template template_ids text typing_indicator
  user_identity_change video websites`.split(/\s+/),
);

function readParameter(name: string, value: unknown): unknown {
  if (name === 'ttl_seconds' && typeof value === 'string' && /^\d+$/.test(value)) return Number(value);
  return jsonParameters.has(name) ? parsed(value) : value;
}

/** The fields of a call, with the lists, objects and numbers read that came as text. */
export const readParameters = (fields: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, readParameter(name, value)]));

/** A field that must be there. */
export function need(call: Call, name: string): string {
  const value = toText(call.fields[name]);
  if (value === undefined || value === '')
    throw new GraphError(100, { message: `(#100) The parameter ${name} is required.` });
  return value;
}

/** A field that may come as JSON text, as forms send lists and objects. */
export function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return readJson(value);
  } catch {
    return value;
  }
}

/** The business number that a call is about. */
export function getNumber(call: Call): PhoneNumberRecord {
  const number = call.context.state.phoneNumbers.get(call.id);
  if (number === undefined) throw noSuchObject(call.method, call.id);
  return number;
}

/** A switch, which forms and queries send as text. */
export const isTrue = (value: unknown): boolean => value === true || value === 'true';
