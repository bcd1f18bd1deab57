import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needed } from './requirements.ts';

/** A real redis-server of the test's own, on a free loopback port. */
export interface TestRedis {
  readonly port: number;
  stop(): Promise<void>;
  /** Ends the server with SIGKILL and starts it again on what it had written, `pauseMs` later. Default: at once. */
  crash(pauseMs?: number): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

type Settings = Readonly<Record<string, string>>;

async function launch(settings: Settings): Promise<ChildProcess> {
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const server = spawn(needed('redis'), args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error('redis-server ended before it was ready')));
    server.stdout.on('data', (text: Buffer) => {
      if (text.includes('Ready to accept connections')) resolve();
    });
  });
  return server;
}

async function end(server: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const ended = once(server, 'exit');
  server.kill(signal);
  await ended;
}

/**
 * Starts redis-server. Tests that use it carry the tag `redis`.
 *
 * @param options.durable Flush every write to the disk, so that `crash` loses nothing.
 * @param options.settings More settings of redis.conf, such as `{ maxmemory: '5mb' }`.
 */
export async function startRedis({
  durable = false,
  settings = {},
}: { durable?: boolean; settings?: Settings } = {}): Promise<TestRedis> {
  const port = await freePort();
  const dir = mkdtempSync(join(tmpdir(), 'wabakit-redis-'));
  const all: Settings = {
    port: String(port),
    bind: '127.0.0.1',
    save: '',
    appendonly: durable ? 'yes' : 'no',
    appendfsync: 'always',
    dir,
    ...settings,
  };
  let server = await launch(all);
  return {
    port,
    async crash(pauseMs = 0) {
      await end(server, 'SIGKILL');
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      server = await launch(all);
    },
    async stop() {
      await end(server, 'SIGTERM');
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
