import { rename, rm, writeFile } from 'node:fs/promises';
import { UsageError } from 'wabakit';

/** Writes all files or none: each is written under a temporary name first and renamed once all are complete. */
export async function writeFiles(files: ReadonlyMap<string, string>): Promise<void> {
  const parts = Array.from(files, ([path, text]) => ({ path, text, part: `${path}.part` }));
  try {
    for (const { text, part } of parts) await writeFile(part, text);
    for (const { path, part } of parts) await rename(part, path);
  } catch (error) {
    for (const { part } of parts) await rm(part, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError({ summary: 'The files cannot be written.', details: [reason], cause: error });
  }
}

/** The files that a command was asked for, each made only then. Two options that name one file are refused. */
export function getFiles(
  wanted: readonly (readonly [path: string | undefined, make: () => string])[],
): Map<string, string> {
  const files = new Map<string, string>();
  for (const [path, make] of wanted) {
    if (path === undefined) continue;
    if (files.has(path)) throw new UsageError({ summary: `Two options write to ${path}.` });
    files.set(path, make());
  }
  return files;
}
