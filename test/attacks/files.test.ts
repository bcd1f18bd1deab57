import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { getEventListeners, once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { downloadMedia } from '../../src/api/media/download-media.ts';
import { downloadMediaBytes } from '../../src/api/media/download-media-bytes.ts';
import { saveMedia } from '../../src/api/media/save-media.ts';
import type { CallOptions } from '../../src/transport/interface.ts';
import { fileServer } from '../api/media/file-server.ts';
import { makeCoreClient } from '../helpers/core-client.ts';
import { promise, report, rounds } from './promise.ts';

const bytes = Buffer.alloc(300_000, 'wabakit');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const makeFolder = (): string => mkdtempSync(join(tmpdir(), 'wabakit-files-'));

/** A server of one file, whose bytes `serve` writes. */
const serveFile = (serve: (response: ServerResponse) => void) => {
  const server = fileServer((request, response) => {
    if (request.url !== '/file') {
      const url = `http://${request.headers.host}/file`;
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({ id: '1', url, mime_type: 'application/pdf', sha256, file_size: bytes.length }),
      );
    } else serve(response);
  });
  return server;
};
const whole = (response: ServerResponse): void => void response.end(bytes);
const half = (response: ServerResponse): void => void response.write(bytes.subarray(0, 150_000));

const makeClient = (baseUrl: string, fetch?: typeof globalThis.fetch) =>
  makeCoreClient({ accessToken: 'token', phoneNumberId: '1', baseUrl, fetch, retry: false });

async function until(check: () => boolean): Promise<void> {
  while (!check()) await new Promise((resolve) => setTimeout(resolve, 5));
}

test(
  promise('save-is-whole', '0 cut files after 5 SIGKILLs'),
  async () => {
    await using server = await serveFile(half);
    const child = fileURLToPath(new URL('save-child.ts', import.meta.url));
    const kills = rounds(5, 100);
    let cut = 0;
    let parts = 0;
    for (let index = 0; index < kills; index += 1) {
      const folder = makeFolder();
      const process_ = spawn(process.execPath, ['--no-warnings', child, server.baseUrl, folder]);
      // Killed at different sizes of what is written, the first one at once.
      await until(() =>
        readdirSync(folder).some((name) => statSync(join(folder, name)).size >= (index % 8) * 20_000),
      );
      process_.kill('SIGKILL');
      await once(process_, 'exit');
      cut += readdirSync(folder).filter((name) => name === 'invoice.pdf').length;
      parts += readdirSync(folder).filter((name) => name.endsWith('.part')).length;
    }
    report(`media.save: ${kills} SIGKILLs, ${cut} cut files, ${parts} left parts`);
    expect(cut).toBe(0);
    expect(parts).toBe(kills);
  },
  rounds(120_000, 600_000),
);

test('default: a file is saved whole under its name, and nothing else stays', async () => {
  await using server = await serveFile(whole);
  const directory = makeFolder();
  const params = { mediaId: '1', directory, name: 'invoice.pdf' };
  const { path } = await saveMedia(makeClient(server.baseUrl), params);
  expect(readdirSync(directory)).toEqual(['invoice.pdf']);
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

test('error: a name that is taken while the file is on its way is not written over', async () => {
  const directory = makeFolder();
  const taken = join(directory, 'invoice.pdf');
  await using server = await serveFile((response) => {
    writeFileSync(taken, 'mine');
    whole(response);
  });
  const params = { mediaId: '1', directory, name: 'invoice.pdf' };
  await expect(saveMedia(makeClient(server.baseUrl), params)).rejects.toMatchObject({
    kind: 'usage',
    issues: [{ path: 'directory', message: 'holds a file of that name already; nothing was written over' }],
  });
  expect(readFileSync(taken, 'utf8')).toBe('mine');
  expect(readdirSync(directory)).toEqual(['invoice.pdf']);
});

test('behavior: of 20 saves under one name one wins, and the file is whole', async () => {
  await using server = await serveFile(whole);
  const directory = makeFolder();
  const params = { mediaId: '1', directory, name: 'invoice.pdf' };
  const client = makeClient(server.baseUrl);
  const ends = await Promise.allSettled(Array.from({ length: 20 }, () => saveMedia(client, params)));
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(readdirSync(directory)).toEqual(['invoice.pdf']);
  expect(readFileSync(join(directory, 'invoice.pdf')).equals(bytes)).toBe(true);
});

test.each<[string, (response: ServerResponse) => void]>([
  ['breaks off', (response) => half(response)],
  ['is another file', (response) => void response.end(Buffer.alloc(300_000))],
])('error: a file that %s leaves nothing behind', async (name, serve) => {
  await using server = await serveFile((response) => {
    serve(response);
    if (name === 'breaks off') setTimeout(() => response.destroy(), 50);
  });
  const directory = makeFolder();
  await expect(saveMedia(makeClient(server.baseUrl), { mediaId: '1', directory })).rejects.toThrow(/./);
  expect(readdirSync(directory)).toEqual([]);
});

test.each<[string, CallOptions, (response: ServerResponse) => void, RegExp]>([
  [
    'stands still after its headers',
    { timeout: 200 },
    (response) => response.flushHeaders(),
    /stood still for 200 ms after 0/,
  ],
  ['stands still in the middle', { timeout: 200 }, half, /stood still for 200 ms after 150000/],
  [
    'drips for ever',
    { timeout: 5_000, totalTimeout: 500 },
    (response) => {
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    },
    /took longer than its totalTimeout after \d+ bytes/,
  ],
])(
  `a download that %s: ${promise('downloads-end', 'ended by timeout or totalTimeout')}`,
  async (_name, options, serve, message) => {
    await using server = await serveFile(serve);
    const download = downloadMediaBytes(makeClient(server.baseUrl), { mediaId: '1' }, options);
    const error = await download.catch((cause: unknown) => cause);
    expect(error).toMatchObject({ kind: 'transport', reason: 'timeout' });
    expect(String(error)).toMatch(message);
  },
);

test('behavior: a download that is read slowly is not one that stands still', async () => {
  await using server = await serveFile(whole);
  const { stream } = await downloadMedia(makeClient(server.baseUrl), { mediaId: '1' }, { timeout: 300 });
  let count = 0;
  for await (const chunk of stream) {
    count += chunk.length;
    if (count < 200_000) await new Promise((resolve) => setTimeout(resolve, 310));
  }
  expect(count).toBe(bytes.length);
});

test('behavior: no end of a download leaves its abort listener', async () => {
  await using server = await serveFile(half);
  await using good = await serveFile(whole);
  const { signal } = new AbortController();
  const open = async (url: string, more: CallOptions = {}) =>
    (await downloadMedia(makeClient(url), { mediaId: '1' }, { signal, ...more })).stream;
  const count = () => getEventListeners(signal, 'abort').length;

  await (await open(server.baseUrl)).cancel();
  expect(count()).toBe(0);
  for await (const chunk of await open(good.baseUrl)) expect(chunk.length).toBeGreaterThan(0);
  expect(count()).toBe(0);
  const reader = (await open(server.baseUrl, { timeout: 100 })).getReader();
  await expect(
    (async () => {
      while (!(await reader.read()).done);
    })(),
  ).rejects.toMatchObject({ reason: 'timeout' });
  expect(count()).toBe(0);
});

const schemes = [
  'blob:https://graph.facebook.com/1',
  'data:text/plain,hi',
  'file:///etc/passwd',
  'javascript:1',
  '/123/messages',
  '//evil.example/x',
  'ftp://graph.facebook.com/1',
];

test(promise('web-addresses-only', '0 of 19 addresses reach fetch'), async () => {
  const asked: string[] = [];
  const base = 'https://graph.facebook.com';
  const ends: unknown[] = [];
  for (const url of schemes) {
    const fetchOf =
      (answer: () => Response): typeof globalThis.fetch =>
      async (input) => {
        const address = input instanceof Request ? input.url : String(input);
        asked.push(address);
        return answer();
      };
    const record = () => Response.json({ id: '1', url, mime_type: 'image/png' });
    const redirect = () => new Response(null, { status: 302, headers: { location: url } });
    const given = makeClient(base, fetchOf(redirect));
    ends.push(await downloadMedia(given, { mediaId: '1', url }).catch((error: unknown) => error));
    ends.push(
      await downloadMedia(makeClient(base, fetchOf(record)), { mediaId: '1' }).catch(
        (error: unknown) => error,
      ),
    );
    if (!url.startsWith('/')) {
      const params = { mediaId: '1', url: 'https://lookaside.fbsbx.com/x' };
      ends.push(await downloadMedia(given, params).catch((error: unknown) => error));
    }
  }
  const foreign = asked.filter(
    (address) => !/^https:\/\/(graph\.facebook\.com\/v26\.0\/1|lookaside\.fbsbx\.com\/x)$/.test(address),
  );
  report(`addresses that are not of the web: ${ends.length} tries, ${foreign.length} reached fetch`);
  expect(foreign).toEqual([]);
  expect(ends).toHaveLength(19);
  expect(ends.every((error) => error instanceof Error)).toBe(true);
});
