import { flowDocsRoot } from '../../shared/meta.ts';
import { UsageError } from '../../errors/usage-error.ts';
import { fromBase64, toBase64 } from '../../shared/bytes.ts';

/** A file that a user picked in a Flow, as it stands in the request's data (`PhotoPicker`, `DocumentPicker`). */
export interface FlowMedia {
  readonly media_id?: string | undefined;
  readonly file_name?: string | undefined;
  /** Where the encrypted file lies, for up to 20 days. */
  readonly cdn_url: string;
  readonly encryption_metadata: FlowMediaEncryption;
}

/** Keys and hashes of one file, all in base64. */
export interface FlowMediaEncryption {
  readonly encryption_key: string;
  readonly hmac_key: string;
  readonly iv: string;
  /** SHA-256 of the file as the user picked it. */
  readonly plaintext_hash: string;
  /** SHA-256 of the file as the CDN holds it. */
  readonly encrypted_hash: string;
}

const docs = `${flowDocsRoot}/reference/media_upload`;

function refused(path: `encryption.${keyof FlowMediaEncryption}`, message: string): UsageError {
  return new UsageError({
    summary: 'The file from the Flow was refused',
    issues: [{ path, message, docs }],
    details: ['Download it again from its cdn_url, where it stays for up to 20 days.'],
  });
}

const tagBytes = 10;

const sha256 = async (bytes: Uint8Array<ArrayBuffer>) =>
  toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));

function read(encryption: FlowMediaEncryption, name: 'encryption_key' | 'hmac_key' | 'iv') {
  const bytes = fromBase64(encryption[name]);
  if (bytes?.length) return bytes;
  throw refused(`encryption.${name}`, 'is empty or no base64');
}

async function hmac(key: Uint8Array<ArrayBuffer>, iv: Uint8Array, cipherText: Uint8Array) {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const macKey = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign']);
  const message = new Uint8Array(iv.length + cipherText.length);
  message.set(iv);
  message.set(cipherText, iv.length);
  return new Uint8Array(await crypto.subtle.sign('HMAC', macKey, message));
}

async function decipher(
  key: Uint8Array<ArrayBuffer>,
  iv: Uint8Array<ArrayBuffer>,
  cipherText: Uint8Array<ArrayBuffer>,
) {
  try {
    const aesKey = await crypto.subtle.importKey('raw', key, 'AES-CBC', false, ['decrypt']);
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, aesKey, cipherText));
  } catch {
    throw refused('encryption.encryption_key', 'does not open the file (AES-256-CBC)');
  }
}

/**
 * Decrypts a file that a user picked in a Flow: checks the hash of the encrypted bytes, their HMAC-SHA256 (the last 10 bytes of the
 * file), deciphers AES-256-CBC and checks the hash of the result.
 *
 * Source: Meta, "Flows: media upload components".
 *
 * @param file The bytes that `cdn_url` answered. Cap the download: a picker allows 25 MiB a file.
 * @throws UsageError when any of the checks fails: its issue names the key or hash that the file does not fit. Nothing of such a file
 * is handed out.
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
  const [key, hmacKey] = [read(encryption, 'encryption_key'), read(encryption, 'hmac_key')];
  const iv = read(encryption, 'iv');
  if ((await sha256(bytes)) !== encryption.encrypted_hash)
    throw refused(
      'encryption.encrypted_hash',
      'is not the hash of the file: it was cut off or changed on the way',
    );
  const cipherText = bytes.subarray(0, -tagBytes);
  const mac = await hmac(hmacKey, iv, cipherText);
  if (toBase64(mac.subarray(0, tagBytes)) !== toBase64(bytes.subarray(-tagBytes)))
    throw refused(
      'encryption.hmac_key',
      'does not authenticate the file: keys and file are not of one message',
    );
  const plain = await decipher(key, iv, cipherText);
  if ((await sha256(plain)) !== encryption.plaintext_hash)
    throw refused('encryption.plaintext_hash', 'is not the hash of the deciphered file');
  return plain;
}
