import { fromBase64, toBase64 } from '../../shared/bytes.ts';

/** The body that WhatsApp sends to a Flow endpoint: three strings in base64. */
export interface FlowEnvelope {
  /** The request, encrypted with AES-128-GCM, followed by its 16-byte tag. */
  readonly encrypted_flow_data: string;
  /** The AES key, encrypted with your public key by RSA-OAEP-SHA256. */
  readonly encrypted_aes_key: string;
  /** The initialization vector, 16 bytes. */
  readonly initial_vector: string;
}

/** The decrypted request, and the key and vector to encrypt its response. */
export interface OpenedFlowEnvelope {
  readonly text: string;
  /** Identifies the key and the initialization vector, which WhatsApp draws for each request: equal for a replay only. */
  readonly id: string;
  readonly aesKey: CryptoKey;
  readonly initialVector: Uint8Array<ArrayBuffer>;
}

const aesKeyBytes = 16;

/** Returns whether a JSON value is an encrypted Flow request. */
export function isFlowEnvelope(value: unknown): value is FlowEnvelope {
  if (typeof value !== 'object' || value === null) return false;
  const { encrypted_flow_data, encrypted_aes_key, initial_vector } = value as Record<string, unknown>;
  return [encrypted_flow_data, encrypted_aes_key, initial_vector].every((part) => typeof part === 'string');
}

async function unwrapAesKey(privateKeys: readonly CryptoKey[], wrapped: Uint8Array<ArrayBuffer>) {
  for (const privateKey of privateKeys) {
    try {
      const raw = new Uint8Array(await crypto.subtle.decrypt({ name: 'RSA-OAEP' }, privateKey, wrapped));
      if (raw.length === aesKeyBytes) return raw;
    } catch {
      // Encrypted for another key of the rotation: the next one may decrypt it.
    }
  }
  return undefined;
}

async function hash(...parts: readonly Uint8Array[]): Promise<string> {
  const bytes = Uint8Array.from(parts.flatMap((part) => [...part]));
  return toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/**
 * Decrypts an envelope with the first private key that fits. Returns `undefined` if none fits or a byte was changed: the caller must not be able
 * to distinguish the two, which would be a padding oracle.
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
  const raw = await unwrapAesKey(privateKeys, wrapped);
  if (!raw) return undefined;
  const aesKey = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: initialVector }, aesKey, data);
    const id = await hash(raw, initialVector);
    return { text: new TextDecoder().decode(plain), id, aesKey, initialVector };
  } catch {
    return undefined;
  }
}

/** Encrypts a response with the key of the request and its initialization vector with all bits flipped. Returns base64. */
export async function sealFlowAnswer(
  { aesKey, initialVector }: OpenedFlowEnvelope,
  answer: unknown,
): Promise<string> {
  const iv = initialVector.map((byte) => byte ^ 0xff);
  const bytes = new TextEncoder().encode(JSON.stringify(answer));
  return toBase64(new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, aesKey, bytes)));
}
