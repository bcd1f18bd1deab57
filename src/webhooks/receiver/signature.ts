import { toHex } from '../../shared/bytes.ts';
import { getRuntime } from '../../shared/runtime.ts';

/** What a signature is checked with: the app secret and what was received. */
export interface VerifySignatureParams {
  /** The secret of the app that owns the subscription. Several while you rotate it, or when several apps share one URL. */
  readonly appSecret: string | readonly string[];
  /** The request body as it was received: its bytes, or the same bytes as text. Never a body that was parsed and serialised again. */
  readonly body: string | Uint8Array;
  /** The value of the `X-Hub-Signature-256` header: `sha256=` and 64 hex digits. Anything else, such as a list of values, is never valid. */
  readonly signature: string | readonly string[] | null | undefined;
}

// WebCrypto costs a thread hop per call, about eight times the hash itself: take the built-in module where the runtime has it.
const nodeCrypto = getRuntime().getBuiltinModule?.('node:crypto');

const toBytes = (body: string | Uint8Array): Uint8Array<ArrayBuffer> =>
  typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body);

async function webSign(appSecret: string, body: string | Uint8Array): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', toBytes(appSecret), algorithm, false, ['sign']);
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, toBytes(body)));
  return `sha256=${toHex(mac)}`;
}

// Not async where it need not be: a promise costs as much as a tenth of the check.
const sign = (appSecret: string, body: string | Uint8Array): string | Promise<string> =>
  nodeCrypto
    ? `sha256=${nodeCrypto.createHmac('sha256', appSecret).update(body).digest('hex')}`
    : webSign(appSecret, body);

/** Compares in a time that tells nothing about where two strings differ. */
export function isEqual(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let index = 0; index < one.length; index++)
    difference |= one.charCodeAt(index) ^ other.charCodeAt(index);
  return difference === 0;
}

const signatureLength = 'sha256='.length + 64;
/**
 * Signs a body the way Meta signs a webhook: HMAC-SHA256 over its bytes with the app secret, `sha256=<64 hex digits>`.
 *
 * Source: Meta, "Webhooks: validate payloads".
 *
 * @example
 * await signPayload('secret', '{}'); // 'sha256=77325902caca812dc259733aacd046b73817372c777b8d95b402647474516e13'
 */
export async function signPayload(appSecret: string, body: string | Uint8Array): Promise<string> {
  return sign(appSecret, body);
}

/** Returns the app secret that a body was signed with, or `undefined` if it is none of them. See {@link verifySignature}. */
export async function findSecret({
  appSecret,
  body,
  signature,
}: VerifySignatureParams): Promise<string | undefined> {
  if (typeof body !== 'string' && !ArrayBuffer.isView(body))
    throw new TypeError('verifySignature needs the raw body: this one was parsed before it got here.');
  // Anyone may send anything here: what has another length is refused before a byte of the body is hashed.
  if (typeof signature !== 'string' || signature.length !== signatureLength) return undefined;
  const secrets = typeof appSecret === 'string' ? [appSecret] : appSecret;
  for (let form: string | Uint8Array | undefined = body; form !== undefined;) {
    for (const secret of secrets) {
      if (secret === '') continue;
      const expected = sign(secret, form);
      if (isEqual(typeof expected === 'string' ? expected : await expected, signature)) return secret;
    }
    // Loaded when the raw bytes do not fit, which is rare.
    form = form === body ? (await import('./escape-body.ts')).escapeBody(body) : undefined;
  }
  return undefined;
}

/**
 * Tells whether a webhook body was signed with one of the app secrets; compares in constant time. A header that is missing, repeated,
 * malformed or `sha1=` is a plain `false`, never a throw. A parsed body is a `TypeError`: its bytes are gone.
 *
 * The bytes are checked as they came. Only when that fails and the body holds characters beyond ASCII, they are checked once more with
 * these as `\uXXXX`, because Meta documents that it signs that form.
 *
 * A signature has no age: Meta signs the body alone and no time, so a body that someone recorded stays valid until you reset the app secret.
 * Drop what you have processed before (`dedupe`), and compare `event.at` with the clock where an old event would do harm.
 *
 * Source: Meta, "Webhooks: validate payloads".
 *
 * @example
 * const body = await request.text();
 * await verifySignature({ appSecret, body, signature: request.headers.get('x-hub-signature-256') }); // true
 */
export async function verifySignature(params: VerifySignatureParams): Promise<boolean> {
  return (await findSecret(params)) !== undefined;
}
