import type { Query, RequestBody } from './interface.ts';
import { textOf } from '../shared/text-of.ts';

/** A JSON body. */
export const jsonBody = (value: unknown): RequestBody => ({
  open: () => JSON.stringify(value),
  headers: { 'content-type': 'application/json' },
});

/** Returns a value of a query or a form as text; a list is joined with commas. */
export const queryText = (value: unknown): string => [value].flat().map(textOf).join();

/** A URL-encoded form. Fields that are `undefined` are left out, lists are joined with commas. */
export const formBody = (fields: Query): RequestBody => ({
  open: () =>
    new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, queryText(value)]],
      ),
    ),
});

/** A multipart form; files in it are Blobs, which can be read again for another try. */
export const multipartBody = (form: FormData): RequestBody => ({ open: () => form });

/** Plain bytes of a content type. */
export const bytesBody = (
  bytes: Uint8Array<ArrayBuffer> | Blob,
  type = 'application/octet-stream',
): RequestBody => ({
  open: () => bytes,
  headers: { 'content-type': type },
});

// Node's fetch keeps a copy of a streamed body for a redirect it might have to follow, unless an option rules redirects out. Workers rejects that option.
const uncopied = (): RequestBody['init'] =>
  navigator.userAgent === 'Cloudflare-Workers' ? undefined : { redirect: 'error', window: null };

/** A stream that `open` starts from its first byte each time; `length` in bytes where it is known. */
export const streamBody = (
  open: () => ReadableStream<Uint8Array> | Promise<ReadableStream<Uint8Array>>,
  {
    type = 'application/octet-stream',
    length,
  }: { readonly type?: string | undefined; readonly length?: number | undefined } = {},
): RequestBody => ({
  async open(attempt) {
    const stream = await open();
    if (attempt?.signal.aborted) await stream.cancel();
    return stream;
  },
  init: uncopied(),
  headers: { 'content-type': type, ...(length !== undefined && { 'content-length': String(length) }) },
});
