import dns from 'node:dns';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { makeCoreClient } from '../helpers/core-client.ts';
import { isOutcomeUnknownError } from '../../src/errors/outcome-unknown-error.ts';
import { isTransportError } from '../../src/errors/transport-error.ts';
import { sendText } from '../../src/api/messages/send-text.ts';
import { fetchEngine } from '../../src/transport/engines/fetch.ts';
import { kyEngine } from '../../src/transport/engines/ky.ts';
import { createNodeEngine } from '../../src/transport/engines/node.ts';
import type { Engine } from '../../src/transport/interface.ts';
import { cutPoints, cutServer } from './cut-points.ts';
import { promise } from '../attacks/promise.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const sends = 1000;
const lanes = 50;

/** Sends 1,000 texts, 50 at a time, and counts how each ended and how many tries there were. */
async function sendAll(
  engine: Engine,
  baseUrl: string,
  timeout = 10_000,
): Promise<{ ends: Record<string, number>; tries: number; keys: Set<string> }> {
  const ends: Record<string, number> = {};
  const keys = new Set<string>();
  let tries = 0;
  const client = makeCoreClient({
    accessToken: 'token',
    phoneNumberId: '1',
    engine,
    baseUrl,
    timeout,
    retry: { attempts: 2, baseDelay: 1 },
    onAttempt: () => {
      tries += 1;
    },
  });
  const lane = async (first: number): Promise<void> => {
    for (let index = first; index < sends; index += lanes) {
      const key = `key-${index}`;
      keys.add(key);
      const send = sendText(client, {
        to: '+5511987654321',
        body: 'x'.repeat(4000),
        callbackData: key,
      });
      const end = await send.then(
        () => 'accepted',
        (error: unknown) => {
          if (isOutcomeUnknownError(error)) return error.callbackData === key ? 'unknown' : 'wrong key';
          return isTransportError(error) ? error.reason : String(error);
        },
      );
      ends[end] = (ends[end] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, first) => lane(first)));
  return { ends, tries, keys };
}

const twice = (bodies: ReadonlyMap<string, number>) => [...bodies].filter(([, count]) => count > 1);

describe.each([createNodeEngine(), fetchEngine(), kyEngine()])('over the engine $name', (engine) => {
  test('behavior: DNS: 1,000 sends fail, none is of unknown outcome', async () => {
    vi.spyOn(dns, 'lookup').mockImplementation(((
      name: string,
      _options: object,
      done: (error: Error) => void,
    ) => {
      const fault = new Error(`getaddrinfo ENOTFOUND ${name}`);
      done(Object.assign(fault, { code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: name }));
    }) as typeof dns.lookup);
    const { ends, tries } = await sendAll(engine, 'https://graph.invalid');
    expect(ends).toEqual({ network: sends });
    expect(tries).toBeGreaterThan(sends);
  });

  test('behavior: refuse: 1,000 sends fail, none is of unknown outcome', async () => {
    const { port, close } = await cutServer({ name: 'closed' });
    await close();
    const { ends, tries } = await sendAll(engine, `http://127.0.0.1:${port}`);
    expect(ends).toEqual({ network: sends });
    expect(tries).toBeGreaterThan(sends);
  });

  test.each(cutPoints.map((point) => [point.name, point] as const))(
    `%s: ${promise('cut-points', '1,000 sends at each: 0 doubled, 0 wrong classes')}`,
    async (name, point) => {
      const { port, bodies, close } = await cutServer(point);
      const tls = name === 'TLS';
      const { ends, tries, keys } = await sendAll(
        engine,
        `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
        point.timeout,
      );
      await close();
      expect(twice(bodies)).toEqual([]);
      if (tls) {
        expect(ends).toEqual({ network: sends });
        expect(bodies.size).toBe(0);
      } else if (name.startsWith('an orderly end')) {
        expect((ends['accepted'] ?? 0) + (ends['unknown'] ?? 0)).toBe(sends);
        expect(ends['accepted']).toBeGreaterThan(0);
        console.log(`over ${engine.name}, ${name}: ${JSON.stringify(ends)}, ${tries} tries`);
      } else if (name.startsWith('reset when')) {
        expect((ends['accepted'] ?? 0) + (ends['unknown'] ?? 0)).toBe(sends);
        expect(ends['accepted']).toBeGreaterThan(0);
        expect(ends['unknown']).toBeGreaterThan(0);
        expect(tries).toBe(sends);
      } else {
        expect(ends).toEqual({ unknown: sends });
        expect(tries).toBe(keys.size);
      }
    },
  );
});
