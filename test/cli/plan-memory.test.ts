import { execFile } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'wabakit-plan-memory-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const command = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const countries = ['BR', 'DE', 'IN', 'ID', 'MX', 'CA'];

function* lines(rows: number): Generator<string> {
  yield 'country,category,count,inside_window\n';
  for (let row = 0; row < rows; row += 1) yield `${countries[row % 6]},utility,${row % 100},0.5\n`;
}

/** Prices a plan of so many rows in a process that may keep so many megabytes, and returns the last line of the table. */
async function estimate(rows: number, megabytes: number): Promise<string> {
  const plan = join(folder, `${rows}.csv`);
  await pipeline(Readable.from(lines(rows)), createWriteStream(plan));
  const limit = `--max-old-space-size=${megabytes}`;
  const args = [limit, command, 'price', 'estimate', plan, '--at', '2026-11-02'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 110_000 });
  return stdout.split('\n').find((line) => line.includes(' messages: ')) ?? '';
}

// Each row kept would take more than 100 bytes: 400,000 of them do not fit in what the command leaves free.
test('behavior: 400,000 rows are priced in the memory in which 1,000 are', async () => {
  expect(await estimate(1000, 32)).toMatch(/^49,500 messages: [\d,.]+ USD, confidence high$/);
  expect(await estimate(400_000, 32)).toMatch(
    /^19,800,000 messages: [\d,.]+ (to [\d,.]+ )?USD, confidence \w+$/,
  );
}, 120_000);
