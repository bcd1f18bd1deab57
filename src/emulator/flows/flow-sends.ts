import { getEntryScreens } from '../../flows/json/check-routing.ts';
import { toFlowTree } from '../../flows/json/flow-tree.ts';
import { GraphError } from '../kernel/graph-error.ts';
import { at, isObject, toText, type JsonObject } from '../kernel/json.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';
import type { FlowRecord } from '../kernel/records.ts';

// Source: Meta, "Flows: error codes" (132069).
const mostPerHour = 10;
const hour = 3_600_000;

const parametersOf = (payload: JsonObject): unknown => at(payload, 'interactive', 'action', 'parameters');

/** Finds the Flow that a message names by its id or its name. */
function findFlow(context: EmulatorContext, parameters: unknown): FlowRecord | undefined {
  const id = toText(at(parameters, 'flow_id'));
  if (id !== undefined) return context.state.flows.get(id);
  const name = toText(at(parameters, 'flow_name'));
  return [...context.state.flows.values()].find((flow) => flow.name === name);
}

function parse(json: string | undefined): JsonObject {
  const value: unknown = JSON.parse(json ?? '{}');
  return isObject(value) ? value : {};
}

/**
 * The screens that a Flow may begin with. Text that is no JSON has none: a draft may hold such a text.
 */
function getFirstScreens({ json }: FlowRecord): readonly string[] {
  try {
    const flow = parse(json);
    return getEntryScreens(toFlowTree(flow, toText(flow['version']) ?? '', false));
  } catch {
    return [];
  }
}

function countLastHour(context: EmulatorContext, flow: FlowRecord): number {
  return [...context.state.messages.values()].filter(
    ({ direction, at: sentAt, payload }) =>
      direction === 'out' &&
      sentAt > context.now() - hour &&
      findFlow(context, parametersOf(payload)) === flow,
  ).length;
}

/**
 * Refuses a message with a Flow that cannot be sent.
 *
 * Sources: Meta, "Flows: error codes" (132068, 132069; the modes, of the On-Premises API's 2066). The words of 131009, for a Flow that is unknown
 * or in a wrong state and for a wrong first screen, are those of public logs of 2026.
 */
export function checkFlowSend(context: EmulatorContext, payload: JsonObject): void {
  const parameters = parametersOf(payload);
  if (at(payload, 'interactive', 'type') !== 'flow') return;
  const flow = findFlow(context, parameters);
  const isDraft = toText(at(parameters, 'mode')) === 'draft';
  if (flow?.status === 'BLOCKED') throw new GraphError(132068, { details: `The Flow ${flow.id} is blocked` });
  if (flow?.status === 'THROTTLED' && countLastHour(context, flow) >= mostPerHour)
    throw new GraphError(132069, {
      details: `The Flow ${flow.id} is throttled, and ${mostPerHour} messages with it were sent in the last hour`,
    });
  const isSendable =
    flow !== undefined &&
    (isDraft ? flow.status === 'DRAFT' : ['PUBLISHED', 'THROTTLED'].includes(flow.status));
  if (!isSendable || flow.json === undefined) {
    const name = at(parameters, 'flow_id') === undefined ? 'flow_name' : 'flow_id';
    throw new GraphError(131009, {
      details: `Parameter "${name}" is invalid. Please check if the flow associated to this ${name.slice(5)} belongs to your WhatsApp Business Account, and it's in a valid state.`,
    });
  }
  const screen = toText(at(parameters, 'flow_action_payload', 'screen'));
  const allowed = getFirstScreens(flow);
  if (screen !== undefined && !allowed.includes(screen))
    throw new GraphError(131009, {
      details: `Specified screen ${screen} is not allowed as first screen of this flow. Allowed screen name is: ${allowed.length === 0 ? '<none>' : allowed.join(', ')}.`,
    });
}
