import { isRecord, toRecord, type FlowScreenTree } from './flow-tree.ts';
import { issueOf, pathTo, when, type FlowJsonIssue } from './flow-json-issue.ts';

// Source: Meta, "Flow JSON: screen data model", a part of JSON Schema.
const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];
const deepest = 32;

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
};

/** Whether a value fits a type of JSON Schema. */
export const fitsType = (value: unknown, type: string): boolean =>
  type === 'integer' ? Number.isInteger(value) : typeOf(value) === type;

function checkExample(
  path: string,
  example: unknown,
  schema: unknown,
  depth: number,
): readonly FlowJsonIssue[] {
  if (!isRecord(schema) || depth > deepest) return [];
  const { type, items } = schema;
  if (typeof type === 'string' && !fitsType(example, type))
    return [issueOf('data', path, `is ${typeOf(example)}; its type says ${type}`)];
  if (Array.isArray(example))
    return example.flatMap((entry: unknown, index) =>
      checkExample(pathTo(path, index), entry, items, depth + 1),
    );
  const properties = toRecord(schema['properties']);
  return Object.entries(toRecord(example)).flatMap(([name, value]) =>
    checkExample(pathTo(path, name), value, properties[name], depth + 1),
  );
}

/** Looks for an `__example__` below the top of a field, and for lists without a schema of their items. */
function checkSchema(path: string, schema: unknown, depth: number): readonly FlowJsonIssue[] {
  if (!isRecord(schema) || depth > deepest) return [];
  const { type, items } = schema;
  const at = `${path}.type`;
  if (type === undefined) return [issueOf('data', at, `is missing; it is one of ${types.join(', ')}`)];
  if (typeof type !== 'string') return [issueOf('data', at, 'should be a text')];
  if (!types.includes(type)) return [issueOf('data', at, `is ${type}; it is one of ${types.join(', ')}`)];
  return [
    ...when(
      depth > 0 && schema['__example__'] !== undefined,
      'data',
      `${path}.__example__`,
      'stands only at the top of a field; move it there',
    ),
    ...when(
      type === 'array' && items === undefined,
      'data',
      `${path}.items`,
      'is missing; a list says what its items are',
    ),
    ...when(
      type === 'array' && items !== undefined && typeof items !== 'boolean' && !isRecord(items),
      'data',
      `${path}.items`,
      'should be an object, such as { "type": "string" }',
    ),
    ...(type === 'array' ? checkSchema(`${path}.items`, items, depth + 1) : []),
    ...Object.entries(toRecord(schema['properties'])).flatMap(([name, inner]) =>
      checkSchema(`${path}.properties.${name}`, inner, depth + 1),
    ),
  ];
}

/** Checks the data model of a screen: each field has a type, and an example that fits it. */
export function checkData({ path, json }: FlowScreenTree): readonly FlowJsonIssue[] {
  if (json['data'] === undefined) return [];
  const data = json['data'];
  if (!isRecord(data)) return [issueOf('type', `${path}.data`, 'should be an object')];
  return Object.entries(data).flatMap(([name, field]) => {
    if (name === 'required') return [];
    const at = `${path}.data.${name}`;
    if (!isRecord(field)) return [issueOf('type', at, 'should be an object with type and __example__')];
    const shape = checkSchema(at, field, 0);
    if (shape.length > 0) return shape;
    return field['__example__'] === undefined
      ? [issueOf('required', `${at}.__example__`, 'is missing; give a value that the Builder can show')]
      : checkExample(`${at}.__example__`, field['__example__'], field, 0);
  });
}
