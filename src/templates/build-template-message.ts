import type { TemplateDefinition } from './definition.ts';
import { fillTemplate } from './fill-template.ts';
import type { TemplateArguments } from './parameters.ts';
import type { TemplateObject } from './template-message.ts';

/**
 * Returns the `template` object of a message: the definition's name and language, and a component for each part that is filled in, with
 * `parameter_name` in templates with named placeholders and the right index on each button.
 *
 * Throws `UsageError` if a parameter is missing, unknown, empty or of the wrong kind. The error lists every such parameter with its component
 * and template. TypeScript reports most of them at compile time.
 *
 * Source: Meta, "Template messages" and the pages of each kind of template.
 *
 * @example
 * buildTemplateMessage(orderUpdate, { body: { name: 'Bo', order_id: 'B-2' }, buttons: ['B-2'] });
 * // { name: 'order_update', language: { code: 'en' }, components: [
 * //   { type: 'body', parameters: [{ type: 'text', text: 'Bo', parameter_name: 'name' }, …] },
 * //   { type: 'button', sub_type: 'url', index: 0, parameters: [{ type: 'text', text: 'B-2' }] }] }
 */
export function buildTemplateMessage<const Definition extends TemplateDefinition>(
  definition: Definition,
  ...parameters: TemplateArguments<Definition>
): TemplateObject {
  return fillTemplate(definition, parameters[0]);
}

/**
 * Returns the content of a message that sends a template: {@link buildTemplateMessage} together with its `type`, to spread into a send.
 *
 * Throws `UsageError` if the parameters do not fit the definition.
 *
 * @example
 * await wa.messages.send({ to: '+5511987654321', ...templateMessage(orderUpdate, { body: { name: 'Bo', order_id: 'B-2' }, buttons: ['B-2'] }) });
 */
export function templateMessage<const Definition extends TemplateDefinition>(
  definition: Definition,
  ...parameters: TemplateArguments<Definition>
): { readonly type: 'template'; readonly template: TemplateObject } {
  return { type: 'template', template: buildTemplateMessage(definition, ...parameters) };
}
