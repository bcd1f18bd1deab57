import type { MediaId, PhoneNumberId } from '../../shared/ids.ts';
import { type CallOptions, type Client, parseResponse } from '../../transport/transport.ts';
import { mediaPath } from './media-path.ts';

/** A file as Meta stores it. */
export interface MediaInfo {
  readonly id: MediaId;
  /** Where the file is, for 5 minutes. It takes the access token to read it. */
  readonly url: string;
  readonly mime_type: string;
  /** In hex or Base64. */
  readonly sha256?: string | undefined;
  /** Bytes; Meta writes it as text or as a number. */
  readonly file_size?: string | number | undefined;
}

/** The file that a call works on. */
export interface MediaTarget {
  /** The id of an upload (it lives 30 days) or of a received message (7 days). */
  readonly mediaId: MediaId;
  /** Refuses the call unless the file belongs to this phone number. Default: not checked. */
  readonly phoneNumberId?: PhoneNumberId | undefined;
}

/**
 * Returns the type, size and hash of a file, and a URL that serves it for 5 minutes. `downloadMedia` calls this itself.
 *
 * Throws `UsageError` for a URL and for the handle of a resumable upload, which are no media ids.
 *
 * Source: Meta, "Media".
 *
 * @example
 * await getMedia(client, { mediaId: '2621233374848975' }); // { id: '2621233374848975', mime_type: 'image/jpeg', url: 'https://lookaside.fbsbx.com/…', … }
 */
export async function getMedia(
  client: Client,
  params: MediaTarget,
  options?: CallOptions,
): Promise<MediaInfo> {
  return client.request(
    {
      method: 'GET',
      path: mediaPath(params.mediaId),
      query: { phone_number_id: params.phoneNumberId },
      idempotency: 'safe',
      parse: parseResponse<MediaInfo>({ id: 'string', url: 'string', mime_type: 'string' }),
    },
    options,
  );
}
