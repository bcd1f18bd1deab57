import { templateLimits } from '../../templates/limits.ts';
import type { TemplateButtonPayload, TemplateComponentPayload } from '../../templates/payload.ts';
import { fillPlaceholders, findPlaceholders } from '../../templates/placeholders.ts';
import { GraphError } from '../kernel/graph-error.ts';
import { at, isObject, toList, toText, type JsonObject } from '../kernel/json.ts';
import type { TemplateRecord } from '../kernel/records.ts';
import { getButtons, getComponent } from './template-lookup.ts';

/** What a parameter puts into a text. */
const parameterText = (parameter: JsonObject): string =>
  toText(parameter['text']) ??
  toText(at(parameter, 'currency', 'fallback_value')) ??
  toText(at(parameter, 'date_time', 'fallback_value')) ??
  '';

const objects = (value: unknown): readonly JsonObject[] => toList(value).filter(isObject);

const getParameters = (component: JsonObject | undefined): readonly JsonObject[] =>
  objects(component?.['parameters']);

// Meta takes the types of components in either case.
const hasType = (component: JsonObject, type: string): boolean =>
  toText(component['type'])?.toLowerCase() === type;

const sent = (components: readonly JsonObject[], type: string): JsonObject | undefined =>
  components.find((component) => hasType(component, type));

const sentButton = (components: readonly JsonObject[], index: number): JsonObject | undefined =>
  components.find(
    (component) => hasType(component, 'button') && toText(component['index']) === String(index),
  );

const mismatch = (where: string, expected: number, received: number): GraphError =>
  new GraphError(132000, {
    details: `${where}: number of localizable_params (${received}) does not match the expected number of params (${expected})`,
  });

const wrongFormat = (where: string, expected: string, received: string): GraphError =>
  new GraphError(132012, {
    details: `${where}: Format mismatch, expected ${expected.toUpperCase()}, received ${received.toUpperCase()}`,
  });

// A group id becomes an invite link.
const textual = new Set(['text', 'currency', 'date_time', 'group_id']);

function checkTexts(where: string, text: string, parameters: readonly JsonObject[], named: boolean): void {
  const wanted = findPlaceholders(text);
  if (parameters.length !== wanted.length) throw mismatch(where, wanted.length, parameters.length);
  for (const parameter of parameters) {
    const type = toText(parameter['type']) ?? 'unknown';
    if (!textual.has(type)) throw wrongFormat(where, 'TEXT', type);
    if (/[\n\t]| {5}/.test(parameterText(parameter)))
      throw new GraphError(132018, {
        details: `${where}: Param text cannot have new-line/tab characters or more than ${templateLimits.spacesInValue} consecutive spaces`,
      });
    const name = toText(parameter['parameter_name']);
    if (named && (name === undefined || !wanted.includes(name)))
      throw new GraphError(132018, {
        details: `${where}: Parameter name is missing or invalid: ${name ?? '(none)'}; expected ${wanted.join(', ')}`,
      });
  }
}

function filled(text: string, parameters: readonly JsonObject[]): string {
  return fillPlaceholders(text, (name) => {
    const byName = parameters.find((parameter) => parameter['parameter_name'] === name);
    const parameter = byName ?? parameters[Number(name) - 1];
    return parameter && parameterText(parameter);
  });
}

function checkHeader(
  defined: TemplateComponentPayload | undefined,
  given: JsonObject | undefined,
  named: boolean,
): void {
  const parameters = getParameters(given);
  const format = defined?.format?.toUpperCase();
  if (format === undefined || format === 'TEXT') {
    checkTexts('header', defined?.text ?? '', parameters, named);
    return;
  }
  if (parameters.length > 1) throw mismatch('header', 1, parameters.length);
  const type = toText(parameters[0]?.['type']) ?? 'unknown';
  if (type.toUpperCase() !== format) throw wrongFormat('header', format, type);
}

const always = new Set(['COPY_CODE', 'OTP', 'MPM', 'ORDER_DETAILS']);

const needsParameter = (button: TemplateButtonPayload): boolean => {
  const type = button.type.toUpperCase();
  return type === 'URL' ? findPlaceholders(button.url ?? '').length > 0 : always.has(type);
};

function checkButtons(defined: readonly TemplateButtonPayload[], components: readonly JsonObject[]): void {
  defined.forEach((button, index) => {
    if (needsParameter(button) && getParameters(sentButton(components, index)).length !== 1)
      throw new GraphError(131008, {
        details: `buttons: Button at index ${index} of type ${button.type} requires a parameter`,
      });
  });
  for (const component of components) {
    const index = toText(component['index']);
    if (hasType(component, 'button') && index !== undefined && defined[Number(index)] === undefined)
      throw new GraphError(132018, {
        details: `buttons: The template has no button at index ${index}; it has ${defined.length}`,
      });
  }
}

function checkOffer(defined: TemplateComponentPayload | undefined, components: readonly JsonObject[]): void {
  if (defined?.limited_time_offer?.has_expiration !== true) return;
  const given = getParameters(sent(components, 'limited_time_offer'));
  if (given.length !== 1) throw mismatch('limited_time_offer', 1, given.length);
}

function checkCards(
  defined: NonNullable<TemplateComponentPayload['cards']>,
  components: readonly JsonObject[],
  named: boolean,
): void {
  if (defined.length === 0) return;
  const given = objects(sent(components, 'carousel')?.['cards']);
  const isProduct = getComponent(defined[0]?.components ?? [], 'HEADER')?.format?.toUpperCase() === 'PRODUCT';
  if (isProduct ? given.length === 0 : given.length !== defined.length)
    throw mismatch('carousel', defined.length, given.length);
  given.forEach((card, index) => {
    check(defined[isProduct ? 0 : index]?.components ?? [], objects(card['components']), named);
  });
}

function check(
  defined: readonly TemplateComponentPayload[],
  components: readonly JsonObject[],
  named: boolean,
  presetBody = '',
): void {
  checkHeader(getComponent(defined, 'HEADER'), sent(components, 'header'), named);
  const text = getComponent(defined, 'BODY')?.text ?? presetBody;
  const parameters = getParameters(sent(components, 'body'));
  checkTexts('body', text, parameters, named);
  if (filled(text, parameters).length > templateLimits.bodyText)
    throw new GraphError(132005, {
      details: `body: The text with its parameters is longer than ${templateLimits.bodyText} characters`,
    });
  checkButtons(getButtons(defined), components);
  checkOffer(getComponent(defined, 'LIMITED_TIME_OFFER'), components);
  checkCards(getComponent(defined, 'CAROUSEL')?.cards ?? [], components, named);
}

/** Holds the parameters of a send against the template, as Meta does before it takes the message. */
export function checkTemplateParameters(template: TemplateRecord, payload: JsonObject): void {
  // Meta writes the body of an authentication template; its one parameter is the code.
  const presetBody = template.category === 'AUTHENTICATION' ? '{{1}}' : '';
  check(
    template.components,
    objects(payload['components']),
    template.parameterFormat === 'NAMED',
    presetBody,
  );
}
