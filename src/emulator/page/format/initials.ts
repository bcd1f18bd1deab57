const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const first = (word: string): string => segments.segment(word)[Symbol.iterator]().next().value?.segment ?? '';

/** One or two characters for the round picture: `Ana Souza` gives `AS`. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}\p{Emoji}]/u.test(word));
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return (
    picked
      .map((word) => first(word ?? ''))
      .join('')
      .toUpperCase() || '#'
  );
}

/** One of eight colours, always the same for the same phone. */
export function getHue(waId: string): number {
  let sum = 0;
  for (const character of waId) sum = (sum * 31 + character.charCodeAt(0)) % 9973;
  return sum % 8;
}
