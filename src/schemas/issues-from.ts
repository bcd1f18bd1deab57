import type * as z from 'zod/mini';
import type { Issue } from '../shared/issue.ts';
import { getIssues } from './issues.ts';

/**
 * Checks a value against a schema and gives what is wrong with it, as issues that name the field and the limit. Never throws.
 * The schema is made by a function, so that a bundle which never checks drops it.
 */
export function issuesFrom(schema: () => z.ZodMiniType, value: unknown, docs?: string): Issue[] {
  const result = schema().safeParse(value);
  return result.success ? [] : getIssues(result.error, value, docs);
}
