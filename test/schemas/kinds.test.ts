import { expect, test } from 'vitest';
import { validateMessage } from '../../src/schemas/message.ts';

const check = (content: object) =>
  validateMessage({ messaging_product: 'whatsapp', to: '+5511987654321', ...content }).map(
    ({ path, message }) => `${path}: ${message}`,
  );
const interactive = (type: string, more: object) => ({
  type: 'interactive',
  interactive: { type, body: { text: 'b' }, ...more },
});
const rows = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({ id: `${from + index}`, title: 't' }));
const list = (sections: object[], more: object = {}) =>
  interactive('list', { action: { button: 'Pick', sections }, ...more });
const card = (card_index: number, more: object = {}) => ({
  card_index,
  type: 'cta_url',
  header: { type: 'image', image: { link: 'https://a.example/1' } },
  action: { name: 'cta_url', parameters: { display_text: 'Buy', url: 'https://a.example' } },
  ...more,
});
const carousel = (cards: object[]) => interactive('carousel', { action: { cards } });
const product = (card_index: number, catalog_id = '1') => ({
  card_index,
  type: 'product',
  action: { product_retailer_id: 'A', catalog_id },
});
const flow = (parameters: object) =>
  interactive('flow', {
    action: { name: 'flow', parameters: { flow_message_version: '3', flow_cta: 'Open', ...parameters } },
  });
const contact = (more: object) => ({
  type: 'contacts',
  contacts: [{ name: { formatted_name: 'Ana Lima', first_name: 'Ana' }, ...more }],
});
const amount = (value: number) => ({ value, offset: 100 });
const order = (more: object, total = 5000) =>
  interactive('order_details', {
    action: {
      name: 'review_and_pay',
      parameters: {
        reference_id: 'A-17',
        type: 'digital-goods',
        currency: 'BRL',
        total_amount: amount(total),
        order: {
          status: 'pending',
          items: [{ name: 'Cake', amount: amount(5000), quantity: 1 }],
          subtotal: amount(5000),
          tax: amount(0),
        },
        ...more,
      },
    },
  });
const template = (...components: object[]) => ({
  type: 'template',
  template: { name: 'a', language: { code: 'en' }, components },
});
const button = (sub_type: string, parameters: object[], index: unknown = 0) => ({
  type: 'button',
  sub_type,
  index,
  parameters,
});
const unknownField = 'is not a field that Meta documents here; check its spelling and place';

test.each([
  [
    '10 rows in 2 sections',
    list([
      { title: 'a', rows: rows(5) },
      { title: 'b', rows: rows(5, 5) },
    ]),
  ],
  ['a body of 4,096 in a list', list([{ rows: rows(1) }], { body: { text: 'x'.repeat(4096) } })],
  ['10 cards', carousel(Array.from({ length: 10 }, (_, index) => card(index)))],
  ['cards of one catalog', carousel([product(0), product(1)])],
  [
    'a contact of free types',
    contact({ phones: [{ phone: '1', type: 'Pop-Up' }], emails: [{ email: 'a@b.c', type: 'Work (old)' }] }),
  ],
  ['coordinates as text', { type: 'location', location: { latitude: '-90', longitude: '180' } }],
  [
    'every kind of header value',
    template({
      type: 'header',
      parameters: [{ type: 'product', product: { product_retailer_id: 'A', catalog_id: '1' } }],
    }),
  ],
  [
    'named places',
    template({ type: 'body', parameters: [{ type: 'text', parameter_name: 'name', text: 'Ana' }] }),
  ],
  ['a group invite', template({ type: 'body', parameters: [{ type: 'group_id', group_id: 'Y2Fw' }] })],
  [
    'buttons in capitals with an index as text',
    template(button('COPY_CODE', [{ type: 'coupon_code', coupon_code: 'X'.repeat(20) }], '1')),
  ],
  ...['👍', '❤', '❤️', '👍🏽', '👨‍👩‍👧‍👦', '🇧🇷', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '❤️‍🔥', '™️'].map((emoji): [string, object] => [
    `the reaction ${emoji}`,
    { type: 'reaction', reaction: { message_id: 'wamid.1', emoji } },
  ]),
  [
    'components in capitals',
    template(
      { type: 'BODY', parameters: [{ type: 'text', text: 'Ana' }] },
      { type: 'BUTTON', sub_type: 'FLOW', index: 0 },
    ),
  ],
  [
    'cards with components in capitals',
    template({
      type: 'CAROUSEL',
      cards: [
        {
          card_index: 0,
          components: [{ type: 'HEADER', parameters: [{ type: 'image', image: { id: '1' } }] }],
        },
      ],
    }),
  ],
  [
    'a date with the older fields of Meta',
    template({
      type: 'body',
      parameters: [
        {
          type: 'date_time',
          date_time: { fallback_value: 'Monday', component: { day_of_week: 1 }, timestamp: 1 },
        },
      ],
    }),
  ],
  ['a Flow button without parameters', template({ type: 'button', sub_type: 'flow', index: 0 })],
  [
    'a multi-product button',
    template(
      button('mpm', [
        {
          type: 'action',
          action: {
            thumbnail_product_retailer_id: 'A',
            sections: [{ title: 't', product_items: [{ product_retailer_id: 'A' }] }],
          },
        },
      ]),
    ),
  ],
  [
    'a call button',
    template(
      button('voice_call', [
        { type: 'ttl_minutes', ttl_minutes: 1 },
        { type: 'payload', payload: 'p' },
      ]),
    ),
  ],
  [
    'a limited-time offer',
    template({
      type: 'limited_time_offer',
      parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: 1764201600000 } }],
    }),
  ],
  [
    'a carousel',
    template({
      type: 'carousel',
      cards: [
        {
          card_index: 0,
          components: [{ type: 'header', parameters: [{ type: 'image', image: { id: '1' } }] }],
        },
      ],
    }),
  ],
  [
    'an order status',
    template({
      type: 'order_status',
      parameters: [
        { type: 'order_status', order_status: { reference_id: 'A', order: { status: 'shipped' } } },
      ],
    }),
  ],
  [
    'a tap target',
    template({
      type: 'tap_target_configuration',
      parameters: [
        {
          type: 'tap_target_configuration',
          tap_target_configuration: [{ url: 'https://a.example', title: 't' }],
        },
      ],
    }),
  ],
  [
    'direct send',
    {
      type: 'text',
      text: { body: 'b' },
      category: 'utility',
      ttl_seconds: 60,
      direct_send_config: { template_name: 'a' },
    },
  ],
])('default: %s passes', (_name, content) => {
  expect(check(content)).toEqual([]);
});

test.each([
  [
    list([{ rows: rows(6) }, { title: 'b', rows: rows(5, 6) }]),
    [
      'interactive.action.sections: needs a title in each section, because there are several',
      'interactive.action.sections: has more than 10 rows in all its sections together',
    ],
  ],
  [list([{ rows: [...rows(1), ...rows(1)] }]), ['interactive.action.sections: has the same row id twice']],
  [
    list([{ rows: rows(1) }], { header: { type: 'image', image: { id: '1' } } }),
    [
      'interactive.header.type: is not known; it can be text',
      'interactive.header.text: is missing',
      `interactive.header.image: ${unknownField}`,
    ],
  ],
  [
    interactive('cta_url', {
      action: { name: 'cta_url', parameters: { display_text: 'x'.repeat(21), url: 'shop' } },
    }),
    [
      'interactive.action.parameters.display_text: is 21 characters long; at most 20 are allowed',
      'interactive.action.parameters.url: is not an http or https URL',
    ],
  ],
  [
    interactive('product_list', {
      action: { catalog_id: '1', sections: [{ product_items: [{ product_retailer_id: 'A' }] }] },
    }),
    ['interactive.header: is missing'],
  ],
  [
    interactive('product_list', {
      header: { type: 'text', text: 'h' },
      action: {
        catalog_id: '1',
        sections: [0, 1].map((n) => ({
          title: `${n}`,
          product_items: Array.from({ length: 16 }, () => ({ product_retailer_id: 'A' })),
        })),
      },
    }),
    ['interactive.action.sections: has more than 30 products in all its sections together'],
  ],
  [carousel([card(0)]), ['interactive.action.cards: has 1 items; at least 2 are allowed']],
  [carousel([card(0), card(0)]), ['interactive.action.cards: has the same card_index twice']],
  [
    carousel([card(0), card(1, { header: { type: 'video', video: { link: 'https://a.example/1' } } })]),
    ['interactive.action.cards: has cards that differ in header, kind or number of buttons, or catalog'],
  ],
  [
    carousel([product(0), product(1, '2')]),
    ['interactive.action.cards: has cards that differ in header, kind or number of buttons, or catalog'],
  ],
  [
    carousel([card(0), card(1, { body: { text: 'a\nb\nc\nd' } })]),
    ['interactive.action.cards[1].body.text: has more than 2 line breaks'],
  ],
  [flow({}), ['interactive.action.parameters: needs exactly one of flow_id and flow_name']],
  [
    flow({ flow_id: '1', flow_action: 'data_exchange', flow_action_payload: { screen: 'S' } }),
    ['interactive.action.parameters: has a flow_action_payload, which goes with flow_action navigate only'],
  ],
  [
    flow({ flow_id: '1', flow_action_payload: { data: {} } }),
    ['interactive.action.parameters.flow_action_payload.data: is empty; leave it out instead'],
  ],
  [
    interactive('voice_call', { action: { name: 'voice_call', parameters: { ttl_minutes: 43_201 } } }),
    ['interactive.action.parameters.ttl_minutes: is 43201; at most 43,200 is allowed'],
  ],
  [
    interactive('address_message', { action: { name: 'address_message', parameters: { country: 'India' } } }),
    ['interactive.action.parameters.country: is not a country code of two capital letters'],
  ],
  [
    order({}, 5001),
    ['interactive.action.parameters.total_amount.value: is not subtotal + tax + shipping - discount'],
  ],
  [
    order({ reference_id: 'A 17' }),
    [
      'interactive.action.parameters.reference_id: may hold letters, digits, underscores, hyphens and dots only',
    ],
  ],
  [
    interactive('order_status', {
      action: { name: 'review_order', parameters: { reference_id: 'A', order: { status: 'lost' } } },
    }),
    [
      'interactive.action.parameters.order.status: is not known; it can be pending, processing, partially_shipped, partially-shipped, shipped, completed, canceled',
    ],
  ],
  [
    { type: 'location', location: { latitude: 91, longitude: 'west' } },
    [
      'location.latitude: is not a number of degrees from -90 to 90',
      'location.longitude: is not a number of degrees from -180 to 180',
    ],
  ],
  [
    { type: 'contacts', contacts: [{ name: { formatted_name: 'Ana' } }] },
    ['contacts[0].name: needs one more part in addition to formatted_name, such as first_name'],
  ],
  [contact({ birthday: '23.1.1999' }), ['contacts[0].birthday: is not a date such as 1999-01-23']],
  [
    { type: 'pin', pin: { type: 'pin', message_id: 'w', expiration_days: 1 } },
    ['type: is pin, which goes to groups only'],
  ],
  [
    { type: 'location', recipient_type: 'group', location: { latitude: 1, longitude: 1 } },
    ['type: is not a kind of message that groups get'],
  ],
  [
    { type: 'reaction', context: { message_id: 'w' }, reaction: { message_id: 'w', emoji: '👍' } },
    ['context: does not go with a reaction, which names its message itself'],
  ],
  [{ type: 'text', text: { body: ' \n\t' } }, ['text.body: has blanks only']],
  [
    template({ type: 'body', parameters: [{ type: 'text', text: '  ' }] }),
    ['template.components[0].parameters[0].text: has blanks only'],
  ],
  [
    {
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: 'ok?' },
        action: { buttons: [{ type: 'reply', reply: { id: 'y', title: ' ' } }] },
      },
    },
    ['interactive.action.buttons[0].reply.title: has blanks only'],
  ],
  [
    template({ type: 'BODY', parameters: [{ type: 'image', image: { id: '1' } }] }),
    ['template.components[0].parameters[0].type: is not a type that Meta documents'],
  ],
  [
    template(button('open', [])),
    ['template.components[0].sub_type: is not a kind of button that takes values'],
  ],
  [
    template(button('url', [{ type: 'text', text: 'x' }], 10)),
    ['template.components[0].index: is not 0 to 9'],
  ],
  [
    template(button('copy_code', [{ type: 'coupon_code', coupon_code: 'x'.repeat(21) }])),
    ['template.components[0].parameters[0].coupon_code: is 21 characters long; at most 20 are allowed'],
  ],
  [template({ type: 'footer' }), ['template.components[0].type: is not a type that Meta documents']],
  [
    template({ type: 'body', parameters: [{ type: 'image', image: { id: '1' } }] }),
    ['template.components[0].parameters[0].type: is not a type that Meta documents'],
  ],
])('error: %j', (content, expected) => {
  expect(check(content)).toEqual(expected);
});

test.each(['ok', '👍👍', '👍 ', 'x', '1', '🇧', '#'])('error: the reaction %s', (emoji) => {
  expect(check({ type: 'reaction', reaction: { message_id: 'w', emoji } })).toEqual([
    'reaction.emoji: is not one emoji',
  ]);
});
