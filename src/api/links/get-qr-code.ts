import type { NumberTarget } from '../../schemas/targets.ts';
import { type CallOptions, type Client, path, phoneNumberIdOf, shaped } from '../../transport/transport.ts';
import { type QrCode, qrCodeShape } from './create-qr-code.ts';

/** Which QR code. */
export interface GetQrCodeParams extends NumberTarget {
  readonly code: string;
}

/**
 * Reads one QR code.
 *
 * Source: Meta, "QR codes and short links".
 *
 * @example
 * await getQrCode(client, { code: '4O4YGZEG3RIVE1' }); // { code: '4O4YGZEG3RIVE1', prefilled_message: 'Cyber Monday', … }
 */
export function getQrCode(client: Client, params: GetQrCodeParams, options?: CallOptions): Promise<QrCode> {
  return client.request(
    {
      method: 'GET',
      path: path`/${phoneNumberIdOf(client, params)}/message_qrdls/${params.code}`,
      class: 'read',
      parse: (reply) => {
        // Meta's guide wraps the one code in a list; its specification does not.
        const { json } = reply;
        const listed =
          typeof json === 'object' && json !== null && 'data' in json && Array.isArray(json.data);
        return shaped<QrCode>(qrCodeShape)(
          listed ? { ...reply, json: (json.data as readonly unknown[])[0] } : reply,
        );
      },
    },
    options,
  );
}
