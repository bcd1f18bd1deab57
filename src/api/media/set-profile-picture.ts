import type { AppTarget, NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';
import { uploadFile } from './upload-file.ts';

/** The picture, and of which number's profile. */
export interface SetProfilePictureParams extends NumberTarget, AppTarget {
  /** A path, bytes or a Blob: a square JPEG or PNG of at least 192 pixels a side (640 look best) and at most 5 MB. */
  readonly file: string | Uint8Array | Blob;
  /** `image/jpeg` or `image/png`. Default: the Blob's type, otherwise the type of the name's ending. */
  readonly type?: string | undefined;
}

/**
 * Sets the picture of a business profile from a file: a resumable upload, then the change of the profile. Needs the client's `appId`.
 *
 * Source: Meta, "Business profiles", "Resumable Upload API".
 *
 * @example
 * await setProfilePicture(client, { file: 'logo.png' });
 */
export async function setProfilePicture(
  client: Client,
  { phoneNumberId, ...picture }: SetProfilePictureParams,
  options?: CallOptions,
): Promise<void> {
  const { handle } = await uploadFile(client, picture, options);
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, { phoneNumberId })}/whatsapp_business_profile`,
      body: jsonBody({ messaging_product: 'whatsapp', profile_picture_handle: handle }),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
