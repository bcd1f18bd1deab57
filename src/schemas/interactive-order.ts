import * as z from 'zod/mini';
import { bodyPart, commonParts, footerPart, type InteractiveBase } from './interactive-parts.ts';
import { mediaSchema, type MediaPayload } from './media-message.ts';
import { orderDetailsSchema, orderStatusSchema, type OrderDetails, type OrderStatus } from './order.ts';

/** An order with a button to review and pay it. Sources: Meta, "Payments API" for India and for Brazil. */
export interface OrderDetailsPayload extends Omit<InteractiveBase, 'header'> {
  readonly type: 'order_details';
  readonly header?: { readonly type: 'image'; readonly image: MediaPayload } | undefined;
  readonly action: { readonly name: 'review_and_pay'; readonly parameters: OrderDetails };
}

/** News of an order that was sent before. */
export interface OrderStatusPayload extends InteractiveBase {
  readonly type: 'order_status';
  readonly action: { readonly name: 'review_order'; readonly parameters: OrderStatus };
}

export const orderSchemas = () =>
  [
    z.strictObject({
      type: z.literal('order_details'),
      header: z.optional(z.strictObject({ type: z.literal('image'), image: mediaSchema() })),
      body: bodyPart(),
      footer: footerPart(),
      action: z.strictObject({ name: z.literal('review_and_pay'), parameters: orderDetailsSchema() }),
    }),
    z.strictObject({
      type: z.literal('order_status'),
      ...commonParts(),
      action: z.strictObject({ name: z.literal('review_order'), parameters: orderStatusSchema() }),
    }),
  ] as const;
