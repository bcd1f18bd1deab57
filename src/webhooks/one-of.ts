/** Returns the check of a value that has to be one of a few words: what is wrong, as the rest of a sentence, or `undefined`. */
export const oneOf =
  (...values: readonly string[]) =>
  (value: unknown): string | undefined =>
    values.some((one) => one === value)
      ? undefined
      : `should be ${values.map((one) => `'${one}'`).join(' or ')}`;
