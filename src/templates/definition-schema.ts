import * as z from 'zod/mini';

// The shape alone; lengths, counts and wording are rules, so that each has its own id, severity and page.
const text = z.string();
const optionalText = z.optional(text);
const whole = z.int();

const example = z.union([z.array(text), z.record(text, text)]);
const body = z.strictObject({ text, example: z.optional(example) });
const media = z.strictObject({
  format: z.enum(['image', 'video', 'document', 'gif']),
  example: optionalText,
});
const product = z.strictObject({ format: z.literal('product') });
const header = z.discriminatedUnion('format', [
  z.strictObject({ format: z.literal('text'), text, example: z.optional(example) }),
  media,
  z.strictObject({ format: z.literal('location') }),
  product,
]);

const quickReply = z.strictObject({ type: z.literal('quick_reply'), text });
const url = z.strictObject({
  type: z.literal('url'),
  text,
  url: text,
  example: z.optional(z.tuple([text])),
  appDeepLink: z.optional(
    z.strictObject({ metaAppId: whole, androidDeepLink: text, androidFallbackPlaystoreUrl: optionalText }),
  ),
});
const phoneNumber = z.strictObject({ type: z.literal('phone_number'), text, phoneNumber: text });
const singleProduct = z.strictObject({ type: z.literal('spm') });
const orderDetails = z.strictObject({
  type: z.literal('order_details'),
  text: z.enum(['Review and Pay', 'Buy now']),
});
const cardButton = z.discriminatedUnion('type', [quickReply, url, phoneNumber, singleProduct, orderDetails]);
const button = z.discriminatedUnion('type', [
  quickReply,
  url,
  phoneNumber,
  singleProduct,
  orderDetails,
  z.strictObject({ type: z.literal('copy_code'), example: text }),
  z.strictObject({
    type: z.literal('flow'),
    text,
    flowId: optionalText,
    flowName: optionalText,
    flowJson: optionalText,
    flowAction: z.optional(z.enum(['navigate', 'data_exchange'])),
    navigateScreen: optionalText,
    icon: z.optional(z.enum(['DOCUMENT', 'PROMOTION', 'REVIEW'])),
  }),
  z.strictObject({ type: z.literal('catalog') }),
  z.strictObject({ type: z.literal('mpm') }),
  z.strictObject({ type: z.literal('voice_call'), text, ttlMinutes: z.optional(whole) }),
  z.strictObject({ type: z.literal('request_contact_info') }),
]);

const supportedApps = z.array(z.strictObject({ packageName: text, signatureHash: text }));
const otp = { type: z.literal('otp'), text: optionalText };
const otpButton = z.discriminatedUnion('otpType', [
  z.strictObject({ ...otp, otpType: z.literal('copy_code') }),
  z.strictObject({ ...otp, otpType: z.literal('one_tap'), autofillText: optionalText, supportedApps }),
  z.strictObject({
    ...otp,
    otpType: z.literal('zero_tap'),
    autofillText: optionalText,
    supportedApps,
    zeroTapTermsAccepted: z.literal(true),
  }),
]);

const envelope = { name: text, language: text, messageSendTtlSeconds: z.optional(whole) };

/** The shape of a template definition. */
export const definitionSchema = z.discriminatedUnion('category', [
  z.strictObject({
    ...envelope,
    category: z.enum(['marketing', 'utility']),
    header: z.optional(header),
    body,
    footer: z.optional(z.strictObject({ text })),
    buttons: z.optional(z.array(button)),
    carousel: z.optional(
      z.array(
        z.strictObject({
          header: z.discriminatedUnion('format', [media, product]),
          body: z.optional(body),
          buttons: z.array(cardButton),
        }),
      ),
    ),
    limitedTimeOffer: z.optional(z.strictObject({ text, hasExpiration: z.optional(z.boolean()) })),
    callPermissionRequest: z.optional(z.literal(true)),
    subCategory: optionalText,
    displayFormat: optionalText,
    optimizationSpec: z.optional(
      z.strictObject({ bidStrategy: z.literal('LOWEST_COST_WITH_BID_CAP'), bidAmount: whole }),
    ),
    ctaUrlLinkTrackingOptedOut: z.optional(z.boolean()),
  }),
  z.strictObject({
    ...envelope,
    category: z.literal('authentication'),
    body: z.optional(z.strictObject({ addSecurityRecommendation: z.optional(z.boolean()) })),
    footer: z.optional(z.strictObject({ codeExpirationMinutes: whole })),
    buttons: z.tuple([otpButton]),
  }),
]);
