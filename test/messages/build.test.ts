import { expect, test } from 'vitest';
import * as wabakit from 'wabakit/messages';
import type { MessageContent } from 'wabakit';
import type { OrderDetails } from 'wabakit/messages';
import { validateMessage } from '../../src/schemas/message.ts';

const order: OrderDetails = {
  reference_id: 'A-17',
  type: 'physical-goods',
  payment_type: 'br',
  payment_settings: [{ type: 'payment_link', payment_link: { uri: 'https://pay.example/17' } }],
  currency: 'BRL',
  total_amount: { value: 5200, offset: 100 },
  order: {
    status: 'pending',
    items: [{ retailer_id: '1', name: 'Cake', amount: { value: 5000, offset: 100 }, quantity: 1 }],
    subtotal: { value: 5000, offset: 100 },
    tax: { value: 0, offset: 100 },
    shipping: { value: 500, offset: 100 },
    discount: { value: 300, offset: 100, description: 'Voucher' },
  },
};
const link = { displayText: 'Buy', url: 'https://shop.example/17' };
const replies = [{ id: 'more', title: 'More' }];

/** What each builder makes, in wire spelling. */
const built: Record<string, [MessageContent, object]> = {
  text: [wabakit.text({ body: 'hi' }), { type: 'text', text: { body: 'hi' } }],
  image: [wabakit.image({ id: '1', caption: 'c' }), { type: 'image', image: { id: '1', caption: 'c' } }],
  video: [wabakit.video({ id: '1' }), { type: 'video', video: { id: '1' } }],
  audio: [wabakit.audio({ id: '1', voice: true }), { type: 'audio', audio: { id: '1', voice: true } }],
  document: [
    wabakit.document({ id: '1', filename: 'a.pdf' }),
    { type: 'document', document: { id: '1', filename: 'a.pdf' } },
  ],
  sticker: [wabakit.sticker({ id: '1' }), { type: 'sticker', sticker: { id: '1' } }],
  location: [
    wabakit.location({ latitude: -23.5, longitude: '-46.6', name: 'Shop' }),
    { type: 'location', location: { latitude: -23.5, longitude: '-46.6', name: 'Shop' } },
  ],
  contacts: [
    wabakit.contacts([{ name: { formatted_name: 'Ana Lima', first_name: 'Ana' }, birthday: '1999-01-23' }]),
    {
      type: 'contacts',
      contacts: [{ name: { formatted_name: 'Ana Lima', first_name: 'Ana' }, birthday: '1999-01-23' }],
    },
  ],
  reaction: [
    wabakit.reaction({ wamid: 'w', emoji: '👍' }),
    { type: 'reaction', reaction: { message_id: 'w', emoji: '👍' } },
  ],
  template: [
    wabakit.template({
      name: 'a',
      language: 'en',
      components: [{ type: 'body', parameters: [{ type: 'text', text: 'x' }] }],
    }),
    {
      type: 'template',
      template: {
        name: 'a',
        language: { code: 'en' },
        components: [{ type: 'body', parameters: [{ type: 'text', text: 'x' }] }],
      },
    },
  ],
};

/** The same for interactive messages: only what stands under `interactive`. */
const interactive: Record<string, [{ interactive: object } & MessageContent, object]> = {
  buttons: [
    wabakit.replyButtons({
      header: 'Order',
      body: 'ok?',
      footer: 'Shop',
      buttons: [{ id: 'y', title: 'Yes' }],
    }),
    {
      type: 'button',
      header: { type: 'text', text: 'Order' },
      body: { text: 'ok?' },
      footer: { text: 'Shop' },
      action: { buttons: [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }] },
    },
  ],
  'buttons under a document': [
    wabakit.replyButtons({
      header: { type: 'document', document: { id: '1' } },
      body: 'ok?',
      buttons: replies,
    }),
    {
      type: 'button',
      header: { type: 'document', document: { id: '1' } },
      body: { text: 'ok?' },
      action: { buttons: [{ type: 'reply', reply: { id: 'more', title: 'More' } }] },
    },
  ],
  list: [
    wabakit.list({
      header: 'h',
      body: 'b',
      footer: 'f',
      button: 'Pick',
      sections: [{ rows: [{ id: '1', title: 'One' }] }],
    }),
    {
      type: 'list',
      header: { type: 'text', text: 'h' },
      body: { text: 'b' },
      footer: { text: 'f' },
      action: { button: 'Pick', sections: [{ rows: [{ id: '1', title: 'One' }] }] },
    },
  ],
  ctaUrl: [
    wabakit.ctaUrl({ body: 'b', ...link }),
    {
      type: 'cta_url',
      body: { text: 'b' },
      action: { name: 'cta_url', parameters: { display_text: 'Buy', url: link.url } },
    },
  ],
  locationRequest: [
    wabakit.locationRequest({ body: 'b' }),
    { type: 'location_request_message', body: { text: 'b' }, action: { name: 'send_location' } },
  ],
  contactRequest: [
    wabakit.contactRequest({ body: 'b' }),
    { type: 'request_contact_info', body: { text: 'b' }, action: { name: 'request_contact_info' } },
  ],
  callPermissionRequest: [
    wabakit.callPermissionRequest(),
    { type: 'call_permission_request', action: { name: 'call_permission_request' } },
  ],
  'callPermissionRequest with a reason': [
    wabakit.callPermissionRequest({ body: 'b' }),
    { type: 'call_permission_request', body: { text: 'b' }, action: { name: 'call_permission_request' } },
  ],
  voiceCall: [
    wabakit.voiceCall({ body: 'b', footer: 'f', displayText: 'Call', ttlMinutes: 60, payload: 'p' }),
    {
      type: 'voice_call',
      body: { text: 'b' },
      footer: { text: 'f' },
      action: { name: 'voice_call', parameters: { display_text: 'Call', ttl_minutes: 60, payload: 'p' } },
    },
  ],
  'voiceCall with Meta’s defaults': [
    wabakit.voiceCall({ body: 'b' }),
    { type: 'voice_call', body: { text: 'b' }, action: { name: 'voice_call' } },
  ],
  'flow by id with a first screen': [
    wabakit.flow({ body: 'b', button: 'Open', flow: { id: '1' }, screen: 'S', data: { customerId: 1 } }),
    {
      type: 'flow',
      body: { text: 'b' },
      action: {
        name: 'flow',
        parameters: {
          flow_message_version: '3',
          flow_id: '1',
          flow_cta: 'Open',
          flow_action: 'navigate',
          flow_action_payload: { screen: 'S', data: { customerId: 1 } },
        },
      },
    },
  ],
  'flow by name with an endpoint': [
    wabakit.flow({
      body: 'b',
      button: 'Open',
      flow: { name: 'book' },
      token: 't',
      mode: 'draft',
      action: 'data_exchange',
    }),
    {
      type: 'flow',
      body: { text: 'b' },
      action: {
        name: 'flow',
        parameters: {
          flow_message_version: '3',
          flow_name: 'book',
          flow_cta: 'Open',
          flow_token: 't',
          mode: 'draft',
          flow_action: 'data_exchange',
        },
      },
    },
  ],
  product: [
    wabakit.product({ catalogId: '1', productRetailerId: 'A', body: 'b', footer: 'f' }),
    {
      type: 'product',
      body: { text: 'b' },
      footer: { text: 'f' },
      action: { catalog_id: '1', product_retailer_id: 'A' },
    },
  ],
  productList: [
    wabakit.productList({
      catalogId: '1',
      header: 'h',
      body: 'b',
      footer: 'f',
      sections: [{ title: 't', productRetailerIds: ['A'] }],
    }),
    {
      type: 'product_list',
      header: { type: 'text', text: 'h' },
      body: { text: 'b' },
      footer: { text: 'f' },
      action: { catalog_id: '1', sections: [{ title: 't', product_items: [{ product_retailer_id: 'A' }] }] },
    },
  ],
  catalog: [
    wabakit.catalog({ body: 'b', footer: 'f', thumbnailProductRetailerId: 'A' }),
    {
      type: 'catalog_message',
      body: { text: 'b' },
      footer: { text: 'f' },
      action: { name: 'catalog_message', parameters: { thumbnail_product_retailer_id: 'A' } },
    },
  ],
  'carousel with links': [
    wabakit.carousel({
      body: 'b',
      cards: [
        { image: 'https://a.example/1', body: 'one', link },
        { image: 'https://a.example/2', link },
      ],
    }),
    {
      type: 'carousel',
      body: { text: 'b' },
      action: {
        cards: [
          {
            card_index: 0,
            type: 'cta_url',
            header: { type: 'image', image: { link: 'https://a.example/1' } },
            body: { text: 'one' },
            action: { name: 'cta_url', parameters: { display_text: 'Buy', url: link.url } },
          },
          {
            card_index: 1,
            type: 'cta_url',
            header: { type: 'image', image: { link: 'https://a.example/2' } },
            action: { name: 'cta_url', parameters: { display_text: 'Buy', url: link.url } },
          },
        ],
      },
    },
  ],
  'carousel with replies': [
    wabakit.carousel({
      body: 'b',
      cards: [
        { video: 'https://a.example/1', replies },
        { video: 'https://a.example/2', replies },
      ],
    }),
    {
      type: 'carousel',
      body: { text: 'b' },
      action: {
        cards: [0, 1].map((card_index) => ({
          card_index,
          type: 'cta_url',
          header: { type: 'video', video: { link: `https://a.example/${card_index + 1}` } },
          action: { buttons: [{ type: 'quick_reply', quick_reply: { id: 'more', title: 'More' } }] },
        })),
      },
    },
  ],
  productCarousel: [
    wabakit.productCarousel({ body: 'b', catalogId: '1', productRetailerIds: ['A', 'B'] }),
    {
      type: 'carousel',
      body: { text: 'b' },
      action: {
        cards: [
          { card_index: 0, type: 'product', action: { product_retailer_id: 'A', catalog_id: '1' } },
          { card_index: 1, type: 'product', action: { product_retailer_id: 'B', catalog_id: '1' } },
        ],
      },
    },
  ],
  addressRequest: [
    wabakit.addressRequest({
      body: 'b',
      country: 'IN',
      values: { city: 'Delhi' },
      savedAddresses: [{ id: '1', value: { city: 'Mumbai' } }],
      validationErrors: { in_pin_code: 'unknown' },
    }),
    {
      type: 'address_message',
      body: { text: 'b' },
      action: {
        name: 'address_message',
        parameters: {
          country: 'IN',
          values: { city: 'Delhi' },
          saved_addresses: [{ id: '1', value: { city: 'Mumbai' } }],
          validation_errors: { in_pin_code: 'unknown' },
        },
      },
    },
  ],
  orderDetails: [
    wabakit.orderDetails({ body: 'b', footer: 'f', image: { link: 'https://a.example/1' }, order }),
    {
      type: 'order_details',
      header: { type: 'image', image: { link: 'https://a.example/1' } },
      body: { text: 'b' },
      footer: { text: 'f' },
      action: { name: 'review_and_pay', parameters: order },
    },
  ],
  orderStatus: [
    wabakit.orderStatus({
      body: 'b',
      referenceId: 'A-17',
      status: 'partially_shipped',
      description: 'half',
      payment: { status: 'captured', timestamp: 1722445231 },
    }),
    {
      type: 'order_status',
      body: { text: 'b' },
      action: {
        name: 'review_order',
        parameters: {
          reference_id: 'A-17',
          order: { status: 'partially_shipped', description: 'half' },
          payment: { status: 'captured', timestamp: 1722445231 },
        },
      },
    },
  ],
};

const cases = [
  ...Object.entries(built),
  ...Object.entries(interactive).map(
    ([name, [content, wire]]) => [name, [content, { type: 'interactive', interactive: wire }]] as const,
  ),
] as const;

test.each(cases)('default: %s is built in wire spelling and passes', (_name, [content, wire]) => {
  expect(content).toStrictEqual(wire);
  expect(validateMessage({ messaging_product: 'whatsapp', to: '+5511987654321', ...content })).toEqual([]);
});

test('behavior: a pin goes to a group, and is taken off without days', () => {
  const group = { messaging_product: 'whatsapp', recipient_type: 'group', to: 'Y2FwaV9' };
  const set = wabakit.pin({ wamid: 'w', days: 7 });
  expect(set).toEqual({ type: 'pin', pin: { type: 'pin', message_id: 'w', expiration_days: 7 } });
  expect(wabakit.pin({ wamid: 'w' })).toEqual({ type: 'pin', pin: { type: 'unpin', message_id: 'w' } });
  expect(validateMessage({ ...group, ...set })).toEqual([]);
  expect(validateMessage({ ...group, ...wabakit.pin({ wamid: 'w', days: 31 }) })).toMatchObject([
    { path: 'pin.expiration_days', message: 'is 31; at most 30 is allowed', limit: 30 },
  ]);
});

test('behavior: replyTo quotes a message', () => {
  expect(wabakit.replyTo('wamid.1')).toEqual({ context: { message_id: 'wamid.1' } });
});
