import { type CallOptions, type Client, parseResponse } from '../../transport/transport.ts';
import { uploadSessionPath } from './upload-session-path.ts';

/**
 * Returns how many bytes of a resumable upload Meta has; the upload continues from there.
 *
 * Source: Meta, "Resumable Upload API".
 *
 * @example
 * await getUploadOffset(client, { sessionId: 'upload:MTph…' }); // { id: 'upload:MTph…', file_offset: 8192 }
 */
export async function getUploadOffset(
  client: Client,
  params: { readonly sessionId: string },
  options?: CallOptions,
): Promise<{ readonly id: string; readonly file_offset: number }> {
  return client.request(
    {
      method: 'GET',
      ...uploadSessionPath(params.sessionId),
      auth: 'OAuth',
      idempotency: 'safe',
      parse: parseResponse<{ id: string; file_offset: number }>({ id: 'string', file_offset: 'number' }),
    },
    options,
  );
}
