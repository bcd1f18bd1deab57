/** Returns whether a value is a Fetch `Request`, also one of another implementation than the global class. */
export const isFetchRequest = (value: unknown): value is Request => {
  const { headers } = Object(value) as { readonly headers?: unknown };
  return typeof (Object(headers) as { readonly get?: unknown }).get === 'function';
};
