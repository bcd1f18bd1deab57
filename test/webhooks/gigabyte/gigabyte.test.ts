import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { promise } from '../../attacks/promise.ts';
import { flood, gibibyte, type Flood } from './flood.ts';

interface Measures {
  readonly bytesRead: number;
  readonly openSockets: number;
  readonly rss: number;
  readonly arrayBuffers: number;
}

const KiB = 1024;
const MiB = 1024 * KiB;
const maxBytes = 3 * MiB + 64 * KiB;
/** What the kernel, the parser of HTTP and the streams hold when the server stops reading. */
const inTransit = 512 * KiB;

const length = `content-length: ${gibibyte}`;
const chunked = 'transfer-encoding: chunked';
const forms: Readonly<Record<string, Flood & { readonly mostRead: number }>> = {
  'with its length': { headers: [length], chunkBytes: 64 * KiB, mostRead: inTransit },
  'with its length, after 100 Continue': {
    headers: [length, 'expect: 100-continue'],
    chunkBytes: 64 * KiB,
    mostRead: inTransit,
  },
  'in chunks of 1 MiB': { headers: [chunked], chunkBytes: MiB, mostRead: maxBytes + inTransit },
  'in chunks of 64 KiB': { headers: [chunked], chunkBytes: 64 * KiB, mostRead: maxBytes + inTransit },
  'in chunks of 512 bytes': { headers: [chunked], chunkBytes: 512, mostRead: maxBytes + inTransit },
  'slowly, in chunks of 16 KiB': {
    headers: [chunked],
    chunkBytes: 16 * KiB,
    pauseMs: 1,
    mostRead: maxBytes + inTransit,
  },
};

const script = fileURLToPath(new URL('flood-server.ts', import.meta.url));

describe(promise('one-gigabyte', '1 GiB in 6 forms into 4 servers: 413'), () => {
  describe.each(['node:http', 'Express 5', 'Fastify 5', 'Fetch on @hono/node-server'])('%s', (name) => {
    let server: ChildProcess;
    let port: number;

    beforeAll(async () => {
      server = fork(script, [name]);
      [port] = (await once(server, 'message')) as [number];
    }, 60_000);
    afterAll(() => server.disconnect());

    async function measure(): Promise<Measures> {
      server.send('measure');
      const [measures] = (await once(server, 'message')) as [Measures];
      return measures;
    }

    test.each(Object.entries(forms))(
      'behavior: one gibibyte %s is refused with 413, not read to its end, and raises memory by at most 16 MiB',
      async (_form, { mostRead, ...form }) => {
        await flood(port, form);
        await measure();
        const { status, end, bytesSent } = await flood(port, form);
        const { bytesRead, openSockets, rss, arrayBuffers } = await measure();
        console.log(
          `${name}, ${_form}: read ${bytesRead}, rss +${rss}, arrayBuffers +${arrayBuffers}, sent ${bytesSent}, ${end}`,
        );
        // A client that still writes when the server closes may lose the response to the reset of the connection.
        if (status !== '' || form.pauseMs !== undefined)
          expect(status).toBe('HTTP/1.1 413 Payload Too Large');
        else expect(['EPIPE', 'ECONNRESET']).toContain(end);
        expect(bytesSent).toBeLessThan(gibibyte);
        expect(bytesRead).toBeLessThanOrEqual(mostRead);
        expect(openSockets).toBe(0);
        expect(rss).toBeLessThanOrEqual(16 * MiB);
        expect(arrayBuffers).toBeLessThanOrEqual(16 * MiB);
      },
      60_000,
    );

    test('behavior: the server lives on', async () => {
      const query = 'hub.mode=subscribe&hub.challenge=42&hub.verify_token=a+token+to+verify';
      const response = await fetch(`http://127.0.0.1:${port}/webhooks?${query}`);
      expect([response.status, await response.text()]).toEqual([200, '42']);
    });
  });
});
