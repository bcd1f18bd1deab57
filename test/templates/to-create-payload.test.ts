import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { toCreatePayload } from '../../src/templates/index.ts';
import { readReference } from '../helpers/reference.ts';
import * as t from './samples.ts';

test('default: named placeholders, a URL button with a sample', () => {
  expect(toCreatePayload(t.orderUpdate)).toEqual({
    name: 'order_update',
    language: 'en',
    category: 'UTILITY',
    parameter_format: 'named',
    components: [
      {
        type: 'BODY',
        text: 'Hi {{name}}, your order {{order_id}} ships on {{date}}.',
        example: {
          body_text_named_params: [
            { param_name: 'name', example: 'Ana' },
            { param_name: 'order_id', example: 'A-17' },
            { param_name: 'date', example: 'Monday' },
          ],
        },
      },
      {
        type: 'BUTTONS',
        buttons: [{ type: 'URL', text: 'Track', url: 'https://shop.example/t/{{1}}', example: ['A-17'] }],
      },
    ],
  });
});

test('default: a limited-time offer', () => {
  expect(toCreatePayload(t.offer).components.slice(0, 2)).toEqual([
    { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::aW'] } },
    { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Expiring offer!', has_expiration: true } },
  ]);
});

test('default: an authentication template', () => {
  expect(toCreatePayload(t.loginCode)).toEqual({
    name: 'login_code',
    language: 'en_US',
    category: 'AUTHENTICATION',
    message_send_ttl_seconds: 60,
    components: [
      { type: 'BODY', add_security_recommendation: true },
      { type: 'FOOTER', code_expiration_minutes: 10 },
      {
        type: 'BUTTONS',
        buttons: [
          {
            type: 'OTP',
            otp_type: 'ONE_TAP',
            text: 'Copy Code',
            autofill_text: 'Autofill',
            supported_apps: [{ package_name: 'com.example.luckyshrub', signature_hash: 'K8a/AINcGX7' }],
          },
        ],
      },
    ],
  });
});

test('default: zero tap accepts the terms', () => {
  const [app] = t.loginCode.buttons[0].supportedApps;
  const zeroTap = {
    ...t.loginCode,
    buttons: [{ type: 'otp', otpType: 'zero_tap', supportedApps: [app], zeroTapTermsAccepted: true }],
  } as const;
  expect(toCreatePayload(zeroTap).components.at(-1)?.buttons?.[0]).toMatchObject({
    otp_type: 'ZERO_TAP',
    zero_tap_terms_accepted: true,
  });
});

test('default: cards', () => {
  expect(toCreatePayload(t.productCarousel).components[1]).toEqual({
    type: 'CAROUSEL',
    cards: [0, 1].map(() => ({
      components: [
        { type: 'HEADER', format: 'PRODUCT' },
        { type: 'BUTTONS', buttons: [{ type: 'SPM', text: 'View' }] },
      ],
    })),
  });
});

test('default: the other buttons', () => {
  const getButtons = (sample: Parameters<typeof toCreatePayload>[0]) =>
    toCreatePayload(sample).components.find((component) => component.type === 'BUTTONS')?.buttons;
  expect(getButtons(t.survey)).toEqual([
    {
      type: 'FLOW',
      text: 'Answer',
      flow_id: '123',
      flow_action: 'navigate',
      navigate_screen: 'RATING',
      icon: 'REVIEW',
    },
  ]);
  expect(getButtons(t.callUs)).toEqual([{ type: 'VOICE_CALL', text: 'Call Now', ttl_minutes: 1440 }]);
  expect(getButtons(t.contactInfo)).toEqual([{ type: 'REQUEST_CONTACT_INFO' }]);
  expect(getButtons(t.orderToPay)).toEqual([{ type: 'ORDER_DETAILS', text: 'Review and Pay' }]);
  expect(getButtons(t.introCatalog)).toEqual([{ type: 'CATALOG', text: 'View catalog' }]);
  expect(
    getButtons({
      ...t.introCatalog,
      buttons: [
        {
          type: 'url',
          text: 'View deal',
          url: 'https://a.example',
          appDeepLink: { metaAppId: 634974688087057, androidDeepLink: 'luckyshrub://deals' },
        },
      ],
    }),
  ).toEqual([
    {
      type: 'URL',
      text: 'View deal',
      url: 'https://a.example',
      app_deep_link: { meta_app_id: 634974688087057, android_deep_link: 'luckyshrub://deals' },
    },
  ]);
});

test('default: a call permission request is in lower case, as Meta prints it', () => {
  expect(toCreatePayload(t.callPermission)).toEqual({
    name: 'call_permission',
    language: 'en',
    category: 'UTILITY',
    components: [
      { type: 'BODY', text: 'We would like to call you to help with your order.' },
      { type: 'call_permission_request' },
    ],
  });
});

test('behavior: the order of keys in the samples does not matter', () => {
  const turned = {
    ...t.orderUpdate,
    body: { ...t.orderUpdate.body, example: { date: 'Monday', order_id: 'A-17', name: 'Ana' } },
  };
  expect(JSON.stringify(toCreatePayload(turned))).toBe(JSON.stringify(toCreatePayload(t.orderUpdate)));
});

describe('behavior: Meta’s own examples', { tags: ['reference'] }, () => {
  interface Example {
    readonly value: { readonly name: string };
  }
  const examples = (): Record<string, Example> => {
    const spec = parse(readReference('meta-openapi-v23.yaml')) as {
      paths: Record<
        string,
        { post: { requestBody: { content: Record<string, { examples: Record<string, Example> }> } } }
      >;
    };
    return (
      spec.paths['/{Version}/{WABA-ID}/message_templates']?.post.requestBody.content['application/json']
        ?.examples ?? {}
    );
  };

  test('the seasonal promotion is built as Meta prints it', () => {
    const example = Object.values(examples()).find(
      ({ value }) => value.name === 'seasonal_promotion_text_only',
    )?.value;
    const { parameter_format, ...payload } = toCreatePayload({
      ...t.seasonalPromotion,
      name: 'seasonal_promotion_text_only',
      language: 'en',
      buttons: [
        { type: 'quick_reply', text: 'Unsubcribe from Promos' },
        { type: 'quick_reply', text: 'Unsubscribe from All' },
      ],
    });
    // The examples are older than parameter_format, whose default is positional.
    expect(parameter_format).toBe('positional');
    expect(payload).toEqual(example);
  });
});
