import { afterEach, expect, test } from 'vitest';
import { createBot, isText } from 'wabakit/bot';
import { quoteFromCard, usd20261001, windowRules, type Quote } from 'wabakit/pricing';
import { defineTemplate, templateMessage } from 'wabakit/templates';
import type { WebhookEvent } from 'wabakit/webhooks';
import { opensWindow } from '../../src/bot/window.ts';
import { botOnEmulator, noHuman } from './helpers.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

test('default: the window is that of the last message that opens it, also in the route of another event', async () => {
  const windows: unknown[] = [];
  const { phone, emulator } = await botOnEmulator((bot) =>
    bot
      .on('reaction', (ctx) => void windows.push(ctx.window))
      .on('consent', (ctx) => void windows.push(ctx.window))
      .fallback((ctx) => ctx.reply('Hi')),
  );
  await phone.stopPromotions();
  await phone.say('Hello');
  const at = Math.floor(emulator.clock.now() / 1000) * 1000;
  await emulator.clock.advance('2h');
  await phone.stopPromotions();
  await phone.react('👍');
  const day = 24 * 3_600_000;
  expect(windows).toMatchObject([
    { isOpen: false, closesAt: undefined, timeLeft: 0 },
    { isOpen: true, closesAt: at + day },
    { isOpen: true, timeLeft: day },
  ]);
  expect(windowRules.find(({ event, content }) => event === 'message' && content === 'reaction')?.opens).toBe(
    true,
  );
});

test('behavior: the messages and calls that open the window are those of windowRules', () => {
  const place = { field: 'messages', raw: {} };
  const toEvent = (event: string, content = ''): WebhookEvent => {
    const [type = '', inner] = content.split(': ');
    const [what, direction] = content.split(', ');
    const parts: Readonly<Record<string, object>> = {
      message: {
        type: type === 'reaction taken back' ? 'reaction' : type,
        interactive: { type: inner ?? '' },
        reaction: { emoji: type === 'reaction' ? '👍' : '' },
      },
      call: { event: what, direction },
      callStatus: { status: content },
    };
    return Object.assign({ kind: event, ...place }, parts[event]) as never;
  };
  const rows = windowRules.filter(({ event }) => event !== '*' && event !== 'standbyMessage');
  const wrong = rows.filter(({ event, content, opens }) => opensWindow(toEvent(event, content)) !== opens);
  expect(wrong).toEqual([]);
  expect(rows.filter(({ opens }) => opens).length).toBeGreaterThan(15);
});

const summarize = (quote: Quote<'USD'>): unknown =>
  quote.outcome === 'priced' ? [quote.market, quote.amount.scaledAmount] : quote.outcome;

test('behavior: price asks the function of the bot, by number, window and category', async () => {
  const seen: unknown[] = [];
  const { phone } = await botOnEmulator<Record<string, unknown>, Quote<'USD'>>(
    (bot) =>
      bot.fallback(async (ctx) => {
        seen.push(summarize(await ctx.price('Hello')));
        const template = { type: 'template', template: { name: 'x', language: { code: 'en' } } } as const;
        seen.push(summarize(await ctx.price(template, { category: 'marketing' })));
        await expect(ctx.price(template)).rejects.toThrow('category is missing');
      }),
    { quote: (message) => quoteFromCard({ card: usd20261001, ...message }) },
  );
  await phone.say('Hello');
  const toBrazil = { card: usd20261001, to: '5511987654321', at: Date.UTC(2026, 10, 2) } as const;
  const inWindow = quoteFromCard({ ...toBrazil, category: 'service', window: 'customer_service' });
  const marketing = quoteFromCard({ ...toBrazil, category: 'marketing' });
  expect(seen).toEqual([summarize(inWindow), summarize(marketing)]);
  const toBrazilAtAPrice = ['Brazil', expect.any(Number)];
  expect(seen).toEqual([toBrazilAtAPrice, toBrazilAtAPrice]);
});

test('behavior: replies of every kind go out: a template, a reaction, a quote, a typing sign', async () => {
  const update = defineTemplate({
    name: 'update',
    language: 'en',
    category: 'utility',
    body: { text: 'It is ready.' },
  });
  const { phone, said, emulator } = await botOnEmulator(
    (bot) =>
      bot.fallback(async (ctx) => {
        await ctx.typing();
        await ctx.react('👍');
        await ctx.reply('You asked.', { quote: true });
        await ctx.reply(templateMessage(update));
        await ctx.replyTemplate({ name: 'update', language: 'en' });
      }),
    {},
    { templates: [update] },
  );
  await phone.say('Hello');
  const bodies = emulator.journal.requests
    .filter(({ path }) => path.endsWith('/messages'))
    .map(({ body }) => body);
  expect(bodies).toMatchObject([
    { status: 'read', typing_indicator: { type: 'text' } },
    { type: 'reaction', reaction: { emoji: '👍' } },
    { type: 'text', context: { message_id: expect.stringMatching(/^wamid/) as string } },
    { type: 'template' },
    { type: 'template' },
  ]);
  expect(said().slice(-3)).toEqual(['You asked.', 'It is ready.', 'It is ready.']);
});

test('behavior: media gives the bytes of what came, and refuses a message without a file', async () => {
  const sizes: unknown[] = [];
  const { phone } = await botOnEmulator((bot) =>
    bot
      .on('image', async (ctx) => {
        const { stream, mimeType } = await ctx.media();
        sizes.push([(await new Response(stream).bytes()).length, mimeType]);
        await expect(
          ctx.media({ maxBytes: 1 }).then(({ stream: one }) => new Response(one).text()),
        ).rejects.toThrow();
      })
      .fallback((ctx) => expect(ctx.media()).rejects.toThrow('media needs a message with an image')),
  );
  await phone.send({
    type: 'image',
    bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0]),
    mimeType: 'image/jpeg',
  });
  await phone.say('none');
  expect(sizes).toEqual([[4, 'image/jpeg']]);
});

test('behavior: state is kept between messages and given to every handler, and texts may depend on the user', async () => {
  const { phone, said, errors } = await botOnEmulator<{ visits: number; last?: Date }>(
    (bot) =>
      bot
        .command('date', (ctx) => {
          ctx.state.last = new Date(0);
        })
        .on('message', isText(), (ctx) => {
          ctx.state.visits += 1;
          return ctx.reply(`${ctx.state.visits}`);
        }),
    { state: () => ({ visits: 0 }), texts: ({ name }) => ({ stale: `Old, ${name ?? ''}` }) },
  );
  for (const body of ['a', 'b', 'date', 'c']) await phone.say(body);
  expect(said()).toEqual(['1', '2', '3']);
  expect(String(errors[0])).toContain('state.last is a Date, which does not survive JSON');
});

test('behavior: an event about no user reaches its route, where nothing can be replied', async () => {
  const { wa } = await botOnEmulator((bot) => bot.fallback(() => undefined));
  const heard: string[] = [];
  const bot = createBot({ client: wa, noHuman });
  bot
    .on('templateStatus', async (ctx) => {
      heard.push(ctx.event.kind);
      await ctx.reply('To whom?');
    })
    .catch((error) => void heard.push(String(error)));
  await bot.handle({
    kind: 'templateStatus',
    field: 'message_template_status_update',
    wabaId: '1',
    phoneNumberId: undefined,
    displayPhoneNumber: undefined,
    at: 0,
    raw: {
      event: 'APPROVED',
      message_template_id: 1,
      message_template_name: 'x',
      message_template_language: 'en',
    },
  } as never);
  expect(heard).toEqual([
    'templateStatus',
    'UsageError: event of kind templateStatus names no user and no group to answer.',
  ]);
});
