import type { TemplateDefinition } from './definition.ts';
import { validateTemplate, type TemplateIssue } from './validate-template.ts';

/** The issues that prevent the submission of a definition: its errors, and a file header without the sample that only a creation needs. */
export const submissionIssues = (definition: TemplateDefinition): readonly TemplateIssue[] =>
  validateTemplate(definition).filter(
    (issue) => issue.severity === 'error' || issue.rule === 'header-sample',
  );
