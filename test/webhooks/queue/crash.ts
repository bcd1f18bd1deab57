import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('crash-child.ts', import.meta.url));

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
}

async function start(args: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, url: `http://127.0.0.1:${port.toString().trim()}/` };
}

async function kill({ child }: Running): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** The result of a run: which webhooks were answered 200, and which were processed. */
export interface CrashReport {
  readonly kills: number;
  readonly accepted: ReadonlySet<string>;
  readonly processed: ReadonlySet<string>;
}

/**
 * Sends webhooks to a receiver in a process of its own and kills it with SIGKILL, in the middle of both its jobs, again and again; then lets
 * it process the rest. As Meta does, what was not answered 200 is sent again.
 */
export async function crashRun(
  args: readonly string[],
  log: string,
  total: number,
  kills: number,
): Promise<CrashReport> {
  const accepted = new Set<string>();
  const waiting = Array.from({ length: total }, (_, number) => `webhook-${number}`);
  let running = await start([...args, log]);
  let killed = 0;

  async function sender(): Promise<void> {
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      const response = await fetch(running.url, { method: 'POST', body: name }).catch(() => undefined);
      if (response?.status === 200) accepted.add(name);
      else {
        waiting.unshift(name);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
  }

  async function killer(): Promise<void> {
    for (killed = 0; killed < kills; killed += 1) {
      const mark = (total / (kills + 1)) * (killed + 1);
      while (accepted.size < mark) await new Promise((resolve) => setTimeout(resolve, 1));
      await kill(running);
      running = await start([...args, log]);
    }
  }

  await Promise.all([killer(), ...Array.from({ length: 8 }, sender)]);
  const processed = () => new Set(existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []);
  const totalTimeout = Date.now() + 30_000;
  while ([...accepted].some((name) => !processed().has(name)) && Date.now() < totalTimeout)
    await new Promise((resolve) => setTimeout(resolve, 50));
  await kill(running);
  return { kills: killed, accepted, processed: processed() };
}
