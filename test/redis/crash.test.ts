import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRedis, type TestRedis } from '../helpers/redis.ts';
import { crashRun } from '../webhooks/inbox/crash.ts';

let server: TestRedis;
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wabakit-crash-'));
  server = await startRedis();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('behavior: a receiver on Redis, killed 8 times with SIGKILL, loses none of 2,000 webhooks that it answered 200', async () => {
  const report = await crashRun(['redis', String(server.port)], join(folder, 'log'), 2000, 8);
  expect([report.kills, report.accepted.size]).toEqual([8, 2000]);
  expect([...report.accepted].filter((name) => !report.handled.has(name))).toEqual([]);
}, 120_000);
