// The name and the password of a URL, such as a proxy's in the error of a connection.
const credentials = /(?<=:\/\/)[^/?#\s]*@/g;
const letterOrDigit = /[\p{L}\p{N}]/u;

/**
 * Takes every secret and every personal string out of a text, also as a URL spells it, and the password of every URL. A secret of fewer than
 * 8 characters, such as a PIN or the token of a test, is taken out only where it stands alone: it also occurs inside words and numbers by
 * chance. The longest goes first: it may hold others.
 */
export const redact = (text: string, secrets: readonly string[]): string =>
  secrets
    .filter(Boolean)
    .flatMap((secret) => [secret, String(new URLSearchParams({ '': secret })).slice(1)])
    .toSorted((one, other) => other.length - one.length)
    .reduce(
      (clean, secret) =>
        clean.replaceAll(secret, (found, at: number) =>
          secret.length < 8 && letterOrDigit.test(`${clean[at - 1] ?? ''}${clean[at + secret.length] ?? ''}`)
            ? found
            : '[redacted]',
        ),
      text.replace(credentials, '[redacted]@'),
    );

/** Copies an error and up to 8 causes as plain errors with name, message and code, redacted: requests and headers stay behind. */
export function safeCause(fault: unknown, secrets: readonly string[], depth = 8): Error | undefined {
  if (!(fault instanceof Error) || depth === 0) return undefined;
  const { name, message, code, cause } = fault as Error & { code?: unknown };
  const copy = new Error(redact(message, secrets), { cause: safeCause(cause, secrets, depth - 1) });
  copy.stack = '';
  return Object.assign(copy, { name, code });
}
