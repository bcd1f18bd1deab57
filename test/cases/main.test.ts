import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

// The command as its reader would run it, against the built package, without credentials and in a folder of its own.
const main = fileURLToPath(new URL('../../examples/cases/main.ts', import.meta.url));
const cwd = mkdtempSync(join(tmpdir(), 'wabakit-cases-'));
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('WHATSAPP_')));
const names = ['bank-support', 'travel-bookings', 'driver-line', 'airline', 'bank-assistant'];

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

test.each(names)(
  'default: %s opens a page, takes commands, and keeps its data beside it',
  async (name) => {
    const child = spawn(process.execPath, [main, name], { cwd, env: { ...env, NO_COLOR: '1' } });
    let printed = '';
    let failed = '';
    child.stderr.on('data', (chunk: Buffer) => (failed += chunk.toString()));
    const code = await new Promise((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        if (!printed.includes('Ctrl+D ends.') || child.stdin.writableEnded) return;
        const page = /http:\S+_wabakit\//.exec(printed)?.[0] ?? '';
        void fetch(page).then(async (response) => {
          printed += `page ${response.status} ${(await response.text()).includes('<html')}\n`;
          child.stdin.end('nonsense\n');
        });
      });
      child.on('close', resolve);
    });
    expect(printed).toContain('page 200 true');
    expect(failed).toContain('There is no command "nonsense"; there are ');
    expect(code).toBe(0);
    expect(readdirSync(join(cwd, 'examples', 'cases', name, 'data'))).toContain('data.db');
  },
  60_000,
);

test('behavior: --transcript plays a case in the terminal', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [main, 'airline', '--transcript'], {
    cwd,
    env,
  });
  expect(stdout).toContain('> delay PA605 45');
  expect(stdout).toContain('  * The program was restarted.');
}, 60_000);

test('error: an unknown case is refused, with the names of all', async () => {
  const run = promisify(execFile)(process.execPath, [main, 'train'], { cwd, env });
  await expect(run).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining(`Name a case: npm run case -- ${names.join(' | ')}`) as string,
  });
});
