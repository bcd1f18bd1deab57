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
  /** Ends the server with SIGKILL and starts it again on what it had written. */
  crash(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

async function launch(port: number, folder: string, appendonly: string): Promise<ChildProcess> {
  const options = {
    port,
    bind: '127.0.0.1',
    save: '',
    appendonly,
    appendfsync: 'always',
    dir: folder,
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
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
 */
export async function startRedis({ durable = false } = {}): Promise<TestRedis> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'wabakit-redis-'));
  const appendonly = durable ? 'yes' : 'no';
  let server = await launch(port, folder, appendonly);
  return {
    port,
    async crash() {
      await end(server, 'SIGKILL');
      server = await launch(port, folder, appendonly);
    },
    async stop() {
      await end(server, 'SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
