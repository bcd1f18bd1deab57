import { docsRoot, flowDocsRoot } from '../shared/meta.ts';

// DATA. What Meta allows in a template. Source: Meta's pages under "Templates", named per row (November 2025 to June 2026), the changelog,
// and where marked the error texts that the API answers with. Gathered 2026-11-22. Confidence: high unless a comment says otherwise.

/** Meta's pages about templates. */
export const templateDocs = {
  overview: `${docsRoot}/templates/overview`,
  components: `${docsRoot}/templates/components`,
  review: `${docsRoot}/templates/template-review`,
  categorization: `${docsRoot}/templates/template-categorization`,
  management: `${docsRoot}/templates/template-management`,
  languages: `${docsRoot}/templates/supported-languages`,
  timeToLive: `${docsRoot}/templates/time-to-live`,
  authentication: `${docsRoot}/templates/authentication-templates/authentication-templates`,
  oneTap: `${docsRoot}/templates/authentication-templates/autofill-button-authentication-templates`,
  carousel: `${docsRoot}/templates/marketing-templates/media-card-carousel-templates`,
  productCarousel: `${docsRoot}/templates/marketing-templates/product-card-carousel-templates`,
  coupon: `${docsRoot}/templates/marketing-templates/coupon-templates`,
  limitedTimeOffer: `${docsRoot}/templates/marketing-templates/limited-time-offer-templates`,
  multiProduct: `${docsRoot}/templates/marketing-templates/mpm-templates`,
  singleProduct: `${docsRoot}/templates/marketing-templates/spm-templates`,
  callPermission: `${docsRoot}/templates/marketing-templates/call-permission-request-message-template`,
  callButton: `${docsRoot}/calling/call-button-messages-deep-links`,
  flow: `${flowDocsRoot}/guides/sendingaflow`,
  tapTarget: `${docsRoot}/templates/tap-target-url-title-override`,
  maxPrice: `${docsRoot}/marketing-messages/pricing`,
  errors: `${docsRoot}/support/error-codes`,
} as const;

/** The limits of templates. Lengths are in characters. */
export const templateLimits = {
  name: 512,
  headerText: 60,
  headerPlaceholders: 1,
  bodyText: 1024,
  /** The body of a template with a limited-time offer. */
  offerBodyText: 600,
  /** Body of a carousel card or of a single-product template. */
  cardBodyText: 160,
  footerText: 60,
  buttons: 10,
  quickReplyButtons: 10,
  urlButtons: 2,
  phoneNumberButtons: 1,
  copyCodeButtons: 1,
  buttonText: 25,
  /** Label of a call button. */
  voiceCallText: 20,
  url: 2000,
  phoneNumber: 20,
  /** The components page still says 15; the coupon page and the changelog of 2025-12-03 say 20. */
  couponCode: 20,
  /** The coupon code of a template with a limited-time offer. */
  offerCouponCode: 15,
  oneTimeCode: 15,
  codeExpirationMinutes: { min: 1, max: 90 },
  supportedApps: 5,
  packageName: 224,
  signatureHash: 11,
  carouselCards: { min: 2, max: 10 },
  carouselCardButtons: 2,
  offerText: 16,
  productSections: 10,
  products: 30,
  voiceCallTtlMinutes: { min: 1440, max: 43_200 },
  /** Time of a call button given at the send. */
  sentVoiceCallTtlMinutes: { min: 1, max: 43_200 },
  callPayload: 512,
  /** Consecutive spaces in a value; line breaks and tabs are refused too. From the text of error 132018 (100 before v23.0). */
  spacesInValue: 4,
  /** The bid of a max-price template: a 32-bit integer. */
  bidAmount: { min: 1, max: 2_147_483_647 },
  /** Edits of an approved template. */
  edits: { perDay: 1, perMonth: 10 },
  /** Days until the name of a deleted template is free again. */
  deletedNameDays: 30,
  /** Ids in one bulk deletion, archiving or unarchiving. */
  idsPerCall: 100,
} as const;

/** Ids in one query of template or template group analytics. Source: Meta, "Template analytics". */
export const analyticsIds = 10;

/** Templates in one call of a migration. Source: Meta, "Template migration". */
export const migrationBatch = 500;

/** Characters of a template group's texts. Source: Meta, "Template groups" (2026-02-27). */
export const templateGroupLimits = { name: 256, description: 512 } as const;

/** Seconds that Meta keeps trying to deliver, per category. `-1` asks for 30 days where it is allowed. */
export const timeToLiveLimits = {
  authentication: { min: 30, max: 900, thirtyDays: true },
  utility: { min: 30, max: 43_200, thirtyDays: true },
  marketing: { min: 43_200, max: 2_592_000, thirtyDays: false },
} as const;

/**
 * Words of fixed text that a body needs for its placeholders, beneath which validateTemplate warns (Meta's error 2388293). Meta does not
 * publish its ratio; the providers Syniverse, Mercuri and Maqsam each report 2x + 1 words for x placeholders (read 2026-11-22), hence a
 * warning and not an error. Confidence: medium.
 */
export const wordsNeeded = (placeholders: number): number => 2 * placeholders + 1;

/** Hosts of link shorteners, which review rejects because they hide where a link leads. The list is ours; Meta publishes none. */
export const shortLinkHosts: readonly string[] = [
  'bit.ly',
  'cutt.ly',
  'goo.gl',
  'is.gd',
  'lnkd.in',
  'ow.ly',
  'rb.gy',
  'rebrand.ly',
  'shorturl.at',
  't.co',
  't.ly',
  'tiny.cc',
  'tinyurl.com',
];

/**
 * Wording that makes Meta move a utility template to marketing. Taken from the purposes that Meta's categorization page calls marketing
 * (offers, coupons, renewals, abandoned carts, app promotion); the words are ours. English, Spanish and Portuguese. Confidence: medium.
 */
export const promotionalWording: readonly RegExp[] = [
  /\b\d+\s*% (?:off|de descuento|de desconto)/iu,
  /\b(?:special|exclusive|limited[- ]time) (?:offer|deal)s?\b/iu,
  /\b(?:discount|coupon|promo(?:tion|tional)? code|voucher|cashback|flash sale|black friday)s?\b/iu,
  /\b(?:shop|buy|order) now\b/iu,
  /\b(?:on sale|free shipping|free gift|best price|save (?:up to )?[\d$€£])/iu,
  /\b(?:upgrade|renew) (?:now|today)\b/iu,
  /\bin your cart\b/iu,
  /(?:^|[^\p{L}])(?:oferta|promoción|promoções|promoção|descuento|desconto|cupón|cupom|rebajas|liquidação|compra ahora|compre agora)(?![\p{L}])/iu,
];
