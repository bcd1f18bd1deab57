import { oneOf } from '../one-of.ts';

/** The most characters of a text that can be a word; a longer one says more. The longest word of the lists, with room. */
export const longestWord = 40;

// Of the letters, `normalizeText` removes the tatweel of Arabic alone.
const readable = /[^\P{L}\u0640]|\p{N}/u;
const checkChoice = oneOf('stop', 'maybe_stop', 'resume', 'undo_stop', 'none');

/** Returns what is wrong with a word of the caller's own, as the rest of a sentence, or `undefined`. */
export const checkConsentWord = (word: string, choice: unknown): string | undefined =>
  word.trim().length <= longestWord && readable.test(word.normalize('NFKC'))
    ? checkChoice(choice)
    : 'can never be found: it has no letter or digit, or over 40 characters';
