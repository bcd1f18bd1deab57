const maxNameBytes = 255;
const mostRead = 1024;
const byteLength = (text: string): number => new TextEncoder().encode(text).length;

// Names that Windows keeps for devices, with or without an ending.
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;

/** Returns a name, of a very long one its beginning and its end: more does not fit, and `normalize` takes long for a row of combining signs. */
const shorten = (name: string): string =>
  name.length > mostRead ? name.slice(0, mostRead / 2) + name.slice(-mostRead / 2) : name;

/** Returns a name without blanks and dots at its ends. Not by a pattern, which would look at a long row of blanks once for each of them. */
function trim(name: string): string {
  const isKept = (character: string): boolean => !/[\s.]/.test(character);
  const characters = [...name];
  const first = characters.findIndex(isKept);
  return first < 0 ? '' : characters.slice(first, characters.findLastIndex(isKept) + 1).join('');
}

function clip(name: string, max: number): string {
  let kept = '';
  let used = 0;
  for (const character of name) {
    used += byteLength(character);
    if (used > max) break;
    kept += character;
  }
  return kept;
}

/**
 * Turns a name that someone else chose into one that is safe to save under: the last part of the path only; no control characters, no
 * invisible direction marks, nothing that Windows refuses; at most 255 bytes with its ending kept. A name of which nothing is left becomes `fallback`.
 *
 * @example
 * safeFileName('../../etc/passwd'); // 'passwd'
 * safeFileName('C:\\boot.ini\0.pdf'); // 'boot.ini.pdf'
 * safeFileName('..', 'file.pdf'); // 'file.pdf'
 */
export function safeFileName(name: string, fallback = 'file'): string {
  const last = shorten(name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1))
    .toWellFormed()
    .normalize('NFC');
  const clean = trim(
    last.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029\ufffd]/gu, '').replace(/[<>:"|?*]/g, '_'),
  );
  if (clean === '') return fallback;
  const named = reserved.test(clean) ? `_${clean}` : clean;
  const ending = /\.[^.]{1,16}$/u.exec(named)?.[0] ?? '';
  const stem = named.slice(0, named.length - ending.length);
  return clip(stem, maxNameBytes - byteLength(ending)).trimEnd() + ending;
}
