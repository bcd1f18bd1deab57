/** What a signature is checked with: the app secret and what was received. */
export interface VerifySignatureParams {
  /** The secret of the app that owns the subscription. Several while you rotate it, or when several apps share one URL. */
  readonly appSecret: string | readonly string[];
  /** The request body as it was received: its bytes, or the same bytes as text. Never a body that was parsed and serialised again. */
  readonly body: string | Uint8Array;
  /** The value of the `X-Hub-Signature-256` header: `sha256=` and 64 hex digits. Anything else, such as a list of values, is never valid. */
  readonly signature: string | readonly string[] | null | undefined;
}

// WebCrypto costs a thread hop per call, about eight times the hash itself: take the built-in module where the runtime has it. This module
// imports nothing: a bundler without chunks wraps each module that a lazy part imports as well, which costs more than the code.
const host: { process?: Partial<Pick<NodeJS.Process, 'getBuiltinModule'>> } = globalThis;
const nodeCrypto = host.process?.getBuiltinModule?.('node:crypto');

const toBytes = (body: string | Uint8Array): Uint8Array<ArrayBuffer> =>
  typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body);

// No promise where the hash is there at once.
const hash = (appSecret: string, body: string | Uint8Array): string | Promise<string> =>
  nodeCrypto
    ? nodeCrypto.createHmac('sha256', appSecret).update(body).digest('hex')
    : crypto.subtle
        .importKey('raw', toBytes(appSecret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
        .then((key) => crypto.subtle.sign('HMAC', key, toBytes(body)))
        .then((mac) =>
          new Uint8Array(mac).reduce((hex, byte) => hex + (byte + 256).toString(16).slice(1), ''),
        );

/** Compares in a time that reveals nothing about where two strings differ. */
export function isEqual(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let index = 0; index < one.length; index++)
    difference |= one.charCodeAt(index) ^ other.charCodeAt(index);
  return difference === 0;
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
  return `sha256=${await hash(appSecret, body)}`;
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
export async function verifySignature({
  appSecret,
  body,
  signature,
}: VerifySignatureParams): Promise<boolean> {
  if (typeof body !== 'string' && !ArrayBuffer.isView(body))
    throw new TypeError('verifySignature needs the raw body, not a parsed one.');
  // Anyone may send anything here: what has another length than `sha256=` and 64 digits is refused before a byte of the body is hashed.
  if (typeof signature !== 'string' || signature.length !== 71) return false;
  const secrets = typeof appSecret === 'string' ? [appSecret] : appSecret;
  let form: string | Uint8Array | false | undefined = body;
  do {
    for (const secret of secrets)
      if (secret && isEqual(`sha256=${await hash(secret, form)}`, signature)) return true;
    // Loaded when the raw bytes do not fit, which is rare.
    form = form === body && (await import('./escape-body.ts')).escapeBody(body);
  } while (form);
  return false;
}
