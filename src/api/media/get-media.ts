import type { MediaId, PhoneNumberId } from '../../shared/ids.ts';
import { type CallOptions, type Client, graphPath, parseResponse } from '../../transport/transport.ts';

/** What Meta knows of a file. */
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

/** Which file. */
export interface MediaTarget {
  /** The id of an upload (it lives 30 days) or of a received message (7 days). */
  readonly mediaId: MediaId;
  /** Refuses the call unless the file belongs to this phone number. Default: not checked. */
  readonly phoneNumberId?: PhoneNumberId | undefined;
}

/**
 * Reads what Meta knows of a file, and where it can be downloaded for the next 5 minutes. `downloadMedia` does this by itself.
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
      path: graphPath`/${params.mediaId}`,
      query: { phone_number_id: params.phoneNumberId },
      idempotency: 'safe',
      parse: parseResponse<MediaInfo>({ id: 'string', url: 'string', mime_type: 'string' }),
    },
    options,
  );
}
