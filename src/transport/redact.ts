/** A shorter secret, such as a PIN or the token of a test, also occurs inside words and numbers: it is taken out where it stands alone. */
const shortestAnywhere = 8;

function toPattern(secret: string): string {
  const pattern = secret.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  return secret.length < shortestAnywhere ? String.raw`(?<![\p{L}\p{N}])${pattern}(?![\p{L}\p{N}])` : pattern;
}

/** Takes every secret and every personal string out of a text, also as it stands in a URL. The longest goes first: it may hold others. */
export function redact(text: string, secrets: readonly string[]): string {
  const forms = secrets.filter(Boolean).flatMap((secret) => {
    const inUrl = new URLSearchParams([['', secret]]).toString().slice(1);
    return inUrl === secret ? secret : [secret, inUrl];
  });
  if (forms.length === 0) return text;
  const patterns = forms.toSorted((one, other) => other.length - one.length).map(toPattern);
  return text.replace(new RegExp(patterns.join('|'), 'gu'), '[redacted]');
}

/** Copies an error and its causes as plain errors with name, message and code, redacted: requests and headers stay behind. */
export function safeCause(fault: unknown, secrets: readonly string[]): Error | undefined {
  if (!(fault instanceof Error)) return undefined;
  const { name, message, code, cause } = fault as Error & { code?: unknown };
  const copy = new Error(redact(message, secrets), { cause: safeCause(cause, secrets) });
  copy.stack = '';
  return Object.assign(copy, { name, code });
}
