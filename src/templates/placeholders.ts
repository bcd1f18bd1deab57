/** The names between double braces in a text, as a union: `'name' | 'order_id'`. `never` for a text without placeholders. */
export type PlaceholderNames<
  Text extends string,
  Found extends string = never,
> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? PlaceholderNames<Rest, Found | Name> : Found;

type Positional<
  Names extends string,
  Value,
  Values extends Value[] = [],
> = `${[...Values, Value]['length'] & number}` extends Names
  ? Positional<Names, Value, [...Values, Value]>
  : Readonly<Values>;

type ValuesOf<Names extends string, Value> = [Names] extends [never]
  ? undefined
  : '1' extends Names
    ? Positional<Names, Value>
    : { readonly [Name in Names]: Value };

/**
 * The values that the placeholders of a text ask for: an object for named ones, a tuple for `{{1}}`, `{{2}}` …, `undefined` for none.
 * A text that is only known as `string` takes either form; it is then checked at run time alone.
 */
export type PlaceholderValues<Text extends string, Value = string> = string extends Text
  ? Readonly<Record<string, Value>> | readonly Value[] | undefined
  : ValuesOf<PlaceholderNames<Text>, Value>;

const placeholderPattern = /\{\{([^]*?)\}\}/g;

// Behind the last two braces nothing can close: without this the pattern would look for them from every `{{` that stays open.
const closedPart = (text: string): string => text.slice(0, text.lastIndexOf('}}') + 2);

/**
 * Returns the names between double braces in a text, in order of appearance, each once.
 *
 * @example
 * findPlaceholders('Hi {{name}}, order {{order_id}} for {{name}}'); // ['name', 'order_id']
 */
export function findPlaceholders(text: string): string[] {
  return [...new Set(Array.from(closedPart(text).matchAll(placeholderPattern), (match) => match[1] ?? ''))];
}

/** Returns a text with its placeholders replaced by values; a placeholder without a value stays as it is. */
export function fillPlaceholders(text: string, valueOf: (name: string) => string | undefined): string {
  const closed = closedPart(text);
  const filled = closed.replace(placeholderPattern, (whole: string, name: string) => valueOf(name) ?? whole);
  return filled + text.slice(closed.length);
}

/** Returns a text without its placeholders. */
export const removePlaceholders = (text: string): string => fillPlaceholders(text, () => '');

/** Returns whether a placeholder's name is a position: `1`, `2` … */
export const isPositional = (name: string): boolean => /^\d+$/.test(name);
