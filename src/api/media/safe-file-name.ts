const maxNameBytes = 255;
const byteLength = (text: string): number => new TextEncoder().encode(text).length;

// Names that Windows keeps for devices, with or without an ending.
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;

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
  const last = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029\ufffd]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  if (clean === '') return fallback;
  const named = reserved.test(clean) ? `_${clean}` : clean;
  const ending = /\.[^.]{1,16}$/u.exec(named)?.[0] ?? '';
  const stem = named.slice(0, named.length - ending.length);
  return clip(stem, maxNameBytes - byteLength(ending)).trimEnd() + ending;
}
