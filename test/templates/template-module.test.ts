import { describe, expect, test } from 'vitest';
import {
  toTemplateDefinition,
  templateModule,
  toCreatePayload,
  type Template,
  type TemplateDefinition,
} from '../../src/templates/index.ts';
import { orderUpdate, samples } from './samples.ts';

const getRemote = (definition: TemplateDefinition, over: Partial<Template> = {}): Template => ({
  ...toCreatePayload(definition),
  id: '1',
  status: 'APPROVED',
  ...over,
  parameter_format: 'NAMED',
});

/** A definition without the samples of files, which Meta does not give back. */
const withoutHandles = (definition: TemplateDefinition): unknown =>
  JSON.parse(
    JSON.stringify(definition, (key, value: unknown) =>
      key === 'example' && typeof value === 'string' && value.startsWith('4::') ? undefined : value,
    ),
  );

test.each(Object.entries(samples))('behavior: the sample %s comes back as it was', (_name, sample) => {
  const { definition } = toTemplateDefinition(getRemote(sample));
  expect(definition).toEqual(withoutHandles(sample));
});

describe('behavior: what only the API knows', () => {
  test('an authentication template whose button became a URL', () => {
    const result = toTemplateDefinition({
      id: '1',
      name: 'code',
      language: 'en_US',
      status: 'APPROVED',
      category: 'AUTHENTICATION',
      components: [
        { type: 'BODY', text: '*{{1}}* is your verification code.', add_security_recommendation: false },
        {
          type: 'BUTTONS',
          buttons: [
            {
              type: 'URL',
              text: 'Copy code',
              url: 'https://www.whatsapp.com/otp/code/?otp_type=ONE_TAP&package_name=com.example.shop&signature_hash=K8a%2FAINcGX7&code=otp{{1}}',
            },
          ],
        },
      ],
    });
    expect(result.definition).toEqual({
      name: 'code',
      language: 'en_US',
      category: 'authentication',
      body: { addSecurityRecommendation: false },
      buttons: [
        {
          type: 'otp',
          otpType: 'one_tap',
          text: 'Copy code',
          supportedApps: [{ packageName: 'com.example.shop', signatureHash: 'K8a/AINcGX7' }],
        },
      ],
    });
  });

  const authentication = (components: Template['components'], language = 'en_US'): Template => ({
    id: '1',
    name: 'code',
    language,
    status: 'APPROVED',
    category: 'AUTHENTICATION',
    components,
  });
  const copyCode = {
    type: 'BUTTONS',
    buttons: [{ type: 'URL', text: 'Copy code', url: 'https://www.whatsapp.com/otp/code/?code=otp{{1}}' }],
  };
  const english = '*{{1}}* is your verification code.';

  test.each([
    [english, 'en', undefined],
    [`${english} For your security, do not share this code.`, 'en', { addSecurityRecommendation: true }],
    [
      'Tu código de verificación es *{{1}}*. Por tu seguridad, no lo compartas.',
      'es_MX',
      { addSecurityRecommendation: true },
    ],
    ['*{{1}}* 是您的验证码。', 'zh_CN', undefined],
  ])('an authentication template without a flag, by its text: %s', (text, language, body) => {
    const result = toTemplateDefinition(authentication([{ type: 'BODY', text }, copyCode], language));
    expect(result.definition).toEqual({
      name: 'code',
      language,
      category: 'authentication',
      ...(body && { body }),
      buttons: [{ type: 'otp', otpType: 'copy_code', text: 'Copy code' }],
    });
  });

  const legacy: readonly (readonly [Template['components'], string])[] = [
    [
      [{ type: 'BODY', text: 'Your Lucky Shrub code: {{1}}' }, copyCode],
      'body.text: Meta writes the body of an authentication template today',
    ],
    [
      [{ type: 'HEADER', format: 'TEXT', text: 'Lucky Shrub' }, { type: 'BODY', text: english }, copyCode],
      'components: an authentication template has no HEADER today',
    ],
    [
      [{ type: 'BODY', text: english }, { type: 'FOOTER', text: 'Lucky Shrub' }, copyCode],
      'footer.text: Meta writes the footer of an authentication template today',
    ],
    ...[
      [],
      [{ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'It was not me' }] }],
      [{ type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Open', url: 'https://shop.example/{{1}}' }] }],
      [{ type: 'BUTTONS', buttons: [...copyCode.buttons, { type: 'QUICK_REPLY', text: 'Help' }] }],
    ].map((buttons): readonly [Template['components'], string] => [
      [{ type: 'BODY', text: english }, ...buttons],
      'buttons: an authentication template has exactly one button today, which carries the code',
    ]),
  ];
  test.each(legacy)('a legacy authentication template %#', (components, reason) => {
    expect(toTemplateDefinition(authentication(components))).toEqual({ reason });
  });

  test('samples that do not fit the text are left out', () => {
    const components = [{ type: 'BODY', text: 'Hi {{1}} and {{2}}!', example: { body_text: [['Ana']] } }];
    expect(toTemplateDefinition(getRemote(orderUpdate, { components })).definition).toMatchObject({
      body: { text: 'Hi {{1}} and {{2}}!' },
    });
  });

  test('a component that a definition cannot say', () => {
    const components = [
      { type: 'BODY', text: 'Hi' },
      { type: 'BUTTONS', buttons: [{ type: 'PAYMENT_REQUEST', text: 'Pay' }] },
    ];
    expect(toTemplateDefinition(getRemote(orderUpdate, { components }))).toMatchObject({
      reason: expect.stringMatching(/^buttons\.0\.type: /) as string,
    });
  });
});

test('default: the module is the one that is compiled with the tests', async () => {
  const remote = Object.values(samples).map((sample) => getRemote(sample));
  const { source, count, skipped } = templateModule(remote);
  expect(count).toBe(Object.keys(samples).length);
  expect(skipped).toEqual([]);
  await expect(source).toMatchFileSnapshot('./__snapshots__/pulled-templates.ts');
});

test('behavior: names become unique identifiers, and texts cannot break out', () => {
  const odd = getRemote(orderUpdate, {
    name: '2023_promo',
    components: [{ type: 'BODY', text: '`${x}` "\\" \u2028 */ */' }],
  });
  const { source } = templateModule([
    odd,
    { ...odd, name: '2023__promo' },
    { ...odd, name: 'templates', language: '' },
  ]);
  expect(source).toContain('export const t2023PromoEn = defineTemplate({');
  expect(source).toContain('export const t2023PromoEn_2 = defineTemplate({');
  expect(source).toContain('export const templates_2 = defineTemplate({');
  expect(source).toContain('text: \'`${x}` "\\\\" \u2028 */ */\'');
  expect(source).toContain('export const templates = [t2023PromoEn, t2023PromoEn_2, templates_2] as const;');
});

test('behavior: strings and lists are written as a formatter would', () => {
  const body = (text: string) => getRemote(orderUpdate, { components: [{ type: 'BODY', text }] });
  expect(templateModule([body("It's ready")]).source).toContain('text: "It\'s ready",');
  expect(templateModule([body('A "good" day')]).source).toContain(`text: 'A "good" day',`);
  const named = { body_text_named_params: [{ param_name: 'a-b', example: 'x' }] };
  const odd = getRemote(orderUpdate, { components: [{ type: 'BODY', text: 'Hi {{a-b}}!', example: named }] });
  expect(templateModule([odd]).source).toContain("['a-b']: 'x',");
});

test('behavior: what does not fit is told and left out', () => {
  const { source, skipped, count } = templateModule([
    { ...getRemote(orderUpdate), category: 'TRANSACTIONAL' },
  ]);
  expect(count).toBe(0);
  expect(skipped).toMatchObject([{ name: 'order_update', language: 'en' }]);
  expect(source).toBe(
    "import { defineTemplate } from 'wabakit/templates';\n\nexport const templates = [] as const;\n",
  );
});
