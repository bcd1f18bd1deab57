import { UsageError } from '../../errors/usage-error.ts';
import type { AppTarget } from '../../schemas/targets.ts';
import { type CallOptions, type Client, graphPath, parseResponse } from '../../transport/transport.ts';

/** Parameters of `createUploadSession`. */
export interface CreateUploadSessionParams extends AppTarget {
  /** The name of the file, with its ending. */
  readonly fileName: string;
  /** The size of the file, in bytes. */
  readonly fileLength: number;
  /** The MIME type, such as `image/png`. */
  readonly fileType: string;
}

/**
 * Opens a resumable upload, for profile pictures and template headers. `uploadFile` does the whole upload; use this one to store the
 * session id and continue in another process.
 *
 * Source: Meta, "Resumable Upload API".
 *
 * @example
 * await createUploadSession(client, { fileName: 'logo.png', fileLength: 20481, fileType: 'image/png' }); // { id: 'upload:MTph…' }
 */
export async function createUploadSession(
  client: Client,
  { appId = client.config.appId, fileName, fileLength, fileType }: CreateUploadSessionParams,
  options?: CallOptions,
): Promise<{ readonly id: string }> {
  if (!appId) {
    throw new UsageError({
      summary: 'The call lacks an id.',
      issues: [{ path: 'appId', message: 'is missing. Give it to the client or to this call' }],
    });
  }
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${appId}/uploads`,
      query: { file_name: fileName, file_length: fileLength, file_type: fileType },
      idempotency: 'unsafe',
      parse: parseResponse<{ readonly id: string }>({ id: 'string' }),
    },
    options,
  );
}
