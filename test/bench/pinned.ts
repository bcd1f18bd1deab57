import { fork, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/** The core of the process that is measured, and the core of what it talks to: two where the machine has two. */
export const cores = { measured: Math.min(1, availableParallelism() - 1), other: 0 } as const;

const canPin = spawnSync('taskset', ['-c', String(cores.measured), 'true']).status === 0;

/** How processes were placed, in words. */
export const placement = canPin ? 'each process pinned to one core' : 'processes not pinned: no taskset here';

const stdio: ('ignore' | 'inherit' | 'ipc')[] = ['ignore', 'inherit', 'inherit', 'ipc'];

/** Starts a script of this folder on one core, where the machine has `taskset`. Its messages come as with `fork`. */
export function start(
  script: string,
  args: readonly string[],
  core: number,
  nodeOptions: readonly string[] = [],
): ChildProcess {
  const file = fileURLToPath(new URL(script, import.meta.url));
  if (!canPin) return fork(file, args, { stdio, execArgv: [...nodeOptions] });
  return spawn('taskset', ['-c', String(core), process.execPath, ...nodeOptions, file, ...args], { stdio });
}

/** Waits for the message of a script. Throws if the script ends without one. */
export async function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  const ended = once(child, 'exit').then(([code]): never => {
    throw new Error(`${child.spawnargs.join(' ')} ended with ${String(code)} before it answered`);
  });
  const [answer] = (await Promise.race([once(child, 'message'), ended])) as [Answer];
  return answer;
}

/** Runs a script of this folder on one core and returns what it measured. */
export async function measure<Answer>(
  script: string,
  args: readonly string[],
  core: number,
): Promise<Answer> {
  const child = start(script, args, core);
  const answer = await answerOf<Answer>(child);
  if (child.connected) child.disconnect();
  return answer;
}
