/** From words to intents: the one function that a language model can replace. */
import { towns } from './seed.ts';
import { intents, languageWords, phrases, type Intent } from './phrases.ts';
import type { Language } from './texts.ts';

/** What a customer wants, as far as it was understood. */
export interface Understanding {
  readonly intent: Intent;
  /** From 0 to 1. Below `threshold` the assistant asks instead of guessing. */
  readonly confidence: number;
  readonly entities: { readonly town?: string | undefined };
}

/** Says what a customer wants. No card number, PIN or other secret gets here. */
export type Understand = (
  text: string,
  context: { readonly language: Language; readonly signal?: AbortSignal | undefined },
) => Promise<Understanding>;

export const threshold = 0.6;

const normalise = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** Returns a function that says whether the text has a phrase, as whole words. */
function reader(text: string): (phrase: string) => boolean {
  const said = normalise(text);
  return (phrase) => said.includes(normalise(phrase));
}

/** Returns the town of ours that a text names. */
export const findTown = (text: string): string | undefined => towns.find(reader(text));

/** Guesses the language of a first message: the one with more known words, else Indonesian. */
export function guessLanguage(text: string): Language {
  const has = reader(text);
  const count = (language: Language): number =>
    [...languageWords[language], ...intents.flatMap((intent) => phrases[intent][language])].filter(has)
      .length;
  return count('en') > count('id') ? 'en' : 'id';
}

const courtesies: readonly Intent[] = ['greeting', 'thanks'];

/** Drops what another intent makes pointless: a lost card is urgent, and "Hello, my balance?" is no mere greeting. */
function weigh(hits: readonly Intent[]): readonly Intent[] {
  if (hits.includes('card_blocked')) return ['card_blocked'];
  const serious = hits.filter((intent) => !courtesies.includes(intent));
  return serious.length > 0 ? serious : hits;
}

/**
 * Looks for known words. Its confidence is no probability: it is 1 if the words of one intent were found, a half if those of two were, and
 * 0 if none were.
 */
export const matchWords: Understand = (text) => {
  const has = reader(text);
  const town = findTown(text);
  const found = intents.filter((intent) => Object.values(phrases[intent]).flat().some(has));
  const hits = weigh(found.length === 0 && town !== undefined ? ['branch'] : found);
  const [intent = 'unsure'] = hits;
  return Promise.resolve({ intent, confidence: hits.length === 0 ? 0 : 1 / hits.length, entities: { town } });
};
