import { WebhookError, isWebhookError } from '../../errors/webhook-error.ts';
import type { WebhookCall } from './handler-options.ts';
import { within } from './within.ts';

/** How much of a body to read, and for how long. */
export interface BodyLimits {
  /** The largest body to accept, in bytes. */
  readonly maxBytes: number;
  /** How long a body may take to arrive, in milliseconds. */
  readonly bodyTimeout: number;
}

/** A stream of Node or of the web, which gives its chunks one by one and can be left early. */
interface Chunks {
  readonly next: () => Promise<{ readonly done?: boolean | undefined; readonly value?: unknown }>;
  readonly stop: () => unknown;
}

const fetchAdvice = 'Pass the Request before anything reads it, or request.clone().';

/** Returns the error of a body that something has read or parsed before. */
const lostBody = (reason: 'body_already_read' | 'body_parsed', advice: string = fetchAdvice): WebhookError =>
  new WebhookError(reason, { details: [advice] });

function openStream(source: unknown, advice: string | undefined): Chunks {
  if (typeof source === 'object' && source !== null) {
    if ('getReader' in source) {
      const stream = source as ReadableStream<unknown>;
      if (stream.locked) throw lostBody('body_already_read', advice);
      const reader = stream.getReader();
      return { next: () => reader.read(), stop: () => reader.cancel() };
    }
    if (Symbol.asyncIterator in source) {
      const chunks = (source as AsyncIterable<unknown>)[Symbol.asyncIterator]();
      return { next: () => chunks.next(), stop: () => chunks.return?.() };
    }
  }
  throw lostBody('body_parsed', advice);
}

const toBytes = (part: unknown): Uint8Array => {
  if (part instanceof Uint8Array) return part;
  if (typeof part === 'string') return new TextEncoder().encode(part);
  throw new WebhookError('body_parsed');
};

// What a request claims to hold is not allocated before it arrives.
const firstBytes = 16 * 1024;

/** Collects the chunks in one buffer that grows in place: a list of them would take hundreds of bytes for each, of whatever size. */
async function collect({ next }: Chunks, maxBytes: number): Promise<Uint8Array> {
  let bytes = new Uint8Array(Math.min(firstBytes, maxBytes));
  let size = 0;
  for (let item = await next(); !item.done; item = await next()) {
    const chunk = toBytes(item.value);
    const end = size + chunk.byteLength;
    if (end > maxBytes) throw new WebhookError('too_large');
    if (end > bytes.byteLength)
      bytes = new Uint8Array(bytes.buffer.transfer(Math.min(Math.max(2 * bytes.byteLength, end), maxBytes)));
    bytes.set(chunk, size);
    size = end;
  }
  return new Uint8Array(bytes.buffer.transfer(size));
}

async function readStream(chunks: Chunks, { maxBytes, bodyTimeout }: BodyLimits): Promise<Uint8Array> {
  try {
    return await within(bodyTimeout, collect(chunks, maxBytes), () => new WebhookError('body_timeout'));
  } catch (cause) {
    // Not awaited: a stream of Node that waits for its sender ends with its connection.
    void Promise.resolve()
      .then(chunks.stop)
      .catch(() => undefined);
    throw isWebhookError(cause) ? cause : new WebhookError('body_truncated', { cause });
  }
}

/**
 * Reads the whole body of a request from bytes, text or a stream, within its limits.
 *
 * @throws {WebhookError} `too_large`; `body_timeout`; `body_truncated` if the stream ends early; `body_already_read` or `body_parsed` if
 * a framework has taken the bytes.
 */
export async function readBody(
  {
    body,
    headers,
    isBodyUsed,
    bodyAdvice,
  }: Pick<WebhookCall, 'body' | 'headers' | 'isBodyUsed' | 'bodyAdvice'>,
  limits: BodyLimits,
): Promise<Uint8Array> {
  const { maxBytes } = limits;
  if (isBodyUsed) throw lostBody('body_already_read', bodyAdvice);
  if (Number(headers['content-length']) > maxBytes) throw new WebhookError('too_large');
  if (body === null || body === undefined) return new Uint8Array();
  if (typeof body !== 'string' && !(body instanceof Uint8Array))
    return readStream(openStream(body, bodyAdvice), limits);
  // A text has at least as many bytes as units: the large ones are not encoded.
  if (body.length > maxBytes) throw new WebhookError('too_large');
  const bytes = toBytes(body);
  if (bytes.byteLength > maxBytes) throw new WebhookError('too_large');
  return bytes;
}
