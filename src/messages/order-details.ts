import type { OrderDetailsPayload } from '../schemas/interactive-order.ts';
import type { MediaPayload } from '../schemas/media-message.ts';
import type { OrderDetails } from '../schemas/order.ts';
import { checkParams } from '../errors/check-params.ts';

/** An order to review and pay. */
export interface OrderDetailsParams {
  /** 1 to 1,024 characters. */
  readonly body: string;
  /** Up to 60 characters. */
  readonly footer?: string | undefined;
  /** A picture above the order. Default: Meta's, that of the first product with one. */
  readonly image?: MediaPayload | undefined;
  /** The order, as Meta spells it. Its total must be subtotal + tax + shipping - discount. */
  readonly order: OrderDetails;
}

/**
 * Builds the content of a message with an order that the customer reviews and pays in WhatsApp: India and Brazil.
 *
 * Sources: Meta, "Payments API" for India and for Brazil.
 *
 * @example
 * orderDetails({ body: 'Your order', order }).interactive.action; // { name: 'review_and_pay', parameters: { reference_id: … } }
 */
export function orderDetails(params: OrderDetailsParams): {
  readonly type: 'interactive';
  readonly interactive: OrderDetailsPayload;
} {
  const { body, footer, image, order } = checkParams('orderDetails', params, {
    body: true,
    order: true,
    footer: false,
    image: false,
  });
  return {
    type: 'interactive',
    interactive: {
      type: 'order_details',
      ...(image && { header: { type: 'image', image } }),
      body: { text: body },
      ...(footer !== undefined && { footer: { text: footer } }),
      action: { name: 'review_and_pay', parameters: order },
    },
  };
}
