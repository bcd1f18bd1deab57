import { isBinding } from './check-shape.ts';
import { flowComponents, nativeComponents, type PropertyRule } from './components.ts';
import { fitsType } from './check-data.ts';
import {
  findInput,
  getNextScreen,
  isRecord,
  toRecord,
  type FlowScreenTree,
  type FlowTree,
  type PlacedAction,
  type PlacedComponent,
} from './flow-tree.ts';
import { issueOf, pathTo, when, type FlowJsonIssue } from './flow-json-issue.ts';
import type { FlowJsonRule } from './rules.ts';
import { isAtLeast } from './versions.ts';

/** What a binding refers to: `${screen.FIRST.data.name}`. */
interface Binding {
  readonly text: string;
  /** Empty for the screen that it stands on. */
  readonly screen: string;
  readonly store: 'data' | 'form';
  readonly key: string;
}

const pattern = /\$\{(?:screen\.([A-Za-z_]+)\.)?(data|form)\.([\w-]+)[^}]*\}/g;

const getBindings = (text: string): readonly Binding[] =>
  [...text.matchAll(pattern)].map(([whole, screen = '', store, key = '']) => ({
    text: whole,
    screen,
    store: store === 'form' ? 'form' : 'data',
    key,
  }));

/** A text with bindings, where it stands. Text around a binding is no expression: it shows as it is written. */
interface BoundText {
  readonly path: string;
  readonly text: string;
}

const deepest = 32;

function collect(value: unknown, path: string, depth = 0): readonly BoundText[] {
  if (isBinding(value)) return [{ path, text: value }];
  if (depth > deepest || typeof value !== 'object' || value === null) return [];
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((entry: unknown, index) => [index, entry] as const)
    : Object.entries(value);
  return entries.flatMap(([name, entry]) => collect(entry, pathTo(path, name), depth + 1));
}

function describe(tree: FlowTree, from: FlowScreenTree, { screen, store, key }: Binding): string | undefined {
  const target = screen === '' ? from : tree.screens.find(({ id }) => id === screen);
  if (target === undefined) return `refers to the screen ${screen}, which does not exist`;
  if (store === 'form')
    return findInput(target, key)
      ? undefined
      : `refers to ${key}, but the screen ${target.id} has no field of that name`;
  return target.data !== undefined && Object.hasOwn(target.data, key)
    ? undefined
    : `refers to ${key}, which is missing in the data of the screen ${target.id}`;
}

const checkTexts = (
  tree: FlowTree,
  screen: FlowScreenTree,
  texts: readonly BoundText[],
  ruleOf: (binding: Binding) => FlowJsonRule,
): readonly FlowJsonIssue[] =>
  texts.flatMap(({ path, text }) =>
    getBindings(text).flatMap((binding) => {
      const fault = describe(tree, screen, binding);
      return fault === undefined ? [] : [issueOf(ruleOf(binding), path, `${binding.text} ${fault}`)];
    }),
  );

const inLayout = ({ screen }: Binding): FlowJsonRule => (screen === '' ? 'binding' : 'globalBinding');

// What a binding of one whole field may not be, by what the property takes. A number in a text is left alone: no source refuses it.
const misfits: Partial<Record<PropertyRule['kind'], readonly string[]>> = {
  boolean: ['string', 'number', 'integer', 'array', 'object'],
  text: ['boolean', 'array', 'object'],
  options: ['string', 'number', 'integer', 'boolean', 'object'],
};

/** Checks that the type of a field fits the property that it is bound to, and that bound options have an id and a title. */
function checkBoundType(
  screen: FlowScreenTree,
  path: string,
  value: unknown,
  rule: PropertyRule,
): readonly FlowJsonIssue[] {
  const [, key = ''] = (typeof value === 'string' && /^\$\{data\.([\w-]+)\}$/.exec(value)) || [];
  const field = screen.data?.[key];
  if (!isRecord(field)) return [];
  const { type } = field;
  if (rule.kind === 'text' && rule.orList === true) return [];
  if (typeof type === 'string' && misfits[rule.kind]?.includes(type) === true)
    return [issueOf('binding', path, `is bound to data.${key}, which is ${type} and does not fit`)];
  if (rule.kind !== 'options') return [];
  const item = toRecord(field['items']);
  if (item['type'] !== 'object' || !isRecord(item['properties'])) return [];
  const has = item['properties'];
  return Object.entries(rule.item)
    .filter(([name, { required }]) => required === true && !Object.hasOwn(has, name))
    .map(([name]) => issueOf('binding', path, `is bound to data.${key}, whose items have no ${name}`));
}

const actionProperties = ['on-click-action', 'on-select-action', 'on-unselect-action'];
const inside = ['children', 'then', 'else', 'cases'];

/** Leaves out the actions of a value: their bindings have codes of their own. */
const withoutActions = (json: Readonly<Record<string, unknown>>) =>
  Object.entries(json).filter(([name]) => !actionProperties.includes(name) && !inside.includes(name));

function checkComponentBindings(
  tree: FlowTree,
  screen: FlowScreenTree,
  { path, type, json }: PlacedComponent,
): readonly FlowJsonIssue[] {
  const properties = flowComponents[type]?.properties ?? {};
  return withoutActions(json).flatMap(([name, value]) => {
    const at = pathTo(path, name);
    const rule = properties[name];
    // A condition is an expression as a whole.
    const texts =
      name === 'condition' && typeof value === 'string' ? [{ path: at, text: value }] : collect(value, at);
    const inItems = (name === 'data-source' || name === 'list-items') && Array.isArray(value);
    return [
      ...checkTexts(
        tree,
        screen,
        inItems ? texts.filter(({ path: one }) => !/\.on-\w+-action\./.test(one)) : texts,
        inLayout,
      ),
      ...(rule === undefined ? [] : checkBoundType(screen, at, value, rule)),
    ];
  });
}

/** Checks what a navigation passes on against the data of the next screen. */
function checkNextData(
  tree: FlowTree,
  screen: FlowScreenTree,
  action: PlacedAction,
): readonly FlowJsonIssue[] {
  const next = tree.screens.find(({ id }) => id === getNextScreen(action));
  if (next === undefined || next.id === '') return [];
  const { payload } = action.json;
  const given = Object.entries(toRecord(payload));
  const at = `${action.path}.payload`;
  const names = Object.keys(next.data ?? {}).filter((name) => name !== 'required');
  const isChecked = isAtLeast(tree.version, '7.3') || !isAtLeast(tree.version, '6.0');
  const rule: FlowJsonRule = isChecked ? 'navigatePayload' : 'navigatePayloadBefore73';
  const missing = names.filter((name) => !Object.hasOwn(toRecord(payload), name));
  if (payload === undefined)
    return when(
      names.length > 0,
      isChecked ? 'noNavigatePayload' : rule,
      at,
      `is missing; the screen ${next.id} expects ${names.join(', ')}`,
    );
  return [
    ...given.flatMap(([name, value]) => {
      const path = pathTo(at, name);
      const field = next.data?.[name];
      if (field === undefined)
        return [issueOf(rule, path, `is missing in the data of the screen ${next.id}; add it there`)];
      const { type } = toRecord(field);
      const own = /^\$\{data\.([\w-]+)\}$/.exec(typeof value === 'string' ? value : '')?.[1];
      const source = own === undefined ? undefined : toRecord(screen.data?.[own])['type'];
      if (typeof type !== 'string') return [];
      if (isBinding(value))
        return when(
          typeof source === 'string' && source !== type,
          'navigatePayload',
          path,
          `is ${String(source)}; the screen ${next.id} expects ${type}`,
        );
      return when(
        !fitsType(value, type),
        'navigatePayload',
        path,
        `does not fit; the screen ${next.id} expects ${type}`,
      );
    }),
    ...when(missing.length > 0, rule, at, `lacks ${missing.join(', ')}, which the screen ${next.id} expects`),
  ];
}

function checkActionBindings(
  tree: FlowTree,
  screen: FlowScreenTree,
  action: PlacedAction,
): readonly FlowJsonIssue[] {
  const texts = collect(action.json['payload'], `${action.path}.payload`);
  const rule = action.name === 'update_data' ? 'updatePayload' : 'payloadBinding';
  const files = texts.flatMap(({ path, text }) =>
    getBindings(text).flatMap(({ screen: named, store, key }) => {
      const from = named === '' ? screen : tree.screens.find(({ id }) => id === named);
      const type = (store === 'form' && from && findInput(from, key)?.type) || '';
      return when(
        action.name === 'navigate' && nativeComponents.includes(type),
        'payloadBinding',
        path,
        `is the file of a ${type}, which no navigation passes on; refer to it on the next screen instead`,
      );
    }),
  );
  return [
    ...checkTexts(tree, screen, texts, () => rule),
    ...files,
    ...(action.name === 'navigate' ? checkNextData(tree, screen, action) : []),
  ];
}

/** Checks every binding of a screen: what it refers to exists and fits, and what navigations pass on is expected. */
export const checkBindings = (tree: FlowTree, screen: FlowScreenTree): readonly FlowJsonIssue[] => [
  ...screen.components.flatMap((component) => checkComponentBindings(tree, screen, component)),
  ...screen.actions.flatMap((action) => checkActionBindings(tree, screen, action)),
];
