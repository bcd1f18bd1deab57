import { createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { sendText } from '../../src/api/messages/send-text.ts';
import type { Engine } from '../../src/transport/interface.ts';
import { answer } from '../transport/cut-points.ts';
import { makeCoreClient } from '../helpers/core-client.ts';
import { engines } from './engines.ts';
import { promise, report } from './promise.ts';

const sends = 120;

/** Sends texts to a broken server, which answers each twice; returns how many took the answer of another. */
async function countTaken(
  engine: Engine,
  second: (write: () => void) => void,
): Promise<{ taken: number; connections: number }> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    let read = '';
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      read += chunk.toString('latin1');
      const key = /"biz_opaque_callback_data":"(key-\d+)"\}/.exec(read)?.[1];
      if (key === undefined) return;
      read = '';
      const whole = answer('200 OK', JSON.stringify({ messages: [{ id: key }] }));
      socket.write(whole);
      second(() => socket.write(whole));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = makeCoreClient({ accessToken: 'token', phoneNumberId: '1', baseUrl, engine });
  let taken = 0;
  for (let index = 0; index < sends; index += 1) {
    const callbackData = `key-${index}`;
    const { wamid } = await sendText(client, { to: '+5511987654321', body: 'hi', callbackData });
    if (wamid !== callbackData) taken += 1;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
  return { taken, connections };
}

const later =
  (milliseconds: number) =>
  (write: () => void): void =>
    void setTimeout(write, milliseconds);

/** The same engine with a connection for each send. */
const closing = (engine: Engine): Engine => ({
  ...engine,
  exchange: (request) =>
    engine.exchange({ ...request, headers: { ...request.headers, connection: 'close' } }),
});

describe.each(engines)('over the engine $name', (engine) => {
  test.each([
    ['with the first', (write: () => void): void => write()],
    ['in the next turn', (write: () => void): void => void setImmediate(write)],
  ] as const)(`a second answer %s: ${promise('late-answers', '0 of 120 taken')}`, async (name, second) => {
    const { taken, connections } = await countTaken(engine, second);
    report(`${engine.name}, a second answer ${name}: ${taken} of ${sends} taken, ${connections} connections`);
    expect(taken).toBe(0);
  });

  test('behavior: a second answer that comes 20 ms later is not taken if each send has its connection', async () => {
    const kept = await countTaken(engine, later(20));
    report(`${engine.name}, 20 ms later, connections kept: ${kept.taken} of ${sends} taken`);
    const { taken, connections } = await countTaken(closing(engine), later(20));
    report(`${engine.name}, 20 ms later, a connection each: ${taken} of ${sends} taken`);
    expect(taken).toBe(0);
    expect(connections).toBe(sends);
  });
});
