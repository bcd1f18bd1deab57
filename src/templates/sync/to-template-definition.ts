import { authenticationTexts } from '../authentication-texts.ts';
import { definitionSchema } from '../definition-schema.ts';
import type { TemplateDefinition } from '../definition.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { readComponents } from '../read-components.ts';
import { textOf } from '../../shared/text-of.ts';
import type { Template } from '../template.ts';
import type { TemplateButtonPayload, TemplateComponentPayload, TemplateExamplePayload } from '../payload.ts';
import { findPlaceholders } from '../placeholders.ts';
import { readOtpButton } from './otp-button.ts';

/** The definition, or the reason why the template cannot be expressed as one. */
export type ToTemplateDefinitionResult =
  | {
      /** The template in the form that `defineTemplate` takes. */
      readonly definition: TemplateDefinition;
    }
  | {
      readonly definition?: undefined;
      /** The first field that a definition cannot express, and why: `body.text: …`. */
      readonly reason: string;
    };

type Fields = Readonly<Record<string, unknown>>;

const find = (
  components: readonly TemplateComponentPayload[],
  type: string,
): TemplateComponentPayload | undefined =>
  components.find((component) => component.type.toLowerCase() === type);

/** Samples as a definition has them; they are left out when they do not fit the text, which is what old templates show. */
function getExample(
  text: string,
  example: TemplateExamplePayload | undefined,
): Fields | readonly string[] | undefined {
  const names = findPlaceholders(text);
  const named = example?.body_text_named_params ?? example?.header_text_named_params;
  if (named !== undefined) {
    const samples = Object.fromEntries(named.map((sample) => [sample.param_name, sample.example]));
    return names.every((name) => Object.hasOwn(samples, name)) ? samples : undefined;
  }
  const [first] = example?.body_text ?? [];
  const list = Array.isArray(first) ? first : (example?.header_text ?? example?.body_text);
  return list !== undefined && list.length === names.length && names.length > 0
    ? (list as readonly string[])
    : undefined;
}

const textPart = (component: TemplateComponentPayload): Fields => {
  const text = component.text ?? '';
  return omitUndefined({ text, example: getExample(text, component.example) });
};

function getHeader(header: TemplateComponentPayload): Fields {
  const format = header.format?.toLowerCase() ?? 'text';
  // The sample of a file comes back as a link of Meta's that ends soon, and not as the handle that a creation wants.
  return format === 'text' ? { format, ...textPart(header) } : { format };
}

function getOtpButton(button: TemplateButtonPayload): Fields {
  const { otpType = 'copy_code', apps } = readOtpButton(button) ?? {};
  if (otpType === 'copy_code') return omitUndefined({ type: 'otp', otpType, text: button.text });
  return omitUndefined({
    type: 'otp',
    otpType,
    text: button.text,
    autofillText: button.autofill_text,
    supportedApps: apps?.map((app) => ({
      packageName: app.package_name,
      signatureHash: app.signature_hash,
    })),
    zeroTapTermsAccepted: otpType === 'zero_tap' ? true : undefined,
  });
}

function getButton(button: TemplateButtonPayload): Fields {
  const type = button.type.toLowerCase();
  const { text, example } = button;
  switch (type) {
    case 'url': {
      const list = typeof example === 'string' ? [example] : example;
      const link = button.app_deep_link;
      return omitUndefined({
        type,
        text,
        url: button.url,
        example: list?.length === 1 ? list : undefined,
        appDeepLink:
          link &&
          omitUndefined({
            metaAppId: Number(link.meta_app_id),
            androidDeepLink: link.android_deep_link,
            androidFallbackPlaystoreUrl: link.android_fallback_playstore_url,
          }),
      });
    }
    case 'phone_number':
      return { type, text, phoneNumber: button.phone_number };
    case 'copy_code':
      return { type, example: Array.isArray(example) ? example[0] : example };
    case 'flow':
      return omitUndefined({
        type,
        text,
        flowId: button.flow_id === undefined ? undefined : String(button.flow_id),
        flowAction: button.flow_action?.toLowerCase(),
        navigateScreen: button.navigate_screen,
        icon: button.icon,
      });
    case 'voice_call':
      return omitUndefined({ type, text, ttlMinutes: button.ttl_minutes });
    case 'catalog':
    case 'mpm':
    case 'spm':
    case 'request_contact_info':
      return { type };
    default:
      return { type, text };
  }
}

const getCard = ({ components }: { readonly components: readonly TemplateComponentPayload[] }): Fields => {
  const [header, body] = [find(components, 'header'), find(components, 'body')];
  return omitUndefined({
    header: header && getHeader(header),
    body: body && textPart(body),
    buttons: (find(components, 'buttons')?.buttons ?? []).map(getButton),
  });
};

function getContent({ components, sub_category, optimization_spec: spec, ...template }: Template): Fields {
  const part = (type: string) => find(components, type);
  const [header, body, footer, offer] = [
    part('header'),
    part('body'),
    part('footer'),
    part('limited_time_offer')?.limited_time_offer,
  ];
  return {
    header: header && getHeader(header),
    body: body && textPart(body),
    footer: footer && { text: footer.text },
    buttons: part('buttons')?.buttons?.map(getButton),
    carousel: part('carousel')?.cards?.map(getCard),
    limitedTimeOffer: offer && omitUndefined({ text: offer.text, hasExpiration: offer.has_expiration }),
    callPermissionRequest: part('call_permission_request') && true,
    // CUSTOM is what Meta calls a template without a kind of its own.
    subCategory: sub_category === 'CUSTOM' ? undefined : sub_category,
    optimizationSpec: spec && { bidStrategy: spec.bid_strategy, bidAmount: spec.bid_amount },
    ctaUrlLinkTrackingOptedOut: template.cta_url_link_tracking_opted_out,
  };
}

/**
 * Returns why an authentication template of an account is older than the form of today, where Meta writes the texts and one button carries
 * the code: a definition cannot express it, and an edit would replace its texts.
 */
function getLegacyReason({ components, language }: Template): string | undefined {
  const other = components.find(({ type }) => !/^(?:body|footer|buttons)$/i.test(type));
  if (other) return `components: an authentication template has no ${other.type} today`;
  const buttons = find(components, 'buttons')?.buttons ?? [];
  const [first] = buttons;
  if (buttons.length !== 1 || first === undefined || readOtpButton(first) === undefined)
    return 'buttons: an authentication template has exactly one button today, which carries the code';
  const footer = find(components, 'footer');
  if (footer?.text !== undefined && footer.code_expiration_minutes === undefined)
    return 'footer.text: Meta writes the footer of an authentication template today';
  const text = find(components, 'body')?.text;
  const { texts, approximate } = authenticationTexts(language);
  const known = [texts.body, `${texts.body} ${texts.securityRecommendation}`];
  return text === undefined || approximate || known.includes(text)
    ? undefined
    : 'body.text: Meta writes the body of an authentication template today';
}

/** Whether the body warns against sharing the code, by Meta's flag or, where it is left out, by Meta's text. */
function getSecurityRecommendation(
  { text, add_security_recommendation: flag }: TemplateComponentPayload,
  language: string,
): boolean | undefined {
  const { texts, approximate } = authenticationTexts(language);
  if (flag !== undefined || text === undefined || approximate) return flag;
  return text.endsWith(texts.securityRecommendation) ? true : undefined;
}

function getAuthentication({ components, language }: Template): Fields {
  const body = find(components, 'body');
  const addSecurityRecommendation = body && getSecurityRecommendation(body, language);
  const minutes = find(components, 'footer')?.code_expiration_minutes;
  return {
    body: addSecurityRecommendation === undefined ? undefined : { addSecurityRecommendation },
    footer: minutes === undefined ? undefined : { codeExpirationMinutes: minutes },
    buttons: find(components, 'buttons')?.buttons?.map(getOtpButton),
  };
}

/**
 * Returns the definition of a template of an account. The samples of files are left out, because Meta does not return the handles that a
 * creation needs. A template with parts that a definition cannot express is returned as a reason instead.
 *
 * @example
 * toTemplateDefinition(template); // { definition: { name: 'order_update', language: 'en', category: 'utility', body: … } }
 */
export function toTemplateDefinition(template: Template): ToTemplateDefinitionResult {
  const { components, wrong } = readComponents(template.components);
  if (typeof template.language !== 'string') return { reason: 'language: should be a text' };
  if (wrong !== undefined) return { reason: `${wrong}: has not the type that Meta documents` };
  const category = textOf(template.category).toLowerCase();
  const reason = category === 'authentication' ? getLegacyReason({ ...template, components }) : undefined;
  if (reason !== undefined) return { reason };
  const shape = definitionSchema.safeParse(
    omitUndefined({
      name: template.name,
      language: template.language,
      category,
      ...(category === 'authentication'
        ? getAuthentication({ ...template, components })
        : getContent({ ...template, components })),
      messageSendTtlSeconds: template.message_send_ttl_seconds,
    }),
  );
  if (shape.success) return { definition: omitUndefined(shape.data) };
  const [issue] = shape.error.issues;
  return { reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unknown form'}` };
}
