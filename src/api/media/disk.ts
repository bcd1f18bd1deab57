import { getRuntime } from '../../shared/runtime.ts';
import { UsageError } from '../../errors/usage-error.ts';

function disk() {
  const fs = getRuntime().getBuiltinModule?.('node:fs');
  const path = getRuntime().getBuiltinModule?.('node:path');
  if (fs !== undefined && path !== undefined) return { fs, path };
  throw new UsageError({
    summary: 'This runtime has no file system.',
    details: ['Hand over bytes, a Blob or a stream instead of a path; download as a stream or as bytes.'],
  });
}

// Measured: pieces of 64 kB leave twice as much garbage standing while 100 MB pass.
const pieceBytes = 16_384;

/** Returns a Blob that reads a file as it is needed. Throws `UsageError` if the file does not exist. */
export async function blobOfPath(path: string): Promise<Blob> {
  const { fs } = disk();
  const found = await fs.promises.stat(path).catch(() => undefined);
  if (found?.isFile()) return fs.openAsBlob(path);
  const message = found === undefined ? 'does not exist, or may not be read' : 'is not a file';
  throw new UsageError({ summary: 'The file cannot be read.', issues: [{ path: 'file', message }] });
}

/** Opens a file as a stream that holds one piece at a time, which is less than a Blob of the same file holds. */
export async function streamOfPath(path: string): Promise<ReadableStream<Uint8Array>> {
  const file = await disk().fs.promises.open(path);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { bytesRead, buffer } = await file.read(new Uint8Array(pieceBytes));
        if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
        await file.close();
        controller.close();
      },
      cancel: () => file.close(),
    },
    { highWaterMark: 0 },
  );
}

/**
 * Writes a stream to a new file and gives its path. A file of that name is never written over; what was written of a stream that breaks
 * is removed again.
 */
export async function saveStream(
  directory: string,
  name: string,
  stream: ReadableStream<Uint8Array>,
): Promise<string> {
  const { fs, path: paths } = disk();
  const path = paths.join(directory, name);
  const file = await fs.promises.open(path, 'wx').catch(async (cause: unknown) => {
    await stream.cancel();
    const taken = (cause as NodeJS.ErrnoException).code === 'EEXIST';
    const message = taken
      ? 'holds a file of that name already; nothing was written over'
      : 'cannot be written to';
    throw new UsageError({
      summary: 'The file cannot be saved.',
      issues: [{ path: 'directory', message }],
      cause,
    });
  });
  try {
    for await (const chunk of stream) await file.writeFile(chunk);
    await file.close();
  } catch (error) {
    await file.close();
    await fs.promises.unlink(path);
    throw error;
  }
  return path;
}
