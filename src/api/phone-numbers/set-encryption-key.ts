import { UsageError } from '../../errors/usage-error.ts';
import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  multipartBody,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';
import { checkParams } from '../../errors/check-params.ts';

/** Parameters of `setEncryptionKey`. */
export interface SetEncryptionKeyParams extends NumberTarget {
  /** A 2048-bit RSA public key in PEM, beginning with `-----BEGIN PUBLIC KEY-----`. */
  readonly publicKey: string;
}

/**
 * Sets the public key of a number, which its Flow endpoint needs. Call it again after every new registration of the number.
 *
 * Throws `UsageError` if a parameter is unknown or missing, or the key is a private key or is not a public key in PEM.
 *
 * Source: Meta, "Business encryption".
 *
 * @example
 * await setEncryptionKey(client, { publicKey: await readFile('flow.pub', 'utf8') });
 */
export async function setEncryptionKey(
  client: Client,
  params: SetEncryptionKeyParams,
  options?: CallOptions,
): Promise<void> {
  checkParams('setEncryptionKey', params, { publicKey: true, phoneNumberId: false });
  const key = params.publicKey;
  if (!/^\s*-----BEGIN (?:RSA )?PUBLIC KEY-----/.test(key)) {
    const found = key.includes('PRIVATE KEY')
      ? 'is a private key, which must never leave your server'
      : 'is not a public key in PEM';
    throw new UsageError({
      summary: 'The key cannot be set.',
      issues: [{ path: 'publicKey', message: `${found}; it should begin with -----BEGIN PUBLIC KEY-----` }],
    });
  }
  const form = new FormData();
  form.set('business_public_key', key);
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, params)}/whatsapp_business_encryption`,
      body: multipartBody(form),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
