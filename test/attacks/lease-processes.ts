import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('lease-child.ts', import.meta.url));

/** Starts a worker process and resolves once it asks the queue. */
export async function startWorker(...args: readonly (string | number)[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [script, ...args.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

/** Ends a process with SIGKILL and resolves to the time of its end. */
export async function killWorker(child: ChildProcess): Promise<number> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  return Date.now();
}

/** One call of a handler in a worker process. */
export interface Run {
  readonly user: string;
  readonly wamid: string;
  readonly pid: number;
  readonly beganAt: number;
  /** `undefined` if the process was killed before. */
  readonly endedAt: number | undefined;
}

/** Reads the calls of handlers from the log of the worker processes, in the order in which they began. */
export function readRuns(log: string): Run[] {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
  const entries = lines.map((line) => line.split(' '));
  const ends = new Map(
    entries.flatMap(([what, , wamid, pid, at]) => (what === 'end' ? [[`${wamid} ${pid}`, Number(at)]] : [])),
  );
  return entries.flatMap(([what, user = '', wamid = '', pid, at]) =>
    what === 'begin'
      ? [{ user, wamid, pid: Number(pid), beganAt: Number(at), endedAt: ends.get(`${wamid} ${pid}`) }]
      : [],
  );
}

/** Returns how many calls of handlers began before an earlier message of their user had ended, or after a later one had begun. */
export function countOutOfOrder(runs: readonly Run[]): number {
  const last = new Map<string, Run>();
  let count = 0;
  for (const run of runs) {
    const before = last.get(run.user);
    const isRepeated = before?.wamid === run.wamid;
    const isLate = before !== undefined && Number(before.wamid) > Number(run.wamid);
    const isEarly = before !== undefined && !isRepeated && (before.endedAt ?? Infinity) > run.beganAt;
    if (isLate || isEarly) count += 1;
    last.set(run.user, run);
  }
  return count;
}
