import { ResponseShapeError } from '../../errors/response-shape-error.ts';
import { TransportError } from '../../errors/transport-error.ts';
import { UsageError } from '../../errors/usage-error.ts';
import { isDigest, sha256 } from './sha256.ts';

/** What a download must be, and how long it may take. */
export interface ExpectedFile {
  /** Bytes after decoding; the stream ends with an error before it gives more. */
  readonly maxBytes: number;
  readonly size?: number | undefined;
  readonly sha256?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds that may pass without a byte. */
  readonly timeout: number;
  /** When the download must be over, as `performance.now()` counts. */
  readonly end: number;
  /** Called with the bytes so far. */
  readonly report?: ((transferredBytes: number) => void) | undefined;
}

/**
 * Passes a download on as it is read, and ends it with an error when it grows over the cap, breaks off, stands still, takes too long, is given
 * up, or turns out at the end not to be the file that Meta announced.
 */
export function checkedStream(
  source: ReadableStream<Uint8Array>,
  expected: ExpectedFile,
): ReadableStream<Uint8Array> {
  const { maxBytes, size, signal, timeout, end } = expected;
  const reader = source.getReader();
  const hash = sha256();
  let count = 0;
  let given: TransportError | undefined;

  // A pending read ends as if the file were over.
  const cancel = (): void => {
    signal?.removeEventListener('abort', abort);
    void reader.cancel().catch(() => undefined);
  };
  const giveUp = (reason: 'aborted' | 'timeout', problem: string): void => {
    given ??= new TransportError(reason, `The download ${problem} after ${count} bytes.`);
    cancel();
  };
  const abort = (): void => giveUp('aborted', 'was given up');
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();

  async function read(): Promise<Uint8Array | undefined> {
    const left = end - performance.now();
    const late = (): void =>
      giveUp(
        'timeout',
        left < timeout ? 'took longer than its totalTimeout' : `stood still for ${timeout} ms`,
      );
    const timer = setTimeout(late, Math.min(left, timeout));
    if (left <= 0) late();
    const next = await reader
      .read()
      .catch(() => {
        throw given ?? new TransportError('network', `The download broke off after ${count} bytes.`);
      })
      .finally(() => clearTimeout(timer));
    if (given !== undefined) throw given;
    return next.value;
  }

  async function checkWhole(): Promise<void> {
    if (size !== undefined && count !== size)
      throw new ResponseShapeError(`the file has ${count} bytes, Meta's record says ${size}`);
    if (expected.sha256 !== undefined && isDigest(await hash.digest(), expected.sha256) === false)
      throw new ResponseShapeError("the file's SHA-256 is not the one in Meta's record");
  }

  async function pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    const chunk = await read();
    if (chunk === undefined) {
      await checkWhole();
      signal?.removeEventListener('abort', abort);
      controller.close();
      return;
    }
    count += chunk.length;
    if (count > maxBytes) {
      const message = `is ${maxBytes}; the file has more bytes, and reading was stopped`;
      throw new UsageError({
        summary: 'The file is larger than this download allows.',
        issues: [{ path: 'maxBytes', message, limit: maxBytes }],
      });
    }
    hash.update(chunk);
    controller.enqueue(chunk);
    expected.report?.(count);
  }

  return new ReadableStream<Uint8Array>(
    {
      pull: (controller) =>
        pull(controller).catch((error: unknown) => {
          cancel();
          throw error;
        }),
      cancel,
    },
    { highWaterMark: 0 },
  );
}
