import type { Issue } from '../shared/issue.ts';
import { UsageError } from './usage-error.ts';

/** Makes the UsageError for one thing that is wrong. */
export const misuse = (path: string, message: string, more?: Pick<Issue, 'limit' | 'docs'>): UsageError =>
  new UsageError({ summary: `Nothing was sent: ${path} is wrong.`, issues: [{ path, message, ...more }] });
