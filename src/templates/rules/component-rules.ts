import { pluralize } from '../pluralize.ts';
import type { ContentTemplateDefinition, TemplateCard } from '../definition.ts';
import { templateDocs, templateLimits } from '../limits.ts';
import { buttonIssues, buttonListIssues } from './button-rules.ts';
import { error, lengthIssues, warning, type TemplateIssue } from './template-issue.ts';
import { bodyIssues, headerIssues } from './text-rules.ts';

const getKind = (card: TemplateCard): string =>
  [
    card.header.format,
    card.body === undefined ? 'no body' : 'body',
    ...card.buttons.map((button) => button.type),
  ].join(', ');

function cardIssues(card: TemplateCard, index: number): readonly TemplateIssue[] {
  const path = `carousel[${index}]`;
  const product = card.header.format === 'product';
  const most = product ? 1 : templateLimits.carouselCardButtons;
  const docs = product ? templateDocs.productCarousel : templateDocs.carousel;
  return [
    ...(['document', 'gif'].includes(card.header.format)
      ? [error(`${path}.header`, 'carousel-header', 'must be an image, a video or a product', { docs })]
      : headerIssues(`${path}.header`, card.header)),
    ...(card.body ? bodyIssues(`${path}.body`, card.body, templateLimits.cardBodyText, docs) : []),
    ...(card.buttons.length === 0
      ? [error(`${path}.buttons`, 'carousel-buttons', 'needs at least one button', { limit: most, docs })]
      : buttonListIssues(`${path}.buttons`, card.buttons, most, docs)),
    ...card.buttons.flatMap((button, place) =>
      buttonIssues(`${path}.buttons[${place}]`, button, templateLimits.couponCode),
    ),
  ];
}

function carouselIssues(definition: ContentTemplateDefinition): readonly TemplateIssue[] {
  const { carousel } = definition;
  if (carousel === undefined) return [];
  const { min, max } = templateLimits.carouselCards;
  const count = carousel.length;
  const docs = templateDocs.carousel;
  const unexpected = (['header', 'footer', 'buttons', 'limitedTimeOffer'] as const).filter(
    (key) => definition[key] !== undefined,
  );
  return [
    ...(count < min || count > max
      ? [
          error(
            'carousel',
            'carousel-count',
            `has ${pluralize(count, 'card')}, ${min} to ${max} are allowed`,
            {
              limit: count < min ? min : max,
              docs,
            },
          ),
        ]
      : []),
    ...(new Set(carousel.map(getKind)).size > 1
      ? [
          error('carousel', 'carousel-alike', 'has cards with different components or kinds of buttons', {
            docs,
          }),
        ]
      : []),
    ...unexpected.map((key) =>
      warning(
        key,
        'carousel-extra-component',
        'is used with a carousel, for which Meta documents only a body',
        {
          docs,
        },
      ),
    ),
    ...carousel.flatMap(cardIssues),
  ];
}

function offerIssues(definition: ContentTemplateDefinition): readonly TemplateIssue[] {
  const { limitedTimeOffer: offer, header, footer, buttons = [] } = definition;
  if (offer === undefined) return [];
  const docs = templateDocs.limitedTimeOffer;
  const kinds = buttons.map((button) => button.type).join();
  return [
    ...lengthIssues('limitedTimeOffer.text', 'offer-text-length', offer.text, templateLimits.offerText, docs),
    ...(header === undefined || header.format === 'image' || header.format === 'video'
      ? []
      : [
          error('header', 'offer-header', 'must be an image or a video with a limited-time offer', {
            docs,
          }),
        ]),
    ...(footer
      ? [error('footer', 'offer-footer', 'is not allowed with a limited-time offer', { docs })]
      : []),
    ...(['', 'url', 'copy_code', 'copy_code,url'].includes(kinds)
      ? []
      : [
          error(
            'buttons',
            'offer-buttons',
            'must be a copy code button and then a URL button, or one of them',
            { docs },
          ),
        ]),
  ];
}

/** Checks the parts of a template that go together: buttons, carousel, limited-time offer, call permission. */
export function componentIssues(definition: ContentTemplateDefinition): readonly TemplateIssue[] {
  const { buttons = [], header, limitedTimeOffer, callPermissionRequest } = definition;
  const couponLimit = limitedTimeOffer ? templateLimits.offerCouponCode : templateLimits.couponCode;
  const others = buttons.filter((button) => button.type !== 'order_details' && button.type !== 'quick_reply');
  const kinds = new Set(buttons.map((button) => button.type));
  return [
    ...buttonListIssues('buttons', buttons, templateLimits.buttons),
    ...buttons.flatMap((button, index) => buttonIssues(`buttons[${index}]`, button, couponLimit)),
    ...(kinds.has('spm') && header?.format !== 'product'
      ? [
          error('header', 'product-header', 'must be a product, because of the spm button', {
            docs: templateDocs.singleProduct,
          }),
        ]
      : []),
    ...(kinds.has('order_details') && others.length > 0
      ? [error('buttons', 'order-details-buttons', 'may have quick replies only together with order_details')]
      : []),
    ...(callPermissionRequest && buttons.length > 0
      ? [
          error('buttons', 'call-permission-buttons', 'are not allowed with a call permission request', {
            docs: templateDocs.callPermission,
          }),
        ]
      : []),
    ...carouselIssues(definition),
    ...offerIssues(definition),
  ];
}
