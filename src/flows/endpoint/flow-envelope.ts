import { fromBase64, toBase64 } from '../../shared/bytes.ts';

/** What WhatsApp posts to a Flow endpoint: three texts in base64. */
export interface FlowEnvelope {
  /** The request, AES-128-GCM, its 16-byte tag appended. */
  readonly encrypted_flow_data: string;
  /** The AES key, encrypted with your public key by RSA-OAEP-SHA256. */
  readonly encrypted_aes_key: string;
  /** The initial vector, 16 bytes. */
  readonly initial_vector: string;
}

/** One exchange: the request as it was, and the key and vector that its answer needs. */
export interface OpenedFlowEnvelope {
  readonly text: string;
  readonly aesKey: CryptoKey;
  readonly initialVector: Uint8Array<ArrayBuffer>;
}

const aesKeyBytes = 16;

/** Tells an envelope from any other JSON value. */
export function isFlowEnvelope(value: unknown): value is FlowEnvelope {
  if (typeof value !== 'object' || value === null) return false;
  const { encrypted_flow_data, encrypted_aes_key, initial_vector } = value as Record<string, unknown>;
  return [encrypted_flow_data, encrypted_aes_key, initial_vector].every((part) => typeof part === 'string');
}

async function unwrapAesKey(privateKeys: readonly CryptoKey[], wrapped: Uint8Array<ArrayBuffer>) {
  for (const privateKey of privateKeys) {
    try {
      const raw = await crypto.subtle.decrypt({ name: 'RSA-OAEP' }, privateKey, wrapped);
      if (raw.byteLength === aesKeyBytes)
        return await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
    } catch {
      // Encrypted for another key of the rotation: the next one may open it.
    }
  }
  return undefined;
}

/**
 * Opens an envelope with the first private key that fits. `undefined` where none fits or any byte was changed: the caller cannot and
 * must not tell these apart (a padding oracle would begin there).
 */
export async function openFlowEnvelope(
  privateKeys: readonly CryptoKey[],
  envelope: FlowEnvelope,
): Promise<OpenedFlowEnvelope | undefined> {
  const [data, wrapped, initialVector] = [
    fromBase64(envelope.encrypted_flow_data),
    fromBase64(envelope.encrypted_aes_key),
    fromBase64(envelope.initial_vector),
  ];
  if (!data || !wrapped || !initialVector) return undefined;
  const aesKey = await unwrapAesKey(privateKeys, wrapped);
  if (!aesKey) return undefined;
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: initialVector }, aesKey, data);
    return { text: new TextDecoder().decode(plain), aesKey, initialVector };
  } catch {
    return undefined;
  }
}

/** Encrypts an answer with the key of the request and its initial vector, all bits of it flipped, as base64. */
export async function sealFlowAnswer(
  { aesKey, initialVector }: OpenedFlowEnvelope,
  answer: unknown,
): Promise<string> {
  const iv = initialVector.map((byte) => byte ^ 0xff);
  const bytes = new TextEncoder().encode(JSON.stringify(answer));
  return toBase64(new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, aesKey, bytes)));
}
