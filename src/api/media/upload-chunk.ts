import { textOf } from '../../shared/text-of.ts';
import {
  bytesBody,
  type CallOptions,
  type Client,
  parseResponse,
  streamBody,
} from '../../transport/transport.ts';
import { checkParams } from '../../errors/check-params.ts';
import { createReporter, streamInParts, type TransferOptions } from './progress.ts';
import { uploadSessionPath } from './upload-session-path.ts';

/** The handle that template headers and profile pictures refer to. */
export interface UploadHandle {
  /** For `example.header_handle` of a template or `profile_picture_handle` of a profile. */
  readonly handle: string;
}

/** The rest of a file, from an offset on. */
export interface UploadChunkParams extends TransferOptions {
  /** The id that `createUploadSession` returned. */
  readonly sessionId: string;
  /** The number of bytes that Meta has already: the `file_offset` of `getUploadOffset`, 0 for a new session. */
  readonly fileOffset: number;
  /** Everything from the offset to the end. */
  readonly bytes: Blob;
}

/**
 * Uploads the rest of a file in a resumable upload and returns its handle.
 *
 * Throws `UsageError` if a parameter is unknown or missing.
 *
 * Source: Meta, "Resumable Upload API" (the token goes as `OAuth`, not `Bearer`).
 *
 * @example
 * await uploadChunk(client, { sessionId, fileOffset: 0, bytes: file }); // { handle: '4:bG9nby5wbmc=:…' }
 */
export async function uploadChunk(
  client: Client,
  params: UploadChunkParams,
  options?: CallOptions,
): Promise<UploadHandle> {
  checkParams('uploadChunk', params, { sessionId: true, fileOffset: true, bytes: true, onProgress: false });
  const { bytes, fileOffset, onProgress } = params;
  const report = createReporter(onProgress, fileOffset + bytes.size);
  return client.request(
    {
      method: 'POST',
      ...uploadSessionPath(params.sessionId),
      headers: { file_offset: textOf(fileOffset) },
      body: report
        ? streamBody(() => streamInParts(bytes, (sent) => report(fileOffset + sent)), { length: bytes.size })
        : bytesBody(bytes),
      auth: 'OAuth',
      idempotency: 'unsafe',
      parse: (reply) => ({ handle: parseResponse<{ readonly h: string }>({ h: 'string' })(reply).h }),
    },
    options,
  );
}
