import { flowDocsRoot } from '../../shared/meta.ts';
import { UsageError } from '../../errors/usage-error.ts';
import { fromBase64, toBase64 } from '../../shared/bytes.ts';

/** A file that a user picked in a Flow, as the request's data contains it (`PhotoPicker`, `DocumentPicker`). */
export interface FlowMedia {
  /** Meta's ID of the file. */
  readonly media_id?: string | undefined;
  /** The name of the file on the user's phone. */
  readonly file_name?: string | undefined;
  /** The URL of the encrypted file, valid for up to 20 days. */
  readonly cdn_url: string;
  /** The keys and hashes to decrypt the file: pass them to {@link decryptFlowMedia}. */
  readonly encryption_metadata: FlowMediaEncryption;
}

/** The keys and hashes of one file, each in base64. */
export interface FlowMediaEncryption {
  /** The AES-256-CBC key. */
  readonly encryption_key: string;
  /** The HMAC-SHA256 key. */
  readonly hmac_key: string;
  /** The initialization vector, 16 bytes. */
  readonly iv: string;
  /** The SHA-256 hash of the decrypted file. */
  readonly plaintext_hash: string;
  /** The SHA-256 hash of the encrypted file. */
  readonly encrypted_hash: string;
}

const docs = `${flowDocsRoot}/reference/media_upload`;

function mediaError(path: `encryption.${keyof FlowMediaEncryption}`, message: string): UsageError {
  return new UsageError({
    summary: 'The file of the Flow cannot be decrypted.',
    issues: [{ path, message, docs }],
    details: ['Download it again from its cdn_url, where it stays for up to 20 days.'],
  });
}

const tagBytes = 10;

const sha256 = async (bytes: Uint8Array<ArrayBuffer>) =>
  toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));

function decodeKey(encryption: FlowMediaEncryption, name: 'encryption_key' | 'hmac_key' | 'iv') {
  const bytes = fromBase64(encryption[name]);
  if (bytes?.length) return bytes;
  throw mediaError(`encryption.${name}`, 'is empty or not base64');
}

async function hmac(key: Uint8Array<ArrayBuffer>, iv: Uint8Array, cipherText: Uint8Array) {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const macKey = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign']);
  const message = new Uint8Array(iv.length + cipherText.length);
  message.set(iv);
  message.set(cipherText, iv.length);
  return new Uint8Array(await crypto.subtle.sign('HMAC', macKey, message));
}

async function decryptCbc(
  key: Uint8Array<ArrayBuffer>,
  iv: Uint8Array<ArrayBuffer>,
  cipherText: Uint8Array<ArrayBuffer>,
) {
  try {
    const aesKey = await crypto.subtle.importKey('raw', key, 'AES-CBC', false, ['decrypt']);
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, aesKey, cipherText));
  } catch {
    throw mediaError('encryption.encryption_key', 'does not decrypt the file (AES-256-CBC)');
  }
}

/**
 * Decrypts a file that a user picked in a Flow: verifies the hash of the encrypted bytes and their HMAC-SHA256 (the last 10 bytes of the file),
 * decrypts AES-256-CBC and verifies the hash of the result.
 *
 * Source: Meta, "Flows: media upload components".
 *
 * @param file The bytes that `cdn_url` returned. Limit the download: a picker allows 25 MiB per file.
 * @param encryption The `encryption_metadata` of the file.
 * @throws {UsageError} if a check fails; its issue names the key or hash that does not match the file.
 *
 * @example
 * const [photo] = request.data.photos;
 * const file = new Uint8Array(await (await fetch(photo.cdn_url)).arrayBuffer());
 * await decryptFlowMedia(file, photo.encryption_metadata); // Uint8Array(48213) [255, 216, 255, …], a JPEG
 */
export async function decryptFlowMedia(
  file: Uint8Array,
  encryption: FlowMediaEncryption,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file);
  const [key, hmacKey] = [decodeKey(encryption, 'encryption_key'), decodeKey(encryption, 'hmac_key')];
  const iv = decodeKey(encryption, 'iv');
  if ((await sha256(bytes)) !== encryption.encrypted_hash)
    throw mediaError(
      'encryption.encrypted_hash',
      'is not the hash of the file: the download is incomplete or changed',
    );
  const cipherText = bytes.subarray(0, -tagBytes);
  const mac = await hmac(hmacKey, iv, cipherText);
  if (toBase64(mac.subarray(0, tagBytes)) !== toBase64(bytes.subarray(-tagBytes)))
    throw mediaError(
      'encryption.hmac_key',
      'does not authenticate the file: the keys belong to another file',
    );
  const plain = await decryptCbc(key, iv, cipherText);
  if ((await sha256(plain)) !== encryption.plaintext_hash)
    throw mediaError('encryption.plaintext_hash', 'is not the hash of the decrypted file');
  return plain;
}
