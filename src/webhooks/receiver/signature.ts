import { toHex } from '../../shared/bytes.ts';
import { getRuntime } from '../../shared/runtime.ts';

/** What a signature is checked with: the app secret and what was received. */
export interface VerifySignatureParams {
  /** The secret of the app that owns the subscription. Several while you rotate it, or when several apps share one URL. */
  readonly appSecret: string | readonly string[];
  /** The request body as it was received: its bytes, or the same bytes as text. Never a body that was parsed and serialised again. */
  readonly body: string | Uint8Array;
  /** The value of the `X-Hub-Signature-256` header: `sha256=` and 64 hex digits. */
  readonly signature: string | null | undefined;
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
const hexDigits = '0123456789abcdef';

/** Returns a text as bytes with every UTF-16 unit beyond ASCII as `\uXXXX`. Written by hand: anyone may send such a body, and a regular expression takes twenty times as long. */
function escapeNonAscii(text: string): Uint8Array<ArrayBuffer> {
  let size = text.length;
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7f) size += 5;
  const bytes = new Uint8Array(size);
  for (let index = 0, at = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit <= 0x7f) {
      bytes[at++] = unit;
      continue;
    }
    bytes[at++] = 0x5c;
    bytes[at++] = 0x75;
    for (let shift = 12; shift >= 0; shift -= 4) bytes[at++] = hexDigits.charCodeAt((unit >> shift) & 15);
  }
  return bytes;
}

/** Returns the body in the form that Meta documents as signed, or `undefined` if the body is ASCII alone or not UTF-8. */
function escapeBody(body: string | Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  try {
    const text =
      typeof body === 'string'
        ? body
        : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    const escaped = escapeNonAscii(text);
    return escaped.length === text.length ? undefined : escaped;
  } catch {
    return undefined;
  }
}

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

/**
 * Tells whether a webhook body was signed with one of the app secrets; compares in constant time. A header that is missing, repeated,
 * malformed or `sha1=` is a plain `false`, never a throw. A parsed body is a `TypeError`: its bytes are gone.
 *
 * The bytes are checked as they came. Only when that fails and the body holds characters beyond ASCII, they are checked once more with
 * these as `\uXXXX`, because Meta documents that it signs that form.
 *
 * Source: Meta, "Webhooks: validate payloads".
 *
 * @example
 * const body = await request.text();
 * await verifySignature({ appSecret, body, signature: request.headers.get('x-hub-signature-256') }); // true
 */
export async function verifySignature({
  appSecret,
  body,
  signature,
}: VerifySignatureParams): Promise<boolean> {
  if (typeof body !== 'string' && !ArrayBuffer.isView(body))
    throw new TypeError('verifySignature needs the raw body: this one was parsed before it got here.');
  // Anyone may send anything here: what has another length is refused before a byte of the body is hashed.
  if (signature?.length !== signatureLength) return false;
  const secrets = typeof appSecret === 'string' ? [appSecret] : appSecret;
  for (let form: string | Uint8Array | undefined = body; form !== undefined;) {
    for (const secret of secrets) {
      if (secret === '') continue;
      const expected = sign(secret, form);
      if (isEqual(typeof expected === 'string' ? expected : await expected, signature)) return true;
    }
    form = form === body ? escapeBody(body) : undefined;
  }
  return false;
}
