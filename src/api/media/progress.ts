import { guard } from '../../shared/guard.ts';

/** How much of a file has been transferred. */
export interface TransferProgress {
  /** Bytes of the file, from 0. An attempt that is repeated begins again, and a resumable upload where the session stopped. */
  readonly transferredBytes: number;
  /** Bytes of the whole file; `undefined` where its size is not known. */
  readonly totalBytes: number | undefined;
}

/** The option that all transfers of files share. */
export interface TransferOptions {
  /**
   * Called as the file is transferred, with each part of it: when the connection has taken the part, or has brought it. The last call comes before
   * the answer. What it throws or rejects with goes to `console.error`. A file with it is sent as a stream, which not every browser can do.
   */
  readonly onProgress?: ((progress: TransferProgress) => void) | undefined;
}

/** Bytes: small enough to show a slow connection's progress. */
const partSize = 262_144;

/** Returns a function that reports how many bytes there are so far; `undefined` if there is nothing to call. */
export const createReporter = (
  onProgress: TransferOptions['onProgress'],
  totalBytes: number | undefined,
): ((transferredBytes: number) => void) | undefined =>
  onProgress && ((transferredBytes) => guard(() => onProgress({ transferredBytes, totalBytes })));

/** Returns a stream of a file that is read in parts, no faster than they are taken: a Blob in memory gives its bytes all at once. */
export function streamInParts(
  file: Blob,
  report?: (transferredBytes: number) => void,
): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const part = await file.slice(sent, sent + partSize).arrayBuffer();
        if (part.byteLength === 0) return controller.close();
        sent += part.byteLength;
        controller.enqueue(new Uint8Array(part));
        report?.(sent);
      },
    },
    { highWaterMark: 0 },
  );
}
