import { lstat, readFile, readlink, rename } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isUsageError, UsageError } from 'wabakit';
import type { Emulator } from 'wabakit/emulator';
import { describeError } from '../describe-error.ts';
import type { CliIo } from '../io.ts';
import { writeFiles } from '../write-files.ts';

const saveEvery = 2000;

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const unless = async <Value>(isExpected: (error: unknown) => boolean, work: Promise<Value>) => {
  try {
    return await work;
  } catch (error) {
    if (isExpected(error)) return undefined;
    throw error;
  }
};

/**
 * Returns the file that a path leads to. A symbolic link is followed only if this user made it: in a folder that others write to, such as
 * `/tmp`, a link of theirs would have the state written over a file of this user.
 */
async function follow(path: string): Promise<string> {
  const found = await unless(isMissing, lstat(path));
  if (found?.isSymbolicLink() === true) {
    if (process.getuid !== undefined && found.uid !== process.getuid())
      throw new UsageError({
        summary: `${path} is a symbolic link that another user made. It was not followed.`,
        details: ['Give --state a file in a folder of your own.'],
      });
    return resolve(dirname(path), await readlink(path));
  }
  if (found !== undefined && !found.isFile()) throw new UsageError({ summary: `${path} is not a file.` });
  return path;
}

/** Whether text begins as a state does: a whole state, one that was cut, or one of another version. */
const looksLikeState = (text: string): boolean => /^\s*\{\s*"wabakitEmulator"/.test(text);

/** Renames a file that cannot be restored, and prints where it is. */
async function keepBeside(file: string, cause: Error, io: CliIo): Promise<void> {
  const kept = `${file}.broken-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  await rename(file, kept);
  io.error(
    `The state in ${file} is damaged, or another version wrote it. It was kept as ${kept}, and the emulator starts with an empty state. ` +
      `The reason: ${describeError(cause)}`,
  );
}

async function load(emulator: Emulator, file: string, io: CliIo): Promise<void> {
  const text = await unless(isMissing, readFile(file, 'utf8'));
  if (text === undefined || text.trim() === '') return;
  try {
    await emulator.restore(text);
  } catch (cause) {
    if (!isUsageError(cause)) throw cause;
    if (looksLikeState(text)) return keepBeside(file, cause, io);
    throw new UsageError({
      summary: `${file} does not contain the state of an emulator. The file was not changed.`,
      details: ['Give another file with --state, or delete this file to start with an empty state.'],
      cause,
    });
  }
}

async function attempt<Value>(summary: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (cause) {
    if (isUsageError(cause)) throw cause;
    throw new UsageError({ summary, details: [describeError(cause)], cause });
  }
}

/**
 * Goes on from the state in a file, and keeps it there, readable by this user only: every two seconds while something happens. A damaged file is
 * kept under another name. Returns the function that saves for the last time.
 */
export async function keepState(emulator: Emulator, path: string, io: CliIo): Promise<() => Promise<void>> {
  const file = await follow(path);
  await attempt(`The state in ${path} cannot be read.`, () => load(emulator, file, io));
  let changed = false;
  const save = async (): Promise<void> => {
    changed = false;
    await writeFiles(new Map([[file, emulator.snapshot()]]), { mode: 0o600 });
  };
  await attempt(`The state cannot be saved in ${path}.`, save);
  const stopListening = emulator.subscribe(() => {
    changed = true;
  });
  let saving = Promise.resolve();
  const timer = setInterval(() => {
    if (!changed) return;
    saving = saving
      .then(save)
      .catch((cause: unknown) => io.error(`The state was not saved: ${describeError(cause)}`));
  }, saveEvery);
  return async () => {
    clearInterval(timer);
    stopListening();
    await saving;
    await save();
  };
}
