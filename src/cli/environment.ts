import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { UsageError } from 'wabakit';
import { describeError } from './describe-error.ts';
import type { CliIo } from './io.ts';

/** Returns an environment variable. Throws `UsageError` if it is not set. */
export function required(io: CliIo, name: string): string {
  const value = io.env[name];
  if (value !== undefined && value !== '') return value;
  throw new UsageError({
    summary: `${name} is not set.`,
    details: [
      `Run "export ${name}=…" before the command, or give a file that has it with --env-file.`,
      '"wabakit emulator" prints values to paste.',
    ],
  });
}

/** Returns the variables of a file such as `.env`. Throws `UsageError` if it cannot be read. */
export async function readEnvFile(file: string): Promise<Readonly<Record<string, string | undefined>>> {
  try {
    return parseEnv(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new UsageError({
      summary: `The file ${file} of --env-file cannot be read.`,
      details: [describeError(cause)],
      cause,
    });
  }
}
