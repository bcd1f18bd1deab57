import type { TemplateButton, TemplateCardButton, TemplateOtpButton } from './button-definition.ts';
import { omitUndefined } from './omit-undefined.ts';
import type {
  ContentTemplateDefinition,
  TemplateBody,
  TemplateCard,
  TemplateDefinition,
  TemplateExample,
  TemplateHeader,
  TemplateOptimization,
} from './definition.ts';
import type {
  NamedExamplePayload,
  TemplateButtonPayload,
  TemplateComponentPayload,
  TemplateCreatePayload,
  TemplateExamplePayload,
  TemplateOptimizationPayload,
} from './payload.ts';
import { findPlaceholders, isPositional } from './placeholders.ts';

const isList = (example: TemplateExample): example is readonly string[] => Array.isArray(example);

// In the order of the text, so that equal definitions give equal payloads whatever the order of their keys.
const namedExamples = (
  text: string,
  example: Readonly<Record<string, string>>,
): readonly NamedExamplePayload[] =>
  findPlaceholders(text).flatMap((name) => {
    const value = Object.hasOwn(example, name) ? example[name] : undefined;
    return value === undefined ? [] : [{ param_name: name, example: value }];
  });

function bodyExample({ text, example }: TemplateBody): TemplateExamplePayload | undefined {
  if (example === undefined) return undefined;
  return isList(example)
    ? { body_text: [example] }
    : { body_text_named_params: namedExamples(text, example) };
}

function headerPayload(header: TemplateHeader): TemplateComponentPayload {
  const base = { type: 'HEADER', format: header.format.toUpperCase() };
  if (header.format === 'text') {
    const { text, example } = header;
    if (example === undefined) return { ...base, text };
    const samples: TemplateExamplePayload = isList(example)
      ? { header_text: example }
      : { header_text_named_params: namedExamples(text, example) };
    return { ...base, text, example: samples };
  }
  if ('example' in header && header.example !== undefined)
    return { ...base, example: { header_handle: [header.example] } };
  return base;
}

const bodyPayload = (body: TemplateBody): TemplateComponentPayload =>
  omitUndefined({ type: 'BODY', text: body.text, example: bodyExample(body) });

/** The labels that Meta fixes for buttons without a text of their own. */
export const fixedLabels = {
  catalog: 'View catalog',
  mpm: 'View items',
  spm: 'View',
  request_contact_info: 'Share Contact Info',
  copy_code: 'Copy offer code',
} as const;

const appsPayload = (button: TemplateOtpButton): TemplateButtonPayload['supported_apps'] =>
  'supportedApps' in button
    ? button.supportedApps.map((app) => ({
        package_name: app.packageName,
        signature_hash: app.signatureHash,
      }))
    : undefined;

function buttonPayload(
  button: TemplateButton | TemplateCardButton | TemplateOtpButton,
): TemplateButtonPayload {
  const type = button.type.toUpperCase();
  switch (button.type) {
    case 'url': {
      const link = button.appDeepLink;
      return omitUndefined({
        type,
        text: button.text,
        url: button.url,
        example: button.example,
        app_deep_link:
          link &&
          omitUndefined({
            meta_app_id: link.metaAppId,
            android_deep_link: link.androidDeepLink,
            android_fallback_playstore_url: link.androidFallbackPlaystoreUrl,
          }),
      });
    }
    case 'phone_number':
      return { type, text: button.text, phone_number: button.phoneNumber };
    case 'copy_code':
      return { type, example: button.example };
    case 'flow':
      return omitUndefined({
        type,
        text: button.text,
        flow_id: button.flowId,
        flow_name: button.flowName,
        flow_json: button.flowJson,
        flow_action: button.flowAction,
        navigate_screen: button.navigateScreen,
        icon: button.icon,
      });
    case 'voice_call':
      return omitUndefined({ type, text: button.text, ttl_minutes: button.ttlMinutes });
    case 'otp':
      return omitUndefined({
        type,
        otp_type: button.otpType.toUpperCase(),
        text: button.text,
        autofill_text: 'autofillText' in button ? button.autofillText : undefined,
        zero_tap_terms_accepted: button.otpType === 'zero_tap' ? button.zeroTapTermsAccepted : undefined,
        supported_apps: appsPayload(button),
      });
    case 'catalog':
    case 'mpm':
    case 'spm':
      return { type, text: fixedLabels[button.type] };
    case 'request_contact_info':
      return { type };
    case 'quick_reply':
    case 'order_details':
      return { type, text: button.text };
  }
}

const buttonsPayload = (
  buttons: readonly (TemplateButton | TemplateCardButton | TemplateOtpButton)[] | undefined,
): readonly TemplateComponentPayload[] =>
  buttons === undefined || buttons.length === 0
    ? []
    : [{ type: 'BUTTONS', buttons: buttons.map(buttonPayload) }];

const cardPayload = (card: TemplateCard): { readonly components: readonly TemplateComponentPayload[] } => ({
  components: [
    headerPayload(card.header),
    ...(card.body ? [bodyPayload(card.body)] : []),
    ...buttonsPayload(card.buttons),
  ],
});

function contentComponents(definition: ContentTemplateDefinition): readonly TemplateComponentPayload[] {
  const { header, body, footer, buttons, carousel, limitedTimeOffer, callPermissionRequest } = definition;
  return [
    ...(header ? [headerPayload(header)] : []),
    ...(limitedTimeOffer
      ? [
          {
            type: 'LIMITED_TIME_OFFER',
            limited_time_offer: omitUndefined({
              text: limitedTimeOffer.text,
              has_expiration: limitedTimeOffer.hasExpiration,
            }),
          },
        ]
      : []),
    bodyPayload(body),
    ...(footer ? [{ type: 'FOOTER', text: footer.text }] : []),
    ...buttonsPayload(buttons),
    ...(carousel ? [{ type: 'CAROUSEL', cards: carousel.map(cardPayload) }] : []),
    ...(callPermissionRequest ? [{ type: 'call_permission_request' }] : []),
  ];
}

/** A max price in Meta's spelling. */
export const optimizationPayload = (spec: TemplateOptimization): TemplateOptimizationPayload => ({
  bid_strategy: spec.bidStrategy,
  bid_amount: spec.bidAmount,
});

function parameterFormat(definition: ContentTemplateDefinition): 'named' | 'positional' | undefined {
  const header = definition.header?.format === 'text' ? definition.header.text : '';
  const cards = (definition.carousel ?? []).map((card) => card.body?.text ?? '');
  const [first] = [definition.body.text, header, ...cards].flatMap(findPlaceholders);
  if (first === undefined) return undefined;
  return isPositional(first) ? 'positional' : 'named';
}

/**
 * Returns the body of the request that creates the template, with examples in the nested form that Meta's API expects.
 *
 * Source: Meta, "Template components"; `POST /{WABA_ID}/message_templates`.
 *
 * @example
 * toCreatePayload(
 *   defineTemplate({ name: 'hello', language: 'en', category: 'utility', body: { text: 'Hello {{1}}!', example: ['Ana'] } }),
 * );
 * // { name: 'hello', language: 'en', category: 'UTILITY', parameter_format: 'positional',
 * //   components: [{ type: 'BODY', text: 'Hello {{1}}!', example: { body_text: [['Ana']] } }] }
 */
export function toCreatePayload(definition: TemplateDefinition): TemplateCreatePayload {
  const { name, language, messageSendTtlSeconds } = definition;
  if (definition.category === 'authentication') {
    const { body, footer, buttons } = definition;
    return omitUndefined({
      name,
      language,
      category: 'AUTHENTICATION' as const,
      components: [
        omitUndefined({ type: 'BODY', add_security_recommendation: body?.addSecurityRecommendation }),
        ...(footer ? [{ type: 'FOOTER', code_expiration_minutes: footer.codeExpirationMinutes }] : []),
        ...buttonsPayload(buttons),
      ],
      message_send_ttl_seconds: messageSendTtlSeconds,
    });
  }
  return omitUndefined({
    name,
    language,
    category: definition.category === 'marketing' ? ('MARKETING' as const) : ('UTILITY' as const),
    parameter_format: parameterFormat(definition),
    components: contentComponents(definition),
    message_send_ttl_seconds: messageSendTtlSeconds,
    sub_category: definition.subCategory,
    display_format: definition.displayFormat,
    optimization_spec: definition.optimizationSpec && optimizationPayload(definition.optimizationSpec),
    cta_url_link_tracking_opted_out: definition.ctaUrlLinkTrackingOptedOut,
  });
}
