/** Takes every secret and every personal string out of a text. */
export const redact = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((clean, secret) => (secret ? clean.replaceAll(secret, '[redacted]') : clean), text);

/** Copies an error and its causes as plain errors with name, message and code, redacted: requests and headers stay behind. */
export function safeCause(fault: unknown, secrets: readonly string[]): Error | undefined {
  if (!(fault instanceof Error)) return undefined;
  const { name, message, code, cause } = fault as Error & { code?: unknown };
  const copy = new Error(redact(message, secrets), { cause: safeCause(cause, secrets) });
  copy.stack = '';
  return Object.assign(copy, { name, code });
}
