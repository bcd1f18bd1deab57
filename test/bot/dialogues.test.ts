import { type } from 'arktype';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  ask,
  choose,
  confirm,
  createMemoryDialogueStore,
  defineDialogue,
  isText,
  isWord,
  menu,
  type Bot,
} from 'wabakit/bot';
import { list, replyButtons } from 'wabakit/messages';
import * as z from 'zod';
import { openGroup } from '../helpers/more-places.ts';
import { ana, botOnEmulator } from './helpers.ts';

const booking = defineDialogue('booking')
  .step(
    'pnr',
    ask('Which PNR?', {
      parse: (text) => text.replaceAll(/[ -]/g, '').match(/^\d{10}$/)?.[0],
      retry: 'Ten digits, at the top left of your ticket.',
    }),
  )
  .step(
    'day',
    choose(({ data }) =>
      list({
        body: `When do you travel with ${data.pnr}?`,
        button: 'Days',
        sections: [
          {
            rows: [
              { id: 'mon', title: 'Monday' },
              { id: 'tue', title: 'Tuesday' },
            ],
          },
        ],
      }),
    ),
  )
  .step(
    'alerts',
    confirm(({ data }) => `Shall I tell you about ${data.day}?`),
  )
  .step('done', async (ctx) => {
    await ctx.reply(`${ctx.data.pnr} ${ctx.data.day} ${ctx.data.alerts}`);
    return ctx.end();
  });

const startOptions = { start: isText(/booking/i), cancel: isWord('menu') };
const withBooking = (bot: Bot) =>
  bot.dialogue(booking, startOptions).fallback((ctx) => ctx.reply('Say "booking".'));

test('default: a dialogue asks, reads and ends, and the transcript tells it', async () => {
  const { phone, bot, errors } = await botOnEmulator(withBooking);
  for (const body of ['my booking', '123', '1234 567-890']) await phone.say(body);
  await phone.tap('Tuesday');
  await phone.tap('Yes');
  await phone.say('Thanks');
  expect(errors).toEqual([]);
  expect(bot.transcript()).toMatchInlineSnapshot(`
    "Ana: my booking
    bot: Which PNR?
    Ana: 123
    bot: Ten digits, at the top left of your ticket.
    Ana: 1234 567-890
    bot: When do you travel with 1234567890? [Monday] [Tuesday]
    Ana: [Tuesday]
    bot: Shall I tell you about tue? [Yes] [No]
    Ana: [Yes]
    bot: 1234567890 tue true
    Ana: Thanks
    bot: Say "booking"."
  `);
});

test('behavior: an option can be typed by its label or its number', async () => {
  const { phone, said } = await botOnEmulator(withBooking);
  for (const body of ['booking', '1234567890', 'MONDAY!', '2']) await phone.say(body);
  expect(said().at(-1)).toBe('1234567890 mon false');
});

test('behavior: in a group the options are a numbered text', async () => {
  const { phone, emulator, wa, bot } = await botOnEmulator(withBooking);
  const groupId = await openGroup(emulator, wa, [ana]);
  for (const body of ['booking', '1234567890', '2']) await phone.say(body, { groupId });
  expect(bot.transcript(groupId).split('bot: ').at(-2)).toContain('with 1234567890?\n1. Monday\n2. Tuesday');
});

test('behavior: a tap on a past question is answered, not obeyed, and the present one is asked again', async () => {
  const { phone, said } = await botOnEmulator(withBooking);
  await phone.say('booking');
  await phone.say('1234567890');
  await phone.tap('Monday');
  await phone.tap('Tuesday');
  expect(said().slice(-2)).toEqual(['That was an earlier question.', 'Shall I tell you about mon?']);
  await phone.tap('Yes');
  expect(said().at(-1)).toBe('1234567890 mon true');
  await phone.tap('Tuesday');
  expect(said().at(-1)).toBe('That was an earlier question.');
});

test('behavior: a button of an earlier run of the same dialogue is past too', async () => {
  const { phone, said, bot, emulator, events } = await botOnEmulator(withBooking);
  for (const body of ['booking', '1234567890']) await phone.say(body);
  const id = /"(~booking[^"]+~mon)"/.exec(JSON.stringify(emulator.journal.requests.at(-1)?.body))?.[1];
  for (const body of ['menu', 'booking', '0987654321']) await phone.say(body);
  const message = events.findLast(({ kind }) => kind === 'message')!;
  const tap = { type: 'list_reply', list_reply: { id, title: 'Monday' } };
  await bot.handle(
    Object.assign({ ...message }, { wamid: 'wamid.tap', type: 'interactive', interactive: tap }),
  );
  await emulator.waitForIdle();
  expect(id).toMatch(/^~booking\.1\.day\.\w{6}~mon$/);
  expect(said().slice(-2)).toEqual(['That was an earlier question.', 'When do you travel with 0987654321?']);
});

test('behavior: the words of the dialogue and of 22 languages leave it', async () => {
  const { phone, said } = await botOnEmulator(withBooking);
  for (const word of ['Menu', 'cancelar', 'отмена']) {
    await phone.say('booking');
    await phone.say(word);
    expect(said().at(-1)).toBe('All right, I have stopped here.');
    await phone.say('1234567890');
    expect(said().at(-1)).toBe('Say "booking".');
  }
});

test('behavior: STOP reaches no dialogue and no route, ends the dialogue, and comes as consent', async () => {
  const consents: string[] = [];
  const { phone, said } = await botOnEmulator((bot) =>
    withBooking(bot).on('consent', async (ctx) => {
      consents.push(ctx.event.choice);
      await ctx.reply('No more offers.');
    }),
  );
  await phone.say('booking');
  await phone.say('STOP');
  expect(said()).toEqual(['Which PNR?', 'No more offers.']);
  await phone.say('1234567890');
  expect(said().at(-1)).toBe('Say "booking".');
  expect(consents).toEqual(['stop']);
});

test('behavior: after the last attempt the dialogue is over, and the way to a person is shown', async () => {
  const { phone, said } = await botOnEmulator(
    (bot) => withBooking(bot).human((ctx) => ctx.reply('Call +1 555 078 3881.')),
    { noHuman: undefined },
  );
  for (const body of ['booking', 'a', 'b', 'c', 'd']) await phone.say(body);
  expect(said()).toEqual([
    'Which PNR?',
    'Ten digits, at the top left of your ticket.',
    'Ten digits, at the top left of your ticket.',
    'Sorry, I still do not understand.',
    'Call +1 555 078 3881.',
    'Say "booking".',
  ]);
});

test('behavior: a word for a person works in every step, and ends the dialogue', async () => {
  const { phone, said } = await botOnEmulator(
    (bot) => withBooking(bot).human(['Mensch bitte'], (ctx) => ctx.reply('A person will write to you.')),
    { noHuman: undefined },
  );
  for (const word of ['Operator', 'оператор', 'mensch BITTE']) {
    await phone.say('booking');
    await phone.say(word);
    expect(said().at(-1)).toBe('A person will write to you.');
  }
  await phone.say('1234567890');
  expect(said().at(-1)).toBe('Say "booking".');
});

test('behavior: a command interrupts, and the handler says whether the dialogue goes on', async () => {
  const { phone, said } = await botOnEmulator((bot) =>
    withBooking(bot)
      .command('help', (ctx) => ctx.reply(`help in ${ctx.dialogue?.step}`))
      .command('again', (ctx) => ctx.repeat())
      .command('leave', (ctx) => ctx.leave())
      .command('other', (ctx) => ctx.start(booking, { pnr: '1' })),
  );
  for (const body of ['booking', 'help', 'again', '1234567890', 'leave', 'x', 'other']) await phone.say(body);
  expect(said()).toEqual([
    'Which PNR?',
    'help in pnr',
    'Which PNR?',
    'When do you travel with 1234567890?',
    'Say "booking".',
    'Which PNR?',
  ]);
});

test('behavior: what is no answer is left to the routes, and a photo where a text was asked for is refused', async () => {
  const { phone, said } = await botOnEmulator((bot) =>
    withBooking(bot).on('reaction', (ctx) => ctx.reply(`reacted ${ctx.event.reaction.emoji}`)),
  );
  await phone.say('booking');
  await phone.react('👍');
  await phone.send({ type: 'location', latitude: 1, longitude: 2 });
  await phone.say('1234567890');
  expect(said()).toEqual([
    'Which PNR?',
    'reacted 👍',
    'Ten digits, at the top left of your ticket.',
    'When do you travel with 1234567890?',
  ]);
});

test('behavior: a dialogue expires by the time of the events, and the next message is routed as any other', async () => {
  const { phone, said, emulator } = await botOnEmulator((bot) =>
    bot
      .dialogue(booking, { start: isText(/booking/), expiresAfter: 30 * 60_000 })
      .fallback((ctx) => ctx.reply('New here?')),
  );
  await phone.say('booking');
  await emulator.clock.advance('29m');
  await phone.say('1234567890');
  expect(said().at(-1)).toBe('When do you travel with 1234567890?');
  await emulator.clock.advance('31m');
  await phone.say('Monday');
  expect(said().at(-1)).toBe('New here?');
});

test('behavior: a sweep closes what has expired, with a text while the window is open', async () => {
  const { phone, said, bot, emulator } = await botOnEmulator(
    (one) => one.dialogue(booking, { start: isText(/booking/), expiresAfter: 30 * 60_000 }),
    { texts: { expired: 'Write again when you have the number.' } },
  );
  await phone.say('booking');
  const asked = emulator.clock.now();
  expect(await bot.sweep(asked)).toBe(0);
  expect(await bot.sweep(asked + 30 * 60_000)).toBe(1);
  expect(await bot.sweep(asked + 30 * 60_000)).toBe(0);
  await emulator.waitForIdle();
  expect(said()).toEqual(['Which PNR?', 'Write again when you have the number.']);
  await phone.say('booking');
  expect(await bot.sweep(new Date(asked + 25 * 3_600_000))).toBe(1);
  await emulator.waitForIdle();
  expect(said().slice(2)).toEqual(['Which PNR?']);
  await expect(bot.sweep(Number.NaN)).rejects.toThrow('at should be a Date or a time in epoch milliseconds');
});

describe('versions', () => {
  const version1 = defineDialogue('order')
    .step('size', ask('Size?'))
    .step('colour', ask('Colour?'))
    .step('done', (ctx) => ctx.reply(`${ctx.data.size} ${ctx.data.colour}`));

  async function deploy(second: Parameters<Bot['dialogue']>[0]) {
    const dialogues = createMemoryDialogueStore();
    const before = await botOnEmulator((bot) => bot.dialogue(version1, { start: isText(/order/) }), {
      dialogues,
    });
    await before.phone.say('order');
    await before.phone.say('XL');
    const { emulator, wa, bot, phone, said, handler } = before;
    const logs: unknown[] = [];
    const after = (await import('wabakit/bot')).createBot({
      client: wa,
      dialogues,
      noHuman: 'A test of a deploy.',
      log: (message, fields) => void logs.push([message, fields]),
    });
    after.dialogue(second, { start: isText(/order/) });
    bot.handle = after.handle;
    return { emulator, phone, said, handler, logs };
  }

  test('default: a deploy in the middle goes on at the same step', async () => {
    const { phone, said } = await deploy(version1);
    await phone.say('red');
    expect(said()).toEqual(['Size?', 'Colour?', 'XL red']);
  });

  test('behavior: a dialogue of another version is migrated', async () => {
    const version2 = defineDialogue('order', {
      version: 2,
      migrate: ({ version, step, data }) =>
        version === 1 ? { step, data: { fit: `fit ${String(data['size'])}` } } : undefined,
    })
      .step('fit', ask('Fit?'))
      .step('colour', ask('Which colour?'))
      .step('done', (ctx) => ctx.reply(`${ctx.data.fit} ${ctx.data.colour}`));
    const { phone, said } = await deploy(version2);
    await phone.say('red');
    expect(said().at(-1)).toBe('fit XL red');
  });

  test('behavior: without migrate, or to a step that is gone, it ends with a text and a log line', async () => {
    const gone = defineDialogue('order').step('size', ask('Size?'));
    const version3 = defineDialogue('order', { version: 3 }).step('colour', ask('Colour?'));
    for (const second of [gone, version3]) {
      const { phone, said, logs } = await deploy(second);
      await phone.say('red');
      expect(said().at(-1)).toBe('Sorry, I lost the thread. Please start again.');
      expect(logs).toEqual([['a dialogue cannot go on', { dialogue: 'order', version: 1, step: 'colour' }]]);
      await phone.say('order');
      expect(said().at(-1)).toMatch(/Size\?|Colour\?/);
    }
  });

  test('behavior: stored data that the schema refuses, and a record that is no JSON, do not block the user', async () => {
    const strict = defineDialogue('order', { data: z.object({ size: z.number().optional() }) }).step(
      'colour',
      ask('Colour?'),
    );
    const { phone, said } = await deploy(strict);
    await phone.say('red');
    expect(said().at(-1)).toBe('Sorry, I lost the thread. Please start again.');

    const memory = createMemoryDialogueStore();
    const broken = {
      ...memory,
      read: async (key: string) => {
        const stored = await memory.read(key);
        return stored && { ...stored, value: '{"outbox":' };
      },
    };
    const other = await botOnEmulator((bot) => bot.fallback((ctx) => ctx.reply('Hello')), {
      dialogues: broken,
    });
    await other.phone.say('1');
    await other.phone.say('2');
    expect(other.said()).toEqual(['Hello', 'Hello']);
  });
});

describe('schemas', () => {
  const adult = { zod: z.coerce.number().min(18), arktype: type('string.numeric.parse').to('number >= 18') };
  const valibot = v.pipe(v.string(), v.transform(Number), v.number(), v.minValue(18));

  test.each([
    ['zod', defineDialogue('age').step('age', ask('Age?', { parse: adult.zod }))],
    ['valibot', defineDialogue('age').step('age', ask('Age?', { parse: valibot }))],
    [
      'arktype, whose schema is a function',
      defineDialogue('age').step('age', ask('Age?', { parse: adult.arktype })),
    ],
    [
      'an async schema',
      defineDialogue('age').step(
        'age',
        ask('Age?', { parse: z.coerce.number().refine(async (age) => age >= 18) }),
      ),
    ],
  ])('behavior: answers are checked and changed by %s', async (_name, dialogue) => {
    const withEnd = dialogue.step('done', (ctx) => ctx.reply(`Next year: ${ctx.data.age + 1}`));
    const { phone, said } = await botOnEmulator((bot) => bot.dialogue(withEnd, { start: isText(/age/) }));
    for (const body of ['age', 'seventeen', '17', '18']) await phone.say(body);
    expect(said()).toEqual([
      'Age?',
      'Sorry, I did not understand that.',
      'Age?',
      'Sorry, I did not understand that.',
      'Age?',
      'Next year: 19',
    ]);
  });

  test('behavior: the schema of the data gives its defaults, and refuses what a dialogue may not begin with', async () => {
    const failures: unknown[] = [];
    const trip = defineDialogue('trip', {
      data: z.object({ seats: z.number().default(1), to: z.string().optional() }),
    })
      .step('to', ask('Where to?'))
      .step('done', (ctx) => ctx.reply(`${ctx.data.seats} to ${ctx.data.to}`));
    const { phone, said } = await botOnEmulator((bot) =>
      bot
        .dialogue(trip, { start: isText(/trip/) })
        .command('many', (ctx) => ctx.start(trip, { seats: 4 }))
        .command('bad', (ctx) => ctx.start(trip, JSON.parse('{ "seats": "many" }') as { seats: number }))
        .catch((error) => void failures.push(error)),
    );
    for (const body of ['trip', 'Delhi', 'many', 'Pune', 'bad']) await phone.say(body);
    expect(said()).toEqual(['Where to?', '1 to Delhi', 'Where to?', '4 to Pune']);
    expect(String(failures[0])).toContain('data of "trip" is refused by its schema');
  });
});

test('behavior: ask takes other types of message, and the parser gets their content', async () => {
  const damage = defineDialogue('damage')
    .step('place', ask('Where is it?', { accept: 'location', parse: ({ latitude }) => latitude }))
    .step('photo', ask('A photo, please.', { accept: ['image', 'document'] }))
    .step('done', (ctx) => ctx.reply(`${ctx.data.place} ${typeof ctx.data.photo.id}`));
  const { phone, said } = await botOnEmulator((bot) => bot.dialogue(damage, { start: isText(/damage/) }));
  await phone.say('damage');
  await phone.say('Here');
  await phone.send({ type: 'location', latitude: 52.5, longitude: 4.9 });
  await phone.send({
    type: 'image',
    bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0]),
    mimeType: 'image/jpeg',
  });
  expect(said().at(-1)).toBe('52.5 string');
});

test('behavior: a menu of several pages is turned until a choice is made, also on an earlier page', async () => {
  const towns = Array.from({ length: 25 }, (_, index) => ({
    id: `t${index + 1}`,
    title: `Town ${index + 1}`,
  }));
  const trip = defineDialogue('trip')
    .step('to', choose(menu(towns, { name: 'towns', body: 'Where to?' })))
    .step(
      'from',
      choose(() => menu(towns, { name: 'towns', body: 'Where from?' })),
    )
    .step('done', (ctx) => ctx.reply(`${ctx.data.from} to ${ctx.data.to}`));
  const { phone, said, errors } = await botOnEmulator((bot) => bot.dialogue(trip, { start: isText(/trip/) }));
  await phone.say('trip');
  for (const title of ['More', 'More', 'Town 25', 'More', 'Town 3']) await phone.tap(title);
  expect(errors).toEqual([]);
  const to = 'Where to?';
  const from = 'Where from?';
  expect(said()).toEqual([to, to, to, from, from, 't3 to t25']);
});

test('behavior: steps can branch, and go back', async () => {
  const order = defineDialogue('order')
    .step('size', ask('Size?'))
    .step('sure', confirm('Sure?'))
    .step('check', (ctx) => (ctx.data.sure ? undefined : ctx.goTo('size')))
    .step('done', (ctx) => ctx.reply(`Ordered ${ctx.data.size}`));
  const { phone, said } = await botOnEmulator((bot) => bot.dialogue(order, { start: isText(/order/) }));
  await phone.say('order');
  await phone.say('S');
  await phone.tap('No');
  await phone.say('M');
  await phone.tap('Yes');
  expect(said()).toEqual(['Size?', 'Sure?', 'Size?', 'Sure?', 'Ordered M']);
});

test('error: a step that does not exist, and an id that is too long, fail with the name and nothing is sent', async () => {
  const failures: string[] = [];
  const wrong = defineDialogue('wrong')
    .step('one', (ctx) => ctx.goTo('tow'))
    .step('two', ask('Two?'));
  const long = defineDialogue('long').step(
    'one',
    choose(replyButtons({ body: 'One?', buttons: [{ id: 'x'.repeat(250), title: 'X' }] })),
  );
  const dated = defineDialogue('dated')
    .step('when', ask('When?', { parse: (text) => new Date(text) }))
    .step('end', ask('End?'));
  const { phone, said } = await botOnEmulator((bot) =>
    bot
      .dialogue(wrong, { start: isText(/wrong/) })
      .dialogue(long, { start: isText(/long/) })
      .dialogue(dated, { start: isText(/dated/) })
      .catch((error) => void failures.push(String(error))),
  );
  for (const body of ['wrong', 'long', 'dated', '2026-11-28']) await phone.say(body);
  expect(said()).toEqual(['When?']);
  expect(failures[0]).toContain('step "tow" is not a step of "wrong"; they are one, two');
  expect(failures[1]).toMatch(
    /id "x+" of the step one has \d+ characters with the \d+ that tell its question; 256 are allowed/,
  );
  expect(failures[2]).toContain('data of "dated".when is a Date, which does not survive JSON');
});
