import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = resolve(root, process.env['WABAKIT_REFERENCE'] ?? '../shared/reference');

/**
 * Says whether the reference data (Meta's specification, example webhooks, price tables) is at hand. It is not part of the project.
 * In CI its absence is an error; elsewhere the suites that need it are skipped, and say so.
 */
export const hasReference: boolean = existsSync(folder);

if (!hasReference) {
  const advice = `Reference data not found at ${folder}. Set WABAKIT_REFERENCE to its folder.`;
  if (process.env['CI']) throw new Error(advice);
  console.warn(`${advice} The suites that compare with it are SKIPPED.`);
}

/** The absolute path of a reference file. */
export const referencePath = (name: string): string => join(folder, name);

/** The text of a reference file. */
export const readReference = (name: string): string => readFileSync(referencePath(name), 'utf8');
