import type { TemplateDefinition } from './definition.ts';
import { fillTemplate } from './fill-template.ts';
import type { TemplateArguments } from './parameters.ts';
import type { TemplateObject } from './template-message.ts';

/**
 * Builds the `template` object of a message: the definition's name and language, and a component for each part that is filled in, with
 * `parameter_name` in templates with named placeholders and the right index on each button.
 *
 * @throws UsageError when a parameter is missing, unknown, empty or of the wrong kind; it names the component, the parameter and
 * the template, and lists everything that is wrong. TypeScript refuses most of that before.
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
 * The content of a message that sends a template: {@link buildTemplateMessage} with its `type` beside it, to spread into a send.
 *
 * @throws UsageError when the parameters do not fit the definition.
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
