/** Leaves out the properties of an object that are undefined, so that payloads are equal when they are sent equal. */
export function omitUndefined<Value extends object>(value: Value): Value {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries) as Value;
}
