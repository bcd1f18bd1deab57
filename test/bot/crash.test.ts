import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createSqliteQueue } from 'wabakit/sqlite';
import { createWebhookHandler } from 'wabakit/webhooks';
import { appSecret, messagesBody, signedRequest, textMessage, verifyToken } from '../webhooks/helpers.ts';
import { report, rounds } from '../attacks/promise.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wabakit-bot-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const readLines = (log: string): string[] =>
  existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
const countLines = (log: string): number => readLines(log).length;

const child = fileURLToPath(new URL('crash-child.ts', import.meta.url));

async function start(file: string, log: string): Promise<ChildProcess> {
  const worker = spawn(process.execPath, [child, file, log], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(worker.stdout, 'data');
  return worker;
}

async function kill(worker: ChildProcess): Promise<void> {
  const ended = once(worker, 'exit');
  worker.kill('SIGKILL');
  await ended;
}

test(
  'behavior: a bot that is killed at any moment loses no step, takes none twice, and repeats only the message in flight',
  { timeout: 180_000 },
  async () => {
    const kills = rounds(4, 25);
    const users = 3;
    const perUser = 5 * kills;
    const file = join(folder, 'bot.db');
    const log = join(folder, 'bot.log');
    const queue = createSqliteQueue({ file });
    const receive = createWebhookHandler({ appSecret, verifyToken, queue, serializeBy: 'user' });
    for (let number = 0; number < users * perUser; number += 1) {
      const message = textMessage(`wamid.${number}`, 'x', `1650555${1000 + (number % users)}`);
      expect((await receive(await signedRequest(messagesBody(message)))).status).toBe(200);
    }
    for (let turn = 0; turn < kills; turn += 1) {
      const before = countLines(log);
      const worker = await start(file, log);
      await vi.waitFor(() => expect(countLines(log)).toBeGreaterThanOrEqual(before + 4), {
        timeout: 60_000,
        interval: 2,
      });
      await sleep(Math.random() * 15);
      await kill(worker);
    }
    const killedAt = countLines(log);
    expect(killedAt).toBeLessThan(2 * users * perUser);
    const last = await start(file, log);
    await vi.waitFor(
      async () => {
        const { waiting, inProgress } = await queue.getStats();
        expect([waiting, inProgress]).toEqual([0, 0]);
      },
      { timeout: 120_000, interval: 100 },
    );
    await kill(last);
    queue.close();

    const lines = readLines(log);
    const expected = Array.from({ length: perUser }, (_, index) => [`${index + 1}a`, `${index + 1}b`]).flat();
    let repeated = 0;
    for (let user = 0; user < users; user += 1) {
      const said = lines
        .filter((line) => line.startsWith(`+1650555${1000 + user} `))
        .map((line) => line.split(' ')[1]!);
      const once_ = said.filter((text, index) => text !== said[index - 1]);
      expect(once_).toEqual(expected);
      repeated += said.length - once_.length;
    }
    expect(repeated).toBeLessThanOrEqual(kills * users);
    report(
      `${kills} kills of a bot with ${users * perUser} messages: 0 answers lost, ${repeated} sent twice`,
    );
  },
);
