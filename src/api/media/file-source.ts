import { blobOfPath, streamOfPath } from './disk.ts';
import { UsageError, usageError } from '../../errors/usage-error.ts';

/**
 * A file to upload: a path (Node, Bun, Deno), its bytes, a Blob or File, or a stream. A stream can be read once; a function that opens
 * it lets the upload be repeated when the first try never got through.
 */
export type FileSource =
  | string
  | Uint8Array
  | Blob
  | ReadableStream<Uint8Array>
  | (() => ReadableStream<Uint8Array> | Promise<ReadableStream<Uint8Array>>);

/** A file that is ready to be sent. */
export interface OpenFile {
  /** The whole file, read as it is sent; `undefined` for a stream. */
  readonly blob?: Blob | undefined;
  /** Opens a stream of it, where there is a better way than the Blob's own. */
  readonly open?: (() => ReadableStream<Uint8Array> | Promise<ReadableStream<Uint8Array>>) | undefined;
  /** The name that the source itself carries. */
  readonly name?: string | undefined;
}

function once(stream: ReadableStream<Uint8Array>): () => ReadableStream<Uint8Array> {
  let given = false;
  return () => {
    if (given) {
      throw new UsageError({
        summary: 'The upload cannot be repeated: its stream was read by the first try.',
        issues: [{ path: 'file', message: 'is a stream; give a function that opens it, a Blob or a path' }],
      });
    }
    given = true;
    return stream;
  };
}

/** Opens a source without reading it. Throws `UsageError` if it is missing or no file, or the path is not a readable file. */
export async function openFile(source: FileSource): Promise<OpenFile> {
  if (typeof source === 'string') {
    const blob = await blobOfPath(source);
    return { blob, open: () => streamOfPath(source), name: source.split(/[/\\]/).at(-1) };
  }
  if (typeof source === 'function') return { open: source };
  if (source instanceof ReadableStream) return { open: once(source) };
  if (source instanceof Blob) return { blob: source, name: source instanceof File ? source.name : undefined };
  // For callers in JavaScript: a Blob of anything else holds its name as text, such as `undefined`.
  const bytes: unknown = source;
  if (!ArrayBuffer.isView(bytes) && !(bytes instanceof ArrayBuffer))
    throw usageError(
      'file',
      'is missing or no file; give a path, bytes, a Blob, a stream or a function that opens one',
    );
  return { blob: new Blob([source as Uint8Array<ArrayBuffer>]) };
}

/** Opens a source that must be read from any place, as a resumable upload does. */
export async function openBlob(
  source: Exclude<FileSource, ReadableStream | (() => unknown)>,
): Promise<Required<Pick<OpenFile, 'blob'>> & OpenFile> {
  const { blob = new Blob(), name } = await openFile(source);
  return { blob, name };
}
