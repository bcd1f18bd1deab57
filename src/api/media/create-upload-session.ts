import { UsageError } from '../../errors/usage-error.ts';
import type { AppTarget } from '../../schemas/targets.ts';
import { type CallOptions, type Client, graphPath, parseResponse } from '../../transport/transport.ts';

/** What is going to be uploaded. */
export interface CreateUploadSessionParams extends AppTarget {
  readonly file_name: string;
  /** Bytes. */
  readonly file_length: number;
  /** The MIME type. */
  readonly file_type: string;
}

/**
 * Opens a resumable upload, for pictures of profiles and headers of templates. `uploadFile` does all of it; use this one to keep the
 * session id and go on with it in another process.
 *
 * Source: Meta, "Resumable Upload API".
 *
 * @example
 * await createUploadSession(client, { file_name: 'logo.png', file_length: 20481, file_type: 'image/png' }); // { id: 'upload:MTph…' }
 */
export function createUploadSession(
  client: Client,
  { appId = client.config.appId, ...query }: CreateUploadSessionParams,
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
      query: { ...query },
      idempotency: 'unsafe',
      parse: parseResponse<{ readonly id: string }>({ id: 'string' }),
    },
    options,
  );
}
