import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseResponse,
} from '../../transport/transport.ts';
import { type QrCode, qrCodeShape } from './create-qr-code.ts';

/** The QR code that a call works on. */
export interface GetQrCodeParams extends NumberTarget {
  /** The code: 14 letters and digits, the end of the link. */
  readonly code: string;
}

/**
 * Returns a QR code with its link and text.
 *
 * Source: Meta, "QR codes and short links".
 *
 * @example
 * await getQrCode(client, { code: '4O4YGZEG3RIVE1' }); // { code: '4O4YGZEG3RIVE1', prefilled_message: 'Cyber Monday', … }
 */
export async function getQrCode(
  client: Client,
  params: GetQrCodeParams,
  options?: CallOptions,
): Promise<QrCode> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getPhoneNumberId(client, params)}/message_qrdls/${params.code}`,
      idempotency: 'safe',
      parse: (reply) => {
        // Meta's guide wraps the one code in a list; its specification does not.
        const { json } = reply;
        const listed =
          typeof json === 'object' && json !== null && 'data' in json && Array.isArray(json.data);
        return parseResponse<QrCode>(qrCodeShape)(
          listed ? { ...reply, json: (json.data as readonly unknown[])[0] } : reply,
        );
      },
    },
    options,
  );
}
