/** Whether a character is a letter, a digit or an accent, against which WhatsApp reads no mark. */
export const isWord = (character: string): boolean => /[\p{L}\p{N}\p{M}]/u.test(character);

/** Whether the script of a character has no spaces between words, so that one may be put there. */
export const isUnspaced = (character: string): boolean =>
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u.test(
    character,
  );

/** Returns the character before a place, whole where it has two units; an empty string at the start. */
export const getBefore = (text: string, at: number): string =>
  [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? '';

/** Returns the character at a place, whole where it has two units; an empty string at the end. */
export function getAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}
