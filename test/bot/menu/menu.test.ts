import fc from 'fast-check';
import { expect, expectTypeOf, test } from 'vitest';
import { menu, type MenuContent } from '../../../src/bot/menu/menu.ts';
import { validateMessage } from '../../../src/messages/index.ts';

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `b${index + 1}`, title: `Branch ${index + 1}` }));
const about = { name: 'branches', body: 'Which branch?' };

const rowsOf = ({ interactive }: MenuContent) =>
  interactive.type === 'list' ? interactive.action.sections.flatMap(({ rows }) => rows) : [];
const buttonsOf = ({ interactive }: MenuContent) =>
  interactive.type === 'button' ? interactive.action.buttons.map(({ reply }) => reply) : [];
const idsOf = (page: MenuContent) => [...rowsOf(page), ...buttonsOf(page)].map(({ id }) => id);
const issuesOf = (content: MenuContent) =>
  validateMessage({ messaging_product: 'whatsapp', to: '+5511987654321', ...content });

test.each([
  [1, ['button']],
  [3, ['button']],
  [4, ['list']],
  [10, ['list']],
  [11, ['list', 'list']],
  [19, ['list', 'list']],
  [20, ['list', 'list', 'list']],
])('default: %i choices are %j', (count, types) => {
  const { pages, content } = menu(numbered(count), about);
  expect(pages.map(({ interactive }) => interactive.type)).toEqual(types);
  expect(pages[0]).toBe(content);
});

test('default: buttons and rows are as they were given', () => {
  const two = menu(
    [
      { id: 'yes', title: 'Yes' },
      { id: 'no', title: 'No' },
    ],
    { ...about, header: 'Hello', footer: 'Any time' },
  );
  expect(two.content).toEqual({
    type: 'interactive',
    interactive: {
      type: 'button',
      header: { type: 'text', text: 'Hello' },
      body: { text: 'Which branch?' },
      footer: { text: 'Any time' },
      action: {
        buttons: [
          { type: 'reply', reply: { id: 'yes', title: 'Yes' } },
          { type: 'reply', reply: { id: 'no', title: 'No' } },
        ],
      },
    },
  });
  const four = menu([{ id: 'x', title: 'X', description: 'The first' }, ...numbered(3)], {
    ...about,
    button: 'Pick',
  });
  expect(four.content.interactive.action).toEqual({
    button: 'Pick',
    sections: [
      {
        rows: [{ id: 'x', title: 'X', description: 'The first' }, ...numbered(3)],
      },
    ],
  });
});

test('behavior: a page has nine choices and a row to the next one, the last page up to ten', () => {
  const { pages } = menu(numbered(28), { ...about, more: 'Mehr' });
  expect(pages.map((page) => rowsOf(page).length)).toEqual([10, 10, 10]);
  expect(pages.map((page) => rowsOf(page).at(-1))).toEqual([
    { id: 'more:branches:2', title: 'Mehr', description: '10–18 / 28' },
    { id: 'more:branches:3', title: 'Mehr', description: '19–28 / 28' },
    { id: 'b28', title: 'Branch 28' },
  ]);
});

test('behavior: the id of a row to the next page renders that page, and no other id does', () => {
  const branches = menu(numbered(28), about);
  expect(branches.page('more:branches:2')).toBe(branches.pages[1]);
  expect(branches.page('more:branches:3')).toBe(branches.pages[2]);
  expect([1, 3, 4].map((number) => branches.page(number))).toEqual(
    [1, 3, 3].map((page) => branches.pages[page - 1]),
  );
  for (const id of [
    'b1',
    'more:other:2',
    'more:branches:',
    'more:branches:0',
    'more:branches:02',
    'more:branches:2x',
    '',
  ]) {
    expect(branches.page(id)).toBeUndefined();
  }
});

test('behavior: an old row of a menu that has become shorter leads to the last page', () => {
  const before = menu(numbered(28), about);
  const after = menu(numbered(12), about);
  expect(rowsOf(before.pages[1] ?? before.content).at(-1)?.id).toBe('more:branches:3');
  expect(after.page('more:branches:3')).toBe(after.pages[1]);
  expect(menu(numbered(2), about).page('more:branches:3')?.interactive.type).toBe('button');
});

test('behavior: a choice comes back with the data that it carries, and its id is typed', () => {
  const plans = menu(
    [
      { id: 'basic', title: 'Basic', price: 5 },
      { id: 'pro', title: 'Pro', price: 9 },
    ],
    about,
  );
  expect(plans.choiceOf('pro')).toEqual({ id: 'pro', title: 'Pro', price: 9 });
  expect(plans.choiceOf('more:branches:2')).toBeUndefined();
  expect(plans.choiceOf('constructor')).toBeUndefined();
  expectTypeOf(plans.choiceOf('x')).toEqualTypeOf<
    | { readonly id: 'basic'; readonly title: 'Basic'; readonly price: 5 }
    | { readonly id: 'pro'; readonly title: 'Pro'; readonly price: 9 }
    | undefined
  >();
  expect(JSON.stringify(plans.content)).not.toContain('price');
});

test('behavior: a long title of a button is cut, and the body has the whole text', () => {
  const { content } = menu(
    [
      { id: 'card', title: 'My card was lost or stolen' },
      { id: 'limit', title: 'Limits', description: 'Per day and per week' },
      { id: 'other', title: 'Other' },
    ],
    about,
  );
  expect(buttonsOf(content).map(({ title }) => title)).toEqual(['My card was lost or…', 'Limits', 'Other']);
  expect(content.interactive.body.text).toBe(
    'Which branch?\n\n- My card was lost or stolen\n- Limits: Per day and per week',
  );
});

test('behavior: buttons that would look the same after the cut begin with their number', () => {
  const { content } = menu(
    [
      { id: 'eur', title: 'Savings account in euros' },
      { id: 'usd', title: 'Savings account in dollars' },
    ],
    about,
  );
  expect(buttonsOf(content).map(({ title }) => title)).toEqual([
    '1. Savings account…',
    '2. Savings account…',
  ]);
  expect(content.interactive.body.text).toBe(
    'Which branch?\n\n1. Savings account in euros\n2. Savings account in dollars',
  );
  expect(issuesOf(content)).toEqual([]);
});

test('behavior: a long title of a row goes into its description, and into the body if that has no room', () => {
  const long = 'A title that is longer than any row and any description of a row may be, by far';
  const { content } = menu(
    [
      { id: 'a', title: 'Replacement of a lost card' },
      { id: 'b', title: 'Replacement of a lost card', description: 'Two days' },
      { id: 'c', title: long },
      { id: 'd', title: 'Short', description: `${long}: ${long}` },
    ],
    about,
  );
  expect(rowsOf(content)).toEqual([
    { id: 'a', title: 'Replacement of a lost c…', description: 'Replacement of a lost card' },
    { id: 'b', title: 'Replacement of a lost c…', description: 'Replacement of a lost card: Two days' },
    {
      id: 'c',
      title: 'A title that is longer…',
      description: 'A title that is longer than any row and any description of a row may be…',
    },
    {
      id: 'd',
      title: 'Short',
      description: 'A title that is longer than any row and any description of a row may be…',
    },
  ]);
  expect(content.interactive.body.text).toBe(`Which branch?\n\n- ${long}\n- Short: ${long}: ${long}`);
});

test('behavior: line breaks in a label become spaces, and an emoji is not torn', () => {
  const family = '👨‍👩‍👧‍👦';
  const { content } = menu(
    [
      { id: 'a', title: ' Two\nlines ' },
      { id: 'b', title: family.repeat(4) },
    ],
    about,
  );
  expect(buttonsOf(content).map(({ title }) => title)).toEqual(['Two lines', `${family.repeat(2)}…`]);
});

test('behavior: Meta takes every page of any menu, each choice is on one page, and every row to a next page works', () => {
  const title = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    .filter((text) => text.trim() !== '');
  const choices = fc.uniqueArray(
    fc
      .record({ id: fc.uuid(), title })
      .map(({ id, title: text }, index = 0) => ({ id, title: `${text}${index}` })),
    { selector: ({ title: text }) => text.replace(/\s+/g, ' ').trim(), minLength: 1, maxLength: 45 },
  );
  fc.assert(
    fc.property(choices, (given) => {
      const { pages, page } = menu(given, about);
      expect(pages.flatMap(issuesOf)).toEqual([]);
      const shown = pages.flatMap(idsOf);
      expect(shown.filter((id) => !id.startsWith('more:'))).toEqual(given.map(({ id }) => id));
      const next = pages.slice(0, -1).map((each) => page(idsOf(each).at(-1) ?? ''));
      expect(next).toEqual(pages.slice(1));
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['no choices', [], 'choices is empty. Send a text instead'],
  ['an empty id', [{ id: ' ', title: 'A' }], 'choices[0].id is missing'],
  ['an empty title', [{ id: 'a', title: '' }], 'choices[0].title is missing'],
  [
    'an empty description',
    [{ id: 'a', title: 'A', description: '' }],
    'choices[0].description has no words. Leave it out',
  ],
  [
    'an id of 201 characters',
    [{ id: 'x'.repeat(201), title: 'A' }],
    'choices[0].id has 201 characters; a row takes 200. Keep the data in a store, and its key in the id',
  ],
  [
    'an id twice',
    [
      { id: 'a', title: 'A' },
      { id: 'a', title: 'B' },
    ],
    'choices[1].id is "a", as that of choices[0] is. A tap must say which one it was',
  ],
  [
    'the title of a button twice',
    [
      { id: 'a', title: 'A' },
      { id: 'b', title: 'A' },
    ],
    'choices[1].title is "A", as that of choices[0] is. A tap must say which one it was',
  ],
  [
    'an id that leads to a page',
    [{ id: 'more:branches:2', title: 'A' }],
    'choices[0].id is "more:branches:2", which leads to a page of this menu',
  ],
])('error: %s', (_, choices, message) => {
  expect(() => menu(choices, about)).toThrow(message);
});

test('error: all that is wrong is named at once', () => {
  expect(() =>
    menu(
      [
        { id: '', title: '' },
        { id: 'a', title: 'A' },
      ],
      { name: 'two words', body: 'Which?' },
    ),
  ).toThrow(
    /name should be 1 to 64 letters[\s\S]*choices\[0\]\.id is missing[\s\S]*choices\[0\]\.title is missing/,
  );
});

test('error: a body that has no room for what the labels leave out', () => {
  const long = 'word '.repeat(80);
  const choices = ['a', 'b', 'c'].map((id) => ({ id, title: `${id} ${long}` }));
  expect(() => menu(choices, about)).toThrow(
    /^body has 1\d{3} characters, with the titles and descriptions that the labels have no room for; it may have 1024/,
  );
  expect(() => menu(numbered(2), { ...about, body: 'x'.repeat(1025) })).toThrow(
    'body has 1025 characters; it may have 1024',
  );
});

test('args: values that the types forbid are named', () => {
  const call = menu as (choices: unknown, options: unknown) => unknown;
  expect(() => call(undefined, about)).toThrow('choices should be a list');
  expect(() => call([null], about)).toThrow('choices[0] should be an object with id and title');
  expect(() => call([{ id: 1, title: 'A' }], about)).toThrow('choices[0].id is missing');
  expect(() => call(numbered(2), { name: 'branches' })).toThrow('body is missing');
  expect(() => call(numbered(2), { ...about, buton: 'Pick' })).toThrow('buton');
});
