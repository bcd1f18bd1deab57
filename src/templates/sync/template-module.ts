import type { TemplateDefinition } from '../definition.ts';
import type { Template } from '../template.ts';
import { toTemplateDefinition } from './to-template-definition.ts';

/** A module with templates, and what did not fit into it. */
export interface TemplateModule {
  /** TypeScript source, in UTF-8. */
  readonly source: string;
  /** How many templates are in it. */
  readonly count: number;
  readonly skipped: readonly { readonly name: string; readonly language: string; readonly reason: string }[];
}

const lineWidth = 100;

/** A string as most formatters write it: in single quotes, unless that takes more escapes. */
function quoted(text: string): string {
  const double = JSON.stringify(text);
  return text.includes("'") ? double : `'${double.slice(1, -1).replaceAll('\\"', '"')}'`;
}

function list(items: readonly string[], indent: string): string {
  const line = `[${items.join(', ')}]`;
  if (line.length <= lineWidth && !line.includes('\n')) return line;
  return `[\n${items.map((item) => `${indent}  ${item},\n`).join('')}${indent}]`;
}

function literal(value: unknown, indent: string): string {
  const inner = `${indent}  `;
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) {
    return list(
      value.map((item) => literal(item, inner)),
      indent,
    );
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const lines = Object.entries(value).flatMap(([key, item]: [string, unknown]) => {
    if (item === undefined) return [];
    const name = /^[a-z_$][\w$]*$/i.test(key) && key !== '__proto__' ? key : `[${quoted(key)}]`;
    return [`${inner}${name}: ${literal(item, inner)},\n`];
  });
  return `{\n${lines.join('')}${indent}}`;
}

function identifier({ name, language }: TemplateDefinition, taken: Set<string>): string {
  const words = `${name}_${language}`
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const joined = words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
  const base = /^\d/.test(joined) ? `t${joined}` : joined;
  let unique = base;
  for (let count = 2; taken.has(unique); count += 1) unique = `${base}_${count}`;
  taken.add(unique);
  return unique;
}

/**
 * Writes templates of an account as a typed module, so that parameters of templates which exist already are checked at compile time too.
 *
 * @example
 * templateModule(await Array.fromAsync(wa.templates.list())).source;
 * // import { defineTemplate } from 'wabakit/templates';
 * // export const orderUpdateEn = defineTemplate({ name: 'order_update', … });
 * // export const templates = [orderUpdateEn] as const;
 */
export function templateModule(templates: readonly Template[]): TemplateModule {
  const taken = new Set(['templates', 'defineTemplate']);
  const skipped: { name: string; language: string; reason: string }[] = [];
  const parts = templates.flatMap((template) => {
    const { name, language } = template;
    const result = toTemplateDefinition(template);
    if (result.definition === undefined) {
      skipped.push({ name, language, reason: result.reason });
      return [];
    }
    const id = identifier(result.definition, taken);
    return [{ id, text: `export const ${id} = defineTemplate(${literal(result.definition, '')});\n` }];
  });
  const source = [
    "import { defineTemplate } from 'wabakit/templates';\n",
    ...parts.map(({ text }) => text),
    `export const templates = ${list(
      parts.map(({ id }) => id),
      '',
    )} as const;\n`,
  ].join('\n');
  return { source, count: parts.length, skipped };
}
