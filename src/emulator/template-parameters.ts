import { GraphError } from './graph-error.ts';
import { at, isObject, toList, toObject, toText, type JsonObject } from './json.ts';
import type { TemplateRecord } from './records.ts';
import { buttonsOf, cardsOf, componentOf } from './template-lookup.ts';
import { fill, placeholdersOf } from './template-placeholders.ts';

const bodyLimit = 1024;

/** What a parameter puts into a text. */
export const parameterText = (parameter: JsonObject): string =>
  toText(parameter['text']) ??
  toText(at(parameter, 'currency', 'fallback_value')) ??
  toText(at(parameter, 'date_time', 'fallback_value')) ??
  '';

const parametersOf = (component: JsonObject | undefined): readonly JsonObject[] =>
  toList(component?.['parameters']).filter(isObject);

const sent = (components: readonly unknown[], type: string): JsonObject | undefined =>
  components.filter(isObject).find((component) => toText(component['type'])?.toLowerCase() === type);

const sentButton = (components: readonly unknown[], index: number): JsonObject | undefined =>
  components
    .filter(isObject)
    .find((component) => component['type'] === 'button' && toText(component['index']) === String(index));

const mismatch = (where: string, expected: number, received: number): GraphError =>
  new GraphError(132000, {
    details: `${where}: number of localizable_params (${received}) does not match the expected number of params (${expected})`,
  });

const wrongFormat = (where: string, expected: string, received: string): GraphError =>
  new GraphError(132012, {
    details: `${where}: Format mismatch, expected ${expected.toUpperCase()}, received ${received.toUpperCase()}`,
  });

function checkTexts(where: string, text: string, parameters: readonly JsonObject[], named: boolean): void {
  const wanted = placeholdersOf(text);
  if (parameters.length !== wanted.length) throw mismatch(where, wanted.length, parameters.length);
  for (const parameter of parameters) {
    const type = toText(parameter['type']) ?? 'unknown';
    if (!['text', 'currency', 'date_time'].includes(type)) throw wrongFormat(where, 'TEXT', type);
    if (/[\n\t]| {5}/.test(parameterText(parameter)))
      throw new GraphError(132018, {
        details: `${where}: Param text cannot have new-line/tab characters or more than 4 consecutive spaces`,
      });
    const name = toText(parameter['parameter_name']);
    if (named && (name === undefined || !wanted.includes(name)))
      throw new GraphError(132018, {
        details: `${where}: Parameter name is missing or invalid: ${name ?? '(none)'}; expected ${wanted.join(', ')}`,
      });
  }
}

/** Values by placeholder, by name or in order. */
export function valuesOf(text: string, parameters: readonly JsonObject[]): ReadonlyMap<string, string> {
  return new Map(
    placeholdersOf(text).map((name, index) => {
      const byName = parameters.find((parameter) => parameter['parameter_name'] === name);
      return [name, parameterText(byName ?? parameters[index] ?? {})];
    }),
  );
}

function checkHeader(defined: JsonObject | undefined, given: JsonObject | undefined, named: boolean): void {
  const parameters = parametersOf(given);
  const format = toText(defined?.['format'])?.toUpperCase();
  if (format === undefined || format === 'TEXT') {
    checkTexts('header', toText(defined?.['text']) ?? '', parameters, named);
    return;
  }
  const [parameter] = parameters;
  if (parameter === undefined || parameters.length > 1) throw mismatch('header', 1, parameters.length);
  const type = toText(parameter['type']) ?? 'unknown';
  if (type.toUpperCase() !== format) throw wrongFormat('header', format, type);
}

const needsParameter = (button: JsonObject): boolean => {
  const type = toText(button['type'])?.toUpperCase();
  if (type === 'URL') return placeholdersOf(toText(button['url']) ?? '').length > 0;
  return type === 'COPY_CODE' || type === 'OTP' || type === 'MPM' || type === 'ORDER_DETAILS';
};

function checkButtons(defined: readonly JsonObject[], components: readonly unknown[]): void {
  defined.forEach((button, index) => {
    if (needsParameter(button) && parametersOf(sentButton(components, index)).length !== 1)
      throw new GraphError(131008, {
        details: `buttons: Button at index ${index} of type ${toText(button['type']) ?? ''} requires a parameter`,
      });
  });
  for (const component of components) {
    const index = toText(at(component, 'index'));
    if (at(component, 'type') === 'button' && index !== undefined && defined[Number(index)] === undefined)
      throw new GraphError(132018, {
        details: `buttons: The template has no button at index ${index}; it has ${defined.length}`,
      });
  }
}

function checkOffer(defined: JsonObject | undefined, components: readonly unknown[]): void {
  if (at(defined, 'limited_time_offer', 'has_expiration') !== true) return;
  const given = parametersOf(sent(components, 'limited_time_offer'));
  if (given.length !== 1) throw mismatch('limited_time_offer', 1, given.length);
}

function checkCards(defined: readonly JsonObject[], components: readonly unknown[], named: boolean): void {
  if (defined.length === 0) return;
  const given = toList(sent(components, 'carousel')?.['cards']).filter(isObject);
  const isProduct =
    toText(componentOf(toList(defined[0]?.['components']), 'HEADER')?.['format']) === 'PRODUCT';
  if (isProduct ? given.length === 0 : given.length !== defined.length)
    throw mismatch('carousel', defined.length, given.length);
  given.forEach((card, index) => {
    const definition = defined[isProduct ? 0 : index];
    check(toList(definition?.['components']), toList(card['components']), named);
  });
}

function check(defined: readonly unknown[], components: readonly unknown[], named: boolean): void {
  checkHeader(componentOf(defined, 'HEADER'), sent(components, 'header'), named);
  const text = toText(componentOf(defined, 'BODY')?.['text']) ?? '';
  const parameters = parametersOf(sent(components, 'body'));
  checkTexts('body', text, parameters, named);
  if (fill(text, valuesOf(text, parameters)).length > bodyLimit)
    throw new GraphError(132005, {
      details: `body: The text with its parameters is longer than ${bodyLimit} characters`,
    });
  checkButtons(buttonsOf(defined), components);
  checkOffer(componentOf(defined, 'LIMITED_TIME_OFFER'), components);
  checkCards(cardsOf(defined), components, named);
}

/** Holds the parameters of a send against the template, as Meta does before it takes the message. */
export function checkTemplateParameters(template: TemplateRecord, payload: unknown): void {
  const components = toList(toObject(payload)['components']);
  check(template.components, components, template.parameterFormat === 'NAMED');
}
