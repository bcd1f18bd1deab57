import { describe, expect, test, vi } from 'vitest';
import { createCoreClient, isApiError, TransportError } from 'wabakit';
import {
  createBot,
  createMemoryDialogueStore,
  type Bot,
  type BotOptions,
  type HandOverRequest,
} from 'wabakit/bot';
import { createSqliteQueue } from 'wabakit/sqlite';
import type { Endpoint, Transport } from 'wabakit/transport';
import { createWebhookHandler, startQueueWorker, type WebhookEvent } from 'wabakit/webhooks';
import { botOnEmulator, noHuman, textEvent } from './helpers.ts';

/** A transport that keeps what it is asked to send, and fails as told. */
function recorder(outcome: (text: string) => Error | undefined = () => undefined) {
  const sent: string[] = [];
  const keys: unknown[] = [];
  const transport: Transport = {
    async request<T>(endpoint: Endpoint<T>): Promise<T> {
      const body = JSON.parse(await new Response(await endpoint.body?.open()).text()) as {
        text?: { body: string };
        biz_opaque_callback_data?: string;
      };
      const text = body.text?.body ?? '';
      const error = outcome(text);
      if (error !== undefined) throw error;
      sent.push(text);
      keys.push(body.biz_opaque_callback_data);
      const json = { messages: [{ id: 'wamid.out' }] };
      return endpoint.parse({ status: 200, headers: new Headers(), json, stream: undefined });
    },
  };
  return { sent, keys, client: createCoreClient({ transport, phoneNumberId: '106540352242922' }) };
}

const make = <State = Record<string, unknown>>(
  options: BotOptions<State, never>,
  build: (bot: Bot<State, never>) => unknown,
) => {
  const bot = createBot<State, never>({ noHuman, ...options });
  build(bot);
  return bot;
};

const network = () => new TransportError('network', 'The network is down.');

test('default: nothing is sent before the handler has returned, and then in order', async () => {
  const { client, sent, keys } = recorder();
  const during: number[] = [];
  const bot = make({ client }, (one) =>
    one.fallback(async (ctx) => {
      await ctx.reply('one');
      during.push(sent.length);
      await ctx.reply('two');
    }),
  );
  await bot.handle(textEvent('Hi'));
  expect([during, sent]).toEqual([[0], ['one', 'two']]);
  expect(keys).toEqual([expect.stringMatching(/^bot-/), expect.stringMatching(/^bot-/)]);
});

test('error: a handler that throws has sent nothing and stored nothing, and is called again with the event', async () => {
  const { client, sent } = recorder();
  const attempts: number[] = [];
  const bot = make({ client, state: () => ({ count: 0 }) }, (one) =>
    one.fallback(async (ctx) => {
      attempts.push(ctx.attempt);
      ctx.state.count += 1;
      await ctx.reply(`count ${ctx.state.count}`);
      if (attempts.length < 3) throw new Error('database down');
    }),
  );
  const event = textEvent('Hi');
  await expect(bot.handle(event)).rejects.toThrow('database down');
  await expect(bot.handle(event)).rejects.toThrow('database down');
  await bot.handle(event);
  await bot.handle(event);
  expect([attempts, sent]).toEqual([[1, 2, 3], ['count 1']]);
});

test('behavior: what catch replies is sent once it returns; if it throws, the event fails and nothing is sent', async () => {
  const { client, sent } = recorder();
  const bot = make({ client }, (one) =>
    one
      .fallback(async (ctx) => {
        await ctx.reply('dropped');
        throw new Error('broken');
      })
      .catch(async (error, ctx) => {
        await ctx.reply(`Sorry (${ctx.attempt})`);
        if (ctx.attempt < 3) throw error;
      }),
  );
  const event = textEvent('Hi');
  await expect(bot.handle(event)).rejects.toThrow('broken');
  await expect(bot.handle(event)).rejects.toThrow('broken');
  await bot.handle(event);
  expect(sent).toEqual(['Sorry (3)']);
});

test('behavior: a message that did not reach WhatsApp is kept and sent with the next delivery, without the handler', async () => {
  let down = true;
  let calls = 0;
  const { client, sent } = recorder(() => (down ? network() : undefined));
  const bot = make({ client }, (one) =>
    one.fallback(async (ctx) => {
      calls += 1;
      await ctx.reply('one');
      await ctx.reply('two');
    }),
  );
  const event = textEvent('Hi');
  await expect(bot.handle(event)).rejects.toThrow('The network is down');
  await expect(bot.handle(event)).rejects.toThrow('The network is down');
  down = false;
  await bot.handle(event);
  expect([calls, sent]).toEqual([1, ['one', 'two']]);
});

test('behavior: what was left unsent goes before the answer to the next message, or with a sweep', async () => {
  let down = true;
  const { client, sent } = recorder(() => (down ? network() : undefined));
  const bot = make({ client }, (one) =>
    one.fallback((ctx) => ctx.reply('answer')).command('a', (ctx) => ctx.reply('a')),
  );
  await expect(bot.handle(textEvent('a'))).rejects.toThrow('network');
  down = false;
  await bot.handle(textEvent('b'));
  expect(sent).toEqual(['a', 'answer']);
  down = true;
  await expect(bot.handle(textEvent('a'))).rejects.toThrow('network');
  await expect(bot.sweep()).rejects.toThrow('network');
  down = false;
  expect([await bot.sweep(), await bot.sweep()]).toEqual([1, 0]);
  expect(sent).toEqual(['a', 'answer', 'a']);
});

test('error: a message that WhatsApp refuses for good is given up and reported; the others are sent', async () => {
  const { phone, said, errors, emulator } = await botOnEmulator((bot) =>
    bot.fallback(async (ctx) => {
      await ctx.replyTemplate({ name: 'no_such_template', language: 'en' });
      await ctx.reply('the rest');
    }),
  );
  await phone.say('Hi');
  await emulator.waitForIdle();
  expect(errors).toHaveLength(1);
  expect(isApiError(errors[0], 132001)).toBe(true);
  expect(said()).toEqual(['the rest']);
});

test('error: a reply that WhatsApp would refuse fails in the handler, before anything is stored', async () => {
  const { client, sent } = recorder();
  const problems: string[] = [];
  const bot = make({ client }, (one) =>
    one
      .fallback(async (ctx) => {
        await ctx.reply('fine');
        await ctx.reply('x'.repeat(4097));
      })
      .catch((error) => void problems.push(String(error))),
  );
  await bot.handle(textEvent('Hi'));
  expect(problems[0]).toContain('text.body is 4,097 characters long; at most 4,096 are allowed');
  expect(sent).toEqual([]);
});

test('behavior: two processes that take two messages of one user at once lose neither change', async () => {
  const { client, sent } = recorder();
  const dialogues = createMemoryDialogueStore();
  let runs = 0;
  const build = (one: Bot<{ count: number }, never>) =>
    one.fallback(async (ctx) => {
      runs += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
      ctx.state.count += 1;
      await ctx.reply(`${ctx.state.count}`);
    });
  const options = { client, dialogues, state: () => ({ count: 0 }) };
  const [one, two] = [make(options, build), make(options, build)];
  await Promise.all([one.handle(textEvent('a')), two.handle(textEvent('b')), one.handle(textEvent('c'))]);
  expect(sent).toEqual(['1', '2', '3']);
  expect(runs).toBeGreaterThanOrEqual(4);
});

test('behavior: two processes that get one message at once answer it once', async () => {
  const { client, sent } = recorder();
  const dialogues = createMemoryDialogueStore();
  const bots = Array.from({ length: 5 }, () =>
    make({ client, dialogues }, (one) => one.fallback((ctx) => ctx.reply('Hi'))),
  );
  const event = textEvent('a');
  await Promise.all(bots.map((bot) => bot.handle(event)));
  expect(sent).toEqual(['Hi']);
});

test('behavior: what another process is sending is not sent twice; it is taken over once its lease has ended', async () => {
  const dialogues = createMemoryDialogueStore();
  const hang = { ...recorder().client, request: () => new Promise<never>(() => undefined) };
  const dead = make({ client: hang, dialogues, leaseMs: 1000 }, (one) =>
    one.fallback((ctx) => ctx.reply('left')),
  );
  void dead.handle(textEvent('a'));
  const { client, sent } = recorder();
  const alive = make({ client, dialogues, leaseMs: 1000 }, (one) => one.fallback((ctx) => ctx.reply('new')));
  const work = alive.handle(textEvent('b'));
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(sent).toEqual([]);
  await work;
  expect(sent).toEqual(['left', 'new']);
});

describe('a store that is down', () => {
  const error = new Error('connect ECONNREFUSED');
  const memory = createMemoryDialogueStore();

  test.each([
    ['read', { ...memory, read: () => Promise.reject(error) }],
    ['write', { ...memory, write: () => Promise.reject(error) }],
  ])(
    'error: %s fails the event after catch has heard of it, and nothing is sent',
    async (_name, dialogues) => {
      const { client, sent } = recorder();
      const heard: unknown[] = [];
      const bot = make({ client, dialogues }, (one) =>
        one
          .fallback((ctx) => ctx.reply('Hi'))
          .catch(async (one_, ctx) => {
            heard.push(one_);
            await ctx.reply('Sorry');
          }),
      );
      await expect(bot.handle(textEvent('a'))).rejects.toBe(error);
      expect([heard, sent]).toEqual([[error], []]);
    },
  );

  test('behavior: with a queue the message is answered once the store is back', async () => {
    const { client, sent } = recorder();
    let down = true;
    const dialogues = {
      ...memory,
      read: (key: string) => (down ? Promise.reject(error) : memory.read(key)),
    };
    const bot = make({ client, dialogues }, (one) => one.fallback((ctx) => ctx.reply('Hi')));
    const queue = createSqliteQueue({ file: ':memory:' });
    const errors: unknown[] = [];
    const handler = createWebhookHandler({
      appSecret: 's',
      verifyToken: 't',
      on: bot.handlers,
      onError: (one) => void errors.push(one),
    });
    await queue.enqueue({
      body: new TextEncoder().encode(JSON.stringify(body())),
      headers: {},
      receivedAt: Date.now(),
    });
    const worker = startQueueWorker({
      queue,
      process: handler.process,
      pollMs: 10,
      onError: () => undefined,
    });
    await vi.waitFor(() => expect(errors).toEqual([error]));
    down = false;
    await vi.waitFor(() => expect(sent).toEqual(['Hi']), { timeout: 15_000 });
    await worker.stop();
    queue.close();
  });
});

/** A webhook with one message. */
const body = () => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '1',
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '1', phone_number_id: '106540352242922' },
            messages: [
              {
                from: '16505551234',
                id: 'wamid.q',
                timestamp: '1749416383',
                type: 'text',
                text: { body: 'Hi' },
              },
            ],
          },
        },
      ],
    },
  ],
});

test('behavior: a hand-over is made once, after the commit, and people then answer instead of the bot', async () => {
  const { client, sent } = recorder();
  const requests: HandOverRequest[] = [];
  const bot = make(
    {
      client,
      noHuman: undefined,
      people: {
        takeOver: (request) => void requests.push(request),
        isAnswering: ({ waId }) => requests.some(({ user }) => user.waId === waId),
      },
    },
    (one) =>
      one
        .human(async (ctx) => {
          await ctx.reply('A colleague will write to you.');
          await ctx.handOver('support', 'asked for a person');
        })
        .fallback((ctx) => ctx.reply('Hi')),
  );
  const asking = textEvent('agent');
  for (const event of [textEvent('Hello'), asking, asking, textEvent('Hello?')]) await bot.handle(event);
  expect(sent).toEqual(['Hi', 'A colleague will write to you.']);
  expect(requests).toMatchObject([
    { department: 'support', note: 'asked for a person', user: { waId: '16505551234', name: 'Sheena' } },
  ]);
});

test('behavior: forget removes what is remembered', async () => {
  const { client, sent } = recorder();
  const bot = make({ client, state: () => ({ count: 0 }) }, (one) =>
    one
      .command('forget', (ctx) => ctx.reply(ctx.user.key))
      .fallback((ctx) => {
        ctx.state.count += 1;
        return ctx.reply(`${ctx.state.count}`);
      }),
  );
  const event: WebhookEvent = textEvent('a');
  await bot.handle(event);
  await bot.handle(textEvent('forget'));
  await bot.forget(sent[1]!);
  await bot.handle(textEvent('b'));
  expect(sent).toEqual(['1', '[null,"106540352242922",null,"16505551234"]', '1']);
});
