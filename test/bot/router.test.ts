import { expect, test } from 'vitest';
import { and, buttonId, isInGroup, isText, isType, isWord, not, or, where } from 'wabakit/bot';
import { list, replyButtons } from 'wabakit/messages';
import type { WebhookEventOf } from 'wabakit/webhooks';
import { ana, botOnEmulator, textEvent } from './helpers.ts';
import { openGroup } from '../helpers/more-places.ts';

test('default: the first route that matches answers, and the fallback answers the rest', async () => {
  const { phone, said } = await botOnEmulator((bot) =>
    bot
      .on('message', isText(/hours|open/i), (ctx) => ctx.reply('Mon to Sat, 9 to 18'))
      .on('message', isText(/hours/i), (ctx) => ctx.reply('never'))
      .on('location', (ctx) => ctx.reply(`Near ${ctx.event.location.latitude}`))
      .fallback((ctx) => ctx.reply(`You said ${ctx.event.type}`)),
  );
  await phone.say('When are you OPEN?');
  await phone.say('Hi');
  await phone.send({ type: 'location', latitude: 52.37, longitude: 4.89 });
  expect(said()).toEqual(['Mon to Sat, 9 to 18', 'You said text', 'Near 52.37']);
});

test('behavior: middleware runs in the order of Koa, and a route runs only behind next', async () => {
  const steps: string[] = [];
  const { phone, said } = await botOnEmulator((bot) =>
    bot
      .use(async (_, next) => {
        steps.push('a in');
        await next();
        steps.push('a out');
      })
      .use(async (ctx, next) => {
        steps.push('b in');
        if (ctx.event.kind === 'message' && isText(/no/)(ctx.event)) return;
        await next();
        steps.push('b out');
      })
      .fallback(async (ctx) => {
        steps.push('route');
        await ctx.reply('Yes');
      }),
  );
  await phone.say('hello');
  await phone.say('no');
  expect(steps).toEqual(['a in', 'b in', 'route', 'b out', 'a out', 'a in', 'b in', 'a out']);
  expect(said()).toEqual(['Yes']);
});

test('error: a middleware that calls next twice fails, and nothing is sent', async () => {
  const { phone, said, errors } = await botOnEmulator((bot) =>
    bot
      .use(async (_, next) => {
        await next();
        await next();
      })
      .fallback((ctx) => ctx.reply('Yes')),
  );
  await phone.say('hello');
  expect(errors).toEqual([new Error('A middleware called next() twice.')]);
  expect(said()).toEqual([]);
});

test('behavior: filters compose', () => {
  const hello = textEvent('Hello');
  const inGroup = textEvent('Hello', { groupId: 'g1' });
  const pass = (filter: (event: typeof hello) => boolean) => [filter(hello), filter(inGroup)];
  expect(pass(isText())).toEqual([true, true]);
  expect(pass(isText(/bye/))).toEqual([false, false]);
  expect(pass(and(isText(/hello/i), isInGroup))).toEqual([false, true]);
  expect(pass(or(isText(/bye/), isInGroup))).toEqual([false, true]);
  expect(pass(not(isInGroup))).toEqual([true, false]);
  expect(pass(isType('image', 'text'))).toEqual([true, true]);
  expect(pass(where((event) => event.kind === 'status'))).toEqual([false, false]);
  expect(pass(and())).toEqual([true, true]);
  expect(pass(or())).toEqual([false, false]);
});

test('behavior: isWord takes the whole message, in any case, with accents and punctuation', () => {
  const isMenu = isWord('menu', 'отмена');
  const takes = ['Menu', '¡Menú!', ' MENU 🙏', 'Отмена.', 'the menu', 'menus', ''].map((body) =>
    isMenu(textEvent(body)),
  );
  expect(takes).toEqual([true, true, true, true, false, false, false]);
});

test('behavior: a pattern with the flag g finds the same text each time', () => {
  const filter = isText(/hi/g);
  expect([1, 2, 3].map(() => filter(textEvent('hi')))).toEqual([true, true, true]);
});

test('behavior: buttons and list rows carry parameters, numbers as numbers', async () => {
  const seen: unknown[] = [];
  const { phone, said } = await botOnEmulator((bot) =>
    bot
      .command('start', (ctx) =>
        ctx.reply(
          replyButtons({
            body: 'Your order',
            buttons: [{ id: buttonId('track:{orderId}', { orderId: 'A:17/é%' }), title: 'Track' }],
          }),
        ),
      )
      .button('track:{orderId}', async (ctx) => {
        seen.push(ctx.params);
        await ctx.reply(
          list({
            body: 'Which seat?',
            button: 'Seats',
            sections: [
              { rows: [{ id: buttonId('seat:{row:number}:{seat}', { row: 12, seat: 'C' }), title: '12C' }] },
            ],
          }),
        );
      })
      .button('seat:{row:number}:{seat}', (ctx) => {
        seen.push(ctx.params);
        return ctx.reply(`Row ${ctx.params.row + 1} is behind you`);
      }),
  );
  await phone.say('/start now');
  await phone.tap('Track');
  await phone.tap('12C');
  expect(seen).toEqual([{ orderId: 'A:17/é%' }, { row: 12, seat: 'C' }]);
  expect(said()).toEqual(['Your order', 'Which seat?', 'Row 13 is behind you']);
});

test('behavior: a command is the whole message, or begins it behind a slash', async () => {
  const { phone, said } = await botOnEmulator((bot) =>
    bot
      .command(['help', 'ayuda'], (ctx) => ctx.reply(`help(${ctx.params.rest})`))
      .fallback((ctx) => ctx.reply('no')),
  );
  for (const body of ['help', 'AYUDA!', '/help me  please', 'help me', '/helper']) await phone.say(body);
  expect(said()).toEqual(['help()', 'help()', 'help(me  please)', 'no', 'no']);
});

test('behavior: the bot answers a hidden number, a group and a second user where each of them wrote', async () => {
  const { emulator, wa, phone, bot } = await botOnEmulator((one) =>
    one.fallback((ctx) => ctx.reply(`To ${ctx.user.name ?? 'you'}`)),
  );
  const hidden = emulator.phone('+5511900000001', {
    bsuid: 'BR.123',
    username: 'bo',
    hidesNumber: true,
    name: 'Bo',
  });
  const groupId = await openGroup(emulator, wa, [ana]);
  await hidden.say('Hello');
  await phone.say('Hello all', { groupId });
  await phone.say('Hello');
  await emulator.waitForIdle();
  const sent = emulator.journal.requests
    .filter(({ path, body }) => path.endsWith('/messages') && JSON.stringify(body).includes('To '))
    .map(({ body }) => body);
  expect(sent).toMatchObject([
    { recipient: 'BR.123' },
    { recipient_type: 'group', to: groupId },
    { to: ana },
  ]);
  expect(bot.transcript('BR.123')).toBe('Bo: Hello\nbot: To Bo');
});

test('behavior: routes take other kinds of event, and the bot asks the store only for those', async () => {
  const seen: string[] = [];
  const { phone } = await botOnEmulator((bot) =>
    bot
      .on(
        'status',
        (event: WebhookEventOf<'status'>) => event.status === 'delivered',
        (ctx) => {
          seen.push(ctx.event.status, ctx.user.waId ?? '');
        },
      )
      .fallback((ctx) => ctx.reply('Hi')),
  );
  await phone.say('Hello');
  expect(seen).toEqual(['delivered', '5511987654321']);
});

test('behavior: a message that is delivered twice is answered once', async () => {
  const { bot, said, phone, events } = await botOnEmulator((one) => one.fallback((ctx) => ctx.reply('Hi')));
  await phone.say('Hello');
  const [message] = events.filter(({ kind }) => kind === 'message');
  await Promise.all([bot.handle(message!), bot.handle(message!)]);
  expect(said()).toEqual(['Hi']);
});
