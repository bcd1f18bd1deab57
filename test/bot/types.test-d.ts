import { expectTypeOf, test } from 'vitest';
import { createClient } from 'wabakit';
import {
  and,
  ask,
  buttonId,
  choose,
  confirm,
  createBot,
  defineDialogue,
  isInGroup,
  isText,
  isType,
  not,
  or,
  where,
} from 'wabakit/bot';
import { quoteFromCard, usd20261001, type Quote } from 'wabakit/pricing';
import type { IncomingMessageEvent, StatusEvent } from 'wabakit/webhooks';
import * as z from 'zod';

const client = createClient({ accessToken: 'token', phoneNumberId: '1' });

test('default: filters narrow the event of a route', () => {
  const bot = createBot({ client });
  bot.on('message', isText(), (ctx) => expectTypeOf(ctx.event.text.body).toEqualTypeOf<string>());
  bot.on('message', and(isText(/x/), isInGroup), (ctx) =>
    expectTypeOf(ctx.event.groupId).toEqualTypeOf<string>(),
  );
  bot.on('message', or(isType('image'), isType('video')), (ctx) =>
    expectTypeOf(ctx.event.type).toEqualTypeOf<'image' | 'video'>(),
  );
  bot.on('message', not(isText()), ({ event: { type } }) =>
    expectTypeOf(type).not.toEqualTypeOf<IncomingMessageEvent['type']>(),
  );
  // What a pattern refuses may still be a text.
  bot.on('message', not(isText(/x/)), ({ event: { type } }) =>
    expectTypeOf(type).toEqualTypeOf<IncomingMessageEvent['type']>(),
  );
  bot.on('location', (ctx) => expectTypeOf(ctx.event.location.latitude).toEqualTypeOf<number>());
  bot.on(
    'status',
    (event) => event.status === 'failed',
    (ctx) => expectTypeOf(ctx.event).toExtend<StatusEvent>(),
  );
  bot.on(
    'message',
    where((event): event is IncomingMessageEvent => event.kind === 'message'),
    (ctx) => expectTypeOf(ctx.event.wamid).toEqualTypeOf<IncomingMessageEvent['wamid']>(),
  );
  // @ts-expect-error: no kind of event has this name
  bot.on('mesage', () => undefined);
});

test('behavior: ids carry typed parameters', () => {
  const bot = createBot({ client });
  bot.button('seat:{row:number}:{seat}', (ctx) =>
    expectTypeOf(ctx.params).toExtend<{ readonly row: number; readonly seat: string }>(),
  );
  buttonId('seat:{row:number}:{seat}', { row: 1, seat: 'C' });
  // @ts-expect-error: seat is missing
  buttonId('seat:{row:number}:{seat}', { row: 1 });
  // @ts-expect-error: row is a number
  buttonId('seat:{row:number}:{seat}', { row: '1', seat: 'C' });
  // @ts-expect-error: the id has no such parameter
  bot.button('track:{orderId}', (ctx) => ctx.params.order);
});

test('behavior: the answers make the data of a dialogue', () => {
  defineDialogue('trip', { data: z.object({ from: z.string().optional() }) })
    .step('seats', ask('How many?', { parse: z.coerce.number() }))
    .step(
      'class',
      choose(({ data }) => {
        expectTypeOf(data.seats).toEqualTypeOf<number>();
        return `${data.seats}`;
      }),
    )
    .step('photo', ask('A photo', { accept: ['image', 'document'] }))
    .step('length', ask('Length', { parse: (text) => (text === '' ? undefined : text.length) }))
    .step(
      'sure',
      confirm(({ data }) => `${data.length}`),
    )
    .step('done', (ctx) => {
      expectTypeOf(ctx.data.class).toEqualTypeOf<string>();
      expectTypeOf(ctx.data.photo.id).toEqualTypeOf<string>();
      expectTypeOf(ctx.data.length).toEqualTypeOf<number>();
      expectTypeOf(ctx.data.sure).toEqualTypeOf<boolean>();
      expectTypeOf(ctx.data.from).toEqualTypeOf<string | undefined>();
      // @ts-expect-error: no step has this name
      return ctx.data.other === undefined ? ctx.end() : undefined;
    });
});

test('behavior: state and price have the types of the options', () => {
  const bot = createBot({
    client,
    state: () => ({ visits: 0 }),
    quote: (message) => quoteFromCard({ card: usd20261001, ...message }),
  });
  bot.fallback(async (ctx) => {
    expectTypeOf(ctx.state.visits).toEqualTypeOf<number>();
    expectTypeOf(await ctx.price('Hi')).toExtend<Quote>();
  });
});
