import { describe, expect, test } from 'vitest';
import { messageLimits } from '../../src/messages/message-limits.ts';
import { validateMessage } from '../../src/schemas/message.ts';

type Path = readonly (string | number)[];

/** Returns a copy of a value in which one place holds something else. */
function put(value: unknown, [key, ...rest]: Path, given: unknown): unknown {
  if (key === undefined) return given;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === key ? put(item, rest, given) : item));
  const fields = Object(value) as Record<string, unknown>;
  return { ...fields, [key]: put(fields[key], rest, given) };
}

const toPath = (text: string): Path => text.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
const toText = (path: Path): string =>
  path
    .reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}.${key}`), '')
    .slice(1);
const list = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

const to = { messaging_product: 'whatsapp', to: '+5511987654321' };
const interactive = (type: string, action: object) => ({
  ...to,
  type: 'interactive',
  interactive: {
    type,
    body: { text: 'b' },
    action,
    ...(type === 'product_list' ? { header: { type: 'text', text: 'h' } } : {}),
  },
});
const row = (index: number) => ({ id: `${index}`, title: 't' });
const reply = (index: number) => ({ type: 'reply', reply: { id: `${index}`, title: `${index}` } });
const products = (count: number) => list(count, (index) => ({ product_retailer_id: `${index}` }));
const link = 'https://a.example/1.jpg';
const card = (card_index: number) => ({
  card_index,
  type: 'cta_url',
  header: { type: 'image', image: { link } },
  body: { text: 'b' },
  action: { name: 'cta_url', parameters: { display_text: 'Buy', url: link } },
});
const replyCard = (card_index: number) => ({
  card_index,
  type: 'cta_url',
  header: { type: 'image', image: { link } },
  action: { buttons: [{ type: 'quick_reply', quick_reply: { id: 'a', title: 'a' } }] },
});
const contact = { name: { formatted_name: 'Ana Lima', first_name: 'Ana' } };
const money = { value: 1, offset: 100 };
const nothing = { value: 0, offset: 100 };
const order = {
  status: 'pending',
  items: [{ name: 'Cake', amount: money, quantity: 1 }],
  subtotal: money,
  tax: nothing,
  discount: nothing,
  expiration: { timestamp: '1', description: 'd' },
};
const template = (...components: object[]) => ({
  ...to,
  type: 'template',
  template: { name: 'a', language: { code: 'en' }, components },
});
const button = (parameter: object) =>
  template({ type: 'button', sub_type: 'url', index: 0, parameters: [parameter] });
const templateCard = (card_index: number) => ({ card_index, components: [] });

const payloads = {
  text: { ...to, type: 'text', text: { body: 'b' } },
  image: { ...to, type: 'image', image: { id: '1' } },
  video: { ...to, type: 'video', video: { id: '1' } },
  document: { ...to, type: 'document', document: { id: '1' } },
  contacts: { ...to, type: 'contacts', contacts: [contact] },
  pin: { ...to, recipient_type: 'group', type: 'pin', pin: { type: 'pin', message_id: 'wamid.1' } },
  buttons: interactive('button', { buttons: [reply(0)] }),
  list: interactive('list', { button: 'Pick', sections: [{ title: 's', rows: [row(0)] }] }),
  link: interactive('cta_url', { name: 'cta_url', parameters: { display_text: 'Buy', url: link } }),
  call: interactive('voice_call', { name: 'voice_call', parameters: {} }),
  products: interactive('product_list', {
    catalog_id: '1',
    sections: [{ title: 's', product_items: products(1) }],
  }),
  carousel: interactive('carousel', { cards: [card(0), card(1)] }),
  replyCarousel: interactive('carousel', { cards: [replyCard(0), replyCard(1)] }),
  order: interactive('order_details', {
    name: 'review_and_pay',
    parameters: { reference_id: 'A', type: 'digital-goods', currency: 'BRL', total_amount: money, order },
  }),
  orderStatus: interactive('order_status', {
    name: 'review_order',
    parameters: { reference_id: 'A', order: { status: 'shipped' } },
  }),
  template: template(),
  payloadButton: button({ type: 'payload', payload: 'p' }),
  couponButton: button({ type: 'coupon_code', coupon_code: 'c' }),
  callButton: button({ type: 'ttl_minutes', ttl_minutes: 1 }),
  productButton: button({ type: 'action', action: {} }),
  carouselTemplate: template({ type: 'carousel', cards: [templateCard(0)] }),
};

/** A bound: which limit it is, its value as Meta documents it, and the places in payloads that it holds for. */
interface Bound {
  readonly limit: string;
  readonly max: number;
  /** The least that is allowed. Default: 1. */
  readonly min?: number;
  /** `payload: path`. */
  readonly places: readonly string[];
  /** Makes a value of a size. Default: a text of so many characters. */
  readonly make?: (size: number) => unknown;
}

const number = (size: number) => size;
const inner = 'interactive.action';
const kinds = ['buttons', 'list', 'link', 'products', 'carousel', 'order', 'orderStatus', 'call'] as const;
const withFooter = kinds.filter((kind) => kind !== 'carousel');
const parameters = 'template.components.0.parameters.0';

const bounds: readonly Bound[] = [
  {
    limit: 'envelope.callbackData',
    max: 512,
    places: ['text: biz_opaque_callback_data', 'template: biz_opaque_callback_data'],
  },
  { limit: 'text.body', max: 4096, places: ['text: text.body'] },
  {
    limit: 'media.caption',
    max: 1024,
    places: ['image: image.caption', 'video: video.caption', 'document: document.caption'],
  },
  {
    limit: 'contacts.contacts',
    max: 257,
    places: ['contacts: contacts'],
    make: (size) => list(size, () => contact),
  },
  { limit: 'pin.expirationDays', max: 30, places: ['pin: pin.expiration_days'], make: number },
  {
    limit: 'interactive.header',
    max: 60,
    places: ['buttons', 'list', 'link', 'products', 'orderStatus'].map(
      (kind) => `${kind}: interactive.header.text`,
    ),
  },
  {
    limit: 'interactive.body',
    max: 1024,
    places: kinds.filter((kind) => kind !== 'list').map((kind) => `${kind}: interactive.body.text`),
  },
  {
    limit: 'interactive.footer',
    max: 60,
    places: withFooter.map((kind) => `${kind}: interactive.footer.text`),
  },
  {
    limit: 'replyButtons.buttons',
    max: 3,
    places: [`buttons: ${inner}.buttons`],
    make: (size) => list(size, reply),
  },
  {
    limit: 'replyButtons.id',
    max: 256,
    places: [
      `buttons: ${inner}.buttons.0.reply.id`,
      `replyCarousel: ${inner}.cards.0.action.buttons.0.quick_reply.id`,
    ],
  },
  {
    limit: 'replyButtons.title',
    max: 20,
    places: [
      `buttons: ${inner}.buttons.0.reply.title`,
      `replyCarousel: ${inner}.cards.0.action.buttons.0.quick_reply.title`,
    ],
  },
  { limit: 'list.body', max: 4096, places: ['list: interactive.body.text'] },
  { limit: 'list.button', max: 20, places: [`list: ${inner}.button`] },
  {
    limit: 'list.sections',
    max: 10,
    places: [`list: ${inner}.sections`],
    make: (size) => list(size, (index) => ({ title: 's', rows: [row(index)] })),
  },
  { limit: 'list.sectionTitle', max: 24, places: [`list: ${inner}.sections.0.title`] },
  {
    limit: 'list.rows',
    max: 10,
    places: [`list: ${inner}.sections.0.rows`],
    make: (size) => list(size, row),
  },
  { limit: 'list.rowId', max: 200, places: [`list: ${inner}.sections.0.rows.0.id`] },
  { limit: 'list.rowTitle', max: 24, places: [`list: ${inner}.sections.0.rows.0.title`] },
  { limit: 'list.rowDescription', max: 72, places: [`list: ${inner}.sections.0.rows.0.description`] },
  {
    limit: 'ctaUrl.displayText',
    max: 20,
    places: [
      `link: ${inner}.parameters.display_text`,
      `carousel: ${inner}.cards.0.action.parameters.display_text`,
    ],
  },
  { limit: 'voiceCall.displayText', max: 20, places: [`call: ${inner}.parameters.display_text`] },
  {
    limit: 'voiceCall.ttlMinutes',
    max: 43_200,
    places: [`call: ${inner}.parameters.ttl_minutes`],
    make: number,
  },
  { limit: 'voiceCall.payload', max: 512, places: [`call: ${inner}.parameters.payload`] },
  {
    limit: 'productList.sections',
    max: 10,
    places: [`products: ${inner}.sections`],
    make: (size) => list(size, () => ({ title: 's', product_items: products(1) })),
  },
  { limit: 'productList.sectionTitle', max: 24, places: [`products: ${inner}.sections.0.title`] },
  {
    limit: 'productList.products',
    max: 30,
    places: [`products: ${inner}.sections.0.product_items`],
    make: products,
  },
  {
    limit: 'carousel.cards',
    min: 2,
    max: 10,
    places: [`carousel: ${inner}.cards`],
    make: (size) => list(size, card),
  },
  { limit: 'carousel.cardBody', max: 160, places: [`carousel: ${inner}.cards.0.body.text`] },
  {
    limit: 'order.referenceId',
    max: 60,
    places: [`order: ${inner}.parameters.reference_id`, `orderStatus: ${inner}.parameters.reference_id`],
  },
  { limit: 'order.itemName', max: 60, places: [`order: ${inner}.parameters.order.items.0.name`] },
  {
    limit: 'order.description',
    min: 0,
    max: 60,
    places: [`order: ${inner}.parameters.order.tax.description`],
  },
  {
    limit: 'order.description',
    max: 60,
    places: [`order: ${inner}.parameters.order.discount.discount_program_name`],
  },
  {
    limit: 'order.statusDescription',
    max: 120,
    places: [
      `orderStatus: ${inner}.parameters.order.description`,
      `order: ${inner}.parameters.order.expiration.description`,
    ],
  },
  { limit: 'template.name', max: 512, places: ['template: template.name'] },
  { limit: 'template.couponCode', max: 20, places: [`couponButton: ${parameters}.coupon_code`] },
  {
    limit: 'template.cards',
    max: 10,
    places: ['carouselTemplate: template.components.0.cards'],
    make: (size) => list(size, templateCard),
  },
  {
    limit: 'template.products',
    max: 30,
    places: [`productButton: ${parameters}.action.sections`],
    make: (size) => [{ product_items: products(size) }],
  },
  {
    limit: 'template.productSections',
    max: 10,
    places: [`productButton: ${parameters}.action.sections`],
    make: (size) => list(size, () => ({ title: 's', product_items: products(1) })),
  },
  {
    limit: 'template.ttlMinutes',
    max: 43_200,
    places: [`callButton: ${parameters}.ttl_minutes`],
    make: number,
  },
  { limit: 'template.payload', max: 512, places: [`payloadButton: ${parameters}.payload`] },
];

const text = (size: number) => 'x'.repeat(size);
const leafOf = (limit: string): unknown =>
  limit
    .split('.')
    .reduce<unknown>((value, key) => (Object(value) as Record<string, unknown>)[key], messageLimits);

const isPayload = (name: string): name is keyof typeof payloads => Object.hasOwn(payloads, name);

describe.each(bounds.flatMap(({ places, ...bound }) => places.map((place) => ({ ...bound, place }))))(
  '$limit in $place',
  ({ min = 1, max, make = text, place }) => {
    const [name = '', where = ''] = place.split(': ');
    const path = toPath(where);
    // A header needs its type as well.
    const base = where.includes('.header.')
      ? put(isPayload(name) ? payloads[name] : {}, ['interactive', 'header', 'type'], 'text')
      : isPayload(name)
        ? payloads[name]
        : undefined;
    const check = (size: number) => validateMessage(put(base, path, make(size)));

    test.each([...new Set([min, max - 1, max])])('args: %i is allowed', (size) => {
      expect(check(size)).toEqual([]);
    });

    test.each<readonly [size: number, limit: number]>([
      [max + 1, max],
      ...(min === 0 ? [] : [[min - 1, min] as const]),
    ])('error: %i is beyond the limit %i', (size, limit) => {
      const issues = check(size);
      expect(issues.length).toBeGreaterThan(0);
      for (const issue of issues) expect(issue.path).toContain(toText(path));
      const stated = issues.map(
        (issue) => issue.limit ?? Number(/(\d[\d,]*)/.exec(issue.message)?.[1]?.replace(',', '')),
      );
      expect(stated).toContain(limit);
    });
  },
);

test('args: a card has up to 2 line breaks', () => {
  const check = (breaks: number) =>
    validateMessage(put(payloads.carousel, toPath(`${inner}.cards.0.body.text`), `x${'\nx'.repeat(breaks)}`));
  expect([0, 1, 2].map(check)).toEqual([[], [], []]);
  expect(check(3).map(({ message }) => message)).toEqual(['has more than 2 line breaks']);
});

test('args: the index of a button is 0 to 9', () => {
  const check = (index: unknown) =>
    validateMessage(template({ type: 'button', sub_type: 'url', index })).map(({ message }) => message);
  for (const index of [0, 1, 8, 9, '0', '9']) expect(check(index)).toEqual([]);
  for (const index of [-1, 10, '10', '', 1.5]) expect(check(index)).toHaveLength(1);
});

test('args: a list has up to 10 rows, a product list up to 30 products, in all their sections together', () => {
  const sections = (...sizes: number[]) =>
    sizes.map((size, section) => ({ title: 's', rows: list(size, (index) => row(10 * section + index)) }));
  const ofProducts = (...sizes: number[]) =>
    sizes.map((size) => ({ title: 's', product_items: products(size) }));
  const check = (base: object, value: object) =>
    validateMessage(put(base, toPath(`${inner}.sections`), value)).map(({ message }) => message);
  expect(check(payloads.list, sections(9, 1))).toEqual([]);
  expect(check(payloads.list, sections(9, 2))).toEqual([
    'has more than 10 rows in all its sections together',
  ]);
  expect(check(payloads.products, ofProducts(29, 1))).toEqual([]);
  expect(check(payloads.products, ofProducts(29, 2))).toEqual([
    'has more than 30 products in all its sections together',
  ]);
});

test('args: cards of a carousel are numbered from 0 to 9', () => {
  for (const [base, path] of [
    [payloads.carousel, `${inner}.cards.0.card_index`],
    [payloads.carouselTemplate, 'template.components.0.cards.0.card_index'],
  ] as const) {
    expect([0, 9].map((index) => validateMessage(put(base, toPath(path), index)))).toEqual([[], []]);
    for (const index of [-1, 10]) expect(validateMessage(put(base, toPath(path), index))).toHaveLength(1);
  }
});

test('behavior: a character outside the basic plane counts once', () => {
  const check = (body: string) => validateMessage({ ...to, type: 'text', text: { body } });
  expect(check('😀'.repeat(4096))).toEqual([]);
  expect(check('😀'.repeat(4097)).map(({ limit }) => limit)).toEqual([4096]);
});

test('behavior: the table has every limit of a message, with the value that is exported', () => {
  const elsewhere: Readonly<Record<string, number>> = {
    'carousel.minCards': 2,
    'carousel.cardBodyLineBreaks': 2,
    'template.buttonIndex': 9,
  };
  const exported = Object.entries(messageLimits).flatMap(([kind, limits]) =>
    Object.keys(limits).map((name) => `${kind}.${name}`),
  );
  const tested = { ...elsewhere, ...Object.fromEntries(bounds.map(({ limit, max }) => [limit, max])) };
  expect(Object.keys(tested).toSorted()).toEqual(exported.toSorted());
  for (const [limit, max] of Object.entries(tested)) expect(leafOf(limit)).toBe(max);
});
