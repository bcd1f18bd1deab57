import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { link, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** How files are written. */
export interface WriteOptions {
  /** The mode of the files. Default: that of the file that is replaced, else what the umask leaves. */
  readonly mode?: number;
  /** Whether a file that exists is an error (`EEXIST`) and stays as it is. Default `false`. */
  readonly mustBeNew?: boolean;
}

interface Part {
  readonly part: string;
  readonly path: string;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const unfinished = new Set<string>();

const removeUnfinished = (): void => {
  for (const part of unfinished) rmSync(part, { force: true });
  unfinished.clear();
};

/** Ends the process by the signal, as without this function, once nothing unfinished is left. A command that ends itself is left to it. */
function endBy(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  removeUnfinished();
  stopWatching();
  process.kill(process.pid, signal);
}

function startWatching(): void {
  process.on('exit', removeUnfinished);
  for (const signal of signals) process.on(signal, endBy);
}

function stopWatching(): void {
  process.off('exit', removeUnfinished);
  for (const signal of signals) process.off(signal, endBy);
}

async function writePart(path: string, text: string, mode: number): Promise<Part> {
  const part = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
  unfinished.add(part);
  const file = await open(part, 'wx', mode);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  return { part, path };
}

async function finish({ part, path }: Part, mustBeNew: boolean): Promise<void> {
  if (mustBeNew) await link(part, path);
  else await rename(part, path);
  if (mustBeNew) await rm(part);
  unfinished.delete(part);
}

const find = (path: string) => stat(path).catch(() => undefined);

/**
 * Writes all files or none, each under a temporary name in the same folder first, and renamed once all are on the disk: whatever interrupts
 * it, a name holds the old file or the new one. A signal removes what is unfinished; after a power cut a hidden `.part` file may be left. What is not
 * a regular file, such as `/dev/stdout`, is written to.
 */
export async function writeFiles(
  files: ReadonlyMap<string, string>,
  { mode, mustBeNew = false }: WriteOptions = {},
): Promise<void> {
  startWatching();
  try {
    const parts: Part[] = [];
    for (const [path, text] of files) {
      const known = await find(path);
      if (known !== undefined && (!known.isFile() || path.startsWith('/dev/'))) await writeFile(path, text);
      else {
        const target = known === undefined ? path : await realpath(path);
        parts.push(await writePart(target, text, mode ?? (known ? known.mode & 0o777 : 0o666)));
      }
    }
    for (const part of parts) await finish(part, mustBeNew);
  } finally {
    removeUnfinished();
    stopWatching();
  }
}
