import type { OrderStatusPayload } from '../schemas/interactive-order.ts';
import type { OrderStatus } from '../schemas/order.ts';
import { interactiveParts, type InteractiveParts } from './interactive-parts.ts';
import { checkParams } from '../errors/check-params.ts';

/** News of an order. */
export interface OrderStatusParams extends InteractiveParts {
  /** The `reference_id` of the order that was sent. */
  readonly referenceId: string;
  /** The new state: `processing`, `partially_shipped`, `shipped`, `completed` or `canceled`. */
  readonly status: OrderStatus['order']['status'];
  /** Up to 120 characters, such as why it was canceled. */
  readonly description?: string | undefined;
  /** How the payment stands; `timestamp` in seconds. */
  readonly payment?: OrderStatus['payment'];
}

/**
 * Builds the content of a message that changes the status of an order sent before.
 *
 * Sources: Meta, "Payments API" for India and for Brazil.
 *
 * @example
 * orderStatus({ body: 'On its way', referenceId: 'A-17', status: 'shipped' }).interactive.action.parameters;
 * // { reference_id: 'A-17', order: { status: 'shipped' } }
 */
export function orderStatus(params: OrderStatusParams): {
  readonly type: 'interactive';
  readonly interactive: OrderStatusPayload;
} {
  const { referenceId, status, description, payment, ...parts } = checkParams('orderStatus', params, {
    body: true,
    referenceId: true,
    status: true,
    header: false,
    footer: false,
    description: false,
    payment: false,
  });
  return {
    type: 'interactive',
    interactive: {
      type: 'order_status',
      ...interactiveParts(parts),
      action: {
        name: 'review_order',
        parameters: {
          reference_id: referenceId,
          order: { status, ...(description !== undefined && { description }) },
          ...(payment && { payment }),
        },
      },
    },
  };
}
