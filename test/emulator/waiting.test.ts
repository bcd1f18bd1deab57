import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createClient } from 'wabakit';
import { createEmulator, expectMessage, type Emulator, type EmulatorOptions } from 'wabakit/emulator';
import { replyButtons } from 'wabakit/messages';
import { createSqliteQueue } from 'wabakit/sqlite';
import {
  createWebhookHandler,
  startQueueWorker,
  toNodeListener,
  type IncomingMessageEvent,
  type WebhookQueue,
} from 'wabakit/webhooks';

const number = '+5511987654321';
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** What the bot does with a message. */
type Answer = (event: IncomingMessageEvent, send: (text: string) => Promise<unknown>) => Promise<unknown>;

function createBot(emulator: Emulator, answer: Answer, queue?: WebhookQueue) {
  const wa = createClient(emulator.clientOptions);
  return createWebhookHandler({
    appSecret: emulator.appSecret,
    verifyToken: emulator.verifyToken,
    queue,
    on: { message: (event) => answer(event, (text) => wa.messages.reply(event, text)) },
    onError: () => undefined,
  });
}

/** Serves a handler on a port, as a bot of its own does. */
async function serve(handler: ReturnType<typeof createBot>): Promise<string> {
  const server = createServer(toNodeListener(handler));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : ''}`;
}

type Door = 'a function' | 'HTTP';

async function start(answer: Answer, door: Door = 'a function', options: EmulatorOptions = {}) {
  const emulator = await createEmulator(options);
  closing.push(() => emulator.close());
  const handler = createBot(emulator, answer);
  if (door === 'HTTP') await emulator.webhook.subscribe(await serve(handler), { idle: handler.drain });
  else await emulator.webhook.subscribe(handler);
  return { emulator, ana: emulator.phone(number) };
}

const after =
  (ms: number): Answer =>
  async (_event, send) => {
    await sleep(ms);
    await send(`after ${ms} ms`);
  };

const chain: Answer = async (_event, send) => {
  for (const text of ['one', 'two', 'three']) {
    await sleep(30);
    await send(text);
  }
};

describe.each<Door>(['a function', 'HTTP'])('say, to a bot behind %s', (door) => {
  test.each([0, 30, 300])('behavior: resolves after the answer of a bot that works %i ms', async (ms) => {
    const { ana } = await start(after(ms), door);
    await ana.say('Hi');
    expect(ana.lastMessage?.text).toBe(`after ${ms} ms`);
  });

  test('behavior: resolves after every message of a chain, and so does tap', async () => {
    const { emulator, ana } = await start(async (event, send) => {
      if (event.type !== 'interactive') await chain(event, send);
      else await after(30)(event, send);
    }, door);
    await ana.say('Hi');
    expect(ana.inbox.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    const wa = createClient(emulator.clientOptions);
    await wa.messages.send({
      to: number,
      ...replyButtons({ body: 'Go on?', buttons: [{ id: 'yes', title: 'Yes' }] }),
    });
    await emulator.waitForIdle();
    await ana.tap('Yes');
    expect(ana.lastMessage?.text).toBe('after 30 ms');
  });

  test('behavior: resolves after what a queue and its worker have done', async () => {
    const emulator = await createEmulator();
    const queue = createSqliteQueue({ file: ':memory:' });
    const handler = createBot(emulator, after(30), queue);
    const worker = startQueueWorker({ queue, process: handler.process });
    closing.push(() => worker.stop());
    const target = door === 'HTTP' ? await serve(handler) : handler;
    await emulator.webhook.subscribe(target, { idle: worker.idle });
    const ana = emulator.phone(number);
    for (const text of ['one', 'two']) await ana.say(text);
    expect(ana.chat.map(({ text }) => text)).toEqual(['one', 'after 30 ms', 'two', 'after 30 ms']);
  });

  test('error: a bot that never ends fails the wait with the last entries of the journal', async () => {
    const { ana } = await start(
      async (_event, send) => {
        await send('One moment');
        await new Promise(() => undefined);
      },
      door,
      { waitTimeout: '1s' },
    );
    const failure: unknown = await ana.say('Hi').catch((error: unknown) => error);
    expect(String(failure)).toBe(
      `IdleTimeoutError: The emulator waited 1000 ms, and the bot was still at work: a webhook has no answer, a handler has not ended, or the bot sends without end. The journal's last entries:
  webhook messages delivered (200)
  POST /106540352242922/messages 200
  webhook statuses delivered (200)
  webhook statuses delivered (200)
Find what it waits for. If it needs longer, give createEmulator({ waitTimeout: '30s' }) and your test runner more time.`,
    );
    expect(ana.lastMessage?.text).toBe('One moment');
  });
});

describe('the time to wait', () => {
  test('default: it is below the 5 seconds of the runners', async () => {
    const { ana } = await start(() => new Promise(() => undefined));
    const begun = performance.now();
    await expect(ana.say('Hi')).rejects.toThrow('The emulator waited 4000 ms');
    expect(performance.now() - begun).toBeGreaterThan(3_900);
  });

  test('behavior: waitForIdle goes on while something happens, say does not', async () => {
    const steps = async (
      _event: IncomingMessageEvent,
      send: (text: string) => Promise<unknown>,
    ): Promise<void> => {
      for (let step = 0; step < 30; step++) {
        await sleep(50);
        await send(`step ${step}`);
      }
    };
    const { emulator, ana } = await start(steps, 'a function', { waitTimeout: 1000 });
    await expect(ana.say('Hi')).rejects.toThrow('The emulator waited 1000 ms');
    await emulator.waitForIdle();
    expect(ana.lastMessage?.text).toBe('step 29');
  });

  test('error: a bot that answers its own statuses without end does not hang the test', async () => {
    const emulator = await createEmulator({ waitTimeout: 200 });
    const wa = createClient(emulator.clientOptions);
    const stop = new AbortController();
    closing.push(() => {
      stop.abort();
    });
    const { appSecret, verifyToken } = emulator;
    const echo = () =>
      stop.signal.aborted ? undefined : wa.messages.sendText({ to: number, body: 'Did it arrive?' });
    await emulator.webhook.subscribe(
      createWebhookHandler({ appSecret, verifyToken, on: { message: echo, status: echo } }),
    );
    await expect(emulator.phone(number).say('Hi')).rejects.toThrow('the bot sends without end');
  });

  test('behavior: a handler that waits for the status of its own message ends', async () => {
    const emulator = await createEmulator();
    const wa = createClient(emulator.clientOptions);
    const delivered = Promise.withResolvers<string>();
    const { appSecret, verifyToken } = emulator;
    await emulator.webhook.subscribe(
      createWebhookHandler({
        appSecret,
        verifyToken,
        on: {
          async message(event) {
            await wa.messages.reply(event, 'First');
            await wa.messages.reply(event, `Second, after ${await delivered.promise}`);
          },
          status: ({ status }) => {
            if (status === 'delivered') delivered.resolve(status);
          },
        },
      }),
    );
    const ana = emulator.phone(number);
    await ana.say('Hi');
    expect(ana.lastMessage?.text).toBe('Second, after delivered');
  });

  test('behavior: timers that a test has replaced do not stop the emulator', async () => {
    const { ana } = await start((_event, send) => send('Hello'));
    vi.useFakeTimers();
    closing.push(() => vi.useRealTimers());
    await ana.say('Hi');
    expect(ana.lastMessage?.text).toBe('Hello');
  });

  test('behavior: a handler that throws ends the wait, and onError has its error', async () => {
    const { ana } = await start(async () => {
      await sleep(30);
      throw new Error('broken');
    });
    await ana.say('Hi');
    expect(ana.inbox).toEqual([]);
  });

  test('args: waitTimeout must be a length of time', async () => {
    // @ts-expect-error not a length of time
    await expect(createEmulator({ waitTimeout: 'soon' })).rejects.toThrow('waitTimeout');
  });
});

describe('waitForMessage', () => {
  /** A bot whose handler is done before it sends: it sends when `go` is called. */
  async function startUnseen() {
    const gates: (() => void)[] = [];
    const { emulator, ana } = await start((_event, send) => {
      void new Promise<void>((resolve) => gates.push(resolve)).then(() => send('At last'));
      return Promise.resolve();
    });
    return { emulator, ana, go: () => gates.shift()?.() };
  }

  test('default: waits for a message that the emulator could not know of', async () => {
    const { emulator, ana, go } = await startUnseen();
    await ana.say('Hi');
    expect(ana.inbox).toEqual([]);
    const coming = emulator.waitForMessage({ to: number, text: /last/ });
    go();
    expect(await coming).toMatchObject({ text: 'At last' });
    await emulator.waitForIdle();
    expect(expectMessage(emulator, { text: 'At last' }).state).toBe('delivered');
  });

  test('behavior: waits for a state', async () => {
    const { emulator, ana, go } = await startUnseen();
    await ana.say('Hi');
    go();
    expect(await emulator.waitForMessage({ state: 'delivered' })).toMatchObject({ text: 'At last' });
  });

  test('args: after leaves out what was sent before', async () => {
    const { emulator, ana, go } = await startUnseen();
    const hello = await ana.say('Hi');
    go();
    const first = await emulator.waitForMessage({}, { after: hello });
    const question = await ana.say('And?');
    const coming = emulator.waitForMessage({}, { after: question });
    go();
    const second = await coming;
    expect([first.text, second.text]).toEqual(['At last', 'At last']);
    expect(second.wamid).not.toBe(first.wamid);
  });

  test('error: says what was sent and what happened', async () => {
    const { emulator, ana } = await start((_event, send) => send('Hello'));
    await ana.say('Hi');
    await expect(emulator.waitForMessage({ text: 'Bye' }, { timeout: 20 })).rejects.toThrow(
      `Expected a message with text "Bye" within 20 ms.
The business has sent:
  to 5511987654321, text, delivered: "Hello"
The journal's last entries:
  webhook messages delivered (200)
  POST /106540352242922/messages 200
  webhook statuses delivered (200)
  webhook statuses delivered (200)`,
    );
  });
});

describe('a bot that does not hear', () => {
  test('error: the emulator says once that nothing receives webhooks', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    closing.push(() => {
      warn.mockRestore();
    });
    const emulator = await createEmulator();
    const ana = emulator.phone(number);
    await ana.say('Hi');
    await ana.say('Hello?');
    expect(warn.mock.calls).toEqual([
      [
        'wabakit emulator: a user wrote, and nothing receives webhooks, so no bot can answer. Call emulator.webhook.subscribe(handler), or createEmulator({ webhook: { handler } }).',
      ],
    ]);
  });

  test('error: the emulator says once that the receiver refuses the signature', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    closing.push(() => {
      warn.mockRestore();
    });
    const emulator = await createEmulator();
    const { verifyToken } = emulator;
    const heard = vi.fn();
    await emulator.webhook.subscribe(
      createWebhookHandler({
        appSecret: 'another',
        verifyToken,
        on: { any: heard },
        onError: () => undefined,
      }),
    );
    const ana = emulator.phone(number);
    await ana.say('Hi');
    await ana.say('Hello?');
    expect(heard).not.toHaveBeenCalled();
    expect(warn.mock.calls).toEqual([
      [
        'wabakit emulator: the receiver of webhooks (handler) answered 401: its app secret is not the one that signs: give it emulator.appSecret, and the raw body. Meta would deliver it again and give up after 7 days.',
      ],
    ]);
  });
});
