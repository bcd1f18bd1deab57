import { WebhookError, isWebhookError } from '../../errors/webhook-error.ts';

/** A stream of Node, or of the web: every server's runtime iterates both, and cancels one that is left early. */
type Chunks = AsyncIterable<unknown>;

const isChunks = (value: unknown): value is Chunks =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = chunks;
  if (first !== undefined && chunks.length === 1) return first;
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}

async function collect(stream: Chunks, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
      if (!(bytes instanceof Uint8Array)) throw new WebhookError('body_parsed');
      size += bytes.byteLength;
      if (size > maxBytes) throw new WebhookError('too_large');
      chunks.push(bytes);
    }
  } catch (cause) {
    throw isWebhookError(cause) ? cause : new WebhookError('body_truncated', { cause });
  }
  return join(chunks, size);
}

const fetchAdvice = 'Pass the Request before anything reads it, or request.clone().';

/** Returns the error of a body that something has read or parsed before. */
export const lostBody = (
  reason: 'body_already_read' | 'body_parsed',
  advice: string = fetchAdvice,
): WebhookError => new WebhookError(reason, { details: [advice] });

/**
 * Reads a whole body from bytes, text or a stream, and stops at `maxBytes`.
 *
 * @throws {WebhookError} `too_large`; `body_truncated` if the stream ends early; `body_parsed` if a framework has parsed it to an object.
 */
export async function readBody(source: unknown, maxBytes: number, advice?: string): Promise<Uint8Array> {
  if (source === null || source === undefined) return new Uint8Array();
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  if (bytes instanceof Uint8Array) {
    if (bytes.byteLength > maxBytes) throw new WebhookError('too_large');
    return bytes;
  }
  if (isChunks(source)) return collect(source, maxBytes);
  throw lostBody('body_parsed', advice);
}
