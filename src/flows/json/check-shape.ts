import { countCharacters } from '../../shared/count-characters.ts';
import { findNearestName } from '../../shared/nearest-name.ts';
import type { Properties, PropertyRule } from './components.ts';
import { isRecord, type FlowTree, type JsonRecord } from './flow-tree.ts';
import { issueOf, pathTo, type FlowJsonIssue } from './flow-json-issue.ts';
import { isAtLeast } from './versions.ts';
import { checkAction } from './check-action.ts';

/** Returns whether a text is a binding, `${data.name}`, or from 6.0 an expression in backticks. */
export const isBinding = (value: unknown): value is string =>
  typeof value === 'string' && (/^\$\{.+\}$/s.test(value) || /^`.*`$/s.test(value));

const kindOf = (value: unknown): string => {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
};

const mistyped = (path: string, expected: string, value: unknown): readonly FlowJsonIssue[] => [
  issueOf('type', path, `should be ${expected}, not ${kindOf(value)}`),
];

const one = (...given: Parameters<typeof issueOf>): readonly FlowJsonIssue[] => [issueOf(...given)];

function checkText(path: string, value: unknown, chars: number | undefined): readonly FlowJsonIssue[] {
  if (typeof value !== 'string') return mistyped(path, 'a text', value);
  if (value.trim() === '') return one('pattern', path, 'is empty or blank; give it a text');
  const length = isBinding(value) ? 0 : countCharacters(value);
  return chars === undefined || length <= chars
    ? []
    : one('tooLong', path, `has ${length} characters; Meta's page allows ${chars}`, chars);
}

function checkNumber(
  path: string,
  value: unknown,
  { whole, fixed, min, max }: Extract<PropertyRule, { kind: 'number' }>,
): readonly FlowJsonIssue[] {
  if (typeof value === 'string' && fixed !== true)
    return one('pattern', path, 'should be a number or a binding such as ${data.limit}');
  if (typeof value !== 'number') return mistyped(path, 'a number', value);
  if (whole === true && !Number.isInteger(value)) return mistyped(path, 'a whole number', value);
  if (min !== undefined && value < min) return one('minimum', path, `is ${value}; the least is ${min}`, min);
  return max === undefined || value <= max
    ? []
    : one('maximum', path, `is ${value}; the most is ${max}`, max);
}

function checkOptions(
  tree: FlowTree,
  path: string,
  value: unknown,
  { item, least, most }: Extract<PropertyRule, { kind: 'options' }>,
): readonly FlowJsonIssue[] {
  if (!Array.isArray(value)) return mistyped(path, 'a list or a binding such as ${data.items}', value);
  const list: readonly unknown[] = value;
  const has = (name: string) => list.some((one) => isRecord(one) && one[name] !== undefined);
  return [
    ...(list.length < least
      ? one('minItems', path, `has ${list.length} items; at least ${least} is needed`, least)
      : []),
    ...(most !== undefined && list.length > most
      ? one('tooMany', path, `has ${list.length} items; Meta's page allows ${most}`, most)
      : []),
    ...(has('image') && has('color')
      ? one('imageAndColor', path, 'has items with an image and items with a color; use one of the two')
      : []),
    ...list.flatMap((entry, index) => {
      const at = pathTo(path, index);
      return isRecord(entry)
        ? checkProperties(tree, at, entry, item, { owner: 'an item of this list' })
        : mistyped(at, 'an object', entry);
    }),
  ];
}

function checkValue(
  tree: FlowTree,
  path: string,
  value: unknown,
  rule: PropertyRule,
): readonly FlowJsonIssue[] {
  switch (rule.kind) {
    case 'text':
      if (rule.orList === true && Array.isArray(value))
        return value.flatMap((line, index) => checkText(pathTo(path, index), line, rule.chars));
      return checkText(path, value, rule.chars);
    case 'boolean':
      if (typeof value === 'boolean' || (rule.fixed !== true && isBinding(value))) return [];
      return mistyped(path, rule.fixed === true ? 'true or false' : 'true, false or a binding', value);
    case 'number':
      return isBinding(value) && rule.fixed !== true ? [] : checkNumber(path, value, rule);
    case 'choice':
      if (typeof value !== 'string') return mistyped(path, 'a text', value);
      return rule.values.includes(value) || isBinding(value)
        ? []
        : one('enum', path, `is none of ${rule.values.join(', ')}`);
    case 'texts':
      if (isBinding(value)) return [];
      if (!Array.isArray(value)) return mistyped(path, 'a list of texts', value);
      return value.flatMap((entry, index) =>
        typeof entry === 'string' ? [] : mistyped(pathTo(path, index), 'a text', entry),
      );
    case 'click':
    case 'select':
      return isRecord(value) ? checkAction(tree, path, value, rule) : mistyped(path, 'an object', value);
    case 'options':
      return isBinding(value) ? [] : checkOptions(tree, path, value, rule);
    case 'object':
      return isRecord(value)
        ? checkProperties(tree, path, value, rule.properties, { owner: 'this object' })
        : mistyped(path, 'an object', value);
    case 'binding':
      return isBinding(value) ? [] : one('pattern', path, 'should be a binding, such as ${data.kind}');
    case 'components':
      return Array.isArray(value) ? [] : mistyped(path, 'a list of components', value);
    case 'cases':
      return isRecord(value) ? [] : mistyped(path, 'an object of lists of components', value);
    case 'anything':
      return [];
  }
}

/** What a property belongs to, for the message. */
interface Owner {
  /** Such as `a Footer`. */
  readonly owner: string;
  readonly isInForm?: boolean;
}

function checkUnknown(
  tree: FlowTree,
  path: string,
  name: string,
  properties: Properties,
  { owner, isInForm }: Owner,
): readonly FlowJsonIssue[] {
  const at = pathTo(path, name);
  const rule = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (rule === undefined) {
    const nearest = findNearestName(name, Object.keys(properties));
    const known = Object.keys(properties).join(', ');
    return one(
      tree.isNewer ? 'propertyUnknown' : 'property',
      at,
      `is no property of ${owner}; ${nearest === undefined ? `they are ${known}` : `did you mean ${nearest}?`}`,
    );
  }
  if (rule.since !== undefined && !isAtLeast(tree.version, rule.since))
    return one('property', at, `needs Flow JSON ${rule.since}; this is ${tree.version}`);
  return isInForm === true && rule.outsideForm === true
    ? one('property', at, 'is not taken inside a Form; use init-values and error-messages of the Form')
    : [];
}

/** Checks the properties of an object against its table: unknown ones, missing ones, and the value of each. */
export function checkProperties(
  tree: FlowTree,
  path: string,
  json: JsonRecord,
  properties: Properties,
  owner: Owner,
): readonly FlowJsonIssue[] {
  const missing = Object.entries(properties).flatMap(([name, rule]) =>
    rule.required === true && json[name] === undefined
      ? one('required', pathTo(path, name), `is missing; ${owner.owner} needs it`)
      : [],
  );
  const given = Object.entries(json).flatMap(([name, value]) => {
    if (name === 'type' && !Object.hasOwn(properties, 'type')) return [];
    const unknown = checkUnknown(tree, path, name, properties, owner);
    const rule = properties[name];
    return unknown.length > 0 || rule === undefined
      ? unknown
      : checkValue(tree, pathTo(path, name), value, rule);
  });
  return [...missing, ...given];
}
