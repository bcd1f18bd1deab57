import type { Issue } from '../../shared/issue.ts';
import { flowDocsRoot } from '../../shared/meta.ts';
import { flowJsonRules, type FlowJsonCode, type FlowJsonRule } from './rules.ts';

/** One thing in a Flow JSON that Meta refuses to publish (`error`) or that its page advises against (`warning`). */
export interface FlowJsonIssue extends Issue {
  /** Where, as in Meta's `pointers`: `screens[0].layout.children[1].label`; `''` for the whole JSON. */
  readonly path: string;
  /** Meta's code, such as `INVALID_PROPERTY_VALUE`. */
  readonly code: FlowJsonCode;
  /** Whether Meta refuses to publish it. A warning does not stop the publishing. */
  readonly severity: 'error' | 'warning';
}

/** Creates an issue under a rule; the message says what is wrong and what to do. */
export function issueOf(rule: FlowJsonRule, path: string, message: string, limit?: number): FlowJsonIssue {
  const { code, severity, source } = flowJsonRules[rule];
  return {
    path,
    code,
    severity,
    message,
    ...(limit === undefined ? {} : { limit }),
    docs: `${flowDocsRoot}/reference/${source === 'components' ? 'components' : 'error-codes'}`,
  };
}

/** Returns the path of a property: `screens[0]` and `id` make `screens[0].id`. */
export const pathTo = (path: string, name: string | number): string => {
  if (typeof name === 'number') return `${path}[${name}]`;
  return path === '' ? name : `${path}.${name}`;
};

/** Returns the issues if a condition holds, for lists of checks. */
export const when = (
  condition: boolean,
  rule: FlowJsonRule,
  path: string,
  message: string,
  limit?: number,
): readonly FlowJsonIssue[] => (condition ? [issueOf(rule, path, message, limit)] : []);
