import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCoreClient } from '../../helpers/core-client.ts';
import { isResponseShapeError } from '../../../src/errors/response-shape-error.ts';
import { isTransportError } from '../../../src/errors/transport-error.ts';
import { isUsageError } from '../../../src/errors/usage-error.ts';
import { downloadMediaBytes } from '../../../src/api/media/download-media-bytes.ts';
import { downloadMedia } from '../../../src/api/media/download-media.ts';
import { saveMedia } from '../../../src/api/media/save-media.ts';
import { fileServer } from './file-server.ts';
import { hostileNames } from './hostile-names.ts';
import { hostileUrls } from './hostile-urls.ts';

const accessToken = 'CANARY-TOKEN-0123456789';
const bytes = Buffer.from('a picture, say');
const digest = createHash('sha256').update(bytes);
const sha256 = digest.copy().digest('hex');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wabakit-download-'));
});
afterAll(() => rm(folder, { recursive: true }));

const getClient = (baseUrl: string) =>
  makeCoreClient({ accessToken, phoneNumberId: '1061', baseUrl, retry: false });

interface Shelf {
  /** What `GET /<media id>` says beside the URL. */
  readonly record?: Record<string, unknown>;
  /** What the URL answers, by the number of the request for it. */
  readonly file?: (response: ServerResponse, turn: number) => void;
}

/** Meta's two doors on real HTTP: the record of a file, and the file. */
async function shelf({ record = {}, file = (response) => response.end(bytes) }: Shelf = {}) {
  const asked: string[] = [];
  let turns = 0;
  const server = await fileServer((request, response) => {
    asked.push(`${request.url} ${request.headers.authorization}`);
    if (request.url?.startsWith('/file')) return file(response, (turns += 1));
    response.setHeader('content-type', 'application/json');
    const url = `${server.baseUrl}/file?fresh=${asked.length}`;
    response.end(
      JSON.stringify({
        id: '42',
        url,
        mime_type: 'image/jpeg',
        sha256,
        file_size: String(bytes.length),
        ...record,
      }),
    );
  });
  return { ...server, asked, client: getClient(server.baseUrl) };
}

const getProblem = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no problem',
    (error: unknown) => error,
  );

test('default: gives the bytes, with the token for the record and for the file', async () => {
  await using server = await shelf();
  const file = await downloadMediaBytes(server.client, { mediaId: '42' });
  expect([Buffer.from(file.bytes).toString(), file.mimeType]).toEqual(['a picture, say', 'image/jpeg']);
  expect(server.asked).toEqual([`/v26.0/42 Bearer ${accessToken}`, `/file?fresh=1 Bearer ${accessToken}`]);
});

test('behavior: a webhook names URL and SHA-256, which saves the call for the record', async () => {
  await using server = await shelf({
    file: (response) => response.setHeader('content-type', 'image/png').end(bytes),
  });
  const base64 = digest.copy().digest('base64');
  const file = await downloadMediaBytes(server.client, {
    mediaId: '42',
    url: `${server.baseUrl}/file`,
    sha256: base64,
  });
  expect([file.bytes.length, file.mimeType, server.asked.length]).toEqual([bytes.length, 'image/png', 1]);
});

test('behavior: an expired URL is asked for again, once', async () => {
  const file: Shelf['file'] = (response, turn) => {
    if (turn === 1) response.statusCode = 404;
    response.end(turn === 1 ? '' : bytes);
  };
  for (const fromWebhook of [true, false]) {
    await using server = await shelf({ file });
    const url = fromWebhook ? `${server.baseUrl}/file` : undefined;
    expect((await downloadMediaBytes(server.client, { mediaId: '42', url })).bytes.length).toBe(bytes.length);
    expect(server.asked.filter((line) => line.startsWith('/file')).length).toBe(2);
  }
});

test('error: a file that is gone is said to be gone after two tries', async () => {
  await using server = await shelf({
    file: (response) => {
      response.statusCode = 404;
      response.end();
    },
  });
  const error = await getProblem(downloadMediaBytes(server.client, { mediaId: '42' }));
  expect(isTransportError(error) && [error.reason, error.httpStatus]).toEqual(['status', 404]);
  expect(String(error)).toMatch('The file is gone: its URL had expired, and a fresh one was refused too.');
  expect(server.asked.length).toBe(4);
});

test('error: another refusal is not taken for an expired URL', async () => {
  await using server = await shelf({
    file: (response) => {
      response.statusCode = 403;
      response.end();
    },
  });
  expect(await getProblem(downloadMediaBytes(server.client, { mediaId: '42' }))).toMatchObject({
    httpStatus: 403,
  });
  expect(server.asked.length).toBe(2);
});

test('error: size and SHA-256 are checked against the record', async () => {
  for (const [record, says] of [
    [{ file_size: 15 }, "the file has 14 bytes, Meta's record says 15"],
    [{ sha256: '0'.repeat(64) }, "the file's SHA-256 is not the one in Meta's record"],
    [{ sha256: `${'A'.repeat(43)}=` }, "the file's SHA-256 is not the one in Meta's record"],
  ] as const) {
    await using server = await shelf({ record });
    const error = await getProblem(downloadMediaBytes(server.client, { mediaId: '42' }));
    expect(isResponseShapeError(error) && error.message).toContain(says);
  }
});

test('behavior: a record without size and digest is taken as it is', async () => {
  await using server = await shelf({ record: { file_size: undefined, sha256: '<HASH>' } });
  expect((await downloadMediaBytes(server.client, { mediaId: '42' })).bytes.length).toBe(bytes.length);
});

test('error: decoded bytes stop at the cap, within one chunk', async () => {
  const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024));
  await using server = await shelf({
    record: { sha256: undefined, file_size: undefined },
    file: (response) => response.setHeader('content-encoding', 'gzip').end(bomb),
  });
  const maxBytes = 1_000_000;
  const { stream } = await downloadMedia(server.client, { mediaId: '42', maxBytes });
  let given = 0;
  const error = await getProblem(
    (async () => {
      for await (const chunk of stream) given += chunk.length;
    })(),
  );
  expect(bomb.length).toBeLessThan(205_000);
  expect(given).toBeLessThanOrEqual(maxBytes);
  expect(isUsageError(error) && error.issues[0]).toMatchObject({ path: 'maxBytes', limit: maxBytes });
});

test('error: a download that breaks off says after how many bytes, and shows no token', async () => {
  await using server = await shelf({
    file: (response) => {
      response.setHeader('content-length', bytes.length);
      response.write(bytes.subarray(0, 5), () => response.destroy());
    },
  });
  const error = await getProblem(downloadMediaBytes(server.client, { mediaId: '42' }));
  expect(isTransportError(error) && error.message).toBe('The download broke off after 5 bytes.');
});

test('error: a download can be given up while it runs', async () => {
  await using server = await shelf({ file: (response) => void response.write(bytes) });
  const controller = new AbortController();
  const { stream } = await downloadMedia(server.client, { mediaId: '42' }, { signal: controller.signal });
  const reader = stream.getReader();
  await reader.read();
  const next = getProblem(reader.read());
  controller.abort();
  expect(await next).toMatchObject({ kind: 'transport', reason: 'aborted' });
});

test('behavior: saves under a safe name, never over a file, and leaves nothing of a broken download', async () => {
  await using server = await shelf();
  const params = { mediaId: '42', directory: folder };
  const { path, mimeType } = await saveMedia(server.client, { ...params, name: '../../evil\0.jpg' });
  expect([path, mimeType]).toEqual([join(folder, 'evil.jpg'), 'image/jpeg']);
  expect(await readFile(path, 'utf8')).toBe('a picture, say');
  expect((await saveMedia(server.client, params)).path).toBe(join(folder, '42.jpg'));
  await expect(saveMedia(server.client, params)).rejects.toThrow('holds a file of that name already');
  await expect(saveMedia(server.client, { ...params, directory: join(folder, 'none') })).rejects.toThrow(
    'cannot be written to',
  );
  await using broken = await shelf({ record: { sha256: '0'.repeat(64) } });
  await expect(saveMedia(broken.client, { ...params, name: 'broken.jpg' })).rejects.toThrow('SHA-256');
  expect((await readdir(folder)).toSorted()).toEqual(['42.jpg', 'evil.jpg']);
});

test('behavior: 200 hostile names stay in the folder', async () => {
  await using server = await shelf();
  const inside = join(folder, 'inbox');
  await mkdir(inside);
  await writeFile(join(folder, 'witness'), 'untouched');
  expect(hostileNames.length).toBe(200);
  let escapes = 0;
  for (const [index, name] of hostileNames.entries()) {
    const mediaId = `m${index}`;
    const saved = await saveMedia(server.client, { mediaId, directory: inside, name }).catch(
      (error: unknown) => {
        if (isUsageError(error) && error.message.includes('already')) return undefined;
        throw error;
      },
    );
    if (saved === undefined) continue;
    if (dirname(saved.path) !== inside || Buffer.byteLength(basename(saved.path)) > 255) escapes += 1;
    await rm(saved.path);
  }
  expect(escapes).toBe(0);
  expect(await readdir(inside)).toEqual([]);
  expect(await readFile(join(folder, 'witness'), 'utf8')).toBe('untouched');
});

/** A listener that is not Meta: it keeps every byte that reaches it. */
async function foreignListener() {
  const heard: Buffer[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (data) => {
      heard.push(data);
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\nhi');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const canaries = () => Buffer.concat(heard).toString('latin1').split(accessToken).length - 1;
  return {
    port,
    canaries,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}

test('behavior: 50 hostile URLs get no byte of the token', async () => {
  await using foreign = await foreignListener();
  await using server = await shelf();
  const urls = hostileUrls(foreign.port, server.port);
  expect(urls.length).toBe(50);
  for (const url of urls) {
    await using lying = await shelf({ record: { url } });
    for (const [client, params] of [
      [server.client, { mediaId: '42', url }],
      [lying.client, { mediaId: '42' }],
    ] as const) {
      const error = await getProblem(downloadMediaBytes(client, params));
      expect([url, error === 'no problem' ? error : (error as { kind?: string }).kind]).not.toEqual([
        url,
        'no problem',
      ]);
    }
  }
  expect(foreign.canaries()).toBe(0);
});

test.each([301, 302, 303, 307, 308])(
  'behavior: a %i to a foreign host gets no byte of the token',
  async (status) => {
    await using foreign = await foreignListener();
    await using server = await shelf({
      file: (response) => {
        response.statusCode = status;
        response.setHeader('location', `http://127.0.0.1:${foreign.port}/stolen`);
        response.end();
      },
    });
    const error = await getProblem(downloadMediaBytes(server.client, { mediaId: '42' }));
    expect(isTransportError(error) && error.reason).toBe('host');
    expect(foreign.canaries()).toBe(0);
  },
);
