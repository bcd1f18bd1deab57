const names: Readonly<Record<string, string>> = {
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
};

const escapeOne = (character: string): string =>
  names[character] ?? String.raw`\u` + character.charCodeAt(0).toString(16).padStart(4, '0');

// Control characters move the cursor, change the title and write to the clipboard of a terminal; the others reorder or break a line.
const controls = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Returns foreign text for one line of a terminal: control characters and characters that reorder text are written as in a JSON string, such
 * as `\u001b`, line breaks included.
 */
export const printable = (text: string): string => text.replace(controls, escapeOne);

/** Returns a whole output for a terminal: as `printable`, but its own line breaks and tabs stay. */
export const printableLines = (text: string): string =>
  text.replace(controls, (character) =>
    character === '\n' || character === '\t' ? character : escapeOne(character),
  );
