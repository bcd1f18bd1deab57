import type { TemplateDefinition } from './definition.ts';
import type { CheckedExamples } from './parameters.ts';

/**
 * Defines a message template once, for every use of it: check it ({@link validateTemplate}), preview it
 * ({@link renderTemplate}), submit it, synchronize an account with it, and send it with parameters that are inferred from its texts.
 *
 * Returns its argument and checks nothing at run time, so that existing templates can be described as they are.
 * In a text, `{{name}}` is a named placeholder and `{{1}}` a positional one; a template uses one form, except that the ending of
 * a URL is always `{{1}}`.
 *
 * Source: Meta, "Template components".
 *
 * @example
 * const orderUpdate = defineTemplate({
 *   name: 'order_update',
 *   language: 'en',
 *   category: 'utility',
 *   body: { text: 'Hi {{name}}, order {{order_id}} is on its way.', example: { name: 'Ana', order_id: 'A-17' } },
 *   buttons: [{ type: 'url', text: 'Track', url: 'https://shop.example/t/{{1}}', example: ['A-17'] }],
 * });
 * renderTemplate(orderUpdate, { body: { name: 'Bo', order_id: 'B-2' }, buttons: ['B-2'] }).body; // 'Hi Bo, order B-2 is on its way.'
 */
export function defineTemplate<const Definition extends TemplateDefinition>(
  definition: Definition & CheckedExamples<Definition>,
): Definition {
  return definition;
}
