import { setupServer } from 'msw/node';
import { afterEach, describe, expect, test } from 'vitest';
import { createEmulator, type Emulator } from 'wabakit/emulator';
import { emulatorHandlers } from 'wabakit/emulator/msw';
import { buttons, getGraph, orderUpdate, template, text } from './helpers.ts';

interface Door {
  readonly graph: ReturnType<typeof getGraph>;
  readonly get: (url: string, init: RequestInit) => Promise<Response>;
  readonly close: () => Promise<void> | void;
}

// The same behaviour behind each door, proven by the same suite.
const doors: Record<string, (emulator: Emulator) => Promise<Door>> = {
  'emulator.fetch': async (emulator) => ({
    graph: getGraph(emulator),
    get: emulator.fetch,
    close: () => undefined,
  }),
  'the MSW handlers': async (emulator) => {
    const server = setupServer(...emulatorHandlers(emulator));
    server.listen({ onUnhandledFrame: 'error' });
    return {
      graph: getGraph(emulator, fetch),
      get: fetch,
      close: () => {
        server.close();
      },
    };
  },
  'emulator.listen': async (emulator) => {
    const server = await emulator.listen();
    return { graph: getGraph(emulator, fetch, server.url), get: fetch, close: server.close };
  },
};

describe.each(Object.entries(doors))('through %s', (_name, open) => {
  let door: Door | undefined;
  afterEach(async () => {
    await door?.close();
  });

  const start = async () => {
    const emulator = await createEmulator({ templates: [orderUpdate] });
    door = await open(emulator);
    return { emulator, graph: door.graph, get: door.get };
  };

  test('default: a template goes out and is delivered', async () => {
    const { emulator, graph } = await start();
    const ana = emulator.phone('+5511987654321');
    const { status, body } = await graph('POST', '{phone}/messages', template('+5511987654321'));
    expect(status).toBe(200);
    expect(body).toMatchObject({ contacts: [{ input: '+5511987654321', wa_id: '5511987654321' }] });
    await emulator.waitForIdle();
    expect(ana.lastMessage).toMatchObject({
      wamid: body.messages?.[0]?.id,
      text: 'Hi Ana, order A-17 is on its way.',
      state: 'delivered',
    });
  });

  test('behavior: a conversation with buttons inside the window', async () => {
    const { emulator, graph } = await start();
    const ana = emulator.phone('+5511987654321');
    const wamid = await ana.say('Where is it?');
    expect(
      await graph('POST', '{phone}/messages', {
        messaging_product: 'whatsapp',
        status: 'read',
        message_id: wamid,
      }),
    ).toEqual({
      status: 200,
      body: { success: true },
    });
    expect((await graph('POST', '{phone}/messages', buttons(ana.waId))).status).toBe(200);
    await emulator.waitForIdle();
    await ana.tap('Yes');
    expect(ana.chat.map(({ from, text: words, state }) => [from, words, state])).toEqual([
      ['user', 'Where is it?', 'read'],
      ['business', 'Did it arrive?', 'delivered'],
      ['user', 'Yes', 'delivered'],
    ]);
  });

  test('error: a free-form message outside the window', async () => {
    const { graph } = await start();
    const { status, body } = await graph('POST', '{phone}/messages', text('+5511987654321', 'Hi'));
    expect(status).toBe(400);
    expect(body.error).toMatchObject({
      code: 131047,
      type: 'OAuthException',
      message: '(#131047) Re-engagement message',
    });
    expect(body.error?.fbtrace_id).toMatch(/^A[\w-]{22}$/);
  });

  test('error: the connection is cut', async () => {
    const { emulator, graph } = await start();
    emulator.injectFault({ drop: 'before', times: 1 });
    await expect(graph('POST', '{phone}/messages', template('+5511987654321'))).rejects.toThrow(TypeError);
    expect((await graph('POST', '{phone}/messages', template('+5511987654321'))).status).toBe(200);
    expect(emulator.counts.accepted).toBe(1);
  });

  test('error: a wrong token', async () => {
    const { graph } = await start();
    const { status, body } = await graph('GET', '{phone}', undefined, { authorization: 'Bearer nonsense' });
    expect(status).toBe(401);
    expect(body.error?.code).toBe(190);
  });
});
