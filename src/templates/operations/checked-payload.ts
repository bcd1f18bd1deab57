import { UsageError } from '../../errors/usage-error.ts';
import type { TemplateDefinition } from '../definition.ts';
import type { TemplateCreatePayload } from '../payload.ts';
import { toCreatePayload } from '../to-create-payload.ts';
import { validateTemplate } from '../validate-template.ts';

/** Turns a definition into what creates it, once it has no errors. Warnings pass. */
export function checkedPayload(definition: TemplateDefinition): TemplateCreatePayload {
  const issues = validateTemplate(definition).filter((issue) => issue.severity === 'error');
  if (issues.length > 0) {
    throw new UsageError({
      summary: `The template ${definition.name} (${definition.language}) was not submitted: Meta would refuse it.`,
      issues,
    });
  }
  return toCreatePayload(definition);
}
