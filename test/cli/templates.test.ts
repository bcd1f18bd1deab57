import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEmulator, type Emulator, type EmulatorServer } from 'wabakit/emulator';
import { registerTemplates } from '../../src/cli/commands/templates.ts';

const hello = {
  name: 'hello',
  language: 'en',
  category: 'utility',
  body: { text: 'Hi {{name}}, your order is ready to be picked up.', example: { name: 'Ana' } },
};
const bye = { ...hello, name: 'bye', body: { text: 'Your order was picked up, thank you for coming.' } };

let folder = '';
let emulator: Emulator;
let server: EmulatorServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wabakit-templates-'));
  emulator = await createEmulator({ seed: 7, clock: 'manual' });
  server = await emulator.listen();
});
afterEach(async () => {
  await server.close();
  await emulator.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Writes a module that exports these templates. Each has its own name, because modules are loaded once. */
function getModule(...definitions: readonly object[]): string {
  const file = join(
    folder,
    `templates-${definitions.length}-${Math.abs(hash(JSON.stringify(definitions)))}.mjs`,
  );
  writeFileSync(file, `export const templates = ${JSON.stringify(definitions)};\n`);
  return file;
}
const hash = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);

async function run(...args: readonly string[]) {
  const lines: string[] = [];
  const errors: string[] = [];
  let code = 0;
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  registerTemplates(program, {
    out: (text) => void lines.push(text),
    error: (text) => void errors.push(text),
    fail: (failure) => void (code = failure),
    env: {
      WHATSAPP_ACCESS_TOKEN: emulator.accessToken,
      WHATSAPP_WABA_ID: emulator.wabaId,
      WHATSAPP_BASE_URL: server.url,
    },
  });
  await program.parseAsync(['templates', ...args], { from: 'user' });
  return { out: lines.join('\n'), errors, code };
}

describe('lint', () => {
  test('default: nothing to say is exit code 0', async () => {
    expect(await run('lint', getModule(hello, bye))).toEqual({
      out: '2 templates, 0 errors, 0 warnings',
      errors: [],
      code: 0,
    });
  });

  test('default: an error is exit code 1, and says where', async () => {
    const file = getModule(hello, { ...bye, name: 'Bye' });
    const { out, code } = await run('lint', file);
    expect(out).toBe(
      `error   ${file}: Bye (en) name: may have a-z, 0-9 and _ only [name-characters]\n2 templates, 1 errors, 0 warnings`,
    );
    expect(code).toBe(1);
  });

  test('behavior: warnings fail with --strict only', async () => {
    const file = getModule({ ...bye, footer: { text: 'Shop now!' } });
    expect((await run('lint', file)).code).toBe(0);
    expect((await run('lint', file, '--strict')).code).toBe(1);
  });

  test('behavior: --json has every part of an issue', async () => {
    const { out } = await run('lint', getModule({ ...bye, name: 'Bye' }), '--json');
    expect(JSON.parse(out)).toMatchObject({
      templates: 1,
      issues: [{ rule: 'name-characters', severity: 'error', path: 'name', name: 'Bye', language: 'en' }],
    });
  });

  test('error: a module without templates', async () => {
    await expect(run('lint', getModule())).rejects.toThrow('No templates were found.');
  });
});

describe('plan and push', () => {
  test('default: plan lists the steps, push changes nothing, push --apply carries them out, then plan is empty', async () => {
    const file = getModule(hello, bye);
    const planned = await run('plan', file);
    // Every account has Meta's own hello_world, which no code of ours manages.
    expect(planned).toMatchObject({
      out: 'create    hello (en)\ncreate    bye (en)\nunmanaged hello_world (en_US)',
      code: 1,
    });

    const dry = await run('push', file);
    expect(dry.out).toBe(
      'planned   create hello (en)\nplanned   create bye (en)\nDry run, nothing was changed. Add --apply to carry out these steps.',
    );
    expect(emulator.templates.all.filter(({ name }) => name === 'hello')).toEqual([]);

    const done = await run('push', file, '--apply');
    expect(done.code).toBe(0);
    expect(done.out).toMatch(/^done {6}create hello \(en\) {2}\d+ PENDING UTILITY\n/);
    expect(emulator.templates.all.map(({ name }) => name)).toContain('hello');
    expect((await run('plan', file)).code).toBe(0);
  });

  test('behavior: a difference is shown with both values', async () => {
    await run('push', getModule(hello), '--apply');
    await emulator.templates.approve({ name: 'hello' });
    const { out, code } = await run('plan', getModule({ ...hello, footer: { text: 'The Green Shop' } }));
    expect(out).toContain(
      'edit      hello (en)\n            footer.text: "(none)" at Meta, "The Green Shop" here',
    );
    expect(code).toBe(1);
  });

  test('behavior: the history keeps the limit of one edit a day', async () => {
    const history = join(folder, 'history.json');
    await run('push', getModule(hello), '--apply');
    await emulator.templates.approve({ name: 'hello' });
    const first = getModule({ ...hello, footer: { text: 'One' } });
    expect((await run('push', first, '--apply', '--history', history)).code).toBe(0);
    expect(JSON.parse(readFileSync(history, 'utf8'))).toMatchObject({
      edits: [{ at: expect.any(Number) as number }],
    });
    await emulator.templates.approve({ name: 'hello' });
    const { out, code } = await run(
      'push',
      getModule({ ...hello, footer: { text: 'Two' } }),
      '--history',
      history,
    );
    expect(out).toContain('blocked   hello (en) edit: it was edited in the last 24 hours, until ');
    expect(code).toBe(1);
  });

  test('behavior: --prune deletes what the code does not have', async () => {
    await run('push', getModule(hello, bye), '--apply');
    const { out } = await run('push', getModule(hello), '--prune', '--apply');
    expect(out).toContain('done      delete bye (en)');
    expect(emulator.templates.all.find(({ name }) => name === 'bye')?.status ?? 'DELETED').not.toBe(
      'PENDING',
    );
  });

  test('behavior: --json', async () => {
    const { out } = await run('push', getModule(hello), '--json');
    expect(JSON.parse(out)).toEqual({
      dryRun: true,
      steps: [{ action: 'create', name: 'hello', language: 'en', outcome: 'planned' }],
      blocked: [],
    });
  });

  test('error: a refusal fails the step and the command', async () => {
    emulator.injectFault({
      code: 2388039,
      as: 'reply',
      match: { method: 'POST', path: '/message_templates' },
    });
    const { out, code } = await run('push', getModule(hello), '--apply');
    expect(out).toMatch(/^failed {4}create hello \(en\) {2}WhatsApp refused the call with code 2388039/);
    expect(code).toBe(1);
  });

  test('error: a file that is not a template history', async () => {
    const file = join(folder, 'odd.json');
    writeFileSync(file, '{"edits": 5}');
    await expect(run('plan', getModule(hello), '--history', file)).rejects.toThrow(
      'does not contain a template history',
    );
  });
});

describe('pull and status', () => {
  test('default: pull writes a module, and writes over nothing', async () => {
    await run('push', getModule(hello), '--apply');
    const file = join(folder, 'pulled.ts');
    expect((await run('pull', '--out', file)).out).toMatch(/^\d+ templates written to /);
    expect(readFileSync(file, 'utf8')).toContain("export const helloEn = defineTemplate({\n  name: 'hello',");
    await expect(run('pull', '--out', file)).rejects.toThrow('EEXIST');
    expect((await run('pull', '--out', file, '--force')).code).toBe(0);
  });

  test('behavior: pull without --out prints the module', async () => {
    await run('push', getModule(hello), '--apply');
    expect((await run('pull')).out).toContain("import { defineTemplate } from 'wabakit/templates';");
  });

  test('default: status lists, and fails while one is not approved', async () => {
    await run('push', getModule(hello), '--apply');
    await emulator.templates.reject({ name: 'hello' });
    const before = await run('status');
    expect(before.out).toMatch(/REJECTED {3}UTILITY.*hello \(en\) {2}INVALID_FORMAT/);
    expect(before.code).toBe(1);
    await emulator.templates.approve({ name: 'hello' });
    const after = await run('status', '--json');
    expect(after.code).toBe(0);
    expect(JSON.parse(after.out)).toContainEqual(
      expect.objectContaining({ name: 'hello', status: 'APPROVED' }),
    );
  });

  test('error: no account is told before anything is called', async () => {
    const program = new Command().exitOverride();
    registerTemplates(program, {
      out: () => undefined,
      error: () => undefined,
      fail: () => undefined,
      env: {},
    });
    await expect(program.parseAsync(['templates', 'status'], { from: 'user' })).rejects.toThrow(
      'WHATSAPP_ACCESS_TOKEN is not set.',
    );
  });
});
