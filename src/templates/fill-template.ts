import { UsageError } from '../errors/usage-error.ts';
import { buttonMessages } from './button-message.ts';
import { pluralize } from './pluralize.ts';
import type {
  AuthenticationTemplateDefinition,
  ContentTemplateDefinition,
  TemplateDefinition,
} from './definition.ts';
import { headerMessage } from './header-message.ts';
import { templateDocs, templateLimits } from './limits.ts';
import {
  isRecord,
  note,
  readText,
  readTextValues,
  refuseOthers,
  type ParameterReader,
} from './parameter-reader.ts';
import type { TemplateObject, TemplateSendComponent, TemplateSendParameter } from './template-message.ts';

type Fields = Readonly<Record<string, unknown>>;
type Components = readonly TemplateSendComponent[];

const bodyMessage = (parameters: readonly TemplateSendParameter[]): Components =>
  parameters.length === 0 ? [] : [{ type: 'body', parameters }];

function carouselMessage(
  reader: ParameterReader,
  { carousel }: ContentTemplateDefinition,
  value: unknown,
): Components {
  if (carousel === undefined) {
    if (value !== undefined) note(reader, 'carousel', `is given, but ${reader.title} has no carousel`);
    return [];
  }
  const [first] = carousel;
  // A product carousel is defined with two cards that are alike and sent with as many as there are products.
  const products = first?.header.format === 'product';
  const given: readonly unknown[] = Array.isArray(value) ? value : [];
  const { max } = templateLimits.carouselCards;
  const allowed = products ? given.length >= 1 && given.length <= max : given.length === carousel.length;
  if (!allowed) {
    const wanted = products ? `1 to ${max}` : `exactly ${carousel.length}`;
    note(
      reader,
      'carousel',
      `has ${pluralize(given.length, 'card')}: ${reader.title} needs ${wanted}`,
      products ? max : carousel.length,
      templateDocs.carousel,
    );
    return [];
  }
  const cards = given.map((item, index) => {
    const card = carousel[products ? 0 : index];
    const fields = isRecord(item) ? item : {};
    const path = `carousel[${index}]`;
    refuseOthers(reader, path, fields, ['header', 'body', 'buttons']);
    const header = headerMessage(reader, `${path}.header`, card?.header, fields['header']);
    return {
      card_index: index,
      components: [
        ...(header ? [header] : []),
        ...bodyMessage(
          readTextValues(reader, `${path}.body`, card?.body?.text ?? '', fields['body'], 'the card'),
        ),
        ...buttonMessages(reader, `${path}.buttons`, card?.buttons, fields['buttons']),
      ],
    };
  });
  return [{ type: 'carousel', cards }];
}

function offerMessage(
  reader: ParameterReader,
  { limitedTimeOffer: offer }: ContentTemplateDefinition,
  value: unknown,
): Components {
  if (offer?.hasExpiration !== true) {
    if (value !== undefined)
      note(
        reader,
        'limitedTimeOffer',
        `is given, but ${reader.title} has no offer that expires`,
        undefined,
        templateDocs.limitedTimeOffer,
      );
    return [];
  }
  const expiresAt = isRecord(value) ? value['expiresAt'] : undefined;
  if (typeof expiresAt !== 'number' || !Number.isSafeInteger(expiresAt)) {
    note(
      reader,
      'limitedTimeOffer.expiresAt',
      `must be the end of the offer in epoch milliseconds: ${reader.title}`,
      undefined,
      templateDocs.limitedTimeOffer,
    );
    return [];
  }
  const parameter = { type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: expiresAt } };
  return [{ type: 'limited_time_offer', parameters: [parameter] }];
}

const wireComponent = (type: 'order_status' | 'tap_target_configuration', value: unknown): Components =>
  value === undefined ? [] : [{ type, parameters: [{ type, [type]: value }] }];

function contentMessage(
  reader: ParameterReader,
  definition: ContentTemplateDefinition,
  values: Fields,
): Components {
  refuseOthers(reader, '', values, [
    'header',
    'body',
    'buttons',
    'carousel',
    'limitedTimeOffer',
    'tapTarget',
    'orderStatus',
  ]);
  const header = headerMessage(reader, 'header', definition.header, values['header']);
  const couponLimit = definition.limitedTimeOffer
    ? templateLimits.offerCouponCode
    : templateLimits.couponCode;
  return [
    ...(header ? [header] : []),
    ...bodyMessage(readTextValues(reader, 'body', definition.body.text, values['body'], 'the body')),
    ...offerMessage(reader, definition, values['limitedTimeOffer']),
    ...buttonMessages(reader, 'buttons', definition.buttons, values['buttons'], couponLimit),
    ...carouselMessage(reader, definition, values['carousel']),
    ...wireComponent('tap_target_configuration', values['tapTarget'] && [values['tapTarget']]),
    ...wireComponent('order_status', values['orderStatus']),
  ];
}

function codeMessage(
  reader: ParameterReader,
  definition: AuthenticationTemplateDefinition,
  values: Fields,
): Components {
  refuseOthers(reader, '', values, ['code']);
  const code = readText(
    reader,
    'code',
    values['code'],
    `the ${definition.category} message`,
    templateLimits.oneTimeCode,
  );
  if (code === undefined) return [];
  // The API treats every kind of OTP button as a URL button whose ending is the code.
  const parameters = [{ type: 'text', text: code }];
  return [
    { type: 'body', parameters },
    { type: 'button', sub_type: 'url', index: 0, parameters },
  ];
}

/** Fills a definition in with parameters that nothing has checked yet; throws a `UsageError` that lists every parameter that does not fit. */
export function fillTemplate(definition: TemplateDefinition, parameters: unknown): TemplateObject {
  const reader: ParameterReader = { issues: [], title: `${definition.name} (${definition.language})` };
  const values = isRecord(parameters) ? parameters : {};
  const components =
    definition.category === 'authentication'
      ? codeMessage(reader, definition, values)
      : contentMessage(reader, definition, values);
  if (reader.issues.length > 0) {
    throw new UsageError({
      summary: `The parameters do not fit the template ${reader.title}.`,
      issues: reader.issues.map((issue) => ({ ...issue, path: `parameters.${issue.path}` })),
    });
  }
  return {
    name: definition.name,
    language: { code: definition.language },
    ...(components.length === 0 ? {} : { components }),
  };
}
