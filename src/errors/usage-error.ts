import type { Issue } from '../shared/issue.ts';
import { WabakitError, isWabakitError } from './base-error.ts';

export type { Issue };

/** The caller passed a value that cannot work. Nothing was sent. */
export class UsageError extends WabakitError {
  override readonly name = 'UsageError';
  declare readonly kind: 'usage';
  /** Every value that is wrong, not only the first one. */
  declare readonly issues: readonly Issue[];

  constructor({
    issues = [],
    ...parts
  }: {
    summary: string;
    issues?: readonly Issue[];
    details?: readonly string[];
    docs?: string | undefined;
    cause?: unknown;
  }) {
    // A field begins the sentence; a place in a file, such as `row 2, column count`, stands before it.
    const lines = issues.map(({ path, message }) => `${path}${path.includes(' ') ? ':' : ''} ${message}`);
    super({
      ...parts,
      kind: 'usage',
      details: [...lines.filter((line) => !parts.summary.includes(line)), ...(parts.details ?? [])],
      docs: parts.docs ?? issues.find((issue) => issue.docs)?.docs,
    });
    this.issues = issues;
  }
}

/** Returns whether a value is a {@link UsageError}. Also recognizes errors of another copy of the package. */
export function isUsageError(value: unknown): value is UsageError {
  return isWabakitError(value) && value.kind === 'usage';
}

/**
 * Returns the `UsageError` for one wrong value.
 *
 * @param path The option or field as the caller wrote it.
 * @param message What is wrong with it, as the rest of a sentence that begins with the path, and what to do. Without the last full stop.
 *
 * @example
 * usageError('wabaId', 'is missing. Give it to the client or to this call').message; // 'wabaId is missing. Give it to the client or to this call.'
 */
export const usageError = (path: string, message: string, more?: Pick<Issue, 'limit' | 'docs'>): UsageError =>
  new UsageError({ summary: `${path} ${message}.`, issues: [{ path, message, ...more }] });
