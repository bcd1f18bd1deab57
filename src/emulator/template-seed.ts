import type { JsonObject } from './json.ts';

/** A message template that exists without a review, in the spelling of `POST /{WABA}/message_templates`. */
export interface TemplateSeed {
  /** Lower-case letters, digits and underscores, up to 512. */
  readonly name: string;
  /** Such as `en` or `pt_BR`. */
  readonly language: string;
  /** What it is billed as; upper or lower case. */
  readonly category: 'AUTHENTICATION' | 'MARKETING' | 'UTILITY' | 'authentication' | 'marketing' | 'utility';
  /** Header, body, footer, buttons as Meta spells them. */
  readonly components: readonly Readonly<JsonObject>[];
  /** `named` for `{{name}}`, `positional` for `{{1}}`. Default: told from the body. */
  readonly parameter_format?: 'named' | 'positional' | undefined;
}
