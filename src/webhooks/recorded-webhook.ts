/** One webhook delivery as it came over the wire. */
export interface RecordedWebhook {
  /** When it was recorded, epoch milliseconds. */
  readonly at: number;
  /** Its headers, names in lower case; only those that say something about the body. */
  readonly headers: Readonly<Record<string, string>>;
  /** Its raw bytes. */
  readonly body: Uint8Array<ArrayBuffer>;
}

const keptHeaders = ['content-type', 'user-agent', 'x-hub-signature', 'x-hub-signature-256'];
const stamp = 'x-recorded-at';

/** The headers of a request that a recording keeps. Cookies, tokens and addresses are not among them. */
export function recordableHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    keptHeaders.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/**
 * Writes a delivery in the form of an HTTP message: header lines, an empty line, the raw body.
 *
 * @example
 * await writeFile('one.http', formatRecordedWebhook({ at: 0, headers: {}, body })); // 'x-recorded-at: 1970-01-01T00:00:00.000Z\r\n\r\n{…}'
 */
export function formatRecordedWebhook({ at, headers, body }: RecordedWebhook): Uint8Array<ArrayBuffer> {
  const lines = Object.entries({ ...headers, [stamp]: new Date(at).toISOString() });
  const head = new TextEncoder().encode(
    `${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
  );
  const bytes = new Uint8Array(head.length + body.length);
  bytes.set(head);
  bytes.set(body, head.length);
  return bytes;
}

/** Where the empty line after the headers ends, or -1. */
function endOfHead(bytes: Uint8Array): number {
  for (let at = 3; at < bytes.length; at += 1)
    if (bytes[at - 3] === 13 && bytes[at - 2] === 10 && bytes[at - 1] === 13 && bytes[at] === 10)
      return at + 1;
  return -1;
}

/**
 * Reads a recording of {@link recordWebhooks}. A file without its head (a bare JSON body, say an example from Meta's pages) counts as a
 * delivery without headers.
 *
 * @example
 * const { headers, body } = parseRecordedWebhook(await readFile('recordings/2026-11-22T15-30-00.123Z-messages-1a2b3c4d.http'));
 * await verifySignature({ appSecret, body, signature: headers['x-hub-signature-256'] }); // true
 */
export function parseRecordedWebhook(file: Uint8Array): RecordedWebhook {
  const end = endOfHead(file);
  const head = new TextDecoder().decode(file.subarray(0, Math.max(end, 0)));
  if (!head.includes(`${stamp}: `)) return { at: 0, headers: {}, body: new Uint8Array(file) };
  const lines = head.trimEnd().split('\r\n');
  const { [stamp]: at = '', ...headers } = Object.fromEntries(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2)];
    }),
  );
  return { at: Date.parse(at), headers, body: new Uint8Array(file.subarray(end)) };
}
