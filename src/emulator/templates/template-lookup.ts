import type { TemplateButtonPayload, TemplateComponentPayload } from '../../templates/payload.ts';
import type { TemplateRecord } from '../kernel/records.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

/** The living template of a name and language. */
export function findTemplate(
  context: EmulatorContext,
  name: string,
  language: string,
): TemplateRecord | undefined {
  for (const template of context.state.templates.values())
    if (template.name === name && template.language === language && template.status !== 'DELETED')
      return template;
  return undefined;
}

/** The component of a type, `HEADER`, `BODY`, `FOOTER`, `BUTTONS`, `CAROUSEL`, `LIMITED_TIME_OFFER`. */
export const getComponent = (
  components: readonly TemplateComponentPayload[],
  type: string,
): TemplateComponentPayload | undefined =>
  components.find((component) => component.type.toUpperCase() === type);

export const getButtons = (
  components: readonly TemplateComponentPayload[],
): readonly TemplateButtonPayload[] => getComponent(components, 'BUTTONS')?.buttons ?? [];
