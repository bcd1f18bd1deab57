import { expect, test } from 'vitest';
import * as message from 'wabakit/messages';
import { isUsageError } from '../../src/errors/usage-error.ts';

/** The fields that each builder needs, in the order in which they are checked. */
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
  fields.map((field, index) => [builder, field, fields.slice(0, index)] as const),
);

test.each(cases)('error: %s without %s names it', (builder, field, before) => {
  const given = Object.fromEntries(before.map((name) => [name, 'x']));
  const fields = required[builder]?.join(', ');
  const issues = [{ path: field, message: `is missing; call ${builder}({ ${fields} })` }];
  expect(getProblem(builder, given)).toEqual(issues);
  if (before.length === 0) expect(getProblem(builder)).toEqual(issues);
});

test.each(Object.entries(required))(
  'error: %s names a parameter that it does not have',
  (builder, fields) => {
    const given = Object.fromEntries(fields.map((name) => [name, 'x']));
    expect(getProblem(builder, { ...given, preview_url: true })).toEqual([
      {
        path: 'preview_url',
        message: expect.stringMatching(
          new RegExp(`^is not a parameter of ${builder}; they are ${fields.join(', ')}`),
        ) as string,
      },
    ]);
  },
);

test('error: the name of Meta where ours is written in one word', () => {
  expect(getProblem('text', { body: 'https://shop.example', preview_url: true })).toEqual([
    { path: 'preview_url', message: 'is not a parameter of text; they are body, previewUrl' },
  ]);
});

test('error: null counts as missing', () => {
  expect(getProblem('replyButtons', { body: 'ok?', buttons: null })).toEqual([
    { path: 'buttons', message: 'is missing; call replyButtons({ body, buttons })' },
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
