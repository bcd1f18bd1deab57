// The longest word of the lists, with room; a text that is longer says more than a word.
const canBeFound = /^(?=.*[\p{L}\p{N}]).{1,40}$/u;
const choices: readonly unknown[] = ['stop', 'maybe_stop', 'resume', 'undo_stop', 'none'];

/** Returns what is wrong with words of the caller's own, as the rest of a sentence, or `undefined`. */
export function checkConsentWords(words: unknown): string | undefined {
  const wrong = Object.entries(Object(words) as object).find(
    ([word, choice]) => !choices.includes(choice) || !canBeFound.test(word),
  );
  return (
    wrong &&
    `['${wrong[0]}'] should be one of ${choices.join(', ')}, for a word of 1 to 40 characters with a letter or digit`
  );
}
