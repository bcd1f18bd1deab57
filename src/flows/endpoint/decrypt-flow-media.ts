import { WabakitError } from '../../errors/base-error.ts';
import { fromBase64, toBase64 } from './base64.ts';

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

/** Which check a file failed. */
export type FlowMediaFault = 'metadata' | 'encrypted_hash' | 'hmac' | 'cipher' | 'plaintext_hash';

/** A file from a Flow is not what its metadata says: cut off, changed on the way, or of another message. */
export class FlowMediaError extends WabakitError {
  override readonly name = 'FlowMediaError';
  declare readonly kind: 'webhook';
  /** Which check failed. */
  readonly fault: FlowMediaFault;

  constructor(fault: FlowMediaFault) {
    super({
      kind: 'webhook',
      summary: `The file from the Flow was refused: its ${fault} check failed`,
      details: ['Download it again from its cdn_url; it stays there for up to 20 days.'],
      docs: 'https://developers.facebook.com/docs/whatsapp/flows/reference/media_upload',
    });
    this.fault = fault;
  }
}

const tagBytes = 10;

const sha256 = async (bytes: Uint8Array<ArrayBuffer>) =>
  toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));

function read(text: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64(text);
  if (!bytes?.length) throw new FlowMediaError('metadata');
  return bytes;
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
    throw new FlowMediaError('cipher');
  }
}

/**
 * Decrypts a file that a user picked in a Flow: checks the hash of the encrypted bytes, their HMAC-SHA256 (the last 10 bytes of the
 * file), deciphers AES-256-CBC and checks the hash of the result.
 *
 * Source: Meta, "Flows: media upload components".
 *
 * @param file The bytes that `cdn_url` answered. Cap the download: a picker allows 25 MiB a file.
 * @throws FlowMediaError when any of the checks fails; nothing of such a file is handed out.
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
  const [key, hmacKey, iv] = [encryption.encryption_key, encryption.hmac_key, encryption.iv].map(read);
  if (!key || !hmacKey || !iv) throw new FlowMediaError('metadata');
  if ((await sha256(bytes)) !== encryption.encrypted_hash) throw new FlowMediaError('encrypted_hash');
  const cipherText = bytes.subarray(0, -tagBytes);
  const mac = await hmac(hmacKey, iv, cipherText);
  if (toBase64(mac.subarray(0, tagBytes)) !== toBase64(bytes.subarray(-tagBytes)))
    throw new FlowMediaError('hmac');
  const plain = await decipher(key, iv, cipherText);
  if ((await sha256(plain)) !== encryption.plaintext_hash) throw new FlowMediaError('plaintext_hash');
  return plain;
}
