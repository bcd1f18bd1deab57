import { textOf } from '../../shared/text-of.ts';

const brand = Symbol.for('wabakit.error');

/** One value that cannot be priced with, and why. */
export interface PricingIssue {
  /** Where: the parameter's name, or `row 7, column "Utility"` in a file. */
  readonly path: string;
  /** What is wrong, with the limit if there is one. */
  readonly message: string;
}

/**
 * The caller passed a value that cannot be priced: a phone number without digits, a time zone that does not exist, two currencies in one
 * sum. A rate that is not known is not an error: the quote has the outcome `unknown`.
 *
 * It is recognised by `isWabakitError` and `isUsageError` of the main entry (`kind` is `usage`).
 */
export class PricingError extends Error {
  override readonly name = 'PricingError';
  /** Always `usage`: nothing went wrong but the call. */
  readonly kind = 'usage';
  /** The first sentence of the message. */
  readonly summary: string;
  /** Every value that is wrong, not only the first one. */
  readonly issues: readonly PricingIssue[];

  constructor(summary: string, issues: readonly PricingIssue[]) {
    super([summary, ...issues.map((issue) => `  ${issue.path}: ${issue.message}`)].join('\n'));
    this.summary = summary;
    this.issues = issues;
    Object.defineProperty(this, brand, { value: true });
  }
}

/** Makes the error for one bad parameter. */
export function badValue(path: string, message: string): PricingError {
  return new PricingError('The price cannot be worked out from these values.', [{ path, message }]);
}

/** Shows a caller's value in a message: short, and quoted when it is text. */
export function show(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : textOf(value);
}

/** Throws `PricingError` if a value is no text. */
export function checkText(path: string, value: unknown): void {
  if (typeof value !== 'string') throw badValue(path, `${show(value)} is not a text.`);
}
