import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';

/** The QR code that a call works on. */
export interface DeleteQrCodeParams extends NumberTarget {
  /** The code: 14 letters and digits, the end of the link. */
  readonly code: string;
}

/**
 * Deletes a QR code. A person who scans it afterwards sees that it is no longer valid.
 *
 * Source: Meta, "QR codes and short links".
 *
 * @example
 * await deleteQrCode(client, { code: '4O4YGZEG3RIVE1' });
 */
export async function deleteQrCode(
  client: Client,
  params: DeleteQrCodeParams,
  options?: CallOptions,
): Promise<void> {
  return client.request(
    {
      method: 'DELETE',
      path: graphPath`/${getPhoneNumberId(client, params)}/message_qrdls/${params.code}`,
      idempotency: 'safe',
      parse: parseSuccess,
    },
    options,
  );
}
