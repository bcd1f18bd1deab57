// @module-tag posix
import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  lchownSync,
  lstatSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleCli } from '../cli/emulator-bundle.ts';
import { run } from '../cli/run.ts';
import { promise, report, rounds } from './promise.ts';

let cli: Awaited<ReturnType<typeof bundleCli>>;
let home = '';
beforeAll(async () => {
  cli = await bundleCli();
  home = join(cli.folder, 'home');
}, 120_000);
afterAll(() => cli.remove());

interface Started {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly error: () => string;
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Started {
  const child = spawn(process.execPath, [cli.file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, XDG_STATE_HOME: home, ...env },
  });
  let [out, error] = ['', ''];
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (error += part.toString()));
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.on('close', (code, signal) => resolve(code ?? signal)),
  );
  return { child, out: () => out, error: () => error, ended };
}

async function emulator(args: readonly string[] = [], env = {}): Promise<Started & { readonly url: string }> {
  const started = start(['emulator', '--port', '0', '--clock', 'manual', ...args], env);
  await Promise.race([started.ended, expect.poll(started.out, { timeout: 15_000 }).toContain('Ctrl+C')]);
  return { ...started, url: /BASE_URL=(\S+)/.exec(started.out())?.[1] ?? '' };
}

async function end(
  started: Started,
  signal: NodeJS.Signals = 'SIGINT',
): Promise<number | NodeJS.Signals | null> {
  started.child.kill(signal);
  return started.ended;
}

const valueOf = (started: Started, name: string): string =>
  new RegExp(`WHATSAPP_${name}=(\\S+)`).exec(started.out())?.[1] ?? '';
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe('the secrets of an installation', () => {
  test(
    promise('emulator-own-secrets', '2 of 2 installations differ; 3 starts of one agree; mode 600'),
    async () => {
      const [one, two] = [join(cli.folder, 'one'), join(cli.folder, 'two')];
      const starts = [];
      for (const folder of [one, one, one, two]) {
        const started = await emulator([], { XDG_STATE_HOME: folder });
        starts.push([valueOf(started, 'ACCESS_TOKEN'), valueOf(started, 'APP_SECRET')]);
        expect(await end(started)).toBe(0);
      }
      expect(starts[0]).toEqual([
        expect.stringMatching(/^EAAE\w{60}$/),
        expect.stringMatching(/^[0-9a-f]{32}$/),
      ]);
      expect([starts[1], starts[2]]).toEqual([starts[0], starts[0]]);
      expect(starts[3]?.[0]).not.toBe(starts[0]?.[0]);
      expect(starts[3]?.[1]).not.toBe(starts[0]?.[1]);
      expect(modeOf(join(one, 'wabakit', 'emulator.json'))).toBe('600');
      expect(modeOf(join(one, 'wabakit'))).toBe('700');
    },
  );

  test('error: damaged secrets are made new with a word, and a file open to others is closed', async () => {
    const folder = join(cli.folder, 'damaged');
    const file = join(folder, 'wabakit', 'emulator.json');
    mkdirSync(join(folder, 'wabakit'), { recursive: true });
    for (const text of ['', '{', '[]', '{"accessToken":"EAAE","appSecret":"x"}']) {
      writeFileSync(file, text, { mode: 0o644 });
      const started = await emulator([], { XDG_STATE_HOME: folder });
      await end(started);
      expect(started.error()).toContain('was damaged. The emulator has a new access token');
      expect(readFileSync(file, 'utf8')).toContain(valueOf(started, 'ACCESS_TOKEN'));
    }
    chmodSync(file, 0o644);
    await end(await emulator([], { XDG_STATE_HOME: folder }));
    expect(modeOf(file)).toBe('600');
  });

  test('error: a folder that cannot be made gives secrets for this run, with a word', async () => {
    const blocked = join(cli.folder, 'blocked');
    writeFileSync(blocked, '');
    const started = await emulator([], { XDG_STATE_HOME: blocked });
    expect(valueOf(started, 'ACCESS_TOKEN')).toMatch(/^EAAE\w{60}$/);
    expect(await end(started)).toBe(0);
    expect(started.error()).toContain('cannot be kept');
  });
});

describe('the state file', () => {
  const state = (): string => join(cli.folder, `state-${readdirSync(cli.folder).length}.json`);

  test(
    promise('emulator-damaged-state', '6 of 6 damaged files kept, byte for byte'),
    async () => {
      const file = state();
      await end(await emulator(['--state', file]));
      const whole = readFileSync(file, 'utf8');
      const damaged = [
        whole.slice(0, 40),
        whole.slice(0, -1),
        whole.replace('"wabakitEmulator":1', '"wabakitEmulator":2'),
        whole.replace('"media":{"$map":[]}', '"media":[]'),
        whole.replace(/"tasks":\[[^\]]*\]/, '"tasks":[1]'),
        whole.replace('"now":', '"later":'),
      ];
      let kept = 0;
      for (const text of damaged) {
        expect(text).not.toBe(whole);
        writeFileSync(file, text);
        const started = await emulator(['--state', file]);
        expect(await end(started)).toBe(0);
        const beside = /It was kept as (\S+),/.exec(started.error())?.[1] ?? '';
        expect(readFileSync(beside, 'utf8')).toBe(text);
        expect(readFileSync(file, 'utf8')).toContain('"wabakitEmulator":1');
        kept += 1;
      }
      report(`${kept} damaged state files: each kept beside, byte for byte`);
    },
    120_000,
  );

  test(
    promise('emulator-atomic-state', '0 of 8 kills leave a file that cannot be restored'),
    async () => {
      const file = state();
      const kills = rounds(8, 100);
      for (let index = 0; index < kills; index++) {
        const started = await emulator(['--state', file]);
        expect(started.error()).toBe('');
        const say = () =>
          fetch(`${started.url}/_wabakit/actions`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ kind: 'say', waId: '5511987654321', text: 'x'.repeat(100_000) }),
          }).catch(() => undefined);
        await say();
        const killed = new Promise((resolve) => setTimeout(resolve, index % 2 === 0 ? 1990 + index * 5 : 10));
        await killed;
        await end(started, index % 2 === 0 ? 'SIGKILL' : 'SIGTERM');
        expect(() => JSON.parse(readFileSync(file, 'utf8')) as unknown).not.toThrow();
      }
      expect(modeOf(file)).toBe('600');
      report(`${kills} emulators killed around a save: 0 state files damaged`);
    },
    120_000,
  );

  test('behavior: a link of this user is followed', async () => {
    const [target, link] = [state(), join(cli.folder, 'link.json')];
    symlinkSync(target, link);
    await end(await emulator(['--state', link]));
    expect(readFileSync(target, 'utf8')).toContain('"wabakitEmulator":1');
    expect(readFileSync(link, 'utf8')).toBe(readFileSync(target, 'utf8'));
  }, 120_000);

  test('error: a link that another user made', async () => {
    // Only root can give a link away; for any other user `/bin` and `/etc` hold links of root.
    const isRoot = process.getuid?.() === 0;
    const link = isRoot
      ? join(cli.folder, 'foreign.json')
      : (['/bin', '/etc'].find((path) => lstatSync(path).isSymbolicLink()) ?? '');
    if (isRoot) {
      symlinkSync(state(), link);
      lchownSync(link, 12_345, 12_345);
    }
    const started = start(['emulator', '--port', '0', '--state', link]);
    expect(await started.ended).toBe(2);
    expect(started.error()).toContain('is a symbolic link that another user made');
  });
});

describe('pipes and files', () => {
  const rows = Array.from({ length: 60_000 }, (_, row) => `BR,marketing,${row + 1}`).join('\n');

  test(
    promise('cli-closed-pipe', '7 of 7 commands end with no word'),
    async () => {
      const recording = join(cli.folder, 'r.json');
      writeFileSync(recording, '{"entry":[]}');
      const plan = join(cli.folder, 'small.csv');
      writeFileSync(plan, 'country,category,count\nBR,marketing,10\n');
      const commands: readonly (readonly string[])[] = [
        ['--help'],
        ['price', 'cards'],
        ['price', 'cards', '--json'],
        ['price', 'quote', '--country', 'BR', '--category', 'marketing'],
        ['price', 'estimate', plan, '--json'],
        ['webhook', '--help'],
        ['emulator', '--port', '0'],
      ];
      for (const args of commands) {
        const { child, error, ended } = start(args);
        child.stdout?.destroy();
        const code = await Promise.race([
          ended,
          new Promise((resolve) =>
            setTimeout(() => resolve(end({ child, ended, error, out: error }, 'SIGTERM')), 8000),
          ),
        ]);
        expect([0, 1, 2, 3], args.join(' ')).toContain(code);
        expect(error(), args.join(' ')).not.toMatch(/EPIPE|at .*\(|Error:/);
      }
      report(`${commands.length} commands whose reader went away: none printed an error`);
    },
    120_000,
  );

  test(
    promise('cli-whole-files', '0 of 12 interrupted commands leave a half file'),
    async () => {
      const plan = join(cli.folder, 'plan.csv');
      writeFileSync(plan, `country,category,count\n${rows}\n`);
      const folder = join(cli.folder, 'out');
      mkdirSync(folder);
      const csv = join(folder, 'out.csv');
      const args = ['price', 'estimate', plan, '--max-rows', '1000000', '--csv', csv];
      const whole = start(args);
      expect([0, 3]).toContain(await whole.ended);
      const complete = readFileSync(csv, 'utf8');
      const began = performance.now();
      await start(args).ended;
      const takes = performance.now() - began;
      const count = rounds(12, 200);
      let [old, fresh] = [0, 0];
      for (let index = 0; index < count; index++) {
        writeFileSync(csv, 'the old file');
        const started = start(args);
        await new Promise((resolve) => setTimeout(resolve, (takes * (index + 1)) / count));
        await end(started, index % 3 === 2 ? 'SIGTERM' : 'SIGINT');
        const left = readFileSync(csv, 'utf8');
        expect(['the old file', complete]).toContain(left);
        if (left === complete) fresh += 1;
        else old += 1;
        expect(readdirSync(folder)).toEqual(['out.csv']);
      }
      report(`${count} interrupted commands: ${old} left the old file, ${fresh} the new one, 0 a half`);
    },
    120_000,
  );

  test('behavior: templates pull keeps a file that exists, and its mode with --force', async () => {
    const started = await emulator();
    const out = join(cli.folder, 'templates.ts');
    writeFileSync(out, 'mine', { mode: 0o640 });
    const env = {
      WHATSAPP_BASE_URL: started.url,
      WHATSAPP_ACCESS_TOKEN: valueOf(started, 'ACCESS_TOKEN'),
      WHATSAPP_WABA_ID: valueOf(started, 'WABA_ID'),
    };
    const kept = await run(['templates', 'pull', '--out', out], env);
    expect([kept.code, kept.error]).toEqual([2, expect.stringContaining('exists, and was not changed')]);
    expect(readFileSync(out, 'utf8')).toBe('mine');
    expect((await run(['templates', 'pull', '--out', out, '--force'], env)).code).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain('hello_world');
    expect(modeOf(out)).toBe('640');
    await end(started);
  });
});

describe('what reaches the terminal', () => {
  const hostile = '\u001B]0;owned\u0007\u001B[2J\r\u009B31m\u202Eevil\u2066';
  const controls = /(?![\n\t])[\p{Cc}\u2028-\u202E\u2066-\u2069]/u;

  async function answering<Result>(text: string, status: number, work: (url: string) => Promise<Result>) {
    const server = createServer((_, response) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(text),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  test(
    promise('cli-control-characters', '11 of 11 outputs without a control character'),
    async () => {
      const file = (name: string, text: string): string => {
        const path = join(cli.folder, name);
        writeFileSync(path, text);
        return path;
      };
      const status = { id: `w${hostile}`, recipient_id: '1', status: hostile, timestamp: '1' };
      const value = { metadata: { phone_number_id: '1' }, statuses: [status] };
      const webhook = file(
        'h.json',
        JSON.stringify({
          object: 'whatsapp_business_account',
          entry: [{ id: '1', changes: [{ field: 'messages', value }] }],
        }),
      );
      const plan = file('h.csv', `country,category,count\n${hostile.replaceAll('\r', '')},marketing,1\n`);
      const env = { WHATSAPP_ACCESS_TOKEN: 'EAAx', WHATSAPP_WABA_ID: '1', WHATSAPP_PHONE_NUMBER_ID: '1' };
      const graphError = JSON.stringify({
        error: { message: hostile, code: 100, error_data: { details: hostile }, fbtrace_id: hostile },
      });
      const template = {
        id: hostile,
        name: hostile,
        language: hostile,
        status: hostile,
        category: hostile,
        components: [],
      };
      const list = JSON.stringify({ data: [template] });
      const bubble = { from: 'business', content: { type: 'text', text: { body: hostile } } };
      const said = JSON.stringify({ ok: true, users: [{ waId: '5511987654321', bubbles: [bubble] }] });
      const runs = [
        await run(['webhook', 'inspect', webhook]),
        await run(['webhook', 'inspect', webhook, '--json']),
        await run(['webhook', 'inspect', `missing-${hostile}`]),
        await run(['price', 'estimate', plan]),
        await run([hostile]),
        await run(['send', '--to', '+5511987654321', '--text', 'x', '--base-url', hostile], env),
        await answering(graphError, 400, (url) =>
          run(['send', '--to', '+5511987654321', '--text', 'x', '--base-url', url], env),
        ),
        await answering(list, 200, (url) => run(['templates', 'status', '--base-url', url], env)),
        await answering(list, 200, (url) => run(['templates', 'status', '--json', '--base-url', url], env)),
        await answering(said, 200, (url) => run(['say', 'Hi', '--base-url', url])),
        await answering(said, 200, (url) => run(['say', 'Hi', '--json', '--base-url', url])),
      ];
      for (const [index, { out, error }] of runs.entries()) {
        expect(out + error, String(index)).not.toMatch(controls);
        expect(out + error, String(index)).not.toBe('');
      }
      expect(JSON.parse(runs[10]?.out ?? '')).toEqual([bubble]);
      expect(JSON.parse(runs[8]?.out ?? '')).toMatchObject([{ name: hostile }]);
      report(`${runs.length} outputs with hostile text: 0 control characters, JSON unchanged`);
    },
    120_000,
  );

  test(promise('cli-short-errors', '8 of 8 name the file or the address, without a stack'), async () => {
    const missing = join(cli.folder, 'missing');
    const unused = await answering('', 200, (url) => Promise.resolve(new URL(url)));
    const redis = `redis://:secret-canary@${unused.host}`;
    const secret = { WHATSAPP_APP_SECRET: 'app-secret-canary' };
    const recording = join(cli.folder, 'ok.json');
    writeFileSync(recording, '{"entry":[{"text":"body-canary"}]}');
    const cases: readonly (readonly [args: readonly string[], wanted: RegExp])[] = [
      [['webhook', 'inspect', missing], /missing does not exist\. Check the path/],
      [['webhook', 'verify', missing], /missing does not exist\. Check the path/],
      [['webhook', 'inspect', cli.folder], /is a folder\. Give a file/],
      [['webhook', 'tail', missing], /missing does not exist\. Check the path/],
      [['webhook', 'replay', recording, '--to', unused.href], /Nothing listens at 127\.0\.0\.1:\d+/],
      [['price', 'estimate', missing], /missing/],
      [['templates', 'lint', missing], /missing/],
      [
        ['queue', 'dead-letters', '--redis', redis],
        /The server of --redis cannot be reached: connect ECONNREFUSED 127\.0\.0\.1/,
      ],
    ];
    for (const [args, wanted] of cases) {
      const started = start(args, secret);
      expect([1, 2], args.join(' ')).toContain(await started.ended);
      expect(started.error(), args.join(' ')).toMatch(wanted);
      expect(started.error(), args.join(' ')).not.toMatch(/\n\s+at |canary|\[ioredis\]|node:internal/);
      expect(started.out()).toBe('');
    }
    expect(existsSync(missing)).toBe(false);
  });
});
