import { validateTemplate, type TemplateIssue } from '../../templates/validate-template.ts';
import type { TemplateRecord } from '../kernel/records.ts';
import { getDefinition } from './template-definition.ts';

/** Why a template is turned down after its review. */
export interface Rejection {
  readonly reason: string;
  readonly why: string;
  readonly advice: string;
}

// What the API refuses at once, before any review, and the subcode it gives. Source: Meta's error code page and the titles of these codes.
const refusedAtOnce: Readonly<Record<string, number>> = {
  'name-characters': 2388040,
  'language-form': 2388040,
  'language-unknown': 2388040,
  'body-length': 2388040,
  'header-length': 2388040,
  'footer-length': 2388040,
  'button-text-length': 2388040,
  'header-placeholders': 2388047,
  'header-sample': 2388043,
  'header-sample-handle': 2388273,
  'header-characters': 2388047,
  'example-missing': 2388072,
  'example-extra': 2388072,
  'placeholder-sequence': 2388072,
  'footer-placeholders': 2388073,
  'placeholder-edge': 2388299,
  'placeholder-ratio': 2388293,
};

// Rules that validateTemplate warns of, because a definition may be sent without, and Meta's ratio is not published; the API refuses them.
const refusedWarnings: ReadonlySet<string> = new Set(['header-sample', 'placeholder-ratio']);

const describe = ({ path, message }: TemplateIssue): string => `${path} ${message}`;

/** What the API refuses at creation: a shape that is wrong, or a rule that has a subcode of its own. */
export function getRefusal(
  template: Parameters<typeof getDefinition>[0],
): { readonly subcode: number | undefined; readonly details: string } | undefined {
  const issues = validateTemplate(getDefinition(template));
  const first = issues.find(
    ({ rule, severity }) =>
      rule === 'bid-amount' ||
      (severity === 'error' && (rule === 'shape' || rule in refusedAtOnce)) ||
      refusedWarnings.has(rule),
  );
  if (first === undefined) return undefined;
  return { subcode: refusedAtOnce[first.rule], details: describe(first) };
}

/**
 * Reviews a template as Meta's reviewers would, by the published reasons that show in the template alone.
 * Source: Meta, "Template review"; the rules are those of `validateTemplate` in `wabakit/templates`.
 */
export function getRejection(template: TemplateRecord): Rejection | undefined {
  const issue = validateTemplate(
    getDefinition({
      ...template,
      message_send_ttl_seconds: template.ttlSeconds,
      optimization_spec: template.optimizationSpec,
    }),
  ).find(({ severity, rule }) => severity === 'error' && !(rule in refusedAtOnce));
  if (issue === undefined) return undefined;
  return {
    reason: 'INVALID_FORMAT',
    why: `${describe(issue)}.`,
    advice: `Change the template and submit it again: ${issue.rule}.`,
  };
}

/** The category that Meta thinks right, where it is not the given one: promotional wording makes a utility template marketing. */
export const getCorrectCategory = (template: Parameters<typeof getDefinition>[0]): 'MARKETING' | undefined =>
  validateTemplate(getDefinition(template)).some(({ rule }) => rule === 'promotional-wording')
    ? 'MARKETING'
    : undefined;
