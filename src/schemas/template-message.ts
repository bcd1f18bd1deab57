import * as z from 'zod/mini';
import { characters, lazy } from './checks.ts';

/** One part of a template with the values for its places, as Meta spells it. Source: Meta, "Template messages". */
export type TemplateComponent = Readonly<Record<string, unknown>> & {
  readonly type: string;
};

/** An approved template, filled in. */
export interface TemplatePayload {
  /** Its name: a-z, 0-9 and underscores, up to 512 characters. */
  readonly name: string;
  /** The language it was approved in, such as `en_US`; `en` is another template. */
  readonly language: { readonly code: string; readonly policy?: 'deterministic' | undefined };
  readonly components?: readonly TemplateComponent[] | undefined;
}

export const templateSchema = lazy(() =>
  z.strictObject({
    name: characters(512),
    language: z.strictObject({ code: characters(32), policy: z.optional(z.literal('deterministic')) }),
    components: z.optional(z.array(z.looseObject({ type: characters(64) }))),
  }),
);
