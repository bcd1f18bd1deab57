import { expect, test } from 'vitest';
import { messageDocs } from '../../src/schemas/message-docs.ts';
import { validateMessage } from '../../src/schemas/message.ts';

const to = { messaging_product: 'whatsapp', to: '+5511987654321' };
const check = (content: object) =>
  validateMessage({ ...to, ...content }).map(({ path, message }) => `${path}: ${message}`);
const buttons = (titles: readonly string[], more: object = {}) => ({
  type: 'interactive',
  interactive: {
    type: 'button',
    body: { text: 'Confirm?' },
    action: { buttons: titles.map((title) => ({ type: 'reply', reply: { id: title, title } })) },
    ...more,
  },
});

test.each([
  ['a text', { type: 'text', text: { body: 'x'.repeat(4096), preview_url: true } }],
  ['a text without type, Meta’s default', { text: { body: 'hi' } }],
  ['an image by id', { type: 'image', image: { id: '1', caption: 'x'.repeat(1024) } }],
  [
    'a document by link',
    { type: 'document', document: { link: 'https://a.example/b.pdf', filename: 'b.pdf' } },
  ],
  ['a voice note', { type: 'audio', audio: { id: '1', voice: true } }],
  ['a sticker', { type: 'sticker', sticker: { id: '1' } }],
  ['a video', { type: 'video', video: { link: 'http://a.example/b.mp4' } }],
  ['a reaction taken back', { type: 'reaction', reaction: { message_id: 'wamid.1', emoji: '' } }],
  [
    'three buttons',
    buttons(['Yes', 'No', 'Later'], { header: { type: 'text', text: 'Order' }, footer: { text: 'Shop' } }),
  ],
  ['a template', { type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } }],
])('default: %s passes', (_name, content) => {
  expect(check(content)).toEqual([]);
});

test.each([
  [{ type: 'text', text: { body: '' } }, ['text.body: is empty']],
  [
    { type: 'text', text: { body: 'x'.repeat(4097) } },
    ['text.body: is 4,097 characters long; at most 4,096 are allowed'],
  ],
  [{ type: 'text', text: { body: 1 } }, ['text.body: should be string, is a number']],
  [
    { type: 'text', text: { boby: 'x' } },
    [
      'text.body: is missing',
      'text.boby: is not a field that Meta documents here; check its spelling and place',
    ],
  ],
  [{ type: 'txt', text: { body: 'x' } }, ['type: is not a type that Meta documents']],
  [
    { type: 'image', image: { id: '1', caption: 'x'.repeat(1025) } },
    ['image.caption: is 1,025 characters long; at most 1,024 are allowed'],
  ],
  [
    { type: 'image', image: { id: '1', link: 'https://a.example' } },
    ['image: needs exactly one of id and link'],
  ],
  [{ type: 'image', image: {} }, ['image: needs exactly one of id and link']],
  [{ type: 'image', image: { link: 'a.example/b.png' } }, ['image.link: is not an http or https URL']],
  [{ type: 'image' }, ['image: is missing']],
  [
    { type: 'audio', audio: { id: '1', caption: 'x' } },
    ['audio.caption: is not a field that Meta documents here; check its spelling and place'],
  ],
  [buttons(['1', '2', '3', '4']), ['interactive.action.buttons: has 4 items; at most 3 are allowed']],
  [buttons([]), ['interactive.action.buttons: has 0 items; at least 1 are allowed']],
  [
    buttons(['x'.repeat(21)]),
    ['interactive.action.buttons[0].reply.title: is 21 characters long; at most 20 are allowed'],
  ],
  [
    buttons(['Yes', 'Yes']),
    [
      'interactive.action.buttons: has the same id twice',
      'interactive.action.buttons: has the same title twice',
    ],
  ],
  [
    { type: 'interactive', interactive: { type: 'knobs' } },
    ['interactive.type: is not a type that Meta documents'],
  ],
  [
    { type: 'text', text: { body: 'x' }, biz_opaque_callback_data: 'x'.repeat(513) },
    ['biz_opaque_callback_data: is 513 characters long; at most 512 are allowed'],
  ],
])('error: %j', (content, expected) => {
  expect(check(content)).toEqual(expected);
});

test('behavior: an emoji counts as one character', () => {
  expect(check(buttons(['😀'.repeat(20)]))).toEqual([]);
});

test('behavior: an issue carries the limit and Meta’s page for the kind', () => {
  expect(validateMessage({ ...to, ...buttons(['1', '2', '3', '4']) })).toEqual([
    {
      path: 'interactive.action.buttons',
      message: 'has 4 items; at most 3 are allowed',
      limit: 3,
      docs: messageDocs('button'),
    },
  ]);
});

test('error: no recipient, and no message at all', () => {
  const missing = 'is missing: give a phone number, or a user id in recipient';
  expect(validateMessage({ messaging_product: 'whatsapp', text: { body: 'x' } })).toEqual([
    { path: 'to', message: missing, docs: messageDocs('') },
  ]);
  expect(validateMessage(null)[0]).toMatchObject({
    path: 'message',
    message: 'should be an object, is null',
  });
});
