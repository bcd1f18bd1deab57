import { consentWordChoices, longestConsentWord } from '../events/consent.ts';

const choices: readonly unknown[] = [...consentWordChoices, 'none'];

/** Returns what is wrong with the words of the user, as the rest of a sentence, or `undefined`. */
export function checkConsentWords(words: unknown): string | undefined {
  if (typeof words !== 'object' || words === null || Array.isArray(words))
    return `should be an object of words, each with ${choices.join(', ')}`;
  for (const [word, choice] of Object.entries(words)) {
    if (!choices.includes(choice)) return `['${word}'] should be one of ${choices.join(', ')}`;
    if (!/[\p{L}\p{N}]/u.test(word) || word.trim().length > longestConsentWord)
      return `['${word}'] should have a letter or digit, and at most ${longestConsentWord} characters`;
  }
  return undefined;
}
