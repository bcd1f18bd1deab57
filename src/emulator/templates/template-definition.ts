import type {
  TemplateButtonPayload,
  TemplateComponentPayload,
  TemplateCreatePayload,
} from '../../templates/payload.ts';
import type { TemplateDefinition } from '../../templates/definition.ts';
import { isPositional } from '../../templates/placeholders.ts';
import { isObject, toList, toText } from '../kernel/json.ts';

type Samples = TemplateComponentPayload['example'];

const has = (value: unknown, name: string, check: (field: unknown) => boolean): boolean =>
  isObject(value) && check(value[name]);

const isText = (value: unknown): boolean => typeof value === 'string';

/** Whether a value has at least the shape of a component, so that it can be read without a fall. */
export const isComponent = (value: unknown): value is TemplateComponentPayload =>
  has(value, 'type', isText) &&
  has(value, 'text', (text) => text === undefined || isText(text)) &&
  has(value, 'format', (format) => format === undefined || isText(format)) &&
  has(value, 'buttons', (buttons) => toList(buttons).every((button) => has(button, 'type', isText))) &&
  has(value, 'cards', (cards) =>
    toList(cards).every((card) => has(card, 'components', (inner) => toList(inner).every(isComponent))),
  );

function getExample(samples: Samples): Readonly<Record<string, string>> | readonly string[] | undefined {
  const named = samples?.header_text_named_params ?? samples?.body_text_named_params;
  if (named) return Object.fromEntries(named.map(({ param_name, example }) => [param_name, example]));
  // One of Meta's pages prints a flat list; the API takes it.
  const body: readonly unknown[] | undefined = samples?.body_text;
  const flat = Array.isArray(body?.[0]) ? (body[0] as unknown[]) : body;
  return samples?.header_text ?? (flat as readonly string[] | undefined);
}

function getHeader(header: TemplateComponentPayload | undefined): unknown {
  if (header === undefined) return undefined;
  const format = header.format?.toLowerCase() ?? 'text';
  return format === 'text'
    ? { format, text: header.text, example: getExample(header.example) }
    : { format, ...(header.example === undefined ? {} : { example: header.example.header_handle?.[0] }) };
}

const getBody = (body: TemplateComponentPayload | undefined): unknown =>
  body && { text: body.text, example: getExample(body.example) };

const camel = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function getButton(button: TemplateButtonPayload): unknown {
  const type = button.type.toLowerCase();
  if (type === 'catalog' || type === 'mpm' || type === 'spm') return { type };
  const { supported_apps, otp_type, app_deep_link, example, ...rest } = button;
  const fields = Object.entries(rest).map(([key, value]) => [camel(key), value]);
  return {
    ...Object.fromEntries(fields),
    type,
    ...(example === undefined
      ? {}
      : { example: type === 'copy_code' ? toText([example].flat()[0]) : [example].flat() }),
    ...(otp_type === undefined ? {} : { otpType: otp_type.toLowerCase() }),
    ...(app_deep_link === undefined
      ? {}
      : {
          appDeepLink: Object.fromEntries(
            Object.entries(app_deep_link).map(([key, value]) => [camel(key), value]),
          ),
        }),
    ...(supported_apps === undefined
      ? {}
      : {
          supportedApps: supported_apps.map((app) => ({
            packageName: app.package_name,
            signatureHash: app.signature_hash,
          })),
        }),
  };
}

const find = (
  components: readonly TemplateComponentPayload[],
  type: string,
): TemplateComponentPayload | undefined =>
  components.find((component) => component.type.toLowerCase() === type);

const getButtons = (components: readonly TemplateComponentPayload[]): unknown =>
  find(components, 'buttons')?.buttons?.map(getButton);

const given = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** Reads a creation payload as a definition, so that one set of rules checks both. */
export function getDefinition(payload: TemplateCreatePayload): TemplateDefinition {
  const { components, optimization_spec: spec } = payload;
  const body = find(components, 'body');
  const footer = find(components, 'footer');
  const offer = find(components, 'limited_time_offer')?.limited_time_offer;
  const envelope = {
    name: payload.name,
    language: payload.language,
    category: payload.category.toLowerCase(),
    messageSendTtlSeconds: payload.message_send_ttl_seconds,
    buttons: getButtons(components),
  };
  const definition: unknown =
    payload.category === 'AUTHENTICATION'
      ? given({
          ...envelope,
          body: body && given({ addSecurityRecommendation: body.add_security_recommendation }),
          footer: footer && { codeExpirationMinutes: footer.code_expiration_minutes },
        })
      : given({
          ...envelope,
          header: getHeader(find(components, 'header')),
          body: getBody(body),
          footer: footer && { text: footer.text },
          carousel: find(components, 'carousel')?.cards?.map((card) =>
            given({
              header: getHeader(find(card.components, 'header')),
              body: getBody(find(card.components, 'body')),
              buttons: getButtons(card.components),
            }),
          ),
          limitedTimeOffer: offer && given({ text: offer.text, hasExpiration: offer.has_expiration }),
          callPermissionRequest: find(components, 'call_permission_request') && true,
          subCategory: payload.sub_category,
          displayFormat: payload.display_format,
          optimizationSpec: spec && { bidStrategy: spec.bid_strategy, bidAmount: spec.bid_amount },
          ctaUrlLinkTrackingOptedOut: payload.cta_url_link_tracking_opted_out,
        });
  return definition as TemplateDefinition;
}

/** Which form the placeholders of a text have. */
export const getParameterFormat = (names: readonly string[]): 'NAMED' | 'POSITIONAL' =>
  names.some((name) => !isPositional(name)) ? 'NAMED' : 'POSITIONAL';
