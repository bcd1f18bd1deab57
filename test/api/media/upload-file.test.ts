import { expect, test } from 'vitest';
import { makeCoreClient } from '../../helpers/core-client.ts';
import { isApiError } from '../../../src/errors/api-error.ts';
import { isUsageError } from '../../../src/errors/usage-error.ts';
import { setProfilePicture } from '../../../src/api/media/set-profile-picture.ts';
import { uploadFile } from '../../../src/api/media/upload-file.ts';
import { fileServer } from './file-server.ts';

const sessionId = 'upload:MTph?sig=ARZ';
const png = Buffer.alloc(300_000, 7);

/** Meta's upload service: it takes so many bytes, then breaks the connection, as often as told. */
async function uploads(breaks: readonly number[]) {
  const held: Buffer[] = [];
  const log: string[] = [];
  const left = [...breaks];
  const offset = () => held.reduce((sum, chunk) => sum + chunk.length, 0);
  const server = await fileServer((request, response) => {
    const line = `${request.method} ${decodeURIComponent(request.url ?? '')} ${request.headers.authorization?.split(' ')[0]}`;
    log.push(
      line +
        (request.headers['file_offset'] === undefined
          ? ''
          : ` from ${String(request.headers['file_offset'])}`),
    );
    const reply = (value: object): void => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(value));
    };
    if (request.url?.includes('/uploads')) return reply({ id: sessionId });
    if (request.url?.includes('whatsapp_business_profile')) return reply({ success: true });
    if (request.method === 'GET') return reply({ id: sessionId, file_offset: offset() });
    const most = left.shift() ?? Infinity;
    let taken = 0;
    request.on('data', (chunk: Buffer) => {
      const part = chunk.subarray(0, Math.max(0, most - taken));
      taken += part.length;
      held.push(part);
      if (taken >= most) request.socket.destroy();
    });
    request.on('end', () => reply({ h: '4:handle' }));
  });
  const client = makeCoreClient({
    accessToken: 'TOKEN',
    phoneNumberId: '1061',
    appId: '6349',
    baseUrl: server.baseUrl,
  });
  return { ...server, client, log, held: () => Buffer.concat(held) };
}

test('default: opens a session, sends the file and gives its handle', async () => {
  await using server = await uploads([]);
  expect(await uploadFile(server.client, { file: png, type: 'image/png', filename: 'logo.png' })).toEqual({
    handle: '4:handle',
  });
  expect(server.held().equals(png)).toBe(true);
  expect(server.log).toEqual([
    'POST /v26.0/6349/uploads?file_name=logo.png&file_length=300000&file_type=image/png Bearer',
    'POST /v26.0/upload:MTph?sig=ARZ OAuth from 0',
  ]);
});

test('behavior: goes on after each break from the byte that Meta names', async () => {
  await using server = await uploads([100_000, 50_000]);
  expect(await uploadFile(server.client, { file: new Blob([png], { type: 'image/png' }) })).toEqual({
    handle: '4:handle',
  });
  expect(server.held().equals(png)).toBe(true);
  expect(server.log.slice(1)).toEqual([
    'POST /v26.0/upload:MTph?sig=ARZ OAuth from 0',
    'GET /v26.0/upload:MTph?sig=ARZ OAuth',
    'POST /v26.0/upload:MTph?sig=ARZ OAuth from 100000',
    'GET /v26.0/upload:MTph?sig=ARZ OAuth',
    'POST /v26.0/upload:MTph?sig=ARZ OAuth from 150000',
  ]);
});

test('behavior: takes up a session of another process where it stopped', async () => {
  await using server = await uploads([]);
  await uploadFile(server.client, { file: png, type: 'image/png', sessionId });
  expect(server.log[0]).toBe('GET /v26.0/upload:MTph?sig=ARZ OAuth');
});

test('error: gives up after five breaks', async () => {
  await using server = await uploads([1, 1, 1, 1, 1, 1, 1]);
  await expect(uploadFile(server.client, { file: png, type: 'image/png' })).rejects.toThrow(
    'outcome is unknown',
  );
  expect(server.log.filter((line) => line.includes('from')).length).toBe(6);
});

test('error: a refusal is no break', async () => {
  await using server = await fileServer((_, response) => {
    response.statusCode = 400;
    response.end('{"error":{"code":100,"message":"no"}}');
  });
  const client = makeCoreClient({ accessToken: 'TOKEN', appId: '6349', baseUrl: server.baseUrl });
  const error: unknown = await uploadFile(client, { file: png, type: 'image/png' }).catch(
    (caught: unknown) => caught,
  );
  expect(isApiError(error, 100)).toBe(true);
});

test('args: type, app and session are checked before anything is sent', async () => {
  const client = makeCoreClient({ accessToken: 'TOKEN', baseUrl: 'http://127.0.0.1:9' });
  const getPath = async (params: Parameters<typeof uploadFile>[1]): Promise<unknown> => {
    const error: unknown = await uploadFile(client, params).catch((caught: unknown) => caught);
    return isUsageError(error) ? error.issues[0]?.path : error;
  };
  expect(await getPath({ file: png, type: 'image/gif' })).toBe('type');
  expect(await getPath({ file: png, type: 'image/png' })).toBe('appId');
  expect(await getPath({ file: png, type: 'image/png', sessionId: '../me' })).toBe('sessionId');
});

test('behavior: the picture of a profile is uploaded, then named', async () => {
  await using server = await uploads([]);
  expect(await setProfilePicture(server.client, { file: png, type: 'image/png' })).toBeUndefined();
  expect(server.log.at(-1)).toBe('POST /v26.0/1061/whatsapp_business_profile Bearer');
});
