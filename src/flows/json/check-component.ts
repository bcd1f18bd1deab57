import { findNearestName } from '../../shared/nearest-name.ts';
import { checkNavigationList } from './check-navigation-list.ts';
import { checkProperties } from './check-shape.ts';
import { flowComponents, nativeComponents, notInside, type ComponentRule } from './components.ts';
import { getBranches, isRecord, toList, toRecord, type FlowTree, type PlacedComponent } from './flow-tree.ts';
import { issueOf, pathTo, when, type FlowJsonIssue } from './flow-json-issue.ts';
import { flowJsonLimits } from './rules.ts';
import { isAtLeast } from './versions.ts';

/** Where a component stands. */
interface Place {
  readonly isInForm: boolean;
  /** `If`, `Switch` or `Form`; empty at the top. */
  readonly parent: string;
  /** How many `If` are around it. */
  readonly ifDepth: number;
}

const top: Place = { isInForm: false, parent: '', ifDepth: 0 };

function checkPlace(tree: FlowTree, at: string, type: string, { parent, ifDepth }: Place) {
  const isChipsInBranch = type === 'ChipsSelector' && (parent === 'If' || parent === 'Switch');
  const refused =
    (notInside[parent] ?? []).includes(type) || (isChipsInBranch && !isAtLeast(tree.version, '7.1'));
  return [
    ...when(refused, 'placement', at, `cannot be ${type} inside ${parent}; move it out`),
    ...when(
      type === 'Footer' && ifDepth > 1,
      'placement',
      at,
      'cannot be Footer inside an If that is inside another; move it to the outer one',
    ),
  ];
}

function checkRange({ path, json }: PlacedComponent, { range }: ComponentRule): readonly FlowJsonIssue[] {
  if (range === undefined) return [];
  const [min, max] = range;
  const [least, most] = [json[min], json[max]];
  return when(
    typeof least === 'number' && typeof most === 'number' && least > most,
    'minAboveMax',
    `${path}.${min}`,
    `is above ${max}; exchange the two`,
  );
}

function checkFooter({ path, json }: PlacedComponent): readonly FlowJsonIssue[] {
  const has = (side: string) => json[`${side}-caption`] !== undefined;
  return [
    ...when(
      has('left') !== has('right'),
      'dependency',
      `${path}.${has('left') ? 'right' : 'left'}-caption`,
      'is missing; the left and the right caption go together',
    ),
    ...when(
      has('center') && (has('left') || has('right')),
      'exclusive',
      `${path}.center-caption`,
      'does not go with a left or right caption; keep one kind',
    ),
  ];
}

function checkCondition(path: string, condition: unknown): readonly FlowJsonIssue[] {
  if (condition === undefined || typeof condition === 'boolean') return [];
  const at = `${path}.condition`;
  if (typeof condition !== 'string') return [issueOf('type', at, 'should be a text')];
  const bare = condition.replaceAll(/'(?:\\.|[^'\\])*'/gs, "''");
  const depth = [...bare].reduce<number>((open, character) => {
    if (open < 0) return open;
    if (character === '(') return open + 1;
    return character === ')' ? open - 1 : open;
  }, 0);
  return [
    ...when(condition.trim() === '', 'value', at, 'is empty; compare something, such as ${form.agrees}'),
    ...when(
      condition.trim() !== '' && !condition.includes('${'),
      'value',
      at,
      'compares nothing that changes; use a binding such as ${form.agrees}',
    ),
    ...when(depth !== 0, 'value', at, 'has a parenthesis without its partner'),
    ...when(/\(\s*\)/.test(bare), 'value', at, 'has empty parentheses'),
  ];
}

const hasFooter = (list: unknown): boolean =>
  toList(list).some((one) => isRecord(one) && one['type'] === 'Footer');

function checkIf({ path, json }: PlacedComponent, ifDepth: number): readonly FlowJsonIssue[] {
  const [yes, no] = [hasFooter(json['then']), hasFooter(json['else'])];
  const { ifDepth: most } = flowJsonLimits;
  return [
    ...checkCondition(path, json['condition']),
    ...when(
      Array.isArray(json['then']) && json['then'].length === 0,
      'value',
      `${path}.then`,
      'is empty; show at least one component',
    ),
    ...when(
      yes !== no,
      'ifFooter',
      `${path}.${yes ? 'else' : 'then'}`,
      'has no Footer, and the other branch has one; give one to both',
    ),
    ...when(
      ifDepth > most,
      'ifNesting',
      path,
      `is the ${ifDepth}th If inside another; the most is ${most}`,
      most,
    ),
  ];
}

function checkSwitch({ path, json }: PlacedComponent): readonly FlowJsonIssue[] {
  if (!isRecord(json['cases'])) return [];
  const cases = Object.entries(json['cases']);
  const without = cases.filter(([, list]) => !hasFooter(list));
  return [
    ...when(cases.length === 0, 'switchEmpty', `${path}.cases`, 'is empty; give at least one case'),
    ...(without.length === cases.length
      ? []
      : without.map(([name]) =>
          issueOf(
            'switchFooter',
            `${path}.cases.${name}`,
            'has no Footer, and another case has one; give one to all',
          ),
        )),
  ];
}

function checkForm({ path, json }: PlacedComponent): readonly FlowJsonIssue[] {
  const natives = new Set(
    toList(json['children'])
      .map(toRecord)
      .filter(({ type }) => typeof type === 'string' && nativeComponents.includes(type))
      .map(({ name }) => name),
  );
  return Object.keys(toRecord(json['init-values']))
    .filter((name) => natives.has(name))
    .map((name) =>
      issueOf('nativeInitValue', `${path}.init-values.${name}`, 'is of a file; files have no first value'),
    );
}

function checkParts(component: PlacedComponent, ifDepth: number): readonly FlowJsonIssue[] {
  switch (component.type) {
    case 'Footer':
      return checkFooter(component);
    case 'If':
      return checkIf(component, ifDepth + 1);
    case 'Switch':
      return checkSwitch(component);
    case 'Form':
      return checkForm(component);
    case 'NavigationList':
      return checkNavigationList(component);
    default:
      return [];
  }
}

function checkType(tree: FlowTree, at: string, type: string): readonly FlowJsonIssue[] {
  const rule = Object.hasOwn(flowComponents, type) ? flowComponents[type] : undefined;
  if (rule === undefined) {
    const names = Object.keys(flowComponents);
    const nearest = findNearestName(type, names);
    const advice = nearest === undefined ? `they are ${names.join(', ')}` : `did you mean ${nearest}?`;
    return [
      issueOf(
        tree.isNewer ? 'componentUnknown' : 'value',
        at,
        `is ${type}, which is no component; ${advice}`,
      ),
    ];
  }
  return when(
    rule.since !== undefined && !isAtLeast(tree.version, rule.since),
    'value',
    at,
    `is ${type}, which needs Flow JSON ${rule.since ?? ''}; this is ${tree.version}`,
  );
}

/** Checks one component and what is inside it. */
function checkComponent(tree: FlowTree, path: string, json: unknown, place: Place): readonly FlowJsonIssue[] {
  if (!isRecord(json)) return [issueOf('type', path, 'should be an object, a component')];
  const { type } = json;
  const at = `${path}.type`;
  if (type === undefined)
    return [issueOf('requiredType', at, 'is missing; name the component, such as TextBody')];
  if (typeof type !== 'string') return [issueOf('type', at, 'should be a text')];
  const wrong = checkType(tree, at, type);
  const rule = flowComponents[type];
  if (wrong.length > 0 || rule === undefined) return wrong;
  const misplaced = checkPlace(tree, at, type, place);
  if (misplaced.length > 0) return misplaced;
  const own: PlacedComponent = { path, type, json, isInForm: place.isInForm };
  const ifDepth = place.ifDepth + (type === 'If' ? 1 : 0);
  const inner: Place = { isInForm: place.isInForm || type === 'Form', parent: type, ifDepth };
  const found = checkParts(own, place.ifDepth);
  return [
    ...checkProperties(tree, path, json, rule.properties, {
      owner: `${/^[AEIO]/.test(type) ? 'an' : 'a'} ${type}`,
      isInForm: place.isInForm,
    }),
    ...checkRange(own, rule),
    ...found,
    ...(ifDepth > flowJsonLimits.ifDepth
      ? []
      : getBranches(own).flatMap((branch) => checkComponents(tree, branch.path, branch.list, inner))),
  ];
}

/** Checks a list of components, where it stands. */
export const checkComponents = (
  tree: FlowTree,
  path: string,
  list: readonly unknown[],
  place: Place = top,
): readonly FlowJsonIssue[] =>
  list.flatMap((json, index) => checkComponent(tree, pathTo(path, index), json, place));
