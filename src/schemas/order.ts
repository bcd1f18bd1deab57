import * as z from 'zod/mini';
import { anyText, characters } from './checks.ts';
import { orderLimits } from './limits.ts';
import { mediaLink } from './media-message.ts';

/** An amount: `value` divided by `offset`. `{ value: 1234, offset: 100 }` is 12.34. */
export interface OrderAmount {
  readonly value: number;
  readonly offset: number;
  /** Up to 60 characters. */
  readonly description?: string | undefined;
}

/** One line of an order. */
export interface OrderItem {
  readonly retailer_id?: string | undefined;
  /** Up to 60 characters. */
  readonly name: string;
  readonly amount: OrderAmount;
  readonly quantity: number;
  /** The reduced price, which then counts instead of `amount`. */
  readonly sale_amount?: OrderAmount | undefined;
  readonly image?: { readonly link: string } | undefined;
  readonly country_of_origin?: string | undefined;
  readonly importer_name?: string | undefined;
  readonly importer_address?: Readonly<Record<string, string>> | undefined;
}

/** An order to review and pay: India and Brazil. Sources: Meta, "Payments API" for India and for Brazil. */
export interface OrderDetails {
  /** Unique for the business: letters, digits, `_`, `-` and `.`. */
  readonly reference_id: string;
  readonly type: 'digital-goods' | 'physical-goods';
  readonly payment_type?: string | undefined;
  readonly payment_configuration?: string | undefined;
  /** Ways to pay, as Meta's page of the country spells them. */
  readonly payment_settings?:
    readonly (Readonly<Record<string, unknown>> & { readonly type: string })[] | undefined;
  readonly shipping_info?: Readonly<Record<string, unknown>> | undefined;
  /** ISO 4217: `INR` or `BRL`. */
  readonly currency: string;
  /** Subtotal + tax + shipping - discount. */
  readonly total_amount: OrderAmount;
  readonly order: {
    readonly status: 'pending';
    readonly type?: 'quick_pay' | undefined;
    readonly catalog_id?: string | undefined;
    /** UTC seconds, at least 300 from now, and why. */
    readonly expiration?: { readonly timestamp: string; readonly description: string } | undefined;
    readonly items: readonly OrderItem[];
    readonly subtotal: OrderAmount;
    readonly tax: OrderAmount;
    readonly shipping?: OrderAmount | undefined;
    readonly discount?: (OrderAmount & { readonly discount_program_name?: string | undefined }) | undefined;
  };
}

/** How an order stands. */
export interface OrderStatus {
  readonly reference_id: string;
  readonly order: {
    /** Meta spells partial shipping with a hyphen for Brazil and with an underscore for India. */
    readonly status:
      | 'pending'
      | 'processing'
      | 'partially_shipped'
      | 'partially-shipped'
      | 'shipped'
      | 'completed'
      | 'canceled';
    /** Up to 120 characters. */
    readonly description?: string | undefined;
  };
  readonly payment?:
    | { readonly status: 'pending' | 'captured' | 'failed'; readonly timestamp?: number | undefined }
    | undefined;
}

const referenceId = () =>
  characters(orderLimits.referenceId).check(
    z.regex(/^[\w.-]*$/, { error: 'may hold letters, digits, underscores, hyphens and dots only' }),
  );

const amountFields = () => ({
  value: z.number(),
  offset: z.int(),
  description: z.optional(characters(orderLimits.description, 0)),
});

/** Says whether the total is what its parts give. */
function addsUp({ total_amount, order }: OrderDetails): boolean {
  const { subtotal, tax, shipping, discount } = order;
  return total_amount.value === subtotal.value + tax.value + (shipping?.value ?? 0) - (discount?.value ?? 0);
}

export const orderDetailsSchema = () => {
  const amount = z.strictObject(amountFields());
  const item = z.strictObject({
    retailer_id: z.optional(anyText()),
    name: characters(orderLimits.itemName),
    amount,
    quantity: z.int().check(z.minimum(1)),
    sale_amount: z.optional(amount),
    image: z.optional(z.strictObject({ link: mediaLink() })),
    country_of_origin: z.optional(anyText()),
    importer_name: z.optional(anyText()),
    importer_address: z.optional(z.record(z.string(), z.string())),
  });
  return z
    .strictObject({
      reference_id: referenceId(),
      type: z.enum(['digital-goods', 'physical-goods']),
      payment_type: z.optional(anyText()),
      payment_configuration: z.optional(anyText()),
      payment_settings: z.optional(z.array(z.looseObject({ type: anyText() }))),
      shipping_info: z.optional(z.record(z.string(), z.unknown())),
      currency: z
        .string()
        .check(z.regex(/^[A-Z]{3}$/, { error: 'is not a currency code of three capital letters' })),
      total_amount: amount,
      order: z.strictObject({
        status: z.literal('pending'),
        type: z.optional(z.literal('quick_pay')),
        catalog_id: z.optional(anyText()),
        expiration: z.optional(
          z.strictObject({
            timestamp: z
              .string()
              .check(z.regex(/^\d+$/, { error: 'is not a number of seconds, written as a string' })),
            description: characters(orderLimits.statusDescription),
          }),
        ),
        items: z.array(item).check(z.minLength(1)),
        subtotal: amount,
        tax: amount,
        shipping: z.optional(amount),
        discount: z.optional(
          z.strictObject({
            ...amountFields(),
            discount_program_name: z.optional(characters(orderLimits.description)),
          }),
        ),
      }),
    })
    .check(
      z.refine(addsUp, {
        path: ['total_amount', 'value'],
        error: 'is not subtotal + tax + shipping - discount',
      }),
    );
};

export const orderStatusSchema = () =>
  z.strictObject({
    reference_id: referenceId(),
    order: z.strictObject({
      status: z.enum([
        'pending',
        'processing',
        'partially_shipped',
        'partially-shipped',
        'shipped',
        'completed',
        'canceled',
      ]),
      description: z.optional(characters(orderLimits.statusDescription)),
    }),
    payment: z.optional(
      z.strictObject({ status: z.enum(['pending', 'captured', 'failed']), timestamp: z.optional(z.int()) }),
    ),
  });
