import { WebhookError, isWebhookError } from '../../errors/webhook-error.ts';

/** How much of a body to read, and for how long. */
export interface BodyLimits {
  /** The largest body to accept, in bytes. */
  readonly maxBytes: number;
  /** How long a body may take to arrive, in milliseconds. */
  readonly bodyTimeout: number;
}

/** Returns a part of a body as bytes. */
export const toBytes = (part: unknown): Uint8Array => {
  if (part instanceof Uint8Array) return part;
  if (typeof part === 'string') return new TextEncoder().encode(part);
  throw new WebhookError('body_parsed');
};

const grownBytes = 16 * 1024;

/**
 * The reading of one body, chunk by chunk, until its end or its first fault. The chunks go into one buffer that grows in place: a list of them
 * would take hundreds of bytes for each, of whatever size. The first is copied as it is: most bodies have one only, and what a request claims
 * to hold is not allocated before it arrives.
 */
export class Reading {
  readonly #outcome = Promise.withResolvers<Uint8Array>();
  /** The whole body; rejects with a `WebhookError`. */
  readonly whole = this.#outcome.promise;
  /** Whether the body has ended or failed. */
  isOver = false;
  readonly #maxBytes: number;
  readonly #leave: () => void;
  readonly #timer: ReturnType<typeof setTimeout>;
  #bytes = new Uint8Array();
  #size = 0;

  /** @param leave Called if the stream is left before its end. */
  constructor({ maxBytes, bodyTimeout }: BodyLimits, leave: () => void) {
    this.#maxBytes = maxBytes;
    this.#leave = leave;
    this.#timer = setTimeout(() => this.fail(new WebhookError('body_timeout')), bodyTimeout);
  }

  add(part: unknown): void {
    try {
      this.#collect(toBytes(part));
    } catch (error) {
      this.fail(error);
    }
  }

  finish(): void {
    this.#end();
    const { buffer, byteLength } = this.#bytes;
    this.#outcome.resolve(
      this.#size === byteLength ? this.#bytes : new Uint8Array(buffer.transfer(this.#size)),
    );
  }

  fail(cause: unknown): void {
    if (this.isOver) return;
    this.#end();
    this.#leave();
    this.#outcome.reject(isWebhookError(cause) ? cause : new WebhookError('body_truncated', { cause }));
  }

  #end(): void {
    this.isOver = true;
    clearTimeout(this.#timer);
  }

  #collect(chunk: Uint8Array): void {
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
}
