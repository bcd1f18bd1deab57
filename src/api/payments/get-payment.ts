import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseResponse,
} from '../../transport/transport.ts';

/** An amount as Meta writes it: `value` divided by `offset`. ₹12.34 is `{ value: 1234, offset: 100 }`. */
export interface PaymentAmount {
  readonly value: number;
  readonly offset: number;
}

/** One attempt to pay. Times are seconds. */
export interface PaymentTransaction {
  readonly id: string;
  /** `pending`, `success` or `failed`; at most one is `success`. */
  readonly status: string;
  readonly type?: string | undefined;
  readonly pg_transaction_id?: string | undefined;
  readonly method?: { readonly type?: string | undefined } | undefined;
  readonly error?: { readonly code?: string | undefined; readonly reason?: string | undefined } | undefined;
  readonly refunds?:
    | readonly {
        readonly id: string;
        readonly status?: string | undefined;
        readonly amount?: PaymentAmount | undefined;
      }[]
    | undefined;
  readonly created_timestamp?: number | undefined;
  readonly updated_timestamp?: number | undefined;
}

/** The state of the payment of an order. */
export interface Payment {
  readonly reference_id: string;
  /** `pending` or `captured`. */
  readonly status: string;
  readonly currency?: string | undefined;
  readonly total_amount?: PaymentAmount | undefined;
  readonly transactions?: readonly PaymentTransaction[] | undefined;
}

/** Parameters of `getPayment`. */
export interface GetPaymentParams extends NumberTarget {
  /** The name of the payment configuration in the `order_details` message. */
  readonly configurationName: string;
  /** The `reference_id` of the order in the `order_details` message. */
  readonly referenceId: string;
}

/**
 * Returns a payment (India); `undefined` if Meta has no such payment. Deliver goods on this answer, not on the webhook alone.
 *
 * Source: Meta, "Payments India: payment gateway integration".
 *
 * @example
 * (await getPayment(client, { configurationName: 'shop', referenceId: 'A-17' }))?.status; // 'captured'
 */
export async function getPayment(
  client: Client,
  params: GetPaymentParams,
  options?: CallOptions,
): Promise<Payment | undefined> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getPhoneNumberId(client, params)}/payments/${params.configurationName}/${params.referenceId}`,
      idempotency: 'safe',
      parse: (reply) =>
        parseResponse<{ payments: readonly Payment[] }>({
          payments: [{ reference_id: 'string', status: 'string' }],
        })(reply).payments[0],
    },
    options,
  );
}
