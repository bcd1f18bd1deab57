import type { Issue } from '../shared/issue.ts';
import { WabakitError, isWabakitError } from './base-error.ts';

export type { Issue };

/** The caller handed over something that cannot work; nothing was sent. */
export class UsageError extends WabakitError {
  override readonly name = 'UsageError';
  declare readonly kind: 'usage';
  /** Everything that is wrong, not only the first thing. */
  declare readonly issues: readonly Issue[];

  constructor(parts: {
    summary: string;
    issues?: readonly Issue[];
    details?: readonly string[];
    docs?: string | undefined;
    cause?: unknown;
  }) {
    const issues = parts.issues ?? [];
    super({
      kind: 'usage',
      summary: parts.summary,
      details: [...issues.map((issue) => `${issue.path}: ${issue.message}`), ...(parts.details ?? [])],
      docs: parts.docs ?? issues.find((issue) => issue.docs !== undefined)?.docs,
      cause: parts.cause,
    });
    this.issues = issues;
  }
}

/** Says whether a value is a {@link UsageError}. */
export function isUsageError(value: unknown): value is UsageError {
  return isWabakitError(value) && value.kind === 'usage';
}

/** Returns the `UsageError` for one wrong value: `path` names it as the caller wrote it, `message` says what is wrong with it. */
export const usageError = (path: string, message: string, more?: Pick<Issue, 'limit' | 'docs'>): UsageError =>
  new UsageError({ summary: `Nothing was sent: ${path} is wrong.`, issues: [{ path, message, ...more }] });
