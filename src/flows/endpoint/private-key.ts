import { flowDocsRoot } from '../../shared/meta.ts';
import { getRuntime } from '../../shared/runtime.ts';
import { UsageError } from '../../errors/usage-error.ts';
import { fromBase64 } from '../../shared/bytes.ts';

/** Meta's page about the endpoint, its keys and its responses. */
export const flowEndpointDocs = `${flowDocsRoot}/guides/implementingyourflowendpoint`;
const nodeCrypto = () => getRuntime().getBuiltinModule?.('node:crypto');

function unusable(message: string, cause?: unknown): UsageError {
  return new UsageError({
    summary: 'The private key of the Flow endpoint cannot be used.',
    issues: [{ path: 'privateKey', message, docs: flowEndpointDocs }],
    cause,
  });
}

// Meta, "Implementing endpoints for Flows": "a 2048-bit RSA key pair". A shorter key can be broken.
const leastBits = 2048;

function checkBits(bits: number | undefined): void {
  if (bits !== undefined && bits < leastBits)
    throw unusable(
      `must be an RSA key of ${leastBits} bits; this one has ${bits}. Create a new pair and upload its public key`,
    );
}

function readWithNode(
  { createPrivateKey }: NonNullable<ReturnType<typeof nodeCrypto>>,
  pem: string,
  passphrase: string | undefined,
): Uint8Array<ArrayBuffer> {
  try {
    const key = createPrivateKey({ key: pem, ...(passphrase === undefined ? {} : { passphrase }) });
    if (key.asymmetricKeyType !== 'rsa')
      throw unusable(`must be an RSA key of 2048 bits, not ${key.asymmetricKeyType ?? 'a secret key'}`);
    checkBits(key.asymmetricKeyDetails?.modulusLength);
    return new Uint8Array(key.export({ type: 'pkcs8', format: 'der' }));
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const advice = /ENCRYPTED/.test(pem)
      ? 'and the passphrase must be the one that it was encrypted with'
      : '';
    throw unusable(`must be a PEM private key, with its line breaks ${advice}`.trimEnd(), cause);
  }
}

/**
 * Converts a PEM private key to PKCS#8 bytes. With `node:crypto` the key may be encrypted or PKCS#1 (`BEGIN RSA PRIVATE KEY`, which Meta's
 * sample generates); WebCrypto alone accepts only unencrypted PKCS#8.
 */
export function readPrivateKey(pem: string, passphrase: string | undefined): Uint8Array<ArrayBuffer> {
  const node = nodeCrypto();
  if (node) return readWithNode(node, pem, passphrase);
  const base64 = /-----BEGIN PRIVATE KEY-----([\sA-Za-z0-9+/=]+)-----END PRIVATE KEY-----/.exec(pem)?.[1];
  const der = base64 === undefined ? undefined : fromBase64(base64);
  if (der) return der;
  throw unusable(
    'must be plain PKCS#8 PEM (BEGIN PRIVATE KEY) in this runtime, which has no node:crypto to open an encrypted or PKCS#1 key: ' +
      'convert it with `openssl pkcs8 -topk8 -nocrypt -in key.pem` and keep the result as a secret of the platform',
  );
}

/** Imports PKCS#8 bytes as a WebCrypto key for RSA-OAEP with SHA-256. */
export async function importPrivateKey(pkcs8: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const algorithm = { name: 'RSA-OAEP', hash: 'SHA-256' };
  let key: CryptoKey;
  try {
    key = await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['decrypt']);
  } catch (cause) {
    throw unusable('must be an RSA key of 2048 bits', cause);
  }
  if ('modulusLength' in key.algorithm) checkBits(Number(key.algorithm.modulusLength));
  return key;
}
