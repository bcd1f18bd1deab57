import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCoreClient } from '../../helpers/core-client.ts';
import { isUsageError } from '../../../src/errors/usage-error.ts';
import { uploadMedia, type UploadMediaParams } from '../../../src/api/media/upload-media.ts';
import { fileServer } from './file-server.ts';

const MB = 1024 * 1024;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wabakit-upload-'));
});
afterAll(() => rm(folder, { recursive: true }));

const getClient = (baseUrl: string) =>
  makeCoreClient({
    accessToken: 'TOKEN',
    phoneNumberId: '1061',
    baseUrl,
    retry: { attempts: 2, baseDelay: 1 },
  });

/** Takes one upload over real HTTP and reads its form. */
async function sent(params: UploadMediaParams) {
  const chunks: Buffer[] = [];
  let headers: Record<string, string | string[] | undefined> = {};
  await using server = await fileServer((request, response) => {
    headers = request.headers;
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => response.end('{"id":"42"}'));
  });
  const result = await uploadMedia(getClient(server.baseUrl), params);
  const body = new Response(Buffer.concat(chunks), {
    headers: { 'content-type': String(headers['content-type']) },
  });
  const form = await body.formData();
  const file = form.get('file') as File;
  return {
    result,
    headers,
    form,
    file,
    text: await file.text(),
    raw: Buffer.concat(chunks).toString('latin1'),
  };
}

const textStream = (...parts: readonly string[]): ReadableStream<Uint8Array> => new Blob([...parts]).stream();

const getIssues = async (params: UploadMediaParams): Promise<readonly unknown[]> => {
  const error: unknown = await uploadMedia(getClient('http://127.0.0.1:9'), params).catch(
    (caught: unknown) => caught,
  );
  return isUsageError(error)
    ? error.issues.map(({ path, message, limit }) => [path, message, limit])
    : [error];
};

test('default: uploads bytes', async () => {
  const { result, file, text, form } = await sent({ file: Buffer.from('%PDF'), type: 'application/pdf' });
  expect(result).toEqual({ id: '42' });
  expect([file.name, file.type, text]).toEqual(['file.pdf', 'application/pdf', '%PDF']);
  expect([form.get('messaging_product'), form.get('type')]).toEqual(['whatsapp', 'application/pdf']);
});

test('behavior: a Blob brings its type, a File its name', async () => {
  expect((await sent({ file: new Blob(['x'], { type: 'image/png' }) })).file.type).toBe('image/png');
  const { file } = await sent({ file: new File(['x'], 'cat.jpeg') });
  expect([file.name, file.type]).toEqual(['cat.jpeg', 'image/jpeg']);
});

test('behavior: a path brings its name and type', async () => {
  await writeFile(join(folder, 'invoice.pdf'), '%PDF');
  const { file, text } = await sent({ file: join(folder, 'invoice.pdf') });
  expect([file.name, file.type, text]).toEqual(['invoice.pdf', 'application/pdf', '%PDF']);
});

test('behavior: a stream goes out as it comes, with its length when that is known', async () => {
  const known = await sent({ file: textStream('ab', 'cd'), type: 'text/plain', filename: 'a.txt', size: 4 });
  expect([known.text, known.file.name, known.file.type]).toEqual(['abcd', 'a.txt', 'text/plain']);
  expect(known.headers['content-length']).toBe(String(known.raw.length));
  const unknown = await sent({ file: () => textStream('abcd'), type: 'text/plain' });
  expect([unknown.text, unknown.headers['transfer-encoding']]).toEqual(['abcd', 'chunked']);
});

test('behavior: a hostile file name stays inside its quotes', async () => {
  for (const filename of ['a"; name="b.txt', 'a\r\nX-Evil: 1\r\n\r\n.txt', '../../etc/passwd.txt']) {
    for (const file of [new Blob(['x'], { type: 'text/plain' }), () => textStream('x')]) {
      const { raw, form, text } = await sent({ file, type: 'text/plain', filename });
      expect(raw).not.toMatch(/^X-Evil/m);
      expect([...form.keys()].toSorted()).toEqual(['file', 'messaging_product', 'type']);
      expect(text).toBe('x');
    }
  }
});

test('args: a file that WhatsApp would not take is refused before it is sent', async () => {
  expect(await getIssues({ file: new Blob([new Uint8Array(5 * MB + 1)], { type: 'image/png' }) })).toEqual([
    ['size', 'is 5,242,881 bytes; at most 5,242,880 bytes are allowed for image/png', 5 * MB],
  ]);
  expect(await getIssues({ file: new Blob(['x'], { type: 'audio/opus' }) })).toEqual([
    [
      'type',
      'is audio/opus, which WhatsApp does not take; name it audio/ogg; it must be an OGG file with the Opus codec',
      undefined,
    ],
  ]);
  expect(await getIssues({ file: new Blob(['ID3 music'], { type: 'audio/ogg; codecs=opus' }) })).toEqual([
    [
      'file',
      'is MP3, not OGG with the Opus codec; convert it: ffmpeg -i in -c:a libopus -ac 1 out.ogg',
      undefined,
    ],
  ]);
  expect(await getIssues({ file: new Uint8Array(), type: 'text/plain' })).toEqual([
    ['size', 'is 0 bytes: the file is empty', undefined],
  ]);
  expect(await getIssues({ file: join(folder, 'missing.pdf') })).toEqual([
    ['file', 'does not exist, or may not be read', undefined],
  ]);
  expect(await getIssues({ file: folder })).toEqual([['file', 'is not a file', undefined]]);
});

const ascii = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const filler = '\0'.repeat(64);
const contents: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {
  'image/png': ascii(`\x89PNG\r\n\x1a\n\0\0\0\rIHDR${filler}`),
  'image/jpeg': ascii(`\xff\xd8\xff\xe0\0\x10JFIF\0${filler}`),
  'image/webp': ascii(`RIFF\x40\0\0\0WEBPVP8X\x0a\0\0\0\0${filler}`),
  'image/gif': ascii(`GIF89a${filler}`),
  'application/pdf': ascii(`%PDF-1.7\n${filler}`),
  'audio/wav': ascii(`RIFF\x40\0\0\0WAVEfmt ${filler}`),
  'audio/amr': ascii(`#!AMR\n${filler}`),
  'video/mp4': ascii(`\0\0\0\x18ftypisom\0\0\x02\0isommp42${filler}`),
  'application/x-cfb': ascii(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${filler}`),
};
const content = (type: string): Uint8Array<ArrayBuffer> => contents[type] ?? new Uint8Array();

test.each(['image/png', 'image/jpeg', 'image/webp', 'application/pdf', 'audio/amr', 'video/mp4'])(
  'default: without a type and a name, the content of %s shows it',
  async (type) => {
    const { form } = await sent({ file: content(type) });
    expect(form.get('type')).toBe(type);
  },
);

test.each([
  // What differs in its name alone, or belongs to one kind, is sent as it was declared.
  ['image/jpeg', 'image/png'],
  ['audio/mp4', 'video/mp4'],
  ['video/3gpp', 'video/mp4'],
  ['application/msword', 'application/x-cfb'],
  ['application/vnd.ms-excel', 'application/x-cfb'],
])('behavior: %s that holds %s is sent', async (type, held) => {
  const { form } = await sent({ file: content(held), type });
  expect(form.get('type')).toBe(type);
});

test.each([
  ['image/jpeg', 'application/pdf', 'pass the type of its content, or another file'],
  ['image/png', 'image/webp', 'pass the type of its content, or another file'],
  ['image/webp', 'image/png', 'pass the type of its content, or another file'],
  ['image/png', 'image/gif', 'send it as a video: convert it to MP4'],
  ['application/pdf', 'image/png', 'pass the type of its content, or another file'],
  ['application/pdf', 'application/x-cfb', 'pass the type of its content, or another file'],
  ['text/plain', 'application/pdf', 'pass the type of its content, or another file'],
  [
    'audio/aac',
    'audio/wav',
    'convert it to OGG with the Opus codec: ffmpeg -i in.wav -c:a libopus -ac 1 out.ogg',
  ],
])('error: %s that holds %s', async (type, held, advice) => {
  const issues = [['file', `holds ${held}, not ${type}; ${advice}`, undefined]];
  expect(await getIssues({ file: content(held), type })).toEqual(issues);
  expect(await getIssues({ file: new Blob([content(held)], { type }) })).toEqual(issues);
});

test('error: a file whose name ends in a type that WhatsApp does not take is named with what to do', async () => {
  const message =
    'is audio/wav, which WhatsApp does not take; convert it to OGG with the Opus codec: ffmpeg -i in.wav -c:a libopus -ac 1 out.ogg';
  await writeFile(join(folder, 'a.wav'), content('audio/wav'));
  await writeFile(join(folder, 'b.bin'), content('audio/wav'));
  for (const name of ['a.wav', 'b.bin'])
    expect(await getIssues({ file: join(folder, name) })).toEqual([['type', message, undefined]]);
  const stream = new Blob([content('audio/wav')]).stream();
  expect(await getIssues({ file: stream, filename: 'a.wav' })).toEqual([['type', message, undefined]]);
  expect(await getIssues({ file: new Blob(['?']) })).toEqual([
    [
      'type',
      expect.stringMatching(
        /^is unknown: no type was given, and neither the name nor the content shows it; use one of audio.aac/,
      ) as string,
      undefined,
    ],
  ]);
});

test('error: a stream that grows over the limit, or is not as long as announced, ends the upload', async () => {
  await using server = await fileServer((request) => request.resume());
  const upload = (size?: number) =>
    uploadMedia(getClient(server.baseUrl), {
      file: () => new Blob([new Uint8Array(6 * MB)]).stream(),
      type: 'image/png',
      size,
    }).catch((error: unknown) => (isUsageError(error) ? error.issues[0]?.message : error));
  expect(await upload()).toMatch(
    /^is [56],[\d,]+ bytes; at most 5,242,880 bytes are allowed for image\/png$/,
  );
  const short = uploadMedia(getClient(server.baseUrl), {
    file: () => textStream('ab'),
    type: 'text/plain',
    size: 3,
  });
  await expect(short).rejects.toThrow('size is 3, but the stream held 2 bytes');
});

test('error: a stream that was read once is not quietly sent again; a function opens it again', async () => {
  let tries = 0;
  const once = textStream('x');
  const client = makeCoreClient({
    accessToken: 'TOKEN',
    phoneNumberId: '1061',
    retry: { attempts: 2, baseDelay: 1 },
    fetch: async (_, init) => {
      tries += 1;
      if (init?.body instanceof ReadableStream) await new Response(init.body).arrayBuffer();
      if (tries % 2 === 1)
        throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
      return Response.json({ id: '42' });
    },
  });
  await expect(uploadMedia(client, { file: once, type: 'text/plain' })).rejects.toThrow(
    'its stream was read by the first try',
  );
  tries = 0;
  expect(await uploadMedia(client, { file: () => textStream('x'), type: 'text/plain' })).toEqual({
    id: '42',
  });
  expect(tries).toBe(2);
});

test(
  'behavior: 100 MB by path or stream raise the memory by at most 32 MB',
  { timeout: 120_000 },
  async () => {
    const file = join(folder, 'large.pdf');
    const handle = await open(file, 'w');
    for (let part = 0; part < 100; part += 1) await handle.write(Buffer.alloc(MB, part));
    await handle.close();
    const script = fileURLToPath(new URL('upload-memory.ts', import.meta.url));
    let received = 0;
    const hash = createHash('sha256');
    await using server = await fileServer((request, response) => {
      request.on('data', (chunk: Buffer) => {
        received += chunk.length;
        hash.update(chunk);
      });
      request.on('end', () => response.end('{"id":"42"}'));
    });
    for (const way of ['path', 'stream']) {
      received = 0;
      const { stdout } = await promisify(execFile)(process.execPath, [script, server.baseUrl, file, way]);
      const { id, growth } = JSON.parse(stdout) as { id: string; growth: number };
      expect(id).toBe('42');
      expect(received).toBeGreaterThan(100 * MB);
      expect(growth, way).toBeLessThanOrEqual(32 * MB);
    }
  },
);
