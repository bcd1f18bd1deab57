import type { FlowEndpointOptions } from './flow-endpoint-options.ts';
import { importPrivateKey, readPrivateKey } from './private-key.ts';
import { resolveSecret } from './resolve-secret.ts';

/**
 * Creates the function that returns the private keys of an endpoint. Keys that are given as text are read at once; functions are called when the
 * keys are first needed.
 *
 * @throws {UsageError} if a key that is given as text cannot be used. The function rejects with it for the others.
 */
export function createKeyReader({
  privateKey,
  passphrase,
}: Pick<FlowEndpointOptions, 'privateKey' | 'passphrase'>): () => Promise<readonly CryptoKey[]> {
  const read = (pem: string | readonly string[], phrase: string | undefined) =>
    [pem].flat().map((one) => readPrivateKey(one, phrase));
  const known =
    typeof privateKey === 'function' || typeof passphrase === 'function'
      ? undefined
      : read(privateKey, passphrase);
  let keys: Promise<readonly CryptoKey[]> | undefined;

  async function importKeys(): Promise<readonly CryptoKey[]> {
    const pkcs8 =
      known ??
      read(
        await resolveSecret('privateKey', privateKey),
        passphrase === undefined ? undefined : await resolveSecret('passphrase', passphrase),
      );
    return Promise.all(pkcs8.map(importPrivateKey));
  }

  return () => {
    keys ??= importKeys().catch((error: unknown) => {
      // A secret that is missing now may be there with the next request.
      keys = undefined;
      throw error;
    });
    return keys;
  };
}
