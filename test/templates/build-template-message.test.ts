import { describe, expect, test } from 'vitest';
import { isUsageError } from '../../src/errors/usage-error.ts';
import {
  buildTemplateMessage,
  renderTemplatePayload,
  templateMessage,
  toCreatePayload,
  type TemplateDefinition,
} from '../../src/templates/index.ts';
import { validateMessage } from '../../src/schemas/message.ts';
import * as t from './samples.ts';

const text = (value: string, name?: string) => ({
  type: 'text',
  text: value,
  ...(name && { parameter_name: name }),
});

/** What a JavaScript user gets, whom no compiler stops. */
function getIssues(definition: unknown, parameters?: unknown): string[] {
  try {
    (buildTemplateMessage as (definition: unknown, parameters?: unknown) => unknown)(definition, parameters);
  } catch (error) {
    if (isUsageError(error)) return error.issues.map((issue) => `${issue.path}: ${issue.message}`);
    throw error;
  }
  return [];
}

test('default: named placeholders carry their names, the URL button its index', () => {
  expect(
    buildTemplateMessage(t.orderUpdate, {
      body: { date: 'Friday', name: 'Bo', order_id: 'B-2' },
      buttons: ['B-2'],
    }),
  ).toEqual({
    name: 'order_update',
    language: { code: 'en' },
    components: [
      { type: 'body', parameters: [text('Bo', 'name'), text('B-2', 'order_id'), text('Friday', 'date')] },
      { type: 'button', sub_type: 'url', index: 0, parameters: [text('B-2')] },
    ],
  });
});

test('default: positional placeholders carry none', () => {
  expect(
    buildTemplateMessage(t.seasonalPromotion, { header: ['Sale'], body: ['May', '25OFF', '25%'] }).components,
  ).toEqual([
    { type: 'header', parameters: [text('Sale')] },
    { type: 'body', parameters: [text('May'), text('25OFF'), text('25%')] },
  ]);
});

test('default: quick replies take a payload each, where one is wanted', () => {
  const { components } = buildTemplateMessage(t.seasonalPromotion, {
    header: ['Sale'],
    body: ['May', '25OFF', '25%'],
    buttons: [undefined, 'stop-all'],
  });
  expect(components?.at(-1)).toEqual({
    type: 'button',
    sub_type: 'quick_reply',
    index: 1,
    parameters: [{ type: 'payload', payload: 'stop-all' }],
  });
});

test('default: a template with nothing to fill in has no components', () => {
  expect(buildTemplateMessage(t.callPermission)).toEqual({
    name: 'call_permission',
    language: { code: 'en' },
  });
});

test('default: a document header by link, with its name', () => {
  expect(
    buildTemplateMessage(t.receipt, {
      header: { link: 'https://loja.example/r.pdf', filename: 'recibo.pdf' },
      body: { nome: 'Ana' },
    }).components?.[0],
  ).toEqual({
    type: 'header',
    parameters: [
      { type: 'document', document: { link: 'https://loja.example/r.pdf', filename: 'recibo.pdf' } },
    ],
  });
});

test('default: a location header has its coordinates as strings, as Meta prints them', () => {
  const header = { latitude: 37.44, longitude: '-122.16', name: 'Philz Coffee', address: '101 Forest Ave' };
  expect(buildTemplateMessage(t.delivery, { header }).components).toEqual([
    {
      type: 'header',
      parameters: [
        {
          type: 'location',
          location: {
            latitude: '37.44',
            longitude: '-122.16',
            name: 'Philz Coffee',
            address: '101 Forest Ave',
          },
        },
      ],
    },
  ]);
});

test('behavior: a location header needs its coordinates alone, which rendering keeps', () => {
  const header = { latitude: 0, longitude: -122.16 };
  expect(buildTemplateMessage(t.delivery, { header }).components).toEqual([
    {
      type: 'header',
      parameters: [{ type: 'location', location: { latitude: '0', longitude: '-122.16' } }],
    },
  ]);
  expect(
    renderTemplatePayload(toCreatePayload(t.delivery), {
      components: [{ type: 'HEADER', parameters: [{ type: 'location', location: header }] }],
    }).header,
  ).toEqual({ format: 'location', latitude: '0', longitude: '-122.16' });
});

test.each([
  ['https://shop.example/t/{{1}}', 'B-2?from=whatsapp', true],
  ['https://shop.example/t/{{1}}', 'https:', true],
  ['https://r.example/?to={{1}}', 'https://shop.example/t/B-2', true],
  ['https://shop.example/t/{{1}}', 'https://shop.example/t/B-2', false],
  ['https://shop.example/t/{{1}}', 'HTTP://other.example/B-2', false],
  ['https://r.example/?to={{1}}', 'https://r.example/?to=B-2', false],
])('behavior: the URL %s takes the ending %s: %s', (url, ending, isTaken) => {
  const definition: TemplateDefinition = {
    ...t.orderUpdate,
    buttons: [{ type: 'url', text: 'Track', url, example: ['A'] }],
  };
  const build = () =>
    buildTemplateMessage(definition, {
      body: { name: 'Bo', order_id: 'B', date: 'F' },
      buttons: [ending],
    });
  if (isTaken) expect(JSON.stringify(build())).toContain(JSON.stringify(ending));
  else
    expect(build).toThrow(
      `parameters.buttons[0] is a whole URL: give only what follows ${url.replace('{{1}}', '')}`,
    );
});

test('default: the code of an authentication template goes into body and button', () => {
  expect(buildTemplateMessage(t.loginCode, { code: 'J$FpnYnP' }).components).toEqual([
    { type: 'body', parameters: [text('J$FpnYnP')] },
    { type: 'button', sub_type: 'url', index: 0, parameters: [text('J$FpnYnP')] },
  ]);
});

test('default: a limited-time offer has its end in milliseconds and a coupon code', () => {
  expect(
    buildTemplateMessage(t.offer, {
      header: { id: '1602186516975000' },
      body: ['Pablo', 'CARIBE25'],
      limitedTimeOffer: { expiresAt: 1_698_562_800_000 },
      buttons: ['CARIBE25', 'n3mtql'],
    }).components,
  ).toEqual([
    { type: 'header', parameters: [{ type: 'image', image: { id: '1602186516975000' } }] },
    { type: 'body', parameters: [text('Pablo'), text('CARIBE25')] },
    {
      type: 'limited_time_offer',
      parameters: [
        { type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: 1_698_562_800_000 } },
      ],
    },
    {
      type: 'button',
      sub_type: 'copy_code',
      index: 0,
      parameters: [{ type: 'coupon_code', coupon_code: 'CARIBE25' }],
    },
    { type: 'button', sub_type: 'url', index: 1, parameters: [text('n3mtql')] },
  ]);
});

test('default: a media carousel is filled in card by card', () => {
  expect(
    buildTemplateMessage(t.mediaCarousel, {
      body: ['Pablo'],
      carousel: [
        { header: { id: '1' }, body: ['3'], buttons: ['more-aloes', 'blue-elf'] },
        { header: { link: 'https://x.example/2.png' }, buttons: [undefined, 'buddha'] },
      ],
    }).components?.[1],
  ).toEqual({
    type: 'carousel',
    cards: [
      {
        card_index: 0,
        components: [
          { type: 'header', parameters: [{ type: 'image', image: { id: '1' } }] },
          { type: 'body', parameters: [text('3')] },
          {
            type: 'button',
            sub_type: 'quick_reply',
            index: 0,
            parameters: [{ type: 'payload', payload: 'more-aloes' }],
          },
          { type: 'button', sub_type: 'url', index: 1, parameters: [text('blue-elf')] },
        ],
      },
      {
        card_index: 1,
        components: [
          { type: 'header', parameters: [{ type: 'image', image: { link: 'https://x.example/2.png' } }] },
          { type: 'button', sub_type: 'url', index: 1, parameters: [text('buddha')] },
        ],
      },
    ],
  });
});

test('default: a product carousel of two is sent with three products', () => {
  const products = ['a', 'b', 'c'].map((id) => ({ header: { productRetailerId: id, catalogId: '9' } }));
  const [carousel] = buildTemplateMessage(t.productCarousel, { carousel: products }).components ?? [];
  expect(carousel?.cards?.map((card) => card.components)).toEqual(
    ['a', 'b', 'c'].map((id) => [
      {
        type: 'header',
        parameters: [{ type: 'product', product: { product_retailer_id: id, catalog_id: '9' } }],
      },
    ]),
  );
});

test('default: a multi-product button lists its sections', () => {
  expect(
    buildTemplateMessage(t.abandonedCart, {
      header: ['Pablo'],
      body: ['10OFF'],
      buttons: [
        {
          thumbnailProductRetailerId: 'p1',
          sections: [{ title: 'Popular', productRetailerIds: ['p1', 'p2'] }],
        },
      ],
    }).components?.[2],
  ).toEqual({
    type: 'button',
    sub_type: 'mpm',
    index: 0,
    parameters: [
      {
        type: 'action',
        action: {
          thumbnail_product_retailer_id: 'p1',
          sections: [
            {
              title: 'Popular',
              product_items: [{ product_retailer_id: 'p1' }, { product_retailer_id: 'p2' }],
            },
          ],
        },
      },
    ],
  });
});

test('behavior: a flow button is always named, because Meta refuses the send without it', () => {
  expect(buildTemplateMessage(t.survey, { body: { order_id: 'A' } }).components?.[1]).toEqual({
    type: 'button',
    sub_type: 'flow',
    index: 0,
  });
  const { components } = buildTemplateMessage(t.survey, {
    body: { order_id: 'A' },
    buttons: [{ flowToken: 't', flowActionData: { customerId: 7 } }],
  });
  expect(components?.[1]?.parameters).toEqual([
    { type: 'action', action: { flow_token: 't', flow_action_data: { customerId: 7 } } },
  ]);
});

test('default: catalogue, call and order buttons', () => {
  expect(buildTemplateMessage(t.introCatalog).components).toBeUndefined();
  expect(
    buildTemplateMessage(t.introCatalog, { buttons: [{ thumbnailProductRetailerId: 'p' }] }).components,
  ).toEqual([
    {
      type: 'button',
      sub_type: 'catalog',
      index: 0,
      parameters: [{ type: 'action', action: { thumbnail_product_retailer_id: 'p' } }],
    },
  ]);
  expect(buildTemplateMessage(t.callUs, { buttons: [{ ttlMinutes: 100, payload: 'x' }] }).components).toEqual(
    [
      {
        type: 'button',
        sub_type: 'voice_call',
        index: 0,
        parameters: [
          { type: 'ttl_minutes', ttl_minutes: 100 },
          { type: 'payload', payload: 'x' },
        ],
      },
    ],
  );
  const order = { reference_id: 'r1', currency: 'INR' };
  expect(
    buildTemplateMessage(t.orderToPay, { body: { order_id: 'A' }, buttons: [order] }).components?.[1]
      ?.parameters,
  ).toEqual([{ type: 'action', action: { order_details: order } }]);
});

test('default: amounts, dates and groups pass in Meta’s spelling', () => {
  const currency = {
    type: 'currency',
    currency: { fallback_value: '$1', code: 'USD', amount_1000: 1000 },
  } as const;
  const date = { type: 'date_time', date_time: { fallback_value: 'May 1' } } as const;
  expect(
    buildTemplateMessage(t.orderUpdate, { body: { name: currency, order_id: 'x', date }, buttons: ['x'] })
      .components?.[0],
  ).toEqual({
    type: 'body',
    parameters: [
      { ...currency, parameter_name: 'name' },
      text('x', 'order_id'),
      { ...date, parameter_name: 'date' },
    ],
  });
});

test('default: tap target and order status become components', () => {
  const { components } = buildTemplateMessage(t.callPermission, {
    tapTarget: { url: 'https://a.example', title: 'Open' },
    orderStatus: { reference_id: 'r1', order: { status: 'shipped' } },
  });
  expect(components).toEqual([
    {
      type: 'tap_target_configuration',
      parameters: [
        {
          type: 'tap_target_configuration',
          tap_target_configuration: [{ url: 'https://a.example', title: 'Open' }],
        },
      ],
    },
    {
      type: 'order_status',
      parameters: [
        { type: 'order_status', order_status: { reference_id: 'r1', order: { status: 'shipped' } } },
      ],
    },
  ]);
});

const place = { latitude: 37.44, longitude: -122.16, name: 'Philz Coffee', address: '101 Forest Ave' };
const product = { header: { productRetailerId: 'p', catalogId: '9' } };
const order = {
  reference_id: 'r1',
  type: 'digital-goods',
  payment_configuration: 'main',
  payment_type: 'upi',
  currency: 'INR',
  total_amount: { value: 100, offset: 100 },
  order: {
    status: 'pending',
    items: [{ retailer_id: 'a', name: 'Aloe', amount: { value: 100, offset: 100 }, quantity: 1 }],
    subtotal: { value: 100, offset: 100 },
    tax: { value: 0, offset: 100 },
  },
};
const sends = {
  orderUpdate: templateMessage(t.orderUpdate, {
    body: { name: 'Bo', order_id: 'B-2', date: 'Friday' },
    buttons: ['B-2'],
  }),
  seasonalPromotion: templateMessage(t.seasonalPromotion, {
    header: ['Sale'],
    body: ['May', '25OFF', '25%'],
    buttons: ['stop', 'all'],
  }),
  receipt: templateMessage(t.receipt, { header: { id: '1', filename: 'r.pdf' }, body: { nome: 'Ana' } }),
  delivery: templateMessage(t.delivery, { header: place }),
  loginCode: templateMessage(t.loginCode, { code: '123456' }),
  offer: templateMessage(t.offer, {
    header: { id: '1' },
    body: ['Pablo', 'CARIBE25'],
    limitedTimeOffer: { expiresAt: 1_698_562_800_000 },
    buttons: ['CARIBE25', 'n3mtql'],
  }),
  mediaCarousel: templateMessage(t.mediaCarousel, {
    body: ['Pablo'],
    carousel: [
      { header: { id: '1' }, body: ['3'], buttons: ['more', 'elf'] },
      { header: { link: 'https://x.example/2.png' }, buttons: [undefined, 'aloe'] },
    ],
  }),
  productCarousel: templateMessage(t.productCarousel, { carousel: [product, product, product] }),
  abandonedCart: templateMessage(t.abandonedCart, {
    header: ['Pablo'],
    body: ['10OFF'],
    buttons: [
      { thumbnailProductRetailerId: 'p', sections: [{ title: 'Popular', productRetailerIds: ['p'] }] },
    ],
  }),
  introCatalog: templateMessage(t.introCatalog, { buttons: [{ thumbnailProductRetailerId: 'p' }] }),
  singleProduct: templateMessage(t.singleProduct, { ...product, body: { code: 'X' } }),
  survey: templateMessage(t.survey, { body: { order_id: 'A' }, buttons: [{ flowToken: 't' }] }),
  surveyWithoutToken: templateMessage(t.survey, { body: { order_id: 'A' } }),
  callUs: templateMessage(t.callUs, { buttons: [{ ttlMinutes: 100, payload: 'x' }] }),
  callPermission: templateMessage(t.callPermission, {
    tapTarget: { url: 'https://a.example', title: 'Open' },
  }),
  orderToPay: templateMessage(t.orderToPay, { body: { order_id: 'A' }, buttons: [order] }),
  contactInfo: templateMessage(t.contactInfo),
};

test.each(Object.entries(sends))(
  'default: the message with %s is one that a send takes',
  (_name, content) => {
    expect(validateMessage({ messaging_product: 'whatsapp', to: '+5511987654321', ...content })).toEqual([]);
  },
);

describe('error: parameters that do not fit', () => {
  const order = { body: { name: 'Bo', order_id: 'B', date: 'F' }, buttons: ['B'] };
  const cases: readonly (readonly [
    name: string,
    definition: unknown,
    parameters: unknown,
    issues: readonly string[],
  ])[] = [
    [
      'a missing one names component, parameter and template',
      t.orderUpdate,
      { ...order, body: { name: 'Bo', date: 'F' } },
      ['parameters.body.order_id: is missing: {{order_id}} in the body of order_update (en) needs it'],
    ],
    [
      'a misspelt one',
      t.orderUpdate,
      { ...order, body: { name: 'Bo', orderId: 'B', date: 'F' } },
      [
        'parameters.body.orderId: is unknown: the body of order_update (en) has only {{name}}, {{order_id}}, {{date}}',
        'parameters.body.order_id: is missing: {{order_id}} in the body of order_update (en) needs it',
      ],
    ],
    [
      'none at all',
      t.orderUpdate,
      undefined,
      [
        'parameters.body: must be an object with values for {{name}}, {{order_id}}, {{date}} in the body of order_update (en)',
        'parameters.buttons[0]: is missing: the URL button of order_update (en) needs it',
      ],
    ],
    [
      'an inherited property is no value',
      { ...t.orderUpdate, body: { text: 'Hi {{constructor}}!' } },
      { body: {}, buttons: ['B'] },
      ['parameters.body.constructor: is missing: {{constructor}} in the body of order_update (en) needs it'],
    ],
    [
      'an empty one',
      t.orderUpdate,
      { ...order, buttons: [''] },
      ['parameters.buttons[0]: is empty: Meta refuses empty values (the URL button)'],
    ],
    [
      'blanks',
      t.orderUpdate,
      { ...order, body: { ...order.body, name: ' \u00a0' }, buttons: [' '] },
      [
        'parameters.body.name: has blanks only: Meta refuses empty values ({{name}} in the body)',
        'parameters.buttons[0]: has blanks only: Meta refuses empty values (the URL button)',
      ],
    ],
    [
      'a number',
      t.orderUpdate,
      { ...order, body: { ...order.body, name: 5 } },
      ['parameters.body.name: must be a text: {{name}} in the body of order_update (en)'],
    ],
    [
      'a line break',
      t.orderUpdate,
      { ...order, body: { ...order.body, name: 'a\nb' } },
      [
        'parameters.body.name: has a line break, a tab or more than 4 spaces in a row, which Meta refuses in a value',
      ],
    ],
    [
      'a part that is unknown',
      t.orderUpdate,
      { ...order, footer: {} },
      [
        'parameters.footer: is unknown here; known are header, body, buttons, carousel, limitedTimeOffer, tapTarget, orderStatus',
      ],
    ],
    [
      'a header that the template does not have',
      t.orderUpdate,
      { ...order, header: {} },
      ['parameters.header: is given, but order_update (en) has no header'],
    ],
    [
      'a button too many',
      t.orderUpdate,
      { ...order, buttons: ['B', 'C'] },
      ['parameters.buttons: has 2 entries, but order_update (en) has 1 button'],
    ],
    [
      'buttons that are no list',
      t.orderUpdate,
      { ...order, buttons: 'B' },
      ['parameters.buttons: must be an array with one entry per button of order_update (en), in order'],
    ],
    [
      'a URL that becomes too long',
      t.orderUpdate,
      { ...order, buttons: ['x'.repeat(1990)] },
      ['parameters.buttons[0]: makes the URL 2013 characters long, at most 2000 are allowed'],
    ],
    [
      'too few positional ones',
      t.seasonalPromotion,
      { header: ['a'], body: ['b', 'c'] },
      [
        'parameters.body: has 2 values: the body of seasonal_promotion (en_US) needs 3, for {{1}}, {{2}}, {{3}}',
      ],
    ],
    [
      'a body without placeholders',
      t.delivery,
      { header: { latitude: 1, longitude: 2, name: 'a', address: 'b' }, body: ['x'] },
      ['parameters.body: is given, but the body of delivery (en) has no placeholder'],
    ],
    [
      'a place off the earth',
      t.delivery,
      { header: { latitude: 91, longitude: 2, name: 'a', address: 'b' } },
      ['parameters.header.latitude: must be degrees between -90 and 90'],
    ],
    [
      'no file',
      t.receipt,
      { body: { nome: 'A' } },
      ['parameters.header: is missing: receipt (pt_BR) has a document header'],
    ],
    [
      'both id and link',
      t.receipt,
      { header: { id: '1', link: 'x' }, body: { nome: 'A' } },
      ['parameters.header: must have either id or link: the document header of receipt (pt_BR)'],
    ],
    [
      'a value for a phone button',
      t.receipt,
      { header: { id: '1' }, body: { nome: 'A' }, buttons: ['x'] },
      ['parameters.buttons[0]: is given, but a phone_number button of receipt (pt_BR) takes nothing'],
    ],
    [
      'a value for a fixed URL',
      t.receipt,
      { header: { id: '1' }, body: { nome: 'A' }, buttons: [undefined, 'x'] },
      ['parameters.buttons[1]: is given, but this URL button of receipt (pt_BR) has no placeholder'],
    ],
    [
      'a code of 16',
      t.loginCode,
      { code: '1234567890123456' },
      ['parameters.code: has 16 characters, at most 15 are allowed (the authentication message)'],
    ],
    [
      'a body beside the code',
      t.loginCode,
      { code: '1', body: [] },
      ['parameters.body: is unknown here; known are code'],
    ],
    [
      'an offer without its end and with a long code',
      t.offer,
      { header: { id: '1' }, body: ['a', 'b'], buttons: ['x'.repeat(16), 'y'] },
      [
        'parameters.limitedTimeOffer.expiresAt: must be the end of the offer in epoch milliseconds: caribbean_offer (en_US)',
        'parameters.buttons[0]: has 16 characters, at most 15 are allowed (the copy code button)',
      ],
    ],
    [
      'an end where nothing ends',
      t.delivery,
      { header: { latitude: 1, longitude: 2, name: 'a', address: 'b' }, limitedTimeOffer: { expiresAt: 1 } },
      ['parameters.limitedTimeOffer: is given, but delivery (en) has no offer that expires'],
    ],
    [
      'too few cards',
      t.mediaCarousel,
      { body: ['a'], carousel: [{}] },
      ['parameters.carousel: has 1 card: carousel_media (en_US) needs exactly 2'],
    ],
    [
      'too many products',
      t.productCarousel,
      { carousel: Array.from({ length: 11 }, () => ({})) },
      ['parameters.carousel: has 11 cards: carousel_products (en_US) needs 1 to 10'],
    ],
    [
      'cards where there are none',
      t.callUs,
      { carousel: [] },
      ['parameters.carousel: is given, but call_us (en) has no carousel'],
    ],
    [
      'too many products in sections',
      t.abandonedCart,
      {
        header: ['a'],
        body: ['b'],
        buttons: [
          {
            thumbnailProductRetailerId: 'p',
            sections: [{ title: 't', productRetailerIds: Array.from({ length: 31 }, () => 'p') }],
          },
        ],
      },
      ['parameters.buttons[0].sections: has 31 products, at most 30 are allowed'],
    ],
    [
      'eleven sections, one of them without products',
      t.abandonedCart,
      {
        header: ['a'],
        body: ['b'],
        buttons: [
          {
            thumbnailProductRetailerId: 'p',
            sections: Array.from({ length: 11 }, (_, index) => ({
              title: 't',
              productRetailerIds: index === 0 ? [] : ['p'],
            })),
          },
        ],
      },
      [
        'parameters.buttons[0].sections[0].productRetailerIds: needs at least one product',
        'parameters.buttons[0].sections: has 11 sections, 1 to 10 are allowed',
      ],
    ],
    [
      'a file without a link that can be read',
      t.receipt,
      { header: { link: 5, filename: '' }, body: { nome: 'A' } },
      [
        'parameters.header.link: must be a text: the document header of receipt (pt_BR)',
        'parameters.header.filename: is empty: Meta refuses empty values (the document header)',
      ],
    ],
    [
      'a product without its catalogue',
      t.singleProduct,
      { header: { productRetailerId: 'p' }, body: { code: 'X' } },
      ['parameters.header.catalogId: is missing: the product header of single_product (en_US) needs it'],
    ],
    [
      'an unknown part of a card',
      t.productCarousel,
      { carousel: [{ header: { productRetailerId: 'p', catalogId: 'c' }, footer: 'x' }] },
      ['parameters.carousel[0].footer: is unknown here; known are header, body, buttons'],
    ],
    [
      'a catalogue value that is a text',
      t.introCatalog,
      { buttons: ['p'] },
      ['parameters.buttons[0]: must be an object: the catalog button of intro_catalog_offer (en_US)'],
    ],
    [
      'a payload of 513',
      t.callUs,
      { buttons: [{ payload: 'x'.repeat(513) }] },
      ['parameters.buttons[0].payload: has 513 characters, at most 512 are allowed (the call button)'],
    ],
    [
      'no products',
      t.abandonedCart,
      { header: ['a'], body: ['b'] },
      ['parameters.buttons[0]: is missing: the mpm button of abandoned_cart (en_US) needs it'],
    ],
    [
      'a call time of 0',
      t.callUs,
      { buttons: [{ ttlMinutes: 0 }] },
      ['parameters.buttons[0].ttlMinutes: must be a whole number from 1 to 43200'],
    ],
    [
      'a flow value that is a text',
      t.survey,
      { body: { order_id: 'A' }, buttons: ['x'] },
      ['parameters.buttons[0]: must be an object: the flow button of survey (en)'],
    ],
  ];
  test.each(cases)('%s', (_name, definition, parameters, issues) => {
    expect(getIssues(definition, parameters)).toEqual(issues);
  });

  test('the error says which template, and the page', () => {
    expect(() => buildTemplateMessage(t.loginCode, { code: '' })).toThrow(
      /^The parameters do not fit the template login_code \(en_US\)\.\n {2}parameters\.code is empty[^]*See https:\/\//,
    );
  });
});
