import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { sendText } from '../../../src/api/messages/send-text.ts';
import { isOutcomeUnknownError } from '../../../src/errors/outcome-unknown-error.ts';
import { uploadFile } from '../../../src/api/media/upload-file.ts';
import { uploadMedia } from '../../../src/api/media/upload-media.ts';
import { downloadMediaBytes } from '../../../src/api/media/download-media-bytes.ts';
import type { TransferProgress } from '../../../src/api/media/progress.ts';
import { engines } from '../../attacks/engines.ts';
import { makeCoreClient } from '../../helpers/core-client.ts';
import { listen, options, text, until } from './local.ts';

const mebibyte = 1_048_576;

describe.each(engines)('over the engine $name', (engine) => {
  /** Answers with JSON of about this many bytes, and counts what was written. */
  async function serveJson(size: number, compressed = false) {
    const state = { calls: 0, written: 0 };
    const { baseUrl } = await listen(
      createServer((request, response) => {
        state.calls += 1;
        request.resume();
        response.on('error', () => undefined);
        if (compressed) {
          const body = gzipSync(JSON.stringify({ data: 'x'.repeat(size) }));
          response.setHeader('content-encoding', 'gzip').end(body);
          return;
        }
        response.write('{"data":"');
        const part = 'x'.repeat(65_536);
        const fill = (): void => {
          while (state.written < size && !response.destroyed) {
            state.written += part.length;
            if (!response.write(part)) return void response.once('drain', fill);
          }
          response.end('"}');
        };
        fill();
      }),
    );
    return { state, client: makeCoreClient({ ...options, baseUrl, engine }) };
  }
  const read = (client: ReturnType<typeof makeCoreClient>) =>
    client.request({
      method: 'GET',
      path: '/1',
      idempotency: 'safe',
      parse: ({ json }) => (json as { data: string }).data.length,
    });

  test('args: an answer of 15 MiB is read', async () => {
    const { client } = await serveJson(15 * mebibyte);
    expect(await read(client)).toBe(15 * mebibyte);
  });

  test.each([false, true])(
    'error: one without an end is refused once and not read on, gzip: %s',
    async (compressed) => {
      const { client, state } = await serveJson(compressed ? 20 * mebibyte : 1024 * mebibyte, compressed);
      await expect(read(client)).rejects.toThrow('The answer is longer than 16 MiB');
      expect(state.calls).toBe(1);
      expect(state.written).toBeLessThan(64 * mebibyte);
    },
  );

  test('error: after a send it leaves the outcome unknown', async () => {
    const { client, state } = await serveJson(1024 * mebibyte);
    await expect(sendText(client, text)).rejects.toSatisfy(isOutcomeUnknownError);
    expect(state.calls).toBe(1);
  });

  describe('onProgress', () => {
    const file = new Uint8Array(3 * mebibyte).fill(65);
    /** What a list of reports must be: growing, and the whole file at its end. */
    const expectWhole = (reports: readonly TransferProgress[], total = file.length): void => {
      const counts = reports.map(({ transferredBytes }) => transferredBytes);
      expect(counts).toEqual(counts.toSorted((one, other) => one - other));
      expect(counts.at(-1)).toBe(total);
      expect(reports.length).toBeGreaterThan(1);
      expect(reports.every(({ totalBytes }) => totalBytes === total)).toBe(true);
    };

    /** A media server: it takes uploads and gives the file. */
    async function serveMedia() {
      const lengths: (string | undefined)[] = [];
      const local = await listen(
        createServer((request, response) => {
          request.resume().on('end', () => {
            if (request.method === 'POST') lengths.push(request.headers['content-length']);
            const url = `http://127.0.0.1:${local.port}/file`;
            if (request.url === '/file') response.setHeader('content-length', file.length).end(file);
            else
              response.setHeader('content-type', 'application/json').end(
                JSON.stringify({
                  id: 'upload:1',
                  h: '4:x',
                  url,
                  mime_type: 'text/plain',
                  file_size: file.length,
                }),
              );
          });
        }),
      );
      const { baseUrl } = local;
      return { lengths, client: makeCoreClient({ ...options, baseUrl, appId: '1', engine }) };
    }

    test('args: an upload, which keeps its length', async () => {
      const { client, lengths } = await serveMedia();
      const reports: TransferProgress[] = [];
      await uploadMedia(client, {
        file: new Blob([file]),
        type: 'text/plain',
        onProgress: (progress) => reports.push(progress),
      });
      expectWhole(reports);
      expect(Number(lengths[0])).toBeGreaterThan(file.length);
    });

    test('args: a resumable upload', async () => {
      const { client, lengths } = await serveMedia();
      const reports: TransferProgress[] = [];
      const onProgress = (progress: TransferProgress): void => void reports.push(progress);
      await uploadFile(client, { file: new Blob([file]), type: 'text/plain', onProgress });
      expectWhole(reports);
      expect(lengths.at(-1)).toBe(String(file.length));
    });

    test('args: a download; what the callback throws does not break it', async () => {
      const { client } = await serveMedia();
      const reports: TransferProgress[] = [];
      const { bytes } = await downloadMediaBytes(client, {
        mediaId: '1',
        onProgress: (progress) => {
          reports.push(progress);
          if (reports.length === 1) throw new Error('of the callback');
        },
      });
      expect(bytes).toHaveLength(file.length);
      expectWhole(reports);
      await until(() => reports.length > 1);
    });
  });
});
