import { at, isObject, toList, toText, type JsonObject } from '../kernel/json.ts';
import type { FlowField } from '../page/protocol/protocol.ts';
import { getButtons } from '../templates/template-lookup.ts';
import type { MessageRecord } from '../kernel/records.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

const inputKinds: Readonly<Record<string, FlowField['kind']>> = {
  email: 'email',
  number: 'number',
  phone: 'phone',
};

const kinds: Readonly<Record<string, FlowField['kind']>> = {
  TextInput: 'text',
  TextArea: 'textarea',
  DatePicker: 'date',
  CalendarPicker: 'date',
  Dropdown: 'choice',
  RadioButtonsGroup: 'choice',
  ChipsSelector: 'choices',
  CheckboxGroup: 'choices',
  OptIn: 'checkbox',
};

function getField(component: JsonObject): FlowField | undefined {
  const name = toText(component['name']);
  const kind = kinds[toText(component['type']) ?? ''];
  if (name === undefined || kind === undefined) return undefined;
  const options = toList(component['data-source'])
    .filter(isObject)
    .map((option) => ({ id: toText(option['id']) ?? '', title: toText(option['title']) ?? '' }));
  return {
    name,
    label: toText(component['label']) ?? name,
    kind: kind === 'text' ? (inputKinds[toText(component['input-type']) ?? ''] ?? 'text') : kind,
    required: component['required'] === true,
    options: options.length === 0 ? undefined : options,
  };
}

/** Walks through forms and conditions, wherever they nest. */
function fieldsIn(value: unknown): readonly FlowField[] {
  if (Array.isArray(value)) return value.flatMap(fieldsIn);
  if (!isObject(value)) return [];
  const own = getField(value);
  return own ? [own] : [value['children'], value['then'], value['else']].flatMap(fieldsIn);
}

function parse(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? '{}') as unknown;
  } catch {
    return {};
  }
}

function getFlowId(context: EmulatorContext, message: MessageRecord): string | undefined {
  const parameters = at(message.payload, 'interactive', 'action', 'parameters');
  const name = toText(at(parameters, 'flow_name'));
  const direct = toText(at(parameters, 'flow_id'));
  const template = context.state.templates.get(message.templateId ?? '');
  const button = getButtons(template?.components ?? []).find(({ type }) => type.toUpperCase() === 'FLOW');
  const byName = [...context.state.flows.values()].find((flow) => flow.name === (name ?? button?.flow_name));
  return direct ?? toText(button?.flow_id) ?? byName?.id;
}

/** The form behind a Flow button, all screens in a row, where the Flow's JSON is known. */
export function getFlowFields(
  context: EmulatorContext,
  message: MessageRecord,
): readonly FlowField[] | undefined {
  const flow = context.state.flows.get(getFlowId(context, message) ?? '');
  if (flow?.json === undefined) return undefined;
  return toList(at(parse(flow.json), 'screens')).flatMap((screen) => fieldsIn(at(screen, 'layout')));
}
