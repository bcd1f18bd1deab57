import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseResponse,
} from '../../transport/transport.ts';

/** The public key that Flows and encrypted payloads of a number are encrypted with. */
export interface EncryptionKey {
  /** PEM; blank when none is set. */
  readonly business_public_key: string;
  /** `VALID`, or `MISMATCH` when the number was registered again after the key was signed: set it again. */
  readonly business_public_key_signature_status: string;
}

/**
 * Returns the public key of a number, which its Flow endpoint needs; `undefined` if none was ever set.
 *
 * Source: Meta, "Business encryption".
 *
 * @example
 * (await getEncryptionKey(client))?.business_public_key_signature_status; // 'VALID'
 */
export async function getEncryptionKey(
  client: Client,
  params: NumberTarget = {},
  options?: CallOptions,
): Promise<EncryptionKey | undefined> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getPhoneNumberId(client, params)}/whatsapp_business_encryption`,
      idempotency: 'safe',
      parse: (reply) => {
        // Meta's specification wraps the key in a list; its Flows guide does not.
        const { data, ...bare } = parseResponse<EncryptionKey & { data?: readonly EncryptionKey[] }>({
          data: 'array?',
        })(reply);
        return data === undefined ? bare : data[0];
      },
    },
    options,
  );
}
