import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSqliteIdempotencyStore } from 'wabakit/sqlite';
import { crashRun } from '../../webhooks/queue/crash.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wabakit-crash-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('behavior: a receiver on SQLite, killed 8 times with SIGKILL, loses none of 2,000 webhooks that it answered 200', async () => {
  const report = await crashRun(['sqlite', join(folder, 'queue.db')], join(folder, 'log'), 2000, 8);
  expect([report.kills, report.accepted.size]).toEqual([8, 2000]);
  expect([...report.accepted].filter((name) => !report.processed.has(name))).toEqual([]);
}, 120_000);

test('behavior: a key locked by a process that was killed before commit is free after its lease', async () => {
  const file = join(folder, 'keys.db');
  const index = fileURLToPath(new URL('../../../src/stores/sqlite/index.ts', import.meta.url));
  const code = `
    const { createSqliteIdempotencyStore } = await import(${JSON.stringify(index)});
    const store = createSqliteIdempotencyStore({ file: ${JSON.stringify(file)} });
    await store.acquire('processed', '1', 60_000);
    await store.commit('processed', '1', 60_000 * 60);
    console.log(await store.acquire('event', '2', 2000));
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  expect(said.toString().trim()).toBe('acquired');
  const store = createSqliteIdempotencyStore({ file });
  const getState = (key: string) => store.acquire(key, crypto.randomUUID(), 1000);
  expect([await getState('event'), await getState('processed')]).toEqual(['locked', 'processed']);
  await vi.waitFor(async () => expect(await getState('event')).toBe('acquired'), { timeout: 10_000 });
  expect(await getState('processed')).toBe('processed');
  store.close();
}, 30_000);
