import { pluralize } from '../pluralize.ts';
import type { TemplateExample } from '../definition.ts';
import { templateDocs, wordsNeeded } from '../limits.ts';
import { fillPlaceholders, findPlaceholders, isPositional, removePlaceholders } from '../placeholders.ts';
import { error, warning, type TemplateIssue } from './template-issue.ts';

const review = { docs: templateDocs.review };
const overview = { docs: templateDocs.overview };

function nameIssues(path: string, names: readonly string[]): readonly TemplateIssue[] {
  return names.flatMap((name): readonly TemplateIssue[] => {
    if (isPositional(name) || /^[a-z_]+$/.test(name)) return [];
    return /^[a-z][a-z0-9_]*$/.test(name)
      ? [
          warning(
            path,
            'placeholder-name',
            `{{${name}}} has a digit; Meta documents lower-case letters and underscores only`,
            overview,
          ),
        ]
      : [
          error(
            path,
            'placeholder-name',
            `{{${name}}} must be a number or lower-case letters and underscores`,
            overview,
          ),
        ];
  });
}

function orderIssues(path: string, names: readonly string[]): readonly TemplateIssue[] {
  const positions = names.filter(isPositional);
  if (positions.length > 0 && positions.length < names.length)
    return [error(path, 'placeholder-mixed', 'mixes named and positional placeholders', overview)];
  return positions.some((name, index) => name !== String(index + 1))
    ? [
        error(
          path,
          'placeholder-sequence',
          `has {{${positions.join('}}, {{')}}}; count from {{1}} without gaps`,
          review,
        ),
      ]
    : [];
}

/** Checks the placeholders of a text: braces, names, order. */
export function placeholderIssues(path: string, text: string): readonly TemplateIssue[] {
  const rest = removePlaceholders(text);
  const names = findPlaceholders(text);
  return [
    ...(/\{\{|\}\}/.test(rest)
      ? [error(path, 'placeholder-braces', 'has braces without a partner', review)]
      : []),
    ...(/(?<!\{)\{\w+\}(?!\})/.test(rest)
      ? [warning(path, 'placeholder-braces', 'has a word in single braces; a placeholder has two', review)]
      : []),
    ...nameIssues(path, names),
    ...orderIssues(path, names),
  ];
}

/** Counts the words of a text that are no placeholders. */
export const countWords = (text: string): number =>
  fillPlaceholders(text, () => ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Checks where the placeholders of a body stand: not at its edges, not side by side, not too many for its length. */
export function placeholderPlaceIssues(path: string, text: string): readonly TemplateIssue[] {
  const trimmed = text.trim();
  const count = findPlaceholders(text).length;
  const words = countWords(text);
  return [
    ...(/^\{\{[^]*?\}\}/.test(trimmed) || /\}\}$/.test(trimmed)
      ? [error(path, 'placeholder-edge', 'starts or ends with a placeholder (Meta error 2388299)', review)]
      : []),
    ...(/\}\}\{\{/.test(text)
      ? [error(path, 'placeholder-adjacent', 'has two placeholders with nothing between them', review)]
      : []),
    ...(/\}\}\s+\{\{/.test(text)
      ? [warning(path, 'placeholder-adjacent', 'has two placeholders with only a space between them', review)]
      : []),
    ...(count > 0 && words < wordsNeeded(count)
      ? [
          warning(
            path,
            'placeholder-ratio',
            `has ${pluralize(words, 'word')} for ${pluralize(count, 'placeholder')}, probably fewer than Meta wants (2388293)`,
            { ...review, limit: wordsNeeded(count) },
          ),
        ]
      : []),
  ];
}

/** Checks the samples of a text against its placeholders. */
export function exampleIssues(
  path: string,
  text: string,
  example: TemplateExample | undefined,
): readonly TemplateIssue[] {
  const names = findPlaceholders(text);
  const at = `${path}.example`;
  if (example === undefined)
    return names.length === 0
      ? []
      : [error(at, 'example-missing', `needs a sample for {{${names.join('}}, {{')}}}`)];
  const given = Array.isArray(example) ? example.map((_, index) => String(index + 1)) : Object.keys(example);
  const missing = names.filter((name) => !given.includes(name));
  const extra = given.filter((name) => !names.includes(name));
  const empty = Object.values(example).some((value) => value.trim() === '');
  return [
    ...(missing.length > 0
      ? [error(at, 'example-missing', `has no sample for {{${missing.join('}}, {{')}}}`)]
      : []),
    ...(extra.length > 0
      ? [
          error(
            at,
            'example-extra',
            `has a sample for {{${extra.join('}}, {{')}}}, which the text does not have`,
          ),
        ]
      : []),
    ...(empty ? [error(at, 'example-empty', 'has an empty sample')] : []),
  ];
}
