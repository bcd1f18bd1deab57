import type { TemplateComponentPayload, TemplateOptimizationPayload } from '../../templates/payload.ts';
import type { TemplateDefinition } from '../../templates/definition.ts';

/** A message template in the spelling of `POST /{WABA}/message_templates`. */
export interface TemplatePayloadSeed {
  /** Lower-case letters, digits and underscores, up to 512. */
  readonly name: string;
  /** Such as `en` or `pt_BR`. */
  readonly language: string;
  /** What it is billed as. */
  readonly category: 'AUTHENTICATION' | 'MARKETING' | 'UTILITY';
  /** Header, body, footer, buttons as Meta spells them. */
  readonly components: readonly TemplateComponentPayload[];
  /** `named` for `{{name}}`, `positional` for `{{1}}`. Default: read from the body. */
  readonly parameter_format?: 'named' | 'positional' | undefined;
  /** How long Meta tries to deliver a message, in seconds. Default: Meta's own. */
  readonly message_send_ttl_seconds?: number | undefined;
  /** Max price: the bid of the auction. Default: none, the rate card. */
  readonly optimization_spec?: TemplateOptimizationPayload | undefined;
}

/** A template that exists without a review: as Meta spells it, or as `defineTemplate` of `wabakit/templates` takes it. */
export type TemplateSeed = TemplatePayloadSeed | TemplateDefinition;
