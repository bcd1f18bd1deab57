import { ResponseShapeError } from '../../errors/response-shape-error.ts';
import { TransportError } from '../../errors/transport-error.ts';
import { UsageError } from '../../errors/usage-error.ts';
import { isDigest, sha256 } from './sha256.ts';

/** What a download must be. */
export interface ExpectedFile {
  /** Bytes after decoding; the stream ends with an error before it gives more. */
  readonly maxBytes: number;
  readonly size?: number | undefined;
  readonly sha256?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Passes a download on as it is read, and ends it with an error when it grows over the cap, breaks off, is given up, or turns out at the end
 * not to be the file that Meta announced.
 */
export function checkedStream(
  source: ReadableStream<Uint8Array>,
  expected: ExpectedFile,
): ReadableStream<Uint8Array> {
  const { maxBytes, size, signal } = expected;
  const reader = source.getReader();
  const hash = sha256();
  let count = 0;
  const giveUp = (): void => void reader.cancel().catch(() => undefined);
  signal?.addEventListener('abort', giveUp, { once: true });

  async function problemAtEnd(): Promise<string | undefined> {
    if (size !== undefined && count !== size)
      return `the file has ${count} bytes, Meta's record says ${size}`;
    const same = expected.sha256 === undefined ? undefined : isDigest(await hash.digest(), expected.sha256);
    return same === false ? "the file's SHA-256 is not the one in Meta's record" : undefined;
  }

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await reader.read().catch(() => {
          throw new TransportError('network', `The download broke off after ${count} bytes.`);
        });
        if (signal?.aborted)
          throw new TransportError('aborted', `The download was given up after ${count} bytes.`);
        if (done) {
          signal?.removeEventListener('abort', giveUp);
          const problem = await problemAtEnd();
          if (problem !== undefined) throw new ResponseShapeError(problem);
          controller.close();
          return;
        }
        count += value.length;
        if (count > maxBytes) {
          giveUp();
          throw new UsageError({
            summary: 'The file is larger than this download allows.',
            issues: [
              {
                path: 'maxBytes',
                message: `is ${maxBytes}; the file has more bytes, and reading was stopped`,
                limit: maxBytes,
              },
            ],
          });
        }
        hash.update(value);
        controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
