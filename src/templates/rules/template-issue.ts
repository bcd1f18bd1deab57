import type { Issue } from '../../shared/issue.ts';
import { countCharacters } from '../../shared/count-characters.ts';
import { templateDocs } from '../limits.ts';

/** One thing about a definition that Meta will refuse (`error`) or may hold against it (`warning`). */
export interface TemplateIssue extends Issue {
  /** The rule, by a name that stays: `body-length`, `placeholder-edge` … */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
}

/** The limit and the page of an issue, where they differ from the components page without a limit. */
export interface IssueDetails {
  readonly limit?: number | undefined;
  readonly docs?: string | undefined;
}

const issue =
  (severity: TemplateIssue['severity']) =>
  (path: string, rule: string, message: string, details: IssueDetails = {}): TemplateIssue => ({
    path,
    rule,
    severity,
    message,
    ...(details.limit === undefined ? {} : { limit: details.limit }),
    docs: details.docs ?? templateDocs.components,
  });

/** Makes an issue that Meta refuses. */
export const error = issue('error');

/** Makes an issue that Meta may hold against the template. */
export const warning = issue('warning');

/** Checks that a text has something in it and is not longer than its limit. */
export function lengthIssues(
  path: string,
  rule: string,
  text: string,
  limit: number,
  docs?: string,
): readonly TemplateIssue[] {
  const length = countCharacters(text);
  if (text.trim() === '') return [error(path, rule, 'is empty', { limit, docs })];
  if (length <= limit) return [];
  return [error(path, rule, `has ${length} characters, at most ${limit} are allowed`, { limit, docs })];
}

const emoji = /\p{Extended_Pictographic}/u;
const lineBreak = /[\n\r]/;

/** Says what a text holds that a plain label may not: an emoji, a line break. */
export function labelFaults(text: string): readonly string[] {
  return [
    ...(emoji.test(text) ? ['an emoji'] : []),
    ...(lineBreak.test(text) ? ['a line break'] : []),
    ...(/\{\{/.test(text) ? ['a placeholder'] : []),
  ];
}
