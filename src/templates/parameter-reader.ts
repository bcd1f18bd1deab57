import type { Issue } from '../shared/issue.ts';
import { countCharacters } from '../shared/count-characters.ts';
import { pluralize } from './pluralize.ts';
import { templateDocs, templateLimits } from './limits.ts';
import { findPlaceholders, isPositional } from './placeholders.ts';
import type { TemplateSendParameter } from './template-message.ts';

/** Collects what is wrong with the parameters of one template, so that one error lists everything. */
export interface ParameterReader {
  readonly issues: Issue[];
  /** The template as the messages name it: `order_update (en)`. */
  readonly title: string;
}

/** Returns whether a value is an object that is not a list. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Adds one issue. */
export function note(
  reader: ParameterReader,
  path: string,
  message: string,
  limit?: number,
  docs: string = templateDocs.components,
): undefined {
  reader.issues.push({ path, message, docs, ...(limit === undefined ? {} : { limit }) });
}

/** Reads a text that must not be empty, nor longer than `limit` where there is one. */
export function readText(
  reader: ParameterReader,
  path: string,
  value: unknown,
  what: string,
  limit?: number,
): string | undefined {
  if (value === undefined) return note(reader, path, `is missing: ${what} of ${reader.title} needs it`);
  if (typeof value !== 'string') return note(reader, path, `must be a text: ${what} of ${reader.title}`);
  if (value.trim() === '')
    return note(
      reader,
      path,
      `${value === '' ? 'is empty' : 'has blanks only'}: Meta refuses empty values (${what})`,
    );
  const length = countCharacters(value);
  if (limit !== undefined && length > limit)
    return note(reader, path, `has ${length} characters, at most ${limit} are allowed (${what})`, limit);
  return value;
}

const tooManySpaces = new RegExp(`[\\n\\r\\t]| {${templateLimits.spacesInValue + 1}}`);
const wireValueTypes = ['currency', 'date_time', 'group_id'];

function readValue(
  reader: ParameterReader,
  path: string,
  value: unknown,
  what: string,
): TemplateSendParameter | undefined {
  if (isRecord(value) && typeof value['type'] === 'string' && wireValueTypes.includes(value['type']))
    return { ...value, type: value['type'] };
  const text = readText(reader, path, value, what);
  if (text === undefined) return undefined;
  if (tooManySpaces.test(text))
    return note(
      reader,
      path,
      `has a line break, a tab or more than ${templateLimits.spacesInValue} spaces in a row, which Meta refuses in a value`,
      templateLimits.spacesInValue,
      templateDocs.errors,
    );
  return { type: 'text', text };
}

const braces = (names: readonly string[]): string => names.map((name) => `{{${name}}}`).join(', ');

function readNamed(
  reader: ParameterReader,
  path: string,
  names: readonly string[],
  values: unknown,
  where: string,
): TemplateSendParameter[] {
  if (!isRecord(values)) {
    note(reader, path, `must be an object with values for ${braces(names)} in ${where} of ${reader.title}`);
    return [];
  }
  for (const name of Object.keys(values).filter((key) => !names.includes(key)))
    note(reader, `${path}.${name}`, `is unknown: ${where} of ${reader.title} has only ${braces(names)}`);
  return names.flatMap((name) => {
    const value = readValue(
      reader,
      `${path}.${name}`,
      Object.hasOwn(values, name) ? values[name] : undefined,
      `{{${name}}} in ${where}`,
    );
    return value === undefined ? [] : [{ ...value, parameter_name: name }];
  });
}

function readPositional(
  reader: ParameterReader,
  path: string,
  names: readonly string[],
  values: unknown,
  where: string,
): TemplateSendParameter[] {
  if (!Array.isArray(values) || values.length !== names.length) {
    const found = Array.isArray(values) ? `has ${pluralize(values.length, 'value')}` : 'is not an array';
    note(
      reader,
      path,
      `${found}: ${where} of ${reader.title} needs ${names.length}, for ${braces(names)}`,
      names.length,
    );
    return [];
  }
  return values.flatMap((value: unknown, index) => {
    const read = readValue(reader, `${path}[${index}]`, value, `{{${index + 1}}} in ${where}`);
    return read === undefined ? [] : [read];
  });
}

/** Reads the values of a text: those that its placeholders ask for, no more and no fewer. */
export function readTextValues(
  reader: ParameterReader,
  path: string,
  text: string,
  values: unknown,
  where: string,
): readonly TemplateSendParameter[] {
  const names = findPlaceholders(text);
  const [first] = names;
  if (first === undefined) {
    if (values !== undefined)
      note(reader, path, `is given, but ${where} of ${reader.title} has no placeholder`);
    return [];
  }
  return isPositional(first)
    ? readPositional(reader, path, names, values, where)
    : readNamed(reader, path, names, values, where);
}

/** Refuses properties that a part of the parameters does not have. */
export function refuseOthers(
  reader: ParameterReader,
  path: string,
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
): void {
  for (const key of Object.keys(value).filter((key) => !known.includes(key)))
    note(reader, path === '' ? key : `${path}.${key}`, `is unknown here; known are ${known.join(', ')}`);
}
