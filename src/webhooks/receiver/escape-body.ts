const hexDigits = new TextEncoder().encode('0123456789abcdef');
const backslashU = new TextEncoder().encode('\\u');

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
    bytes.set(backslashU, at);
    for (let digit = 0; digit < 4; digit++)
      bytes[at + 2 + digit] = hexDigits[(unit >> (12 - 4 * digit)) & 15] ?? 0;
    at += 6;
  }
  return bytes;
}

/** Returns the body in the form that Meta documents as signed, or `undefined` if the body is ASCII alone or not UTF-8. */
export function escapeBody(body: string | Uint8Array): Uint8Array<ArrayBuffer> | undefined {
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
