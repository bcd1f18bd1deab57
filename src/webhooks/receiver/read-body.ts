import { WebhookError } from '../../errors/webhook-error.ts';
import { readHeader } from '../call-headers.ts';
import type { WebhookCall } from './handler-options.ts';
import { type BodyLimits, Reading, toBytes } from './reading.ts';

/** A stream of the web, or an iterator, which gives its chunks one by one and can be left early. */
interface Chunks {
  readonly next: () => Promise<{ readonly done?: boolean | undefined; readonly value?: unknown }>;
  readonly stop: () => unknown;
}

/** Reads a body itself, as the adapter of a server does whose streams have a faster way. */
type BodyReader = (limits: BodyLimits) => Promise<Uint8Array>;

const isReader = (body: unknown): body is BodyReader => typeof body === 'function';

const fetchAdvice = 'Pass the Request before anything reads it, or request.clone().';

/** Returns the error of a body that something has read or parsed before. */
const lostBody = (reason: 'body_already_read' | 'body_parsed', advice: string = fetchAdvice): WebhookError =>
  new WebhookError(reason, { details: [advice] });

function openStream(source: object, advice: string | undefined): Chunks {
  if ('getReader' in source) {
    const stream = source as ReadableStream<unknown>;
    if (stream.locked) throw lostBody('body_already_read', advice);
    const reader = stream.getReader();
    return { next: () => reader.read(), stop: () => reader.cancel() };
  }
  if (Symbol.asyncIterator in source) {
    const chunks = (source as AsyncIterable<unknown>)[Symbol.asyncIterator]();
    return { next: async () => chunks.next(), stop: () => chunks.return?.() };
  }
  throw lostBody('body_parsed', advice);
}

function readChunks({ next, stop }: Chunks, limits: BodyLimits): Promise<Uint8Array> {
  const reading = new Reading(limits, () => {
    // Not awaited: a stream may wait for its sender.
    void Promise.resolve()
      .then(stop)
      .catch(() => undefined);
  });
  const fail = (cause: unknown): void => reading.fail(cause);
  const take = (item: Awaited<ReturnType<typeof next>>): void => {
    if (item.done) return reading.finish();
    reading.add(item.value);
    if (!reading.isOver) void next().then(take, fail);
  };
  void next().then(take, fail);
  return reading.whole;
}

/**
 * Reads the whole body of a request from bytes, text, a stream or a {@link BodyReader}, within its limits. No promise is made for what is there
 * at once.
 *
 * @throws {WebhookError} `too_large`; `body_timeout`; `body_truncated` if the stream ends early; `body_already_read` or `body_parsed` if
 * a framework has taken the bytes.
 */
export function readBody(
  {
    body,
    headers,
    isBodyUsed,
    bodyAdvice,
  }: Pick<WebhookCall, 'body' | 'headers' | 'isBodyUsed' | 'bodyAdvice'>,
  limits: BodyLimits,
): Uint8Array | Promise<Uint8Array> {
  const checkSize = (bytes: number): void => {
    if (bytes > limits.maxBytes) throw new WebhookError('too_large');
  };
  if (isBodyUsed) throw lostBody('body_already_read', bodyAdvice);
  checkSize(Number(readHeader(headers, 'content-length')));
  if (body === null || body === undefined) return new Uint8Array();
  if (isReader(body)) return body(limits);
  if (typeof body === 'object' && !(body instanceof Uint8Array))
    return readChunks(openStream(body, bodyAdvice), limits);
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) throw lostBody('body_parsed', bodyAdvice);
  // A text has at least as many bytes as units: the large ones are not encoded.
  checkSize(body.length);
  const bytes = toBytes(body);
  checkSize(bytes.byteLength);
  return bytes;
}
