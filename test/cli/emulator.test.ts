// @module-tag posix
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleCli } from './emulator-bundle.ts';

let cli: Awaited<ReturnType<typeof bundleCli>>;

beforeAll(async () => {
  cli = await bundleCli();
}, 60_000);

afterAll(() => cli.remove());

interface Run {
  readonly out: () => string;
  readonly error: () => string;
  /** Resolves once the greeting is out. */
  readonly ready: Promise<void>;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
  readonly interrupt: () => boolean;
}

function start(...args: readonly string[]): Run {
  const child = spawn(process.execPath, [cli.file, 'emulator', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, XDG_STATE_HOME: join(cli.folder, 'state-of-user') },
  });
  let out = '';
  let error = '';
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      out += part.toString();
      if (out.includes('Ctrl+C')) resolve();
    });
    child.stderr.on('data', (part: Buffer) => (error += part.toString()));
    void ended.then(() => reject(new Error(`ended before it was ready: ${error}`)));
  });
  ready.catch(() => undefined);
  return { out: () => out, error: () => error, ready, ended, interrupt: () => child.kill('SIGINT') };
}

const getValue = (run: Run, name: string): string => new RegExp(`${name}=(\\S+)`).exec(run.out())?.[1] ?? '';

async function serve(
  answer: (url: URL) => { readonly status: number; readonly text: string },
  port = 0,
): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    const { status, text } = answer(new URL(request.url ?? '/', 'http://localhost'));
    response.writeHead(status).end(text);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook` };
}

const close = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));

describe('wabakit emulator', () => {
  test('default: what it prints works, and an interrupt ends it well', async () => {
    const run = start('--port', '0');
    await run.ready;
    const base = getValue(run, 'WHATSAPP_BASE_URL');
    const response = await fetch(`${base}/v26.0/${getValue(run, 'WHATSAPP_PHONE_NUMBER_ID')}`, {
      headers: { authorization: `Bearer ${getValue(run, 'WHATSAPP_ACCESS_TOKEN')}` },
    });
    expect(response.status).toBe(200);
    const address = /Phones\s+(\S+)/.exec(run.out())?.[1] ?? '';
    const page = await fetch(address);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('EventSource');
    expect(getValue(run, 'WHATSAPP_VERIFY_TOKEN')).toBe('emulator');
    run.interrupt();
    expect(await run.ended).toBe(0);
    expect(run.error()).toBe('');
  });

  test('behavior: the token and the secret are those of the installation, whatever the seed; flags take their place', async () => {
    const flags = ['--port', '0', '--verify-token', 'ours'];
    const runs = [
      start(...flags, '--seed', '7'),
      start(...flags),
      start('--port', '0', '--app-secret', 'mine'),
    ];
    await Promise.all(runs.map(({ ready }) => ready));
    const [one, same, other] = runs.map((run) =>
      ['ACCESS_TOKEN', 'APP_SECRET', 'VERIFY_TOKEN'].map((name) => getValue(run, `WHATSAPP_${name}`)),
    );
    expect(same).toEqual(one);
    expect(one).toEqual([expect.stringMatching(/^EAA\w+$/), expect.stringMatching(/^[0-9a-f]{32}$/), 'ours']);
    expect(other?.slice(1)).toEqual(['mine', 'emulator']);
    expect(other?.[0]).toBe(one?.[0]);
    for (const run of runs) run.interrupt();
    expect(await Promise.all(runs.map(({ ended }) => ended))).toEqual([0, 0, 0]);
  });

  test('behavior: the state goes on from the file', async () => {
    const file = join(cli.folder, 'state.json');
    const first = start('--port', '0', '--clock', 'manual', '--state', file);
    await first.ready;
    const act = (run: Run, action: object): Promise<Response> =>
      fetch(`${getValue(run, 'WHATSAPP_BASE_URL')}/_wabakit/actions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(action),
      });
    expect((await act(first, { kind: 'say', waId: '5511987654321', text: 'remember me' })).status).toBe(200);
    first.interrupt();
    expect(await first.ended).toBe(0);
    expect(await readFile(file, 'utf8')).toContain('remember me');
    const second = start('--port', '0', '--clock', 'manual', '--state', file);
    await second.ready;
    const state = await fetch(`${getValue(second, 'WHATSAPP_BASE_URL')}/_wabakit/state`);
    expect(await state.text()).toContain('remember me');
    second.interrupt();
    expect(await second.ended).toBe(0);
  });

  const challenge = ({ searchParams }: URL) => ({
    status: searchParams.get('hub.verify_token') === 'emulator' ? 200 : 403,
    text: searchParams.get('hub.challenge') ?? '',
  });

  test('behavior: a webhook that passes the handshake is told', async () => {
    const { url, server } = await serve(challenge);
    const run = start('--port', '0', '--webhook', url);
    await run.ready;
    await expect.poll(run.out, { timeout: 10_000 }).toContain(`Webhooks are sent to ${url}.`);
    run.interrupt();
    expect(await run.ended).toBe(0);
    await close(server);
  });

  test('behavior: an app that starts later gets its webhooks, and one that refuses is asked again', async () => {
    const first = await serve(challenge);
    await close(first.server);
    const run = start('--port', '0', '--webhook', first.url, '--verify-token', 'ours');
    await run.ready;
    expect(run.out()).not.toContain('Webhooks are sent');
    const port = Number(new URL(first.url).port);
    let token = 'another';
    const { server } = await serve(({ searchParams }) => {
      const isOurs = searchParams.get('hub.verify_token') === token;
      return { status: isOurs ? 200 : 403, text: searchParams.get('hub.challenge') ?? '' };
    }, port);
    await expect.poll(run.error, { timeout: 10_000 }).toContain('did not pass the handshake');
    token = 'ours';
    await expect.poll(run.out, { timeout: 10_000 }).toContain(`Webhooks are sent to ${first.url}.`);
    expect(run.error().match(/did not pass the handshake/g)).toHaveLength(1);
    run.interrupt();
    expect(await run.ended).toBe(0);
    await close(server);
  });

  test('behavior: an interrupt ends it while no app listens', async () => {
    const run = start('--port', '0', '--webhook', 'http://127.0.0.1:1/webhook');
    await run.ready;
    run.interrupt();
    expect(await run.ended).toBe(0);
  });

  test('behavior: ids and secrets of a file are used and not printed; flags come before the file', async () => {
    const file = join(cli.folder, '.env');
    await writeFile(
      file,
      'WHATSAPP_ACCESS_TOKEN=EAAmine\nWHATSAPP_PHONE_NUMBER_ID=106540352242922\nWHATSAPP_WABA_ID=\n',
    );
    const run = start('--port', '0', '--env-file', file, '--phone-number-id', '42424242424242');
    await run.ready;
    const get = async (id: string, token: string): Promise<number> => {
      const response = await fetch(`${getValue(run, 'WHATSAPP_BASE_URL')}/v26.0/${id}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return response.status;
    };
    expect(await get('42424242424242', 'EAAmine')).toBe(200);
    expect(await get('106540352242922', 'EAAmine')).toBe(400);
    expect(await get('42424242424242', 'EAAother')).toBe(401);
    expect(run.out()).toContain(`Set this in addition to ${file}, whose ids and secrets are used:`);
    expect(run.out()).not.toContain('EAAmine');
    run.interrupt();
    expect(await run.ended).toBe(0);
  });
});

describe('what cannot work', () => {
  test('error: a port in use', async () => {
    const { url, server } = await serve(() => ({ status: 200, text: '' }));
    const run = start('--port', new URL(url).port);
    expect(await run.ended).toBe(2);
    expect(run.error()).toContain(`Port ${new URL(url).port} is in use.`);
    expect(run.out()).toBe('');
    await close(server);
  });

  test('error: a file without the state of an emulator stays unchanged', async () => {
    const file = join(cli.folder, 'notes.txt');
    await writeFile(file, 'my notes');
    const run = start('--port', '0', '--state', file);
    expect(await run.ended).toBe(2);
    expect(run.error()).toContain('does not contain the state of an emulator');
    expect(await readFile(file, 'utf8')).toBe('my notes');
  });

  test('error: a folder that does not exist', async () => {
    const run = start('--port', '0', '--state', join(cli.folder, 'missing', 'state.json'));
    expect(await run.ended).toBe(2);
    expect(run.error()).toContain('The state cannot be saved in');
  });

  test.each([
    [['--clock', 'fast'], 'Allowed choices are real, manual, x60'],
    [['--port', 'many'], 'Give a whole number from 0 to 65535.'],
    [['--port', '70000'], 'Give a whole number from 0 to 65535.'],
    [['--webhook', 'localhost:3000'], 'Give an http or https URL.'],
    [['--seed', '-1'], 'Give a whole number from 0 to 4294967295.'],
    [['--wrong'], "unknown option '--wrong'"],
  ])('args: %j', async (args, message) => {
    const run = start(...args);
    expect(await run.ended).toBe(2);
    expect(run.error()).toContain(message);
  });
});
