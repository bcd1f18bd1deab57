import { expect, test } from 'vitest';
import * as message from 'wabakit/messages';
import { isUsageError } from '../../src/errors/usage-error.ts';

/** The fields that each builder needs, in the order in which they are named. */
const required: Record<string, readonly string[]> = {
  addressRequest: ['body', 'country'],
  carousel: ['body', 'cards'],
  catalog: ['body'],
  contactRequest: ['body'],
  ctaUrl: ['body', 'displayText', 'url'],
  flow: ['body', 'button', 'flow'],
  list: ['body', 'button', 'sections'],
  location: ['latitude', 'longitude'],
  locationRequest: ['body'],
  orderDetails: ['body', 'order'],
  orderStatus: ['body', 'referenceId', 'status'],
  pin: ['wamid'],
  product: ['catalogId', 'productRetailerId'],
  productCarousel: ['body', 'catalogId', 'productRetailerIds'],
  productList: ['catalogId', 'header', 'body', 'sections'],
  reaction: ['wamid', 'emoji'],
  replyButtons: ['body', 'buttons'],
  template: ['name', 'language'],
  text: ['body'],
  voiceCall: ['body'],
};

const lists: ReadonlySet<string> = new Set(['sections', 'buttons', 'cards', 'productRetailerIds']);

const builders: Readonly<Record<string, unknown>> = message;

function getProblem(builder: string, params?: object): unknown {
  try {
    const build = builders[builder];
    return typeof build === 'function' && Reflect.apply(build, undefined, [params]);
  } catch (error) {
    return isUsageError(error) ? error.issues : error;
  }
}

const cases = Object.entries(required).flatMap(([builder, fields]) =>
  fields.map((_, index) => [builder, fields.slice(index), fields.slice(0, index)] as const),
);

test.each(cases)('error: %s without %j names all of them', (builder, missing, before) => {
  const given = Object.fromEntries(before.map((name) => [name, lists.has(name) ? [] : 'x']));
  const issues = missing.map((path) => ({ path, message: 'is missing' }));
  expect(getProblem(builder, given)).toEqual(issues);
  if (before.length === 0) expect(getProblem(builder)).toEqual(issues);
});

test.each(Object.entries(required))(
  'error: %s names a parameter that it does not have',
  (builder, fields) => {
    const given = Object.fromEntries(fields.map((name) => [name, lists.has(name) ? [] : 'x']));
    expect(getProblem(builder, { ...given, preview_url: true })).toEqual([
      {
        path: 'preview_url',
        message: expect.stringMatching(
          builder === 'text'
            ? /^is not a parameter of text; did you mean previewUrl\?$/
            : new RegExp(`^is not a parameter of ${builder}; they are ${fields.join(', ')}`),
        ) as string,
      },
    ]);
  },
);

test('error: the name of Meta where ours is written in one word', () => {
  expect(getProblem('text', { body: 'https://shop.example', preview_url: true })).toEqual([
    { path: 'preview_url', message: 'is not a parameter of text; did you mean previewUrl?' },
  ]);
});

test('error: unknown and missing parameters are named together', () => {
  expect(getProblem('ctaUrl', { body: 'x', href: 'https://shop.example', displaytext: 'Shop' })).toEqual([
    {
      path: 'href',
      message: 'is not a parameter of ctaUrl; they are body, displayText, url, header, footer',
    },
    { path: 'displaytext', message: 'is not a parameter of ctaUrl; did you mean displayText?' },
    { path: 'displayText', message: 'is missing' },
    { path: 'url', message: 'is missing' },
  ]);
});

test.each([
  ['list', 'sections', { body: 'x', button: 'x' }],
  ['replyButtons', 'buttons', { body: 'x' }],
  ['carousel', 'cards', { body: 'x' }],
  ['productList', 'sections', { catalogId: '1', header: 'x', body: 'x' }],
  ['productCarousel', 'productRetailerIds', { catalogId: '1', body: 'x' }],
])('error: %s with %s that is no list', (builder, path, rest) => {
  for (const value of ['x', 5, {}, true])
    expect(getProblem(builder, { ...rest, [path]: value })).toEqual([{ path, message: 'should be a list' }]);
});

test('error: null counts as missing', () => {
  expect(getProblem('replyButtons', { body: 'ok?', buttons: null })).toEqual([
    { path: 'buttons', message: 'is missing' },
  ]);
});

test.each(['image', 'video', 'audio', 'document', 'sticker'])(
  'error: %s without an upload and a link',
  (builder) => {
    const message = `or link is missing; call ${builder}({ id }) for an upload or ${builder}({ link }) for a URL`;
    for (const params of [undefined, {}, { url: 'https://shop.example/a' }])
      expect(getProblem(builder, params)).toEqual([{ path: 'id', message }]);
  },
);

test('error: contacts without a list, and replyTo without a message id', () => {
  expect(getProblem('contacts', {})).toEqual([
    {
      path: 'contacts',
      message: 'should be a list; call contacts([{ name: { formatted_name, first_name } }])',
    },
  ]);
  expect(getProblem('replyTo')).toEqual([
    { path: 'wamid', message: 'is missing; call replyTo(event.wamid)' },
  ]);
});
