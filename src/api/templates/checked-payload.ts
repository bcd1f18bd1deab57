import { textOf } from '../../shared/text-of.ts';
import { UsageError } from '../../errors/usage-error.ts';
import type { TemplateDefinition } from '../../templates/definition.ts';
import type { TemplateCreatePayload } from '../../templates/payload.ts';
import { toCreatePayload } from '../../templates/to-create-payload.ts';

/** Returns the payload that creates a template. Throws `UsageError` if the definition breaks a rule. */
export async function checkedPayload(definition: TemplateDefinition): Promise<TemplateCreatePayload> {
  // The rules are loaded with the first template that is submitted, so that a program which only sends does not carry them.
  const { submissionIssues } = await import('../../templates/submission-issues.ts');
  const issues = submissionIssues(definition);
  if (issues.length > 0) {
    throw new UsageError({
      summary: `The template ${textOf(definition.name)} (${textOf(definition.language)}) was not submitted: Meta would refuse it.`,
      issues,
    });
  }
  return toCreatePayload(definition);
}
