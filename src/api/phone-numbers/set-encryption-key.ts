import { UsageError } from '../../errors/usage-error.ts';
import type { NumberTarget, Success } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  multipartBody,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';

/** The key. */
export interface SetEncryptionKeyParams extends NumberTarget {
  /** A 2048-bit RSA public key in PEM. */
  readonly business_public_key: string;
}

/**
 * Sets the public key of a number, which its Flow endpoint needs. Do it again after every new registration of the number.
 * Throws a UsageError when it is handed a private key.
 *
 * Source: Meta, "Business encryption".
 *
 * @example
 * await setEncryptionKey(client, { business_public_key: await readFile('flow.pub', 'utf8') }); // { success: true }
 */
export function setEncryptionKey(
  client: Client,
  params: SetEncryptionKeyParams,
  options?: CallOptions,
): Promise<Success> {
  const key = params.business_public_key;
  if (!/^\s*-----BEGIN (?:RSA )?PUBLIC KEY-----/.test(key)) {
    const found = key.includes('PRIVATE KEY')
      ? 'is a private key: that one never leaves your server'
      : 'is not a public key in PEM';
    throw new UsageError({
      summary: 'The key cannot be set.',
      issues: [
        { path: 'business_public_key', message: `${found}; it should begin with -----BEGIN PUBLIC KEY-----` },
      ],
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
