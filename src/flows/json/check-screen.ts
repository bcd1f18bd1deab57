import { checkBindings } from './check-bindings.ts';
import { checkComponents } from './check-component.ts';
import { checkData } from './check-data.ts';
import { formOnlyComponents, nativeComponents } from './components.ts';
import {
  getBranches,
  isRecord,
  toList,
  toRecord,
  type FlowScreenTree,
  type FlowTree,
  type PlacedComponent,
} from './flow-tree.ts';
import { issueOf, pathTo, when, type FlowJsonIssue } from './flow-json-issue.ts';
import { flowJsonLimits, maxPerScreen } from './rules.ts';
import { isAtLeast } from './versions.ts';

// Source: Meta, "Flow JSON: screens", and the Builder's schema of a screen.
const properties = ['id', 'title', 'data', 'terminal', 'success', 'refresh_on_back', 'layout', 'sensitive'];
const flags = ['terminal', 'success', 'refresh_on_back'];

function checkId(tree: FlowTree, { path, id, json }: FlowScreenTree): readonly FlowJsonIssue[] {
  const at = `${path}.id`;
  const given = json['id'];
  if (given === undefined) return [issueOf('required', at, 'is missing; name the screen, such as WELCOME')];
  if (typeof given !== 'string') return [issueOf('type', at, 'should be a text')];
  return [
    ...when(id === '', 'minChars', at, 'is empty; name the screen, such as WELCOME', 1),
    ...when(
      id !== '' && !(isAtLeast(tree.version, '7.0') ? /^(?!_+$)[A-Za-z_]+$/ : /^[A-Za-z_]+$/).test(id),
      'pattern',
      at,
      `is ${id}; only letters A to Z and underscores are taken, so write SCREEN_ONE and not SCREEN_1`,
    ),
    ...when(
      id.toLowerCase() === 'success',
      'screenIdReserved',
      at,
      `is ${id}, which closes the Flow; choose another name`,
    ),
  ];
}

function checkFields(tree: FlowTree, { path, json }: FlowScreenTree): readonly FlowJsonIssue[] {
  const { title, layout, sensitive } = json;
  return [
    ...Object.keys(json).flatMap((name) =>
      when(
        !properties.includes(name),
        tree.isNewer ? 'propertyUnknown' : 'property',
        pathTo(path, name),
        `is no property of a screen; they are ${properties.join(', ')}`,
      ),
    ),
    ...flags.flatMap((name) =>
      when(
        json[name] !== undefined && typeof json[name] !== 'boolean',
        'type',
        pathTo(path, name),
        'should be true or false',
      ),
    ),
    ...when(title === undefined, 'required', `${path}.title`, 'is missing; give the text of the top bar'),
    ...when(title !== undefined && typeof title !== 'string', 'type', `${path}.title`, 'should be a text'),
    ...when(
      typeof title === 'string' && title.trim() === '',
      'pattern',
      `${path}.title`,
      'is empty or blank; give it a text',
    ),
    ...when(
      layout === undefined && isAtLeast(tree.version, '6.0'),
      'required',
      `${path}.layout`,
      'is missing; give { "type": "SingleColumnLayout", "children": [] }',
    ),
    ...when(
      sensitive !== undefined && !Array.isArray(sensitive),
      'type',
      `${path}.sensitive`,
      'should be a list of the names of fields',
    ),
  ];
}

function checkLayout(tree: FlowTree, { path, json }: FlowScreenTree): readonly FlowJsonIssue[] {
  const { layout } = json;
  if (layout === undefined) return [];
  if (!isRecord(layout))
    return [issueOf('value', `${path}.layout`, 'should be an object of type SingleColumnLayout')];
  const at = `${path}.layout`;
  const { type, children } = layout;
  return [
    ...when(type === undefined, 'requiredType', `${at}.type`, 'is missing; it is SingleColumnLayout'),
    ...when(
      type !== undefined && type !== 'SingleColumnLayout',
      'value',
      `${at}.type`,
      'is no layout; the only one is SingleColumnLayout',
    ),
    ...when(children === undefined, 'required', `${at}.children`, 'is missing; list the components'),
    ...when(
      children !== undefined && !Array.isArray(children),
      'type',
      `${at}.children`,
      'should be a list of components',
    ),
    ...checkComponents(tree, `${at}.children`, toList(children)),
  ];
}

/** Counts the components of a type that can show at once: of branches, the fullest. */
function countShown(list: readonly unknown[], type: string, depth = 0): number {
  if (depth > 8) return 0;
  return list.filter(isRecord).reduce((sum, json) => {
    if (json['type'] === type) return sum + 1;
    const branches = getBranches({ type: json['type'], json, path: '' });
    return sum + Math.max(0, ...branches.map((branch) => countShown(branch.list, type, depth + 1)));
  }, 0);
}

function checkCounts(tree: FlowTree, { path, json, components }: FlowScreenTree): readonly FlowJsonIssue[] {
  const at = `${path}.layout.children`;
  const children = toList(toRecord(json['layout'])['children']);
  const { componentsPerScreen: most, componentsAdvised: advised } = flowJsonLimits;
  const counted = components.filter(({ type }) => type !== 'Form').length;
  const limits = { ...maxPerScreen, ...(isAtLeast(tree.version, '7.0') ? { Form: 1 } : {}) };
  const natives = nativeComponents.map((type) => countShown(children, type));
  return [
    ...when(counted > most, 'components', at, `has ${counted} components; the most is ${most}`, most),
    ...when(
      counted > advised && counted <= most,
      'componentsAdvised',
      at,
      `has ${counted} components; Meta's page allows ${advised}`,
      advised,
    ),
    ...Object.entries(limits).flatMap(([type, limit]) => {
      const count = countShown(children, type);
      return when(
        count > limit,
        'componentsOfType',
        at,
        `has ${count} times ${type}; the most is ${limit}`,
        limit,
      );
    }),
    ...when(
      natives.every((count) => count === 1),
      'componentsOfType',
      at,
      'has a PhotoPicker and a DocumentPicker; use one of them on each screen',
      1,
    ),
  ];
}

function checkNames({ path, json, components }: FlowScreenTree): readonly FlowJsonIssue[] {
  const named = components.filter(
    ({ type, json: own }) => type !== 'Form' && typeof own['name'] === 'string',
  );
  const seen = new Set<unknown>();
  const twice = named.flatMap((component) => {
    const name = component.json['name'];
    const isTwice = seen.has(name);
    seen.add(name);
    return when(
      isTwice,
      'nameTwice',
      `${component.path}.name`,
      `is ${String(name)}, as that of another component; names are unique on a screen, also across branches`,
    );
  });
  const inputs = new Set(components.map(({ json: own }) => own['name']));
  const unknown = toList(json['sensitive']).flatMap((name, index) =>
    when(
      !inputs.has(name),
      'sensitive',
      `${path}.sensitive[${index}]`,
      `is ${typeof name === 'string' ? name : 'no text'}, which is no field of this screen`,
    ),
  );
  return [...twice, ...unknown];
}

const isOutside = ({ type, isInForm }: PlacedComponent): boolean =>
  !isInForm && formOnlyComponents.includes(type);

function checkForms({ components }: FlowScreenTree): readonly FlowJsonIssue[] {
  if (!components.some(({ type }) => type === 'Form')) return [];
  return components
    .filter(isOutside)
    .map(({ path, type }) =>
      issueOf(
        'outsideForm',
        path,
        `is ${type} outside the Form of this screen; move it in, or leave the Form out`,
      ),
    );
}

function checkEnd(
  tree: FlowTree,
  { path, json, isTerminal, components, actions }: FlowScreenTree,
): readonly FlowJsonIssue[] {
  const footers = components.filter(({ type }) => type === 'Footer');
  const list = components.find(({ type }) => type === 'NavigationList');
  const early = isTerminal ? [] : actions.filter(({ name }) => name === 'complete');
  const onward = actions.filter(
    ({ name, path: at }) =>
      isTerminal && name === 'navigate' && footers.some((footer) => at.startsWith(`${footer.path}.`)),
  );
  return [
    ...early.map((action) =>
      issueOf(
        'complete',
        `${action.path}.name`,
        'is complete, on a screen that is not terminal; set terminal: true',
      ),
    ),
    ...when(
      json['success'] !== undefined && !isTerminal,
      'exclusive',
      `${path}.success`,
      'stands on a screen that is not terminal',
    ),
    ...when(
      isTerminal && footers.length === 0 && Array.isArray(toRecord(json['layout'])['children']),
      isAtLeast(tree.version, '7.3') ? 'noFooter' : 'noFooterBefore73',
      path,
      'is terminal and has no Footer to end the Flow with',
    ),
    ...onward.map((action) =>
      issueOf(
        'value',
        `${action.path}.name`,
        'is navigate, on a terminal screen; use complete or data_exchange',
      ),
    ),
    ...when(
      isTerminal && list !== undefined,
      'property',
      `${path}.terminal`,
      'is true, on a screen with a NavigationList',
    ),
  ];
}

/** What may stand with a component that is otherwise alone on its screen, by version, newest first. Source: the Builder. */
const alone = [
  { type: 'RichText', since: '6.3', with: ['Footer'], rule: 'notAlone' },
  { type: 'RichText', since: '6.0', with: [], rule: 'notAlone' },
  { type: 'RichText', since: '5.1', with: [], rule: 'richText' },
  { type: 'NavigationList', since: '6.2', with: ['Form'], rule: 'notAlone' },
] as const;

function checkAlone(tree: FlowTree, { components }: FlowScreenTree): readonly FlowJsonIssue[] {
  return ['RichText', 'NavigationList'].flatMap((type) => {
    const first = components.find((one) => one.type === type);
    const row = alone.find((one) => one.type === type && isAtLeast(tree.version, one.since));
    if (first === undefined || row === undefined) return [];
    const friends: readonly string[] = row.with;
    const other = components.find((one) => one.type !== type && !friends.includes(one.type));
    const allowed = friends.length === 0 ? 'alone' : `alone or with ${friends.join()}`;
    return when(
      other !== undefined,
      row.rule,
      first.path,
      `is ${type} and stands with ${other?.type ?? ''}; it must be ${allowed} on its screen`,
    );
  });
}

/** Checks a screen and everything on it. */
export const checkScreen = (tree: FlowTree, screen: FlowScreenTree): readonly FlowJsonIssue[] => [
  ...checkId(tree, screen),
  ...checkFields(tree, screen),
  ...checkLayout(tree, screen),
  ...checkData(screen),
  ...checkCounts(tree, screen),
  ...checkNames(screen),
  ...checkForms(screen),
  ...checkEnd(tree, screen),
  ...checkAlone(tree, screen),
  ...checkBindings(tree, screen),
];
