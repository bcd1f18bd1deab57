import { getIssues } from '../schemas/issues.ts';
import { definitionSchema } from './definition-schema.ts';
import type { TemplateDefinition } from './definition.ts';
import { templateDocs } from './limits.ts';
import { isRecord } from './parameter-reader.ts';
import { categoryIssues } from './rules/category-rules.ts';
import { componentIssues } from './rules/component-rules.ts';
import { authenticationIssues, envelopeIssues } from './rules/envelope-rules.ts';
import { error, type TemplateIssue } from './rules/template-issue.ts';
import { textIssues } from './rules/text-rules.ts';

export type { TemplateIssue };

/**
 * Returns the issues of a definition under every rule of Meta's that can be checked offline, before it is submitted for review. Meta refuses a
 * template with an error; a warning may lead to a rejection or another category, such as promotional wording in a utility template.
 *
 * Never throws, for any value. An empty list means that no issue was found, not that review will approve the template.
 *
 * Source: Meta, "Template components", "Template review", "Template categorization" and the pages of each kind of template.
 *
 * @example
 * validateTemplate({ name: 'Hello', language: 'en', category: 'utility', body: { text: 'Your code is ready, {{name}}' } });
 * // [{ path: 'name', rule: 'name-characters', severity: 'error', … }, { path: 'body.text', rule: 'placeholder-edge', … },
 * //  { path: 'body.example', rule: 'example-missing', … }]
 */
export function validateTemplate(definition: TemplateDefinition): readonly TemplateIssue[] {
  const shape = definitionSchema.safeParse(definition);
  if (!shape.success) {
    return getIssues(shape.error, definition, templateDocs.components).map((issue) => ({
      ...issue,
      path: isRecord(definition) ? issue.path : 'definition',
      rule: 'shape',
      severity: 'error',
    }));
  }
  const template: TemplateDefinition = shape.data;
  return [
    ...envelopeIssues(template),
    ...(template.category === 'authentication'
      ? authenticationIssues(template)
      : [...textIssues(template), ...componentIssues(template), ...categoryIssues(template)]),
  ];
}

const contentKey = (definition: TemplateDefinition): string | undefined =>
  definition.category === 'authentication'
    ? undefined
    : JSON.stringify([definition.language, definition.body.text, definition.footer?.text]);

/**
 * Checks definitions one by one and against each other: no two of the same name and language, and no two with the same body and footer,
 * which review rejects as duplicates. Paths start with the place in the list: `[2].body.text`.
 *
 * @example
 * validateTemplates([hello, hello]).map((issue) => issue.rule); // ['duplicate-name', 'duplicate-content']
 */
export function validateTemplates(definitions: readonly TemplateDefinition[]): readonly TemplateIssue[] {
  const names = new Map<string, number>();
  const contents = new Map<string, number>();
  return definitions.flatMap((definition, index) => {
    const own = validateTemplate(definition);
    const found = own.map((issue) => ({ ...issue, path: `[${index}].${issue.path}` }));
    if (own.some((issue) => issue.rule === 'shape')) return found;
    const name = `${definition.name} ${definition.language}`;
    const content = contentKey(definition) ?? name;
    const [sameName, sameContent] = [names.get(name), contents.get(content)];
    names.set(name, sameName ?? index);
    contents.set(content, sameContent ?? index);
    const docs = templateDocs.review;
    return [
      ...found,
      ...(sameName === undefined
        ? []
        : [
            error(`[${index}].name`, 'duplicate-name', `has the name and language of [${sameName}]`, {
              docs,
            }),
          ]),
      ...(sameContent === undefined || contentKey(definition) === undefined
        ? []
        : [
            error(`[${index}].body`, 'duplicate-content', `has the body and footer of [${sameContent}]`, {
              docs,
            }),
          ]),
    ];
  });
}
