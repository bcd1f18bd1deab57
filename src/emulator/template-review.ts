import { at, isObject, toList, toText, type JsonObject } from './json.ts';
import type { TemplateRecord } from './records.ts';
import { buttonsOf, cardsOf, componentOf } from './template-lookup.ts';
import { placeholdersOf } from './template-placeholders.ts';

/** Why a template is turned down after its review. */
export interface Rejection {
  readonly reason: string;
  readonly why: string;
  readonly advice: string;
}

const invalid = (why: string, advice: string): Rejection => ({ reason: 'INVALID_FORMAT', why, advice });

const shortLink = /\b(?:bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|is\.gd|wa\.me)\b/i;

function rejectVariables(text: string): Rejection | undefined {
  if (/\}\}\s*\{\{/.test(text))
    return invalid(
      'Your template has parameters placed next to each other (like {{1}}{{2}}) without text or punctuation between them.',
      'Separate parameters with descriptive text and ensure each parameter is clearly contextualized.',
    );
  if ((text.match(/\{\{/g) ?? []).length !== (text.match(/\}\}/g) ?? []).length)
    return invalid(
      'Your template has a parameter with unbalanced braces.',
      'Write parameters as {{1}} or {{name}}.',
    );
  const names = placeholdersOf(text);
  const numbers = names.filter((name) => /^\d+$/.test(name)).map(Number);
  if (numbers.length > 0 && numbers.length < names.length)
    return invalid('Your template mixes named and numbered parameters.', 'Use one kind of parameter.');
  if (numbers.toSorted((a, b) => a - b).some((number, index) => number !== index + 1))
    return invalid(
      'The parameters do not count up from {{1}} without a gap.',
      'Number them {{1}}, {{2}}, {{3}} …',
    );
  if (names.some((name) => !/^(?:\d+|[a-z_][a-z0-9_]*)$/.test(name)))
    return invalid('A parameter has special characters.', 'Use lower-case letters, digits and underscores.');
  return undefined;
}

function rejectButtons(buttons: readonly JsonObject[]): Rejection | undefined {
  const types = buttons.map((button) => toText(button['type'])?.toUpperCase());
  const blocks = types.filter(
    (type, index) => type === 'QUICK_REPLY' && types[index - 1] !== 'QUICK_REPLY',
  ).length;
  if (blocks > 1)
    return invalid('Quick replies are split by another button.', 'Put all quick replies together.');
  const links = buttons.map((button) => toText(button['url']) ?? '');
  if (links.some((url) => shortLink.test(url)))
    return invalid('A button leads to a short link or to wa.me.', 'Use the full address of your own site.');
  return undefined;
}

function rejectCards(cards: readonly JsonObject[]): Rejection | undefined {
  const shape = (card: JsonObject): string =>
    toList(card['components'])
      .filter(isObject)
      .map((component) =>
        [
          component['type'],
          component['format'],
          ...toList(component['buttons']).map((button) => at(button, 'type')),
        ].join(' '),
      )
      .join(', ');
  return new Set(cards.map(shape)).size > 1
    ? invalid('The cards differ in their components or buttons.', 'Give every card the same components.')
    : undefined;
}

/**
 * Reviews a template as Meta's reviewers would, by the published reasons that can be told from the template alone; what the API refuses at
 * creation is not looked at again. Source: Meta, "Templates: review", and the reasons that rejected templates carry.
 */
export function rejectionOf(template: TemplateRecord): Rejection | undefined {
  const header = toText(componentOf(template.components, 'HEADER')?.['text']) ?? '';
  const body = toText(componentOf(template.components, 'BODY')?.['text']) ?? '';
  if (/[*_~`\n]|\p{Extended_Pictographic}/u.test(header))
    return invalid('The header has markdown, an emoji or a line break.', 'Keep the header plain.');
  if (shortLink.test(body))
    return invalid('The body has a short link or a wa.me link.', 'Use the full address.');
  return (
    rejectVariables(body) ??
    rejectVariables(header) ??
    rejectButtons(buttonsOf(template.components)) ??
    rejectCards(cardsOf(template.components))
  );
}
