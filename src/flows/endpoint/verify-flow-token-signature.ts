import { fromBase64 } from '../../shared/bytes.ts';

/** Parameters of {@link verifyFlowTokenSignature}. */
export interface VerifyFlowTokenSignatureParams {
  /** The app secret, or a list while you rotate it. */
  readonly appSecret: string | readonly string[];
  /** The `flow_token` of the request. */
  readonly flowToken: string;
  /** The `flow_token_signature` of the request, a JWT; `undefined`, and any other value that is not a text, is never valid. */
  readonly signature: string | undefined;
  /** The time at which the token must be valid, in epoch milliseconds. Default: now. */
  readonly at?: number | undefined;
}

const decodePart = (part: string) => fromBase64(part.replaceAll('-', '+').replaceAll('_', '/'));

function readPart(part: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(decodePart(part)));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

const clockLeewayMs = 60_000;

/** Returns whether a time is within the claims `nbf` and `exp`, in epoch seconds. One that is there and no number is never met. */
const isValidAt = (at: number, exp: unknown, nbf: unknown): boolean =>
  (exp === undefined || (typeof exp === 'number' && at < exp * 1000)) &&
  (nbf === undefined || (typeof nbf === 'number' && at >= nbf * 1000 - clockLeewayMs));

async function signedWith(secret: string, text: string, mac: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['verify']);
  return crypto.subtle.verify('HMAC', key, mac, encoder.encode(text));
}

/**
 * Returns whether WhatsApp signed a flow token: its JWT is signed with the app secret (HS256, no other algorithm), contains this token as
 * `flow_token`, has not expired (`exp`) and is valid already (`nbf`, with 60 seconds for clocks that differ). Returns `false` for anything
 * malformed, such as an `exp` that is not a number, and never throws because of it.
 *
 * Sources: Meta, "Flows changelog, 11 November 2025" (data API 4.0, Flow JSON 7.3); the name of the claim is not documented by Meta. RFC 7519,
 * sections 4.1.4 and 4.1.5, for `exp` and `nbf`.
 *
 * @example
 * await verifyFlowTokenSignature({ appSecret, flowToken: request.flow_token, signature: request.flow_token_signature }); // true
 */
export async function verifyFlowTokenSignature({
  appSecret,
  flowToken,
  signature,
  at = Date.now(),
}: VerifyFlowTokenSignatureParams): Promise<boolean> {
  if (typeof signature !== 'string') return false;
  const [header = '', claims = '', mac = '', ...rest] = signature.split('.');
  const macBytes = decodePart(mac);
  if (rest.length > 0 || !macBytes || readPart(header)['alg'] !== 'HS256') return false;
  const { flow_token, exp, nbf } = readPart(claims);
  if (flow_token !== flowToken || !isValidAt(at, exp, nbf)) return false;
  for (const secret of typeof appSecret === 'string' ? [appSecret] : appSecret)
    if (secret !== '' && (await signedWith(secret, `${header}.${claims}`, macBytes))) return true;
  return false;
}
