import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateTemplate, validateTemplates, type TemplateDefinition } from '../../src/templates/index.ts';
import { samples } from './samples.ts';

const base = {
  name: 'hello',
  language: 'en',
  category: 'utility',
  body: { text: 'Hello there, your order is ready now.' },
} as const satisfies TemplateDefinition;
const promotion = { ...base, category: 'marketing' } as const;
const body = (text: string, example?: Record<string, string> | string[]): TemplateDefinition => ({
  ...base,
  body: { text, ...(example && { example }) },
});
const found = (definition: TemplateDefinition): string[] =>
  validateTemplate(definition).map((issue) => `${issue.severity} ${issue.rule} ${issue.path}`);

test.each(Object.entries(samples))('default: the sample %s has no errors', (_name, sample) => {
  expect(validateTemplate(sample).filter((issue) => issue.severity === 'error')).toEqual([]);
});

test('default: an issue names path, rule, severity, limit and page', () => {
  expect(validateTemplate({ ...base, footer: { text: 'x'.repeat(61) } })).toEqual([
    {
      path: 'footer.text',
      rule: 'footer-length',
      severity: 'error',
      message: 'has 61 characters, at most 60 are allowed',
      limit: 60,
      docs: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components',
    },
  ]);
});

const card = (over: object = {}) => ({
  header: { format: 'image', example: '4::a' },
  buttons: [{ type: 'quick_reply', text: 'More' }],
  ...over,
});
const apps = [{ packageName: 'com.example.shop', signatureHash: 'K8a/AINcGX7' }];
const code = {
  name: 'code',
  language: 'en',
  category: 'authentication',
  buttons: [{ type: 'otp', otpType: 'copy_code' }],
};
const otp = (over: object) => ({
  ...code,
  buttons: [{ type: 'otp', otpType: 'one_tap', supportedApps: apps, ...over }],
});
const buttons = (...list: object[]) => ({ ...base, buttons: list });
const reply = { type: 'quick_reply', text: 'Yes' };
const link = (url: string, example?: string) => ({
  type: 'url',
  text: 'Open',
  url,
  ...(example && { example: [example] }),
});
const offer = (over: object) => ({
  ...promotion,
  limitedTimeOffer: { text: 'Expiring offer!' },
  ...over,
});

// Every rule once: the definition, and what is found.
const cases: readonly (readonly [name: string, definition: object, issues: readonly string[]])[] = [
  ['name characters', { ...base, name: 'Hello-1' }, ['error name-characters name']],
  ['name length', { ...base, name: 'a'.repeat(513) }, ['error name-length name']],
  ['language with a hyphen', { ...base, language: 'pt-BR' }, ['error language-form language']],
  ['language that is none', { ...base, language: 'english' }, ['error language-form language']],
  ['language that is new', { ...base, language: 'eo' }, ['warning language-unknown language']],
  ['ttl of utility', { ...base, messageSendTtlSeconds: 10 }, ['error ttl-range messageSendTtlSeconds']],
  [
    'ttl of marketing',
    { ...promotion, messageSendTtlSeconds: 120 },
    ['error ttl-range messageSendTtlSeconds'],
  ],
  [
    'ttl -1 of marketing',
    { ...promotion, messageSendTtlSeconds: -1 },
    ['error ttl-range messageSendTtlSeconds'],
  ],
  ['ttl -1 of utility', { ...base, messageSendTtlSeconds: -1 }, []],
  [
    'ttl of authentication',
    { ...code, messageSendTtlSeconds: 901 },
    ['error ttl-range messageSendTtlSeconds'],
  ],
  ['body that is empty', body(' '), ['error body-length body.text', 'warning unclear-content body.text']],
  ['body that is too long', body('word '.repeat(206)), ['error body-length body.text']],
  [
    'braces without a partner',
    body('Hello {{1}, your order is ready now.'),
    ['error placeholder-braces body.text'],
  ],
  [
    'a word in single braces',
    body('Hello {name}, your order is ready now.'),
    ['warning placeholder-braces body.text'],
  ],
  [
    'placeholder with capitals',
    body('Hello {{Name}}, your order is ready now.', { Name: 'Ana' }),
    ['error placeholder-name body.text'],
  ],
  [
    'placeholder with a digit',
    body('Hello {{name2}}, your order is ready now.', { name2: 'Ana' }),
    ['warning placeholder-name body.text'],
  ],
  [
    'positions with a gap',
    body('Hello {{1}}, your order {{3}} is ready now.', ['Ana', 'A-17']),
    [
      'error placeholder-sequence body.text',
      'error example-missing body.example',
      'error example-extra body.example',
    ],
  ],
  [
    'both forms in one text',
    body('Hello {{1}}, your order {{id}} is ready now.', ['Ana']),
    ['error placeholder-mixed body.text', 'error example-missing body.example'],
  ],
  [
    'one form in the header, one in the body',
    {
      ...body('Hello {{1}}, your order is ready now.', ['Ana']),
      header: { format: 'text', text: 'Order {{id}}', example: { id: 'A-17' } },
    },
    ['error placeholder-mixed body.text'],
  ],
  [
    'body that starts with a placeholder',
    body('{{name}}, your order is ready now.', { name: 'Ana' }),
    ['error placeholder-edge body.text'],
  ],
  [
    'body that ends with a placeholder',
    body('Your order is ready now, {{name}}', { name: 'Ana' }),
    ['error placeholder-edge body.text'],
  ],
  [
    'placeholders side by side',
    body('Hello {{a}}{{b}}, your order is ready now.', { a: 'Ana', b: 'Lima' }),
    ['error placeholder-adjacent body.text'],
  ],
  [
    'many placeholders, few words',
    body('Hello {{a}} and {{b}} now, friends!', { a: 'Ana', b: 'Bo' }),
    ['warning placeholder-ratio body.text'],
  ],
  ['just enough words', body('Hello {{a}} and {{b}} now, dear friends!', { a: 'Ana', b: 'Bo' }), []],
  [
    'placeholders with a space between them',
    body('Hello {{a}} {{b}}, your order is ready now.', { a: 'Ana', b: 'Lima' }),
    ['warning placeholder-adjacent body.text'],
  ],
  [
    'sample missing',
    body('Hello {{name}}, your order is ready now.'),
    ['error example-missing body.example'],
  ],
  [
    'sample extra',
    body('Hello {{name}}, your order is ready now.', { name: 'Ana', nick: 'A' }),
    ['error example-extra body.example'],
  ],
  [
    'sample empty',
    body('Hello {{name}}, your order is ready now.', { name: '' }),
    ['error example-empty body.example'],
  ],
  [
    'header too long',
    { ...base, header: { format: 'text', text: 'x'.repeat(61) } },
    ['error header-length header.text'],
  ],
  [
    'header with markdown',
    { ...base, header: { format: 'text', text: '*Hi* there' } },
    ['error header-characters header.text'],
  ],
  [
    'header with an emoji',
    { ...base, header: { format: 'text', text: 'Hi 🌵' } },
    ['error header-characters header.text'],
  ],
  [
    'header with a line break',
    { ...base, header: { format: 'text', text: 'Hi\nthere' } },
    ['error header-characters header.text'],
  ],
  [
    'header with an underscore in the placeholder only',
    { ...base, header: { format: 'text', text: 'Hi {{first_name}}!', example: { first_name: 'Ana' } } },
    [],
  ],
  [
    'header with two placeholders',
    { ...base, header: { format: 'text', text: 'Hi {{1}} and {{2}}', example: ['Ana', 'Bo'] } },
    ['error header-placeholders header.text'],
  ],
  [
    'file header without a sample',
    { ...base, header: { format: 'image' } },
    ['warning header-sample header.example'],
  ],
  ...['1013859600285441', 'https://shop.example/a.jpg', 'hello', 'upload:MTphd'].map(
    (example): [string, object, string[]] => [
      `${example} as the sample of a file header`,
      { ...base, header: { format: 'image', example } },
      ['error header-sample-handle header.example'],
    ],
  ),
  [
    'GIF header in utility',
    { ...base, header: { format: 'gif', example: '4::a' } },
    ['error marketing-only header'],
  ],
  [
    'footer with a placeholder',
    { ...base, footer: { text: 'Thanks {{1}}!' } },
    ['error footer-placeholders footer.text'],
  ],
  [
    'eleven buttons',
    buttons(...Array.from({ length: 11 }, () => reply)),
    ['error button-count buttons', 'error button-kind-count buttons'],
  ],
  [
    'three URL buttons',
    buttons(link('https://a.example'), link('https://b.example'), link('https://c.example')),
    ['error button-kind-count buttons'],
  ],
  [
    'two phone buttons',
    buttons(
      { type: 'phone_number', text: 'A', phoneNumber: '+1' },
      { type: 'phone_number', text: 'B', phoneNumber: '+2' },
    ),
    ['error button-kind-count buttons'],
  ],
  [
    'quick replies that are split',
    buttons(reply, link('https://a.example'), reply),
    ['error button-grouping buttons'],
  ],
  ['quick replies at the end', buttons(link('https://a.example'), reply, reply), []],
  [
    'label too long',
    buttons({ type: 'quick_reply', text: 'x'.repeat(26) }),
    ['error button-text-length buttons[0].text'],
  ],
  [
    'label with an emoji',
    buttons({ type: 'quick_reply', text: 'Yes 👍' }),
    ['warning button-text-characters buttons[0].text'],
  ],
  ['URL that is none', buttons(link('shop.example')), ['error url-form buttons[0].url']],
  [
    'URL too long',
    buttons(link(`https://a.example/${'x'.repeat(2000)}`)),
    ['error url-length buttons[0].url'],
  ],
  ['URL of a shortener', buttons(link('https://bit.ly/x')), ['error url-short-link buttons[0].url']],
  ['URL of wa.me', buttons(link('https://wa.me/551100000000')), ['error url-whatsapp-link buttons[0].url']],
  [
    'URL with {{1}} in the middle',
    buttons(link('https://a.example/{{1}}/x', 'y')),
    ['error url-placeholder buttons[0].url'],
  ],
  [
    'URL with a named placeholder',
    buttons(link('https://a.example/{{id}}', 'y')),
    ['error url-placeholder buttons[0].url'],
  ],
  [
    'URL without a sample',
    buttons(link('https://a.example/{{1}}')),
    ['error example-missing buttons[0].example'],
  ],
  [
    'URL with a sample too many',
    buttons(link('https://a.example/', 'y')),
    ['error example-extra buttons[0].example'],
  ],
  [
    'phone number too long',
    buttons({ type: 'phone_number', text: 'A', phoneNumber: '1'.repeat(21) }),
    ['error phone-number-length buttons[0].phoneNumber'],
  ],
  [
    'coupon code of 21',
    buttons({ type: 'copy_code', example: 'x'.repeat(21) }),
    ['error coupon-code-length buttons[0].example'],
  ],
  [
    'coupon code with a sign',
    buttons({ type: 'copy_code', example: '25%' }),
    ['warning coupon-code-characters buttons[0].example'],
  ],
  ['flow without a source', buttons({ type: 'flow', text: 'Go' }), ['error flow-source buttons[0]']],
  [
    'flow with two sources',
    buttons({ type: 'flow', text: 'Go', flowId: '1', flowName: 'x' }),
    ['error flow-source buttons[0]'],
  ],
  [
    'flow screen with data exchange',
    buttons({ type: 'flow', text: 'Go', flowId: '1', flowAction: 'data_exchange', navigateScreen: 'A' }),
    ['error flow-screen buttons[0].navigateScreen'],
  ],
  [
    'call button label',
    buttons({ type: 'voice_call', text: 'x'.repeat(21) }),
    ['error button-text-length buttons[0].text'],
  ],
  [
    'call button time',
    buttons({ type: 'voice_call', text: 'Call', ttlMinutes: 60 }),
    ['error call-ttl buttons[0].ttlMinutes'],
  ],
  ['spm without a product', { ...promotion, buttons: [{ type: 'spm' }] }, ['error product-header header']],
  ['catalogue in utility', buttons({ type: 'catalog' }), ['error marketing-only buttons[0]']],
  [
    'order with a link beside it',
    buttons({ type: 'order_details', text: 'Review and Pay' }, link('https://a.example')),
    ['error order-details-buttons buttons'],
  ],
  [
    'checkout in utility',
    buttons({ type: 'order_details', text: 'Buy now' }),
    ['error marketing-only buttons[0]', 'warning promotional-wording buttons[0].text'],
  ],
  [
    'call permission with buttons',
    { ...buttons(reply), callPermissionRequest: true },
    ['error call-permission-buttons buttons'],
  ],
  ['carousel of one', { ...promotion, carousel: [card()] }, ['error carousel-count carousel']],
  [
    'carousel with different buttons',
    { ...promotion, carousel: [card(), card({ buttons: [link('https://a.example')] })] },
    ['error carousel-alike carousel'],
  ],
  [
    'carousel with one body',
    { ...promotion, carousel: [card(), card({ body: { text: 'Just this card.' } })] },
    ['error carousel-alike carousel'],
  ],
  [
    'card body of 161',
    { ...promotion, carousel: [0, 1].map(() => card({ body: { text: 'x'.repeat(161) } })) },
    ['error body-length carousel[0].body.text', 'error body-length carousel[1].body.text'],
  ],
  [
    'card without buttons',
    { ...promotion, carousel: [card({ buttons: [] }), card({ buttons: [] })] },
    ['error carousel-buttons carousel[0].buttons', 'error carousel-buttons carousel[1].buttons'],
  ],
  [
    'card with a document',
    { ...promotion, carousel: [0, 1].map(() => card({ header: { format: 'document', example: '4::a' } })) },
    ['error carousel-header carousel[0].header', 'error carousel-header carousel[1].header'],
  ],
  [
    'footer beside a carousel',
    { ...promotion, footer: { text: 'Bye' }, carousel: [card(), card()] },
    ['warning carousel-extra-component footer'],
  ],
  ['carousel in utility', { ...base, carousel: [card(), card()] }, ['error marketing-only carousel']],
  [
    'offer text of 17',
    offer({ limitedTimeOffer: { text: 'x'.repeat(17) } }),
    ['error offer-text-length limitedTimeOffer.text'],
  ],
  [
    'offer with a text header',
    offer({ header: { format: 'text', text: 'Hi' } }),
    ['error offer-header header'],
  ],
  ['offer with a footer', offer({ footer: { text: 'Bye' } }), ['error offer-footer footer']],
  ['offer with a long body', offer({ body: { text: 'word '.repeat(121) } }), ['error body-length body.text']],
  [
    'offer with the link first',
    offer({ buttons: [link('https://a.example'), { type: 'copy_code', example: 'A1' }] }),
    ['error offer-buttons buttons'],
  ],
  [
    'offer with a code of 16',
    offer({ buttons: [{ type: 'copy_code', example: 'x'.repeat(16) }] }),
    ['error coupon-code-length buttons[0].example'],
  ],
  [
    'promotional wording',
    body('Your order is here. Enjoy 20% off your next one!'),
    ['warning promotional-wording body.text'],
  ],
  [
    'promotional wording in Portuguese',
    body('Seu pedido chegou. Veja a nova promoção na loja.'),
    ['warning promotional-wording body.text'],
  ],
  ['wording that only looks promotional', body('Your account was promoted to owner by your team.'), []],
  ['a body that says nothing', body('Congratulations!'), ['warning unclear-content body.text']],
  [
    'a code outside authentication',
    body('Your verification code is {{code}}, thank you for waiting.', { code: '123456' }),
    ['warning one-time-code body.text'],
  ],
  [
    'code that lives 91 minutes',
    { ...code, footer: { codeExpirationMinutes: 91 } },
    ['error code-expiration footer.codeExpirationMinutes'],
  ],
  ['no app', otp({ supportedApps: [] }), ['error supported-apps buttons[0].supportedApps']],
  [
    'app with a bad name and hash',
    otp({ supportedApps: [{ packageName: 'shop', signatureHash: 'short' }] }),
    [
      'error package-name buttons[0].supportedApps[0].packageName',
      'error signature-hash buttons[0].supportedApps[0].signatureHash',
    ],
  ],
  [
    'autofill label with an emoji',
    otp({ autofillText: 'Go 🚀' }),
    ['error button-text-characters buttons[0].autofillText'],
  ],
];

test.each(cases)('behavior: finds %s', (_name, definition, issues) => {
  expect(found(definition as TemplateDefinition)).toEqual(issues);
});

describe('args: a definition of the wrong shape', () => {
  const shapes: readonly (readonly [name: string, definition: unknown, path: string])[] = [
    ['nothing', undefined, 'definition'],
    ['no body', { name: 'a', language: 'en', category: 'utility' }, 'body'],
    ['an unknown property', { ...base, buttton: [] }, 'buttton'],
    ['an unknown button', buttons({ type: 'teleport' }), 'buttons[0].type'],
    ['an unknown category', { ...base, category: 'UTILITY' }, 'category'],
    ['text in an authentication template', { ...code, body: { text: 'Hi' } }, 'body.text'],
    [
      'one tap without apps',
      { ...code, buttons: [{ type: 'otp', otpType: 'one_tap' }] },
      'buttons[0].supportedApps',
    ],
    ['terms not accepted', otp({ otpType: 'zero_tap' }), 'buttons[0].zeroTapTermsAccepted'],
  ];
  test.each(shapes)('%s', (_name, definition, path) => {
    const [issue] = validateTemplate(definition as TemplateDefinition);
    expect(issue).toMatchObject({ rule: 'shape', severity: 'error', path });
  });
});

test('behavior: never throws and always answers with issues that have all parts', () => {
  fc.assert(
    fc.property(
      fc.anything(),
      fc.record({ text: fc.string(), name: fc.string() }),
      (anything, { text, name }) => {
        const odd = { ...base, name, body: { text, example: { name: text } }, buttons: [link(text, name)] };
        for (const definition of [anything, odd]) {
          for (const issue of validateTemplate(definition as TemplateDefinition)) {
            expect(issue.rule).toMatch(/^[a-z-]+$/);
            expect(issue.message.length).toBeGreaterThan(0);
          }
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('default: a list is also checked for doubles', () => {
  const other = { ...base, name: 'other' };
  expect(
    validateTemplates([base, base, other, { ...base, language: 'en_US' }]).map(
      (issue) => `${issue.path} ${issue.rule}`,
    ),
  ).toEqual(['[1].name duplicate-name', '[1].body duplicate-content', '[2].body duplicate-content']);
});

test('behavior: authentication templates may be alike', () => {
  const one = samples.loginCode;
  expect(validateTemplates([one, { ...one, name: 'other_code' }])).toEqual([]);
});
