import { readFile, rename, writeFile } from 'node:fs/promises';
import { isUsageError, UsageError } from 'wabakit';
import type { Emulator } from 'wabakit/emulator';
import type { CliIo } from '../io.ts';

const saveEvery = 2000;

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function load(emulator: Emulator, file: string): Promise<void> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    if (isMissing(cause)) return;
    throw new UsageError({
      summary: `The state in ${file} cannot be read.`,
      details: [reason(cause)],
      cause,
    });
  }
  try {
    await emulator.restore(text);
  } catch (cause) {
    if (!isUsageError(cause)) throw cause;
    throw new UsageError({
      summary: `${file} does not contain the state of an emulator. The file was not changed.`,
      details: ['Give another file with --state, or delete this file to start with an empty state.'],
      cause,
    });
  }
}

/** Goes on from the state in a file, and keeps it there: every two seconds while something happens. Gives what saves for the last time. */
export async function keepState(emulator: Emulator, file: string, io: CliIo): Promise<() => Promise<void>> {
  await load(emulator, file);
  let changed = false;
  const save = async (): Promise<void> => {
    changed = false;
    // A crash while writing must not cost the old state.
    await writeFile(`${file}.new`, emulator.snapshot());
    await rename(`${file}.new`, file);
  };
  try {
    await save();
  } catch (cause) {
    throw new UsageError({
      summary: `The state cannot be saved in ${file}.`,
      details: [reason(cause)],
      cause,
    });
  }
  const stopListening = emulator.subscribe(() => {
    changed = true;
  });
  let saving = Promise.resolve();
  const timer = setInterval(() => {
    if (!changed) return;
    saving = saving
      .then(save)
      .catch((cause: unknown) => io.error(`The state was not saved: ${reason(cause)}`));
  }, saveEvery);
  return async () => {
    clearInterval(timer);
    stopListening();
    await saving;
    await save();
  };
}
