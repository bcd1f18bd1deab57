/** Nests a value this deep in lists, or in objects under one key. */
function nested(depth: number, key?: string): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = key === undefined ? [value] : { [key]: value };
  return value;
}

const parsed = (text: string): unknown => JSON.parse(text);

/** JSON values that break code which turns a value into text, a number or a key without a look at its type. */
export const jsonPoison: readonly unknown[] = [
  { toString: 1 },
  { valueOf: 1, toString: '' },
  [{ toString: 1 }],
  { type: { toString: '' } },
  parsed('{"__proto__":null}'),
  parsed('{"__proto__":{"toString":1},"constructor":{"prototype":1},"hasOwnProperty":1,"length":-1}'),
  { toJSON: 1, then: 1, message: 1, code: {}, name: [], length: -1 },
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  [[]],
  [],
  [null],
  {},
  1e308,
  -0,
  -1,
  0.5,
  '',
  ' ',
  '\ud800',
  '1e999',
  nested(500),
  nested(500, 'a'),
  'x'.repeat(100_000),
  true,
  false,
  null,
];

/** What only code can pass: no JSON holds it. */
export const codePoison: readonly unknown[] = [
  Symbol('poison'),
  Object.create(null),
  10n,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  new Date(Number.NaN),
  () => 1,
  new Map([['a', 1]]),
];

/** The few that break most: for tests that have no time for all. */
export const keenest: readonly unknown[] = [
  { toString: 1 },
  [{ toString: 1 }],
  '__proto__',
  'constructor',
  1e308,
  Symbol('poison'),
  Object.create(null),
];

/** A short text of a value, for a failure. */
export function nameOf(value: unknown): string {
  if (typeof value === 'object' && value !== null)
    return value instanceof Date || value instanceof Map
      ? value.constructor.name
      : JSON.stringify(value).slice(0, 80);
  return `${typeof value} ${String(value).slice(0, 40)}`;
}

type Path = readonly string[];

/** Every place in a JSON value, the value itself included. */
export function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]))];
}

/** Returns a copy of a value in which something else stands at one place. */
export function putAt(value: unknown, [key, ...rest]: Path, poison: unknown): unknown {
  if (key === undefined || typeof value !== 'object' || value === null) return poison;
  const entries = Object.entries(value).map(
    ([name, inner]: [string, unknown]) => [name, name === key ? putAt(inner, rest, poison) : inner] as const,
  );
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

/** A copy of a value with a poison at one place. */
export interface Poisoned {
  readonly path: Path;
  readonly poison: unknown;
  readonly value: unknown;
  /** The place and the poison, for a failure. */
  readonly name: string;
}

/** Every poison at every place of a value; if these are more than `most` pairs, the first `most` in an order that takes turns with both. */
export function* poisoned(
  value: unknown,
  values: readonly unknown[],
  most: number,
  places: readonly Path[] = placesOf(value),
): Generator<Poisoned> {
  for (let at = 0; at < Math.min(most, places.length * values.length); at += 1) {
    const path = places[at % places.length] ?? [];
    const poison = values[(at + Math.floor(at / places.length)) % values.length];
    yield { path, poison, value: putAt(value, path, poison), name: `${path.join('.')} ${nameOf(poison)}` };
  }
}

/** Holds a value under every name. */
export const everywhere = (value: unknown): object =>
  new Proxy({}, { get: (_, name) => (typeof name === 'string' ? value : undefined) });
