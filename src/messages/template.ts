import type { TemplateComponent, TemplatePayload } from '../schemas/template-message.ts';
import { checkParams } from '../errors/check-params.ts';

/** An approved template and the values for its places. */
export interface TemplateParams {
  /** The name it was approved under: up to 512 of a to z, 0 to 9 and `_`. */
  readonly name: string;
  /** The language it was approved in, such as `en_US`; `en` is another template. */
  readonly language: string;
  /** Values, component by component, as Meta spells them. */
  readonly components?: readonly TemplateComponent[] | undefined;
}

/**
 * Builds the content of a template message from raw components.
 *
 * Source: Meta, "Template messages".
 *
 * @example
 * template({ name: 'hello_world', language: 'en_US' });
 * // { type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } }
 */
export function template(params: TemplateParams): {
  readonly type: 'template';
  readonly template: TemplatePayload;
} {
  const { name, language, components } = checkParams('template', params, {
    name: true,
    language: true,
    components: false,
  });
  return {
    type: 'template',
    template: { name, language: { code: language }, ...(components && { components }) },
  };
}
