import { bytesBody, type CallOptions, type Client, parseResponse } from '../../transport/transport.ts';
import { uploadSessionPath } from './upload-session-path.ts';

/** The rest of a file, from an offset on. */
export interface UploadChunkParams {
  readonly sessionId: string;
  /** How many bytes Meta has already. */
  readonly file_offset: number;
  /** Everything from the offset to the end. */
  readonly bytes: Blob;
}

/**
 * Uploads the rest of a file in a resumable upload and gives its handle.
 *
 * Source: Meta, "Resumable Upload API" (the token goes as `OAuth`, not `Bearer`).
 *
 * @example
 * await uploadChunk(client, { sessionId, file_offset: 0, bytes: file }); // { h: '4:bG9nby5wbmc=:…' }
 */
export function uploadChunk(
  client: Client,
  params: UploadChunkParams,
  options?: CallOptions,
): Promise<{ readonly h: string }> {
  return client.request(
    {
      method: 'POST',
      ...uploadSessionPath(params.sessionId),
      headers: { file_offset: String(params.file_offset) },
      body: bytesBody(params.bytes, 'application/octet-stream'),
      auth: 'OAuth',
      idempotency: 'unsafe',
      parse: parseResponse<{ readonly h: string }>({ h: 'string' }),
    },
    options,
  );
}
