import type { FlowJsonCode } from 'wabakit/flows';
import type { Json, SampleFlow } from './samples.ts';

/** One change to a valid Flow, and the codes that it must give. */
export interface Mutation {
  readonly name: string;
  readonly flow: (version: string) => SampleFlow;
  /** The oldest version that the row is about. Default: 5.1. */
  readonly since?: string;
  readonly change: (flow: SampleFlow) => void;
  readonly codes: readonly FlowJsonCode[];
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

function walk(flow: Json, path: string): { holder: Json; key: string } {
  const keys = path.split(/[.[\]]+/).filter(Boolean);
  const key = keys.pop() ?? '';
  const holder = keys.reduce<Json>((inner, name) => {
    const next = inner[name];
    if (!isJson(next)) throw new Error(`no ${name} of ${path}`);
    return next;
  }, flow);
  return { holder, key };
}

export const set = (path: string, value: unknown) => (flow: Json) => {
  const { holder, key } = walk(flow, path);
  holder[key] = value;
};

export const unset = (path: string) => (flow: Json) => {
  const { holder, key } = walk(flow, path);
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
};

export const push =
  (path: string, ...values: unknown[]) =>
  (flow: Json) => {
    const { holder, key } = walk(flow, path);
    const list = holder[key];
    if (!Array.isArray(list)) throw new Error(`${path} is no list`);
    list.unshift(...values);
  };

export const both =
  (...changes: readonly ((flow: Json) => void)[]) =>
  (flow: Json) => {
    for (const change of changes) change(flow);
  };

export const children = (screen: number) => `screens[${screen}].layout.children`;
// The places of everyComponent: texts, fields, choices, files, documents, terms.
export const [texts, fields, choices, files, documents, terms] = [0, 1, 2, 3, 4, 5].map(children);
export const last = (flow: SampleFlow): string => `screens[${flow.screens.length - 1}]`;
export const goTo = (name: string) => ({ name: 'navigate', next: { type: 'screen', name }, payload: {} });
export const input = (name: string): Json => ({ type: 'TextInput', name, label: 'Label' });
export const footer: Json = {
  type: 'Footer',
  label: 'Go',
  'on-click-action': { name: 'complete', payload: {} },
};

/** Finds a component of a type, wherever it stands, and changes it. */
export const on = (type: string, change: (component: Json) => void) => (flow: Json) => {
  const visit = (value: unknown): boolean => {
    if (!isJson(value)) return false;
    if (value['type'] === type) {
      change(value);
      return true;
    }
    return Object.values(value).some(visit);
  };
  if (!visit(flow)) throw new Error(`no ${type}`);
};

export type Row = readonly [
  name: string,
  flow: (version: string) => SampleFlow,
  change: (flow: SampleFlow) => void,
  codes: FlowJsonCode | readonly FlowJsonCode[],
  since?: string,
];

export const toMutation = ([name, flow, change, codes, since = '5.1']: Row): Mutation => ({
  name,
  flow,
  change,
  codes: typeof codes === 'string' ? [codes] : codes,
  since,
});
