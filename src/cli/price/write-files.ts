import { UsageError } from 'wabakit';
import { describeError } from '../describe-error.ts';
import { writeFiles as writeAll } from '../write-files.ts';

/** Writes all files or none. Throws `UsageError` if one cannot be written. */
export async function writeFiles(files: ReadonlyMap<string, string>): Promise<void> {
  try {
    await writeAll(files);
  } catch (cause) {
    throw new UsageError({ summary: 'The files cannot be written.', details: [describeError(cause)], cause });
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
