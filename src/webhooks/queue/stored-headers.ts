import { type CallHeaders, readHeader } from '../call-headers.ts';

/** The headers that a queue or a recording keeps: they describe the body and prove it. Cookies, tokens and addresses must not be stored. */
const storedHeaders = ['content-type', 'user-agent', 'x-hub-signature', 'x-hub-signature-256'];

/** Returns the headers of a request that may be stored. */
export function pickStoredHeaders(headers: CallHeaders): Record<string, string> {
  const stored: Record<string, string> = {};
  for (const name of storedHeaders) {
    const value = readHeader(headers, name);
    if (value !== undefined) stored[name] = value;
  }
  return stored;
}
