/** The headers of a request: a Fetch `Headers` object, or by name in lower case; a repeated header is a list, or one string with commas. */
export type CallHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

const isHeaders = (headers: CallHeaders): headers is Headers => typeof headers.get === 'function';

const toText = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'object' ? value.join(', ') : value;

/** Returns the value of one header, whose name is in lower case. */
export const readHeader = (headers: CallHeaders, name: string): string | undefined =>
  isHeaders(headers) ? (headers.get(name) ?? undefined) : toText(headers[name]);

/** Returns the headers as a Fetch object, without those that no HTTP/1 request can have. */
export function toHeaders(given: CallHeaders): Headers {
  const headers = new Headers();
  for (const [name, value] of isHeaders(given) ? given : Object.entries(given))
    try {
      const text = toText(value);
      if (text !== undefined) headers.append(name, text);
    } catch {
      // Such as `:method` of HTTP/2.
    }
  return headers;
}
