const most = 500;

/**
 * Returns a value of any type as text for a message, at most 500 characters, and never throws, as `String(value)` does for `{ toString: 1 }`
 * or an object without a prototype: an object that is no `Error` as JSON, a symbol with its description.
 *
 * @example
 * textOf({ toString: 1 }); // '{"toString":1}'
 * textOf(new TypeError('x is undefined')); // 'TypeError: x is undefined'
 */
export function textOf(value: unknown): string {
  try {
    const isPlain = typeof value === 'object' && !(value instanceof Error);
    return String((isPlain && JSON.stringify(value)) || value).slice(0, most);
  } catch {
    return 'a value that cannot be shown as text';
  }
}
