/** The bytes behind standard base64, or `undefined` where the text is no base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** Standard base64 of some bytes. */
export function toBase64(bytes: Uint8Array): string {
  // In slices, because `fromCharCode` takes its characters as arguments and the stack has an end.
  let binary = '';
  for (let start = 0; start < bytes.length; start += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  return btoa(binary);
}
