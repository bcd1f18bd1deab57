import { toBase64, toHex } from '../../shared/bytes.ts';
import { getRuntime } from '../../shared/runtime.ts';

/** Takes bytes as they come and gives their SHA-256 at the end. */
export interface Sha256 {
  update(chunk: Uint8Array): void;
  digest(): Promise<Uint8Array>;
}

/** What is used of `node:crypto`. */
interface Builtin {
  createHash(algorithm: 'sha256'): { update(chunk: Uint8Array): unknown; digest(): Uint8Array };
}

/** A running SHA-256. WebCrypto cannot hash piece by piece: without `node:crypto` the bytes are kept until the end. */
export function sha256(
  builtin: Builtin | null | undefined = getRuntime().getBuiltinModule?.('node:crypto'),
): Sha256 {
  if (builtin) {
    const hash = builtin.createHash('sha256');
    return {
      update: (chunk) => void hash.update(chunk),
      digest: () => Promise.resolve(new Uint8Array(hash.digest())),
    };
  }
  const chunks: Uint8Array[] = [];
  return {
    update: (chunk) => void chunks.push(chunk),
    digest: async () =>
      new Uint8Array(
        await crypto.subtle.digest(
          'SHA-256',
          await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer(),
        ),
      ),
  };
}

/** Says whether a digest is the one that Meta names, in hex or in Base64. A text that is neither proves nothing: `undefined`. */
export function isDigest(digest: Uint8Array, expected: string): boolean | undefined {
  if (/^[0-9a-f]{64}$/i.test(expected)) {
    return expected.toLowerCase() === toHex(digest);
  }
  if (/^[\w+/-]{43}=?$/.test(expected)) {
    const plain = expected.replace(/-/g, '+').replace(/_/g, '/').padEnd(44, '=');
    return plain === toBase64(digest);
  }
  return undefined;
}
