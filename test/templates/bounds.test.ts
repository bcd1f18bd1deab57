import { describe, expect, test } from 'vitest';
import { isUsageError } from '../../src/errors/usage-error.ts';
import { buildTemplateMessage, templateLimits, validateTemplate } from '../../src/templates/index.ts';
import { templateGroupLimits, timeToLiveLimits } from '../../src/templates/limits.ts';
import * as t from './samples.ts';

const list = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const x = (count: number): string => 'x'.repeat(count);
/** A text of so many characters, with words in it. */
const words = (count: number): string => 'word '.repeat(Math.ceil(count / 5)).slice(0, count - 1) + '.';

const base = {
  name: 'hello',
  language: 'en',
  category: 'utility',
  body: { text: 'Your order is ready now.' },
};
const promotion = { ...base, category: 'marketing' };
const buttons = (...all: object[]) => ({ ...base, buttons: all });
const reply = { type: 'quick_reply', text: 'Yes' };
const link = { type: 'url', text: 'Open', url: 'https://a.example/' };
const card = { header: { format: 'image', example: '4::a' }, buttons: [reply] };
const carousel = (one: object) => ({ ...promotion, carousel: [one, one] });
const code = { ...base, category: 'authentication', body: {} };
const otp = (over: object) => ({
  ...code,
  buttons: [{ type: 'otp', otpType: 'one_tap', supportedApps: [app('com.example')], ...over }],
});
const app = (packageName: string, signatureHash = 'K8a/AINcGX7') => ({ packageName, signatureHash });
const offer = (over: object) => ({ ...promotion, limitedTimeOffer: { text: 'Offer!' }, ...over });

/** What a JavaScript user gets: rule and limit of each error that `validateTemplate` finds. */
const errorsOf = (definition: object) =>
  validateTemplate(definition as Parameters<typeof validateTemplate>[0])
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, limit }) => ({ rule, limit }));

interface Bound {
  readonly limit: string;
  readonly rule: string;
  readonly min?: number;
  readonly max: number;
  /** What is stated below the least. Default: `min`. */
  readonly stated?: number;
  readonly make: (size: number) => object;
}

const bounds: readonly Bound[] = [
  { limit: 'name', rule: 'name-length', min: 1, max: 512, make: (size) => ({ ...base, name: x(size) }) },
  {
    limit: 'headerText',
    rule: 'header-length',
    min: 1,
    max: 60,
    make: (size) => ({ ...base, header: { format: 'text', text: x(size) } }),
  },
  {
    limit: 'bodyText',
    rule: 'body-length',
    max: 1024,
    make: (size) => ({ ...base, body: { text: words(size) } }),
  },
  {
    limit: 'offerBodyText',
    rule: 'body-length',
    max: 600,
    make: (size) => offer({ body: { text: words(size) } }),
  },
  {
    limit: 'cardBodyText',
    rule: 'body-length',
    max: 160,
    make: (size) => carousel({ ...card, body: { text: words(size) } }),
  },
  {
    limit: 'cardBodyText',
    rule: 'body-length',
    max: 160,
    make: (size) => ({
      ...promotion,
      header: { format: 'product' },
      body: { text: words(size) },
      buttons: [{ type: 'spm' }],
    }),
  },
  {
    limit: 'footerText',
    rule: 'footer-length',
    min: 1,
    max: 60,
    make: (size) => ({ ...base, footer: { text: x(size) } }),
  },
  {
    limit: 'buttons',
    rule: 'button-count',
    max: 10,
    make: (size) => buttons(link, link, ...list(size - 2, () => reply)),
  },
  {
    limit: 'quickReplyButtons',
    rule: 'button-kind-count',
    max: 10,
    make: (size) => buttons(...list(size, () => reply)),
  },
  {
    limit: 'urlButtons',
    rule: 'button-kind-count',
    max: 2,
    make: (size) => buttons(...list(size, () => link)),
  },
  {
    limit: 'phoneNumberButtons',
    rule: 'button-kind-count',
    max: 1,
    make: (size) => buttons(...list(size, () => ({ type: 'phone_number', text: 'Call', phoneNumber: '+1' }))),
  },
  {
    limit: 'copyCodeButtons',
    rule: 'button-kind-count',
    max: 1,
    make: (size) => buttons(...list(size, () => ({ type: 'copy_code', example: 'A' }))),
  },
  {
    limit: 'buttonText',
    rule: 'button-text-length',
    min: 1,
    max: 25,
    make: (size) => buttons({ ...reply, text: x(size) }),
  },
  {
    limit: 'buttonText',
    rule: 'button-text-length',
    min: 1,
    max: 25,
    make: (size) => otp({ autofillText: x(size) }),
  },
  {
    limit: 'voiceCallText',
    rule: 'button-text-length',
    min: 1,
    max: 20,
    make: (size) => buttons({ type: 'voice_call', text: x(size) }),
  },
  {
    limit: 'url',
    rule: 'url-length',
    max: 2000,
    make: (size) => buttons({ ...link, url: link.url + x(size - link.url.length) }),
  },
  {
    limit: 'phoneNumber',
    rule: 'phone-number-length',
    min: 1,
    max: 20,
    make: (size) => buttons({ type: 'phone_number', text: 'Call', phoneNumber: '1'.repeat(size) }),
  },
  {
    limit: 'couponCode',
    rule: 'coupon-code-length',
    min: 1,
    max: 20,
    make: (size) => buttons({ type: 'copy_code', example: x(size) }),
  },
  {
    limit: 'offerCouponCode',
    rule: 'coupon-code-length',
    min: 1,
    max: 15,
    make: (size) => offer({ buttons: [{ type: 'copy_code', example: x(size) }] }),
  },
  {
    limit: 'codeExpirationMinutes',
    rule: 'code-expiration',
    min: 1,
    max: 90,
    make: (size) => ({ ...otp({}), footer: { codeExpirationMinutes: size } }),
  },
  {
    limit: 'supportedApps',
    rule: 'supported-apps',
    min: 1,
    max: 5,
    stated: 5,
    make: (size) => otp({ supportedApps: list(size, () => app('com.example')) }),
  },
  {
    limit: 'packageName',
    rule: 'package-name',
    max: 224,
    make: (size) => otp({ supportedApps: [app(`com.${x(size - 4)}`)] }),
  },
  {
    limit: 'signatureHash',
    rule: 'signature-hash',
    min: 11,
    max: 11,
    make: (size) => otp({ supportedApps: [app('com.example', x(size))] }),
  },
  {
    limit: 'carouselCards',
    rule: 'carousel-count',
    min: 2,
    max: 10,
    make: (size) => ({ ...promotion, carousel: list(size, () => card) }),
  },
  {
    limit: 'carouselCardButtons',
    rule: 'button-count',
    max: 2,
    make: (size) => carousel({ ...card, buttons: list(size, () => reply) }),
  },
  {
    limit: 'offerText',
    rule: 'offer-text-length',
    min: 1,
    max: 16,
    make: (size) => ({ ...promotion, limitedTimeOffer: { text: x(size) } }),
  },
  {
    limit: 'voiceCallTtlMinutes',
    rule: 'call-ttl',
    min: 1440,
    max: 43_200,
    make: (size) => buttons({ type: 'voice_call', text: 'Call', ttlMinutes: size }),
  },
  {
    limit: 'bidAmount',
    rule: 'bid-amount',
    min: 1,
    max: 2_147_483_647,
    make: (size) => ({
      ...promotion,
      optimizationSpec: { bidStrategy: 'LOWEST_COST_WITH_BID_CAP', bidAmount: size },
    }),
  },
  {
    limit: 'authentication',
    rule: 'ttl-range',
    min: 30,
    max: 900,
    make: (size) => ({ ...otp({}), messageSendTtlSeconds: size }),
  },
  {
    limit: 'utility',
    rule: 'ttl-range',
    min: 30,
    max: 43_200,
    make: (size) => ({ ...base, messageSendTtlSeconds: size }),
  },
  {
    limit: 'marketing',
    rule: 'ttl-range',
    min: 43_200,
    max: 2_592_000,
    make: (size) => ({ ...promotion, messageSendTtlSeconds: size }),
  },
];

describe.each(bounds)('$limit: $rule', ({ rule, min, max, stated, make }) => {
  test.each([...new Set([min ?? max - 1, max - 1, max])].filter((size) => size >= (min ?? 0)))(
    'args: %i is allowed',
    (size) => {
      expect(errorsOf(make(size))).toEqual([]);
    },
  );
  test.each([[max + 1, max], ...(min === undefined ? [] : [[min - 1, stated ?? min]])])(
    'error: %i is beyond the limit %i',
    (size = 0, limit) => {
      // An empty text is beyond its length of at most `max`.
      const expected = size === 0 && rule.endsWith('-length') ? max : limit;
      expect(errorsOf(make(size))).toContainEqual({ rule, limit: expected });
    },
  );
});

test('args: a header has one placeholder', () => {
  const header = (text: string, ...example: string[]) => ({
    ...base,
    header: { format: 'text', text, example },
  });
  expect(errorsOf(header('Order {{1}} is here', 'A'))).toEqual([]);
  expect(errorsOf(header('Order {{1}} of {{2}} is here', 'A', 'B'))).toContainEqual({
    rule: 'header-placeholders',
    limit: 1,
  });
});

test('args: 30 days of delivery, -1, are for utility and authentication only', () => {
  expect(errorsOf({ ...base, messageSendTtlSeconds: -1 })).toEqual([]);
  expect(errorsOf({ ...otp({}), messageSendTtlSeconds: -1 })).toEqual([]);
  expect(errorsOf({ ...promotion, messageSendTtlSeconds: -1 })).toEqual([
    { rule: 'ttl-range', limit: 43_200 },
  ]);
});

/** The limits of the errors that a send with these values throws. */
function limitsOf(definition: unknown, parameters: unknown): readonly (number | undefined)[] {
  try {
    (buildTemplateMessage as (definition: unknown, parameters: unknown) => unknown)(definition, parameters);
    return [];
  } catch (error) {
    if (isUsageError(error)) return error.issues.map(({ limit }) => limit);
    throw error;
  }
}

const products = (count: number) => [{ title: 's', productRetailerIds: list(count, String) }];
const cartButton = (sections: object[]) => ({
  header: ['Ana'],
  body: ['10OFF'],
  buttons: [{ thumbnailProductRetailerId: '1', sections }],
});
const sent: readonly (readonly [string, min: number, max: number, unknown, (size: number) => unknown])[] = [
  ['products', 1, 30, t.abandonedCart, (size) => cartButton(products(size))],
  ['productSections', 1, 10, t.abandonedCart, (size) => cartButton(list(size, () => products(1)).flat())],
  ['sentVoiceCallTtlMinutes', 1, 43_200, t.callUs, (size) => ({ buttons: [{ ttlMinutes: size }] })],
  ['callPayload', 1, 512, t.callUs, (size) => ({ buttons: [{ payload: x(size) }] })],
  ['oneTimeCode', 1, 15, t.loginCode, (size) => ({ code: x(size) })],
  [
    'couponCode',
    1,
    20,
    { ...promotion, buttons: [{ type: 'copy_code', example: 'A' }] },
    (size) => ({ buttons: [x(size)] }),
  ],
  [
    'offerCouponCode',
    1,
    15,
    offer({ buttons: [{ type: 'copy_code', example: 'A' }] }),
    (size) => ({ buttons: [x(size)] }),
  ],
  [
    'carouselCards',
    1,
    10,
    t.productCarousel,
    (size) => ({ carousel: list(size, () => ({ header: { productRetailerId: 'a', catalogId: '9' } })) }),
  ],
  [
    'spacesInValue',
    0,
    4,
    { ...base, body: { text: 'Your order {{1}} is ready now.', example: ['A'] } },
    (size) => ({ body: [`a${' '.repeat(size)}b`] }),
  ],
];

test.each(sent)('args: in a send, %s is %i to %i', (_limit, min, max, definition, make) => {
  for (const size of new Set([min, max - 1, max]))
    expect(limitsOf(definition, make(size)), `${size}`).toEqual([]);
  expect(limitsOf(definition, make(max + 1))).toContain(max);
  if (min > 0) expect(limitsOf(definition, make(min - 1)).length).toBeGreaterThan(0);
});

test('args: a URL with its ending has up to 2,000 characters', () => {
  const url = 'https://shop.example/t/';
  const ending = (size: number) => ({
    body: { name: 'Ana', order_id: 'A', date: 'today' },
    buttons: [x(size - url.length)],
  });
  expect([1999, 2000].map((size) => limitsOf(t.orderUpdate, ending(size)))).toEqual([[], []]);
  expect(limitsOf(t.orderUpdate, ending(2001))).toEqual([2000]);
});

test('behavior: the tables have every limit of a template, with its value', () => {
  // Checked where they are used: edits and names in test/emulator/templates.test.ts, the others in the tests above.
  const elsewhere = ['headerPlaceholders', 'edits', 'deletedNameDays', 'idsPerCall'];
  const tested = [...bounds.map(({ limit }) => limit), ...sent.map(([limit]) => limit), ...elsewhere];
  expect([...new Set(tested)].toSorted()).toEqual(
    [...Object.keys(templateLimits), ...Object.keys(timeToLiveLimits)].toSorted(),
  );
  const { edits, deletedNameDays, idsPerCall } = templateLimits;
  expect([edits, deletedNameDays, idsPerCall]).toEqual([{ perDay: 1, perMonth: 10 }, 30, 100]);
  expect(templateGroupLimits).toEqual({ name: 256, description: 512 });
});
