import { type CallOptions, type Client, parseSuccess } from '../../transport/transport.ts';
import type { MediaTarget } from './get-media.ts';
import { mediaPath } from './media-path.ts';

/**
 * Deletes a file at Meta. Messages that carry it keep it.
 *
 * Throws `UsageError` for a URL and for the handle of a resumable upload, which are no media ids.
 *
 * Source: Meta, "Media".
 *
 * @example
 * await deleteMedia(client, { mediaId: '2621233374848975' });
 */
export async function deleteMedia(client: Client, params: MediaTarget, options?: CallOptions): Promise<void> {
  return client.request(
    {
      method: 'DELETE',
      path: mediaPath(params.mediaId),
      query: { phone_number_id: params.phoneNumberId },
      idempotency: 'safe',
      parse: parseSuccess,
    },
    options,
  );
}
