const isPlain = (value: unknown): boolean => typeof value === 'object' && !(value instanceof Error);

/**
 * Returns a value of any type as text, and never throws, as `String(value)` does for `{ toString: 1 }` or an object without a prototype. An
 * object that is no `Error` is shown as JSON, at most 200 characters of it, and what cannot be shown as its type.
 *
 * @example
 * textOf({ toString: 1 }); // '{"toString":1}'
 * textOf(new TypeError('x is undefined')); // 'TypeError: x is undefined'
 */
export function textOf(value: unknown): string {
  try {
    return isPlain(value) ? JSON.stringify(value).slice(0, 200) : String(value);
  } catch {
    return typeof value;
  }
}
