import { describe, expect, test } from 'vitest';
import { createCoreClient } from 'wabakit';
import {
  and,
  ask,
  buttonId,
  choose,
  createBot,
  defineDialogue,
  isText,
  isType,
  isWord,
  type Bot,
} from 'wabakit/bot';
import { noHuman, textEvent } from './helpers.ts';

const client = createCoreClient({ transport: { request: () => Promise.reject(new Error('not called')) } });
const make = (options: object = {}): Bot => createBot({ client, noHuman, ...options });
const answer = () => undefined;
const booking = defineDialogue('booking').step('pnr', ask('Which?'));

/** A call as JavaScript makes it. */
const loose = (bot: object) => bot as Record<string, (...given: unknown[]) => unknown>;

describe('routes that can never match', () => {
  test.each<[string, (bot: Bot) => unknown, string]>([
    [
      'a kind that the filter excludes',
      (bot) => bot.on('status', isText(), answer),
      "on('status') can never match: its filter lets no such event through",
    ],
    [
      'a type that the filter excludes',
      (bot) => bot.on('image', isText(/x/), answer),
      "on('image') can never match",
    ],
    [
      'filters that exclude each other',
      (bot) => bot.on('message', and(isText(), isType('image')), answer),
      "on('message') can never match",
    ],
    ['no word', (bot) => bot.on('message', isWord(), answer), "on('message') can never match"],
    [
      'a route behind one without a filter',
      (bot) => bot.on('message', answer).on('message', isText(/x/), answer),
      "an earlier on('message') without a filter takes all of these events",
    ],
    [
      'a type behind its kind',
      (bot) => bot.on('message', answer).on('image', answer),
      "on('image') can never match",
    ],
    [
      'the same type twice',
      (bot) => bot.on('image', answer).on('image', answer),
      "on('image') can never match",
    ],
    ['a second fallback', (bot) => bot.fallback(answer).fallback(answer), 'fallback is given twice'],
    ['a second catch', (bot) => bot.catch(answer).catch(answer), 'catch is given twice'],
    ['a second way to a person', (bot) => bot.human(answer).human(answer), 'human is given twice'],
    [
      'a command twice',
      (bot) => bot.command('start', answer).command(['go', 'Start!'], answer),
      'command "Start!" is a command already',
    ],
    [
      'a command of two words',
      (bot) => bot.command('start now', answer),
      'command "start now" can never match',
    ],
    ['a command without a letter', (bot) => bot.command('!', answer), 'command "!" can never match'],
    ['a command without a word', (bot) => bot.command([], answer), 'command needs a word'],
    [
      'a pattern twice',
      (bot) => bot.button('a:{x}', answer).button('a:{y}', answer),
      "an earlier button('a:{x}') takes its ids",
    ],
    [
      'a pattern that another one covers',
      (bot) => bot.button('{x}', answer).button('track', answer),
      "button('track') can never match",
    ],
    [
      'a dialogue whose start lets no message through',
      (bot) => bot.dialogue(booking, { start: and(isText(), isType('image')) }),
      'start of "booking" can never match',
    ],
  ])('error: %s', (_name, build, message) => {
    expect(() => build(make())).toThrow(message);
  });

  test('default: patterns that differ in a number or a literal stand beside each other', () => {
    const bot = make();
    expect(() =>
      bot.button('seat:{row:number}', answer).button('seat:{name}:x', answer).button('seat', answer),
    ).not.toThrow();
  });
});

describe('ids', () => {
  test.each<[string, () => unknown, string]>([
    ['an empty pattern', () => make().button('', answer), 'is empty'],
    ['a parameter without a name', () => make().button('a:{}', answer), 'has the parameter {}'],
    ['a parameter twice', () => make().button('{a}:{a}', answer), 'has the parameter {a}'],
    [
      'parameters without a sign between them',
      () => make().button('{a}x{b}', answer),
      'has two parameters without a sign such as : between them',
    ],
    ['a brace alone', () => make().button('a{', answer), 'has a brace that opens no parameter'],
    [
      'a pattern over the limit of a list row',
      () => make().button(`${'x'.repeat(199)}:{a}`, answer),
      'makes ids of 201 characters or more; 200 are allowed in a list',
    ],
    ['a pattern of a dialogue', () => make().button('~a', answer), 'begins with ~'],
    [
      'an id over the limit of a button',
      () => buttonId('track:{id}', { id: 'x'.repeat(251) }),
      'id has 257 characters; a button may have 256, a list row 200',
    ],
    [
      'a parameter that is missing',
      () => buttonId('track:{id}', {} as { id: string }),
      'id should be a string: track:{id} needs it',
    ],
    ['a number that is none', () => buttonId('row:{n:number}', { n: Number.NaN }), 'n should be a number'],
  ])('error: %s', (_name, build, message) => {
    expect(build).toThrow(message);
  });

  test('behavior: the longest id of a button fits, with characters outside the basic plane counted once', () => {
    expect([...buttonId('a:{id}', { id: '😀'.repeat(254) })]).toHaveLength(256);
  });
});

describe('dialogues', () => {
  test.each<[string, () => unknown, string]>([
    [
      'two of one name',
      () => make().dialogue(booking).dialogue(booking),
      '"booking" is the name of two dialogues of this bot',
    ],
    ['one without a step', () => make().dialogue(defineDialogue('empty')), '"empty" has no step'],
    ['a name with a dot', () => defineDialogue('a.b'), '"a.b" of a dialogue should begin with a letter'],
    ['a step twice', () => booking.step('pnr', ask('Again?')), '"pnr" of a step of "booking" is taken'],
    [
      'a version that is no whole number',
      () => defineDialogue('a', { version: 1.5 }),
      'version of "a" is 1.5',
    ],
    [
      'data that is no schema',
      () => defineDialogue('a', { data: {} as never }),
      'data of "a" should be a schema',
    ],
    ['a step that is a text', () => booking.step('x', 'Hello' as never), '"x" of "booking" should be ask(…)'],
    ['no attempt', () => ask('x', { attempts: 0 }), 'attempts is 0'],
    [
      'a parser that is a text',
      () => choose('x', { parse: 'y' as never }),
      'parse should be a pattern, a schema or a function',
    ],
    ['an expiry of 0', () => make().dialogue(booking, { expiresAfter: 0 }), 'expiresAfter of "booking" is 0'],
    ['something else', () => loose(make()).dialogue!({}), 'dialogue should be the result of defineDialogue'],
  ])('error: %s', (_name, build, message) => {
    expect(build).toThrow(message);
  });
});

describe('options and start', () => {
  test.each<[string, object, string]>([
    ['no client', { client: undefined }, 'client should be an object with the methods request'],
    ['a misspelt option', { dialouges: {} }, 'dialouges is not an option; did you mean dialogues?'],
    [
      'a store without methods',
      { dialogues: { read: answer } },
      'dialogues should be an object with the methods read, write, delete, listDue',
    ],
    ['a state that is no function', { state: {} }, 'state should be a function'],
    ['a reason of a word', { noHuman: 'no' }, 'noHuman should be a sentence'],
    [
      'a memory shorter than redelivery',
      { keepMs: 60_000 },
      'keepMs should be a number of milliseconds from 691200000 up',
    ],
  ])('error: %s', (_name, options, message) => {
    expect(() => make(options)).toThrow(message);
  });

  test('error: a bot without a way to a person does not start', async () => {
    const bot = make({ noHuman: undefined });
    expect(() => bot.handlers).toThrow('human is missing: add bot.human');
    await expect(bot.handle(textEvent('Hi'))).rejects.toThrow('human is missing');
    bot.human(answer);
    expect(Object.keys(bot.handlers)).toEqual(['any']);
  });

  test('error: an unknown kind, a handler that is missing, a filter that is none', () => {
    const bot = loose(make());
    expect(() => bot.on!('mesage', answer)).toThrow(
      'on "mesage" is not a kind of event or type of message; did you mean message?',
    );
    expect(() => bot.on!('message', isText())).not.toThrow(); // A filter is a function as well.
    expect(() => bot.on!('status', undefined)).toThrow("on('status') needs a function");
    expect(() => bot.on!('status', /x/, answer)).toThrow("on('status') should have a filter");
    expect(() => bot.use!(1)).toThrow('use needs a function');
    expect(() => bot.transcript!()).toThrow('recordTranscript should be true');
  });
});
