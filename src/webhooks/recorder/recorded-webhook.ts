import { pickStoredHeaders } from '../queue/stored-headers.ts';
import type { ReceivedWebhook } from '../queue/webhook-queue.ts';

const stamp = 'x-received-at';

/**
 * Formats a webhook as an HTTP message: the headers that describe the body, an empty line, the raw body.
 *
 * @example
 * await writeFile('one.http', formatRecordedWebhook({ receivedAt: 0, headers: {}, body })); // 'x-received-at: 1970-01-01T00:00:00.000Z\r\n\r\n{…}'
 */
export function formatRecordedWebhook({
  receivedAt,
  headers,
  body,
}: ReceivedWebhook): Uint8Array<ArrayBuffer> {
  const lines = [...Object.entries(pickStoredHeaders(headers)), [stamp, new Date(receivedAt).toISOString()]];
  const head = new TextEncoder().encode(`${lines.map((line) => `${line.join(': ')}\r\n`).join('')}\r\n`);
  const bytes = new Uint8Array(head.length + body.length);
  bytes.set(head);
  bytes.set(body, head.length);
  return bytes;
}

/** Returns the index after the empty line that ends the headers, or -1. */
function findHeadEnd(bytes: Uint8Array): number {
  for (let at = 3; at < bytes.length; at += 1)
    if (bytes[at - 3] === 13 && bytes[at - 2] === 10 && bytes[at - 1] === 13 && bytes[at] === 10)
      return at + 1;
  return -1;
}

/**
 * Parses a recording of `recordWebhooks`. A file without headers, such as a JSON example from Meta's pages, is a webhook without headers that
 * was received at 0.
 *
 * @example
 * const { headers, body } = parseRecordedWebhook(await readFile('recordings/2026-11-22T15-30-00.123Z-messages-1a2b3c4d.http'));
 * await verifySignature({ appSecret, body, signature: headers['x-hub-signature-256'] }); // true
 */
export function parseRecordedWebhook(file: Uint8Array): ReceivedWebhook {
  const end = findHeadEnd(file);
  const head = new TextDecoder().decode(file.subarray(0, Math.max(end, 0)));
  if (!head.includes(`${stamp}: `)) return { receivedAt: 0, headers: {}, body: file };
  const lines = head.trimEnd().split('\r\n');
  const { [stamp]: time = '', ...headers } = Object.fromEntries(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2)];
    }),
  );
  return { receivedAt: Date.parse(time), headers, body: file.subarray(end) };
}
