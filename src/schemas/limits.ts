// DATA. Limits of outgoing messages, in characters unless the name says otherwise.
// Source: Meta's message pages (mirror of December 2025, changelog to October 2026) and Meta's OpenAPI v23.0. Where two pages disagree
// the larger limit stands here and the other in a comment: refusing what Meta accepts would be worse than Meta's own refusal.
// Confidence: high, unless a comment says otherwise. Characters are counted as Unicode code points.

/** The message as a whole. */
export const envelopeLimits = { callbackData: 512 } as const;

/** Text messages. */
export const textLimits = { body: 4096 } as const;

/** Image, video and document messages. */
export const mediaLimits = { caption: 1024 } as const;

/** Contact cards. Older documentation: 257 in one message; OpenAPI v23.0: 5. */
export const contactsLimits = { contacts: 257 } as const;

/** Pins in groups. */
export const pinLimits = { expirationDays: 30 } as const;

/** Interactive messages of every kind. */
export const interactiveLimits = { header: 60, body: 1024, footer: 60 } as const;

/** Reply buttons. */
export const replyButtonLimits = { buttons: 3, id: 256, title: 20 } as const;

/** Lists. Body: 4,096 in the documentation, 1,024 in OpenAPI v23.0. */
export const listLimits = {
  body: 4096,
  button: 20,
  sections: 10,
  sectionTitle: 24,
  rows: 10,
  rowId: 200,
  rowTitle: 24,
  rowDescription: 72,
} as const;

/** Buttons that open a link. */
export const ctaUrlLimits = { displayText: 20 } as const;

/** Call buttons. */
export const voiceCallLimits = { displayText: 20, ttlMinutes: 43_200, payload: 512 } as const;

/** Product lists. */
export const productListLimits = { sections: 10, sectionTitle: 24, products: 30 } as const;

/** Carousels of media or products. */
export const carouselLimits = { minCards: 2, cards: 10, cardBody: 160, cardBodyLineBreaks: 2 } as const;

/** Orders. Reference: 60 in the guide for Brazil, 35 in the guides for India. */
export const orderLimits = {
  referenceId: 60,
  itemName: 60,
  description: 60,
  statusDescription: 120,
} as const;

/** Values of templates. */
export const templateMessageLimits = {
  name: 512,
  buttonIndex: 9,
  couponCode: 20,
  cards: 10,
  products: 30,
  productSections: 10,
  ttlMinutes: 43_200,
  payload: 512,
} as const;
