import type { ConsentWordChoice, ConsentWords } from '../events/consent.ts';
import { longestWord } from './check-consent-word.ts';
import { consentWords, courtesies } from './consent-words.ts';
import { normalizeText } from './normalize-text.ts';

/** A word that a text consists of, and what it means. */
export interface ConsentWord {
  /** The word as the list spells it. */
  readonly word: string;
  readonly choice: ConsentWordChoice;
}

/** Returns the word that a text consists of. A text that says anything more has none. */
export type ConsentWordMatcher = (text: string) => ConsentWord | undefined;

const toWords = (list: string | undefined, choice: ConsentWordChoice): readonly ConsentWord[] =>
  (list?.split(', ') ?? []).map((word) => ({ word, choice }));

/** Returns every word of the lists with its choice. */
export const listConsentWords = (): readonly ConsentWord[] =>
  consentWords.flatMap(({ stop, maybeStop, resume, undoStop }) => [
    ...toWords(stop, 'stop'),
    ...toWords(maybeStop, 'maybe_stop'),
    ...toWords(resume, 'resume'),
    ...toWords(undoStop, 'undo_stop'),
  ]);

const repeated = /^(.+?)(?: \1)+$/;

/**
 * Creates the function that finds the words. The whole text has to be the word, once or several times, with nothing around it but a please
 * or a thank you; case, width, accents, punctuation and emoji do not matter. Words of your own win over the lists; `none` takes one out.
 *
 * @example
 * const match = createConsentWordMatcher({ sair: 'stop' });
 * match('¡Baja, por favor!'); // { word: 'baja', choice: 'stop' }
 * match('SAIR'); // { word: 'sair', choice: 'stop' }
 * match('Please cancel my order'); // undefined
 */
export function createConsentWordMatcher(own: ConsentWords = {}): ConsentWordMatcher {
  const found = new Map(listConsentWords().map((one) => [normalizeText(one.word), one]));
  for (const [word, choice] of Object.entries(own)) {
    if (choice === 'none') found.delete(normalizeText(word));
    else found.set(normalizeText(word), { word, choice });
  }
  const polite = courtesies.split(', ').map(normalizeText).join('|');
  const inner = new RegExp(`^(?:(?:${polite}) )*(.+?)(?: (?:${polite}))*$`);
  return (text) => {
    const trimmed = text.trim();
    if (trimmed.length > longestWord) return undefined;
    const whole = normalizeText(trimmed);
    const core = inner.exec(whole)?.[1] ?? '';
    return found.get(whole) ?? found.get(core) ?? found.get(repeated.exec(core)?.[1] ?? '');
  };
}
