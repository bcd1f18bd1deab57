/** The headers that a queue or a recording keeps: they describe the body and prove it. Cookies, tokens and addresses must not be stored. */
const storedHeaders = ['content-type', 'user-agent', 'x-hub-signature', 'x-hub-signature-256'];

/** Returns the headers of a request that may be stored. */
export const pickStoredHeaders = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => storedHeaders.includes(name)));
