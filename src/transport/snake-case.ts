/**
 * Returns a copy of an object whose own keys are spelled as Meta spells them: `phoneNumber` becomes `phone_number`. What is nested keeps
 * its spelling, and fields that are `undefined` are left out.
 *
 * @example
 * toSnakeCaseKeys({ codeMethod: 'SMS', language: 'en_US' }); // { code_method: 'SMS', language: 'en_US' }
 */
export function toSnakeCaseKeys(params: object): Record<string, unknown> {
  const entries: [string, unknown][] = Object.entries(params);
  return Object.fromEntries(
    entries
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}
