import {
  carouselLimits,
  contactsLimits,
  ctaUrlLimits,
  envelopeLimits,
  interactiveLimits,
  listLimits,
  mediaLimits,
  orderLimits,
  pinLimits,
  productListLimits,
  replyButtonLimits,
  templateMessageLimits,
  textLimits,
  voiceCallLimits,
} from '../schemas/limits.ts';

/**
 * The limits that every message is checked against before it is sent, by kind of message: characters (Unicode code points) for texts, counts
 * for the rest.
 *
 * Source: Meta's page of each kind of message, and Meta's OpenAPI v23.0; the larger one where they disagree.
 *
 * @example
 * messageLimits.text.body; // 4096
 * fit(product.name, messageLimits.list.rowTitle);
 */
export const messageLimits = {
  envelope: envelopeLimits,
  text: textLimits,
  media: mediaLimits,
  contacts: contactsLimits,
  pin: pinLimits,
  interactive: interactiveLimits,
  replyButtons: replyButtonLimits,
  list: listLimits,
  ctaUrl: ctaUrlLimits,
  voiceCall: voiceCallLimits,
  productList: productListLimits,
  carousel: carouselLimits,
  order: orderLimits,
  template: templateMessageLimits,
} as const;
