import { pathTo } from './flow-json-issue.ts';

export type JsonRecord = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const toRecord = (value: unknown): JsonRecord => (isRecord(value) ? value : {});

export const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A component where it stands. */
export interface PlacedComponent {
  readonly path: string;
  readonly type: string;
  readonly json: JsonRecord;
  readonly isInForm: boolean;
}

/** An action where it stands. */
export interface PlacedAction {
  readonly path: string;
  readonly name: string;
  readonly json: JsonRecord;
}

/** A screen, with everything that stands on it in one list. */
export interface FlowScreenTree {
  readonly path: string;
  /** Empty if it is missing or no text. */
  readonly id: string;
  readonly json: JsonRecord;
  readonly isTerminal: boolean;
  /** The data model; undefined if the screen has none. */
  readonly data: JsonRecord | undefined;
  readonly components: readonly PlacedComponent[];
  readonly actions: readonly PlacedAction[];
}

/** A Flow JSON taken apart. */
export interface FlowTree {
  readonly json: JsonRecord;
  readonly version: string;
  /** Whether the version is newer than any that this package knows. */
  readonly isNewer: boolean;
  /** Whether the Flow has an endpoint: `data_api_version` is set. */
  readonly hasEndpoint: boolean;
  readonly screens: readonly FlowScreenTree[];
}

// Meta nests three; what stands deeper is refused where it begins and not looked at.
const deepest = 8;

/** Returns the lists of components inside a component, each with its path. */
export function getBranches({
  type,
  json,
  path,
}: Pick<PlacedComponent, 'json' | 'path'> & { readonly type: unknown }) {
  const at = (name: string) => ({ path: pathTo(path, name), list: toList(json[name]) });
  switch (type) {
    case 'Form':
      return [at('children')];
    case 'If':
      return [at('then'), at('else')];
    case 'Switch':
      return Object.entries(toRecord(json['cases'])).map(([name, list]) => ({
        path: pathTo(pathTo(path, 'cases'), name),
        list: toList(list),
      }));
    default:
      return [];
  }
}

function flatten(
  list: readonly unknown[],
  path: string,
  isInForm: boolean,
  depth = 0,
): readonly PlacedComponent[] {
  return list.flatMap((json, index) => {
    if (!isRecord(json) || typeof json['type'] !== 'string') return [];
    const own = { path: pathTo(path, index), type: json['type'], json, isInForm };
    const inner =
      depth >= deepest
        ? []
        : getBranches(own).flatMap((branch) =>
            flatten(branch.list, branch.path, isInForm || own.type === 'Form', depth + 1),
          );
    return [own, ...inner];
  });
}

const actionNames = ['on-click-action', 'on-select-action', 'on-unselect-action'];

function actionsOf(json: JsonRecord, path: string): readonly PlacedAction[] {
  return actionNames.flatMap((name) => {
    const action = json[name];
    return isRecord(action) && typeof action['name'] === 'string'
      ? [{ path: pathTo(path, name), name: action['name'], json: action }]
      : [];
  });
}

/** Actions stand on a component, and on the items of its list. */
const allActions = ({ json, path }: PlacedComponent): readonly PlacedAction[] => [
  ...actionsOf(json, path),
  ...['data-source', 'list-items'].flatMap((name) =>
    toList(json[name]).flatMap((item, index) =>
      isRecord(item) ? actionsOf(item, pathTo(pathTo(path, name), index)) : [],
    ),
  ),
];

function toScreen(json: JsonRecord, index: number): FlowScreenTree {
  const path = pathTo('screens', index);
  const children = toList(toRecord(json['layout'])['children']);
  const components = flatten(children, `${path}.layout.children`, false);
  return {
    path,
    id: typeof json['id'] === 'string' ? json['id'] : '',
    json,
    isTerminal: json['terminal'] === true,
    data: isRecord(json['data']) ? json['data'] : undefined,
    components,
    actions: components.flatMap(allActions),
  };
}

/** Takes a Flow JSON apart, as far as its shape allows. */
export const toFlowTree = (json: JsonRecord, version: string, isNewer: boolean): FlowTree => ({
  json,
  version,
  isNewer,
  hasEndpoint: json['data_api_version'] !== undefined,
  screens: toList(json['screens']).flatMap((screen, index) =>
    isRecord(screen) ? [toScreen(screen, index)] : [],
  ),
});

/** Returns the screen that a navigation leads to, or an empty text. */
export function getNextScreen({ name, json }: PlacedAction): string {
  const next = toRecord(json['next']);
  if (name !== 'navigate' || next['type'] !== 'screen') return '';
  return typeof next['name'] === 'string' ? next['name'] : '';
}

/** Returns the component of a screen that answers under a name. A form has a name too, and no answer. */
export const findInput = (screen: FlowScreenTree, name: string): PlacedComponent | undefined =>
  screen.components.find(({ type, json }) => json['name'] === name && type !== 'Form');
