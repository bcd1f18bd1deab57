import * as z from 'zod/mini';
import { anyText, characters, wholeNumber } from './checks.ts';
import { productSections, type ProductSection } from './interactive-products.ts';
import { templateMessageLimits } from './limits.ts';
import { orderDetailsSchema, type OrderDetails } from './order.ts';

/** What a button does when the template is sent. */
export type TemplateButtonParameter =
  /** `quick_reply`: comes back when it is tapped. `voice_call`: comes back with the call. */
  | { readonly type: 'payload'; readonly payload: string }
  /** `url`: the end of the link; for authentication the code. */
  | { readonly type: 'text'; readonly text: string }
  /** `copy_code`: up to 20 characters. */
  | { readonly type: 'coupon_code'; readonly coupon_code: string }
  /** `voice_call`: 1 to 43,200. */
  | { readonly type: 'ttl_minutes'; readonly ttl_minutes: number }
  | { readonly type: 'action'; readonly action: TemplateButtonAction };

/** `flow`, `catalog`, `mpm` and `order_details` buttons. */
export interface TemplateButtonAction {
  readonly flow_token?: string | undefined;
  readonly flow_action_data?: Readonly<Record<string, unknown>> | undefined;
  readonly thumbnail_product_retailer_id?: string | undefined;
  readonly sections?: readonly ProductSection[] | undefined;
  readonly order_details?: OrderDetails | undefined;
}

export const buttonParameterSchema = () =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('payload'), payload: characters(templateMessageLimits.payload) }),
    z.strictObject({ type: z.literal('text'), text: anyText() }),
    z.strictObject({
      type: z.literal('coupon_code'),
      coupon_code: characters(templateMessageLimits.couponCode),
    }),
    z.strictObject({
      type: z.literal('ttl_minutes'),
      ttl_minutes: wholeNumber(1, templateMessageLimits.ttlMinutes),
    }),
    z.strictObject({
      type: z.literal('action'),
      action: z.strictObject({
        flow_token: z.optional(anyText()),
        flow_action_data: z.optional(z.record(z.string(), z.unknown())),
        thumbnail_product_retailer_id: z.optional(anyText()),
        sections: z.optional(productSections()),
        order_details: z.optional(orderDetailsSchema()),
      }),
    }),
  ]);
