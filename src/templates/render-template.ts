import { authenticationTexts } from './authentication-texts.ts';
import { buildTemplateMessage } from './build-template-message.ts';
import type { TemplateDefinition } from './definition.ts';
import { isRecord } from './parameter-reader.ts';
import type { TemplateArguments } from './parameters.ts';
import type { TemplateButtonPayload, TemplateComponentPayload } from './payload.ts';
import { fillPlaceholders } from './placeholders.ts';
import { readComponents } from './read-components.ts';
import type { RenderedButton, RenderedCard, RenderedHeader, RenderedTemplate } from './rendered-template.ts';
import { fixedLabels, toCreatePayload } from './to-create-payload.ts';

/** What rendering reads of a template: a creation payload or a template read from the API. */
export interface RenderableTemplate {
  readonly language: string;
  readonly category: string;
  readonly components: readonly TemplateComponentPayload[];
}

/** What rendering reads of the `template` object of a message; unknown parts are ignored. */
export interface RenderableMessage {
  readonly components?: readonly Readonly<Record<string, unknown>>[] | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

const records = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const degrees = (value: unknown): string | undefined =>
  typeof value === 'number' ? String(value) : text(value);
const same = (value: unknown, name: string): boolean => text(value)?.toLowerCase() === name;
const part = (value: unknown): Fields => (isRecord(value) ? value : {});

const getParameters = (components: readonly Fields[], type: string): readonly Fields[] =>
  records(components.find((component) => same(component['type'], type))?.['parameters']);

const findComponent = (components: readonly TemplateComponentPayload[], type: string) =>
  components.find((component) => component.type.toLowerCase() === type);

/** What a parameter shows: its text, or what Meta calls the fallback of an amount or a date. */
const shown = (parameter: Fields): string | undefined =>
  text(parameter['text']) ??
  text(part(parameter['currency'])['fallback_value']) ??
  text(part(parameter['date_time'])['fallback_value']);

const fill = (template: string, parameters: readonly Fields[]): string =>
  fillPlaceholders(template, (name) => {
    const parameter = /^\d+$/.test(name)
      ? parameters[Number(name) - 1]
      : parameters.find((candidate) => candidate['parameter_name'] === name);
    return parameter && shown(parameter);
  });

function renderHeader(
  header: TemplateComponentPayload | undefined,
  parameters: readonly Fields[],
): RenderedHeader | undefined {
  if (header === undefined) return undefined;
  const format = header.format?.toLowerCase() ?? 'text';
  const sent = part(parameters[0]?.[format]);
  switch (format) {
    case 'image':
    case 'video':
    case 'document':
    case 'gif':
      return { format, id: text(sent['id']), link: text(sent['link']), filename: text(sent['filename']) };
    case 'location':
      return {
        format,
        name: text(sent['name']),
        address: text(sent['address']),
        latitude: degrees(sent['latitude']),
        longitude: degrees(sent['longitude']),
      };
    case 'product':
      return {
        format,
        productRetailerId: text(sent['product_retailer_id']),
        catalogId: text(sent['catalog_id']),
      };
    default:
      return { format: 'text', text: fill(header.text ?? '', parameters) };
  }
}

function renderButton(
  button: TemplateButtonPayload,
  parameters: readonly Fields[],
  language: string,
): RenderedButton {
  const type = button.type.toLowerCase();
  const [first = {}] = parameters;
  const base = {
    type,
    text: button.text ?? Object.entries(fixedLabels).find(([key]) => key === type)?.[1] ?? '',
  };
  switch (type) {
    case 'url':
      return { ...base, url: fill(button.url ?? '', parameters) };
    case 'phone_number':
      return { ...base, phoneNumber: button.phone_number };
    case 'copy_code':
      return { ...base, code: text(first['coupon_code']) };
    case 'quick_reply':
      return { ...base, payload: text(first['payload']) };
    case 'otp': {
      const { copyCode, autofill } = authenticationTexts(language).texts;
      const label = same(button.otp_type, 'copy_code') ? button.text : button.autofill_text;
      return {
        type,
        text: label ?? (same(button.otp_type, 'copy_code') ? copyCode : autofill),
        code: shown(first),
      };
    }
    default:
      return base;
  }
}

function renderButtons(
  components: readonly TemplateComponentPayload[],
  sent: readonly Fields[],
  language: string,
): readonly RenderedButton[] {
  const buttons = findComponent(components, 'buttons')?.buttons ?? [];
  return buttons.map((button, index) => {
    const filled = sent.find(
      (component) => same(component['type'], 'button') && Number(component['index']) === index,
    );
    return renderButton(button, records(filled?.['parameters']), language);
  });
}

function renderCards(template: RenderableTemplate, sent: readonly Fields[]): readonly RenderedCard[] {
  const defined = findComponent(template.components, 'carousel')?.cards ?? [];
  const given = records(sent.find((component) => same(component['type'], 'carousel'))?.['cards']);
  return (given.length > 0 ? given : defined.map(() => ({}))).map((card: Fields, index) => {
    const components = (defined[index] ?? defined[0])?.components ?? [];
    const filled = records(card['components']);
    const body = findComponent(components, 'body')?.text;
    return {
      header: renderHeader(findComponent(components, 'header'), getParameters(filled, 'header')),
      body: body === undefined ? undefined : fill(body, getParameters(filled, 'body')),
      buttons: renderButtons(components, filled, template.language),
    };
  });
}

function bodyText(template: RenderableTemplate): string {
  const body = findComponent(template.components, 'body');
  if (body?.text !== undefined) return body.text;
  const { texts } = authenticationTexts(template.language);
  return body?.add_security_recommendation ? `${texts.body} ${texts.securityRecommendation}` : texts.body;
}

function footerText(template: RenderableTemplate): string | undefined {
  const footer = findComponent(template.components, 'footer');
  const minutes = footer?.code_expiration_minutes;
  if (footer?.text !== undefined || minutes === undefined) return footer?.text;
  return authenticationTexts(template.language).texts.expiration.replace('{{minutes}}', String(minutes));
}

const headerLine = (header: RenderedHeader): string => {
  if (header.format === 'text') return header.text;
  const detail =
    'filename' in header && header.filename ? header.filename : 'name' in header ? header.name : undefined;
  return detail === undefined ? `[${header.format}]` : `[${header.format}: ${detail}]`;
};

const lines = (content: Pick<RenderedCard, 'header' | 'body' | 'buttons'>, footer?: string): string =>
  [
    content.header && headerLine(content.header),
    content.body,
    footer,
    ...content.buttons.map((button) => `[${button.text}]`),
  ]
    .filter((line) => line !== undefined && line !== '')
    .join('\n');

/**
 * Returns what the customer will read, from a template in Meta's spelling and the `template` object of a message. A placeholder without a
 * value stays as it is. Never throws.
 *
 * @example
 * renderTemplatePayload(toCreatePayload(orderUpdate), message.template).body; // 'Hi Bo, order B-2 is on its way.'
 */
export function renderTemplatePayload(
  { language, category, components }: RenderableTemplate,
  message: RenderableMessage = {},
): RenderedTemplate {
  const template = { language: text(language) ?? '', category, ...readComponents(components) };
  const sent = records(message.components);
  const header = renderHeader(findComponent(template.components, 'header'), getParameters(sent, 'header'));
  const own = bodyText(template);
  const body = fill(own, getParameters(sent, 'body'));
  const footer = footerText(template);
  const buttons = renderButtons(template.components, sent, template.language);
  const cards = renderCards(template, sent);
  const offer = findComponent(template.components, 'limited_time_offer')?.limited_time_offer;
  const expires = part(getParameters(sent, 'limited_time_offer')[0]?.['limited_time_offer'])[
    'expiration_time_ms'
  ];
  const metaWrites = findComponent(template.components, 'body')?.text === undefined;
  return {
    text: [lines({ header, body, buttons }, footer), ...cards.map((card) => lines(card))].join('\n\n'),
    header,
    body,
    footer,
    ...(offer && {
      limitedTimeOffer: { text: offer.text, expiresAt: typeof expires === 'number' ? expires : undefined },
    }),
    buttons,
    cards,
    callPermissionRequest: findComponent(template.components, 'call_permission_request') !== undefined,
    approximate: metaWrites && authenticationTexts(template.language).approximate,
  };
}

/**
 * Returns what the customer will read: as text, and in parts for a page that draws a phone.
 *
 * Throws `UsageError` if the parameters do not fit the definition, as {@link buildTemplateMessage} does.
 *
 * @example
 * renderTemplate(orderUpdate, { body: { name: 'Bo', order_id: 'B-2' }, buttons: ['B-2'] }).text;
 * // 'Hi Bo, order B-2 is on its way.\n[Track]'
 */
export function renderTemplate<const Definition extends TemplateDefinition>(
  definition: Definition,
  ...parameters: TemplateArguments<Definition>
): RenderedTemplate {
  return renderTemplatePayload(toCreatePayload(definition), buildTemplateMessage(definition, ...parameters));
}
