import { usageError } from '../../errors/usage-error.ts';
import { templateGroupLimits } from '../../templates/limits.ts';
import type { Template } from '../../templates/template.ts';

/** The template group that a call works on. */
export interface TemplateGroupTarget {
  /** The id that `createTemplateGroup` returned. */
  readonly templateGroupId: string;
}

/** Templates whose numbers are read together. */
export interface TemplateGroup {
  readonly id: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly creation_time?: string | number | undefined;
  readonly update_time?: string | number | undefined;
  readonly whatsapp_business_account?: { readonly id: string } | undefined;
  readonly whatsapp_business_templates?:
    { readonly data: readonly (Pick<Template, 'id'> & Partial<Template>)[] } | undefined;
}

/** Checks the texts of a group. */
export function checkGroupTexts(texts: {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
}): void {
  for (const key of ['name', 'description'] as const) {
    const text: unknown = texts[key] ?? '';
    if (typeof text !== 'string') throw usageError(key, 'should be text');
    const { length } = [...text];
    const limit = templateGroupLimits[key];
    if (length > limit)
      throw usageError(key, `has ${length} characters, at most ${limit} are allowed`, { limit });
  }
}
