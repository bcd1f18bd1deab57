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

const hasCode = (error: unknown, code: RegExp): boolean =>
  error instanceof Error && 'code' in error && code.test(String(error.code));

const unsaved = (cause: unknown): UsageError =>
  new UsageError({
    summary: 'The file cannot be saved.',
    issues: [
      {
        path: 'directory',
        message: hasCode(cause, /^EEXIST$/)
          ? 'holds a file of that name already; nothing was written over'
          : 'cannot be written to',
      },
    ],
    cause,
  });

/** Opens the file that the bytes go into. Fails at once if the name that it will get is taken. */
async function openPart(part: string, path: string) {
  const { promises } = disk().fs;
  await promises.lstat(path).then(
    () => {
      throw Object.assign(new Error(`${path} exists.`), { code: 'EEXIST' });
    },
    () => undefined,
  );
  return promises.open(part, 'wx');
}

/** Gives a whole file its name, if that name is free. */
async function publish(from: string, to: string): Promise<void> {
  const { promises } = disk().fs;
  try {
    await promises.link(from, to);
  } catch (error) {
    // File systems without links, such as FAT: the name is taken with an empty file first.
    if (!hasCode(error, /^(EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EINVAL|EMLINK)$/)) throw error;
    await (await promises.open(to, 'wx')).close();
    return promises.rename(from, to);
  }
  await promises.unlink(from);
}

/**
 * Writes a stream to a new file and gives its path. A file of that name is never written over. The bytes go into a file of another name in the
 * same folder (`.wabakit-….part`), which gets its name once all of them are on the disk: a process that is killed leaves no cut file under the
 * name. What was written of a stream that breaks is removed again.
 */
export async function saveStream(
  directory: string,
  name: string,
  stream: ReadableStream<Uint8Array>,
): Promise<string> {
  const { fs, path: paths } = disk();
  const path = paths.join(directory, name);
  const part = paths.join(directory, `.wabakit-${crypto.randomUUID()}.part`);
  const file = await openPart(part, path).catch(async (cause: unknown) => {
    await stream.cancel();
    throw unsaved(cause);
  });
  try {
    for await (const chunk of stream) await file.writeFile(chunk);
    await file.sync();
    await file.close();
    await publish(part, path).catch((cause: unknown) => {
      throw unsaved(cause);
    });
  } catch (error) {
    await file.close();
    await fs.promises.rm(part, { force: true });
    throw error;
  }
  return path;
}
