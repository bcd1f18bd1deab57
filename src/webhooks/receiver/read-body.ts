import { WebhookError, isWebhookError } from '../../errors/webhook-error.ts';
import { readHeader } from './call-headers.ts';
import type { WebhookCall } from './handler-options.ts';
import { within } from './within.ts';

/** How much of a body to read, and for how long. */
export interface BodyLimits {
  /** The largest body to accept, in bytes. */
  readonly maxBytes: number;
  /** How long a body may take to arrive, in milliseconds. */
  readonly bodyTimeout: number;
}

/** A stream of the web, or an iterator, which gives its chunks one by one and can be left early. */
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

const grownBytes = 16 * 1024;

/**
 * The chunks of a body in one buffer that grows in place: a list of them would take hundreds of bytes for each, of whatever size. The first is
 * copied as it is, because most bodies have one only and what a request claims to hold is not allocated before it arrives.
 */
class Collected {
  readonly #maxBytes: number;
  #bytes = new Uint8Array();
  #size = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  add(part: unknown): void {
    const chunk = toBytes(part);
    const start = this.#size;
    const end = start + chunk.byteLength;
    if (end > this.#maxBytes) throw new WebhookError('too_large');
    this.#size = end;
    if (start === 0) {
      this.#bytes = new Uint8Array(chunk);
      return;
    }
    const room = this.#bytes.byteLength;
    if (end > room) {
      const grown = Math.min(Math.max(2 * room, end, grownBytes), this.#maxBytes);
      this.#bytes = new Uint8Array(this.#bytes.buffer.transfer(grown));
    }
    this.#bytes.set(chunk, start);
  }

  finish(): Uint8Array {
    return this.#size === this.#bytes.byteLength
      ? this.#bytes
      : new Uint8Array(this.#bytes.buffer.transfer(this.#size));
  }
}

const toBodyError = (cause: unknown): WebhookError =>
  isWebhookError(cause) ? cause : new WebhookError('body_truncated', { cause });

async function collect({ next }: Chunks, maxBytes: number): Promise<Uint8Array> {
  const collected = new Collected(maxBytes);
  for (let item = await next(); !item.done; item = await next()) collected.add(item.value);
  return collected.finish();
}

async function readChunks(chunks: Chunks, { maxBytes, bodyTimeout }: BodyLimits): Promise<Uint8Array> {
  try {
    return await within(bodyTimeout, collect(chunks, maxBytes), () => new WebhookError('body_timeout'));
  } catch (cause) {
    // Not awaited: a stream may wait for its sender.
    void Promise.resolve()
      .then(chunks.stop)
      .catch(() => undefined);
    throw toBodyError(cause);
  }
}

/** What is used of a stream of Node. */
interface NodeStream {
  readonly destroyed?: boolean;
  on(event: string, listener: (value?: unknown) => void): unknown;
  off(event: string, listener: (value?: unknown) => void): unknown;
  pause(): unknown;
}

const isNodeStream = (source: unknown): source is NodeStream =>
  typeof source === 'object' && source !== null && 'on' in source && 'off' in source && 'pause' in source;

/**
 * Reads a stream of Node by its events: its iterator costs more than the rest of the receiver. A stream that is left early is paused, so that the
 * connection stays open until the response is sent.
 */
function readNodeStream(stream: NodeStream, { maxBytes, bodyTimeout }: BodyLimits): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const collected = new Collected(maxBytes);
  const fail = (cause?: unknown): void => {
    clearTimeout(timer);
    stream.off('data', add);
    stream.pause();
    reject(toBodyError(cause));
  };
  const add = (chunk: unknown): void => {
    try {
      collected.add(chunk);
    } catch (error) {
      fail(error);
    }
  };
  const timer = setTimeout(() => fail(new WebhookError('body_timeout')), bodyTimeout);
  stream.on('error', fail);
  stream.on('close', fail);
  stream.on('end', () => {
    clearTimeout(timer);
    stream.off('close', fail);
    resolve(collected.finish());
  });
  stream.on('data', add);
  if (stream.destroyed) fail();
  return promise;
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
  if (Number(readHeader(headers, 'content-length')) > maxBytes) throw new WebhookError('too_large');
  if (body === null || body === undefined) return new Uint8Array();
  if (isNodeStream(body)) return readNodeStream(body, limits);
  if (typeof body !== 'string' && !(body instanceof Uint8Array))
    return readChunks(openStream(body, bodyAdvice), limits);
  // A text has at least as many bytes as units: the large ones are not encoded.
  if (body.length > maxBytes) throw new WebhookError('too_large');
  const bytes = toBytes(body);
  if (bytes.byteLength > maxBytes) throw new WebhookError('too_large');
  return bytes;
}
