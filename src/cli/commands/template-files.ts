import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from 'wabakit';
import { writeFiles } from '../write-files.ts';
import type { TemplateDefinition, TemplateHistory } from 'wabakit/templates';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDefinition = (value: unknown): value is TemplateDefinition =>
  isRecord(value) && ['name', 'language', 'category'].every((key) => typeof value[key] === 'string');

/** A definition and the file that exports it. */
export interface FoundDefinition {
  readonly file: string;
  readonly definition: TemplateDefinition;
}

/** Loads modules and returns the templates that they export, alone or in lists, without duplicates. */
export async function loadDefinitions(files: readonly string[]): Promise<readonly FoundDefinition[]> {
  const found = new Map<TemplateDefinition, string>();
  for (const file of files) {
    const module: unknown = await import(pathToFileURL(resolve(file)).href);
    const exported = isRecord(module) ? Object.values(module) : [];
    for (const value of exported.flat()) if (isDefinition(value) && !found.has(value)) found.set(value, file);
  }
  if (found.size === 0) {
    throw new UsageError({
      summary: 'No templates were found.',
      details: [`Export them, made with defineTemplate, from ${files.join(', ')}.`],
    });
  }
  return Array.from(found, ([definition, file]) => ({ file, definition }));
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const isList = (value: unknown): boolean => value === undefined || Array.isArray(value);

/** Reads the history of templates; a file that does not exist is an empty history. */
export async function readHistory(file: string): Promise<TemplateHistory> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return {};
    throw error;
  }
  const value: unknown = JSON.parse(text);
  if (isRecord(value) && isList(value['edits']) && isList(value['deletions'])) return value;
  throw new UsageError({ summary: `${file} does not contain a template history.` });
}

/** What carrying out a plan adds to the history. */
export interface AppliedHistory {
  readonly edits: NonNullable<TemplateHistory['edits']>;
  readonly deletions: NonNullable<TemplateHistory['deletions']>;
}

/** Adds to the history. */
export async function addToHistory(
  file: string,
  before: TemplateHistory,
  more: AppliedHistory,
): Promise<void> {
  const history: TemplateHistory = {
    edits: [...(before.edits ?? []), ...more.edits],
    deletions: [...(before.deletions ?? []), ...more.deletions],
  };
  await writeFiles(new Map([[file, `${JSON.stringify(history, null, 2)}\n`]]));
}
