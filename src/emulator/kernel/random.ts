/** Numbers that look random and are the same for the same seed. Its whole state is one number, so that it can be saved. */
export interface Random {
  /** Where the sequence stands. */
  state: number;
  /** The next number, from 0 up to but not 1. */
  next(): number;
  /** The next whole number below a bound. */
  below(bound: number): number;
  /** Text made of characters of an alphabet. */
  text(length: number, alphabet: string): string;
}

const mix = (value: number): number => {
  let word = Math.imul(value ^ (value >>> 15), 1 | value);
  word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
  return (word ^ (word >>> 14)) >>> 0;
};

/** Starts a sequence. The generator is mulberry32: small, and good enough for ids and dice. */
export function createRandom(seed: number): Random {
  const random: Random = {
    state: seed >>> 0,
    next() {
      random.state = (random.state + 0x6d2b79f5) >>> 0;
      return mix(random.state) / 0x1_0000_0000;
    },
    below: (bound) => Math.floor(random.next() * bound),
    text(length, alphabet) {
      let text = '';
      for (let index = 0; index < length; index++) text += alphabet[random.below(alphabet.length)] ?? '';
      return text;
    },
  };
  return random;
}

/** A number from 0 up to but not 1 that depends on the texts alone: what one person does must not depend on who came before. */
export function chance(seed: number, ...texts: readonly string[]): number {
  let word = (0x811c9dc5 ^ seed) >>> 0;
  for (const text of texts)
    for (let index = 0; index <= text.length; index++)
      word = Math.imul(word ^ (index < text.length ? text.charCodeAt(index) : 0x1f), 0x01000193) >>> 0;
  return mix((word + 0x6d2b79f5) >>> 0) / 0x1_0000_0000;
}
