import * as z from 'zod/mini';
import { anyText } from './checks.ts';
import { commonParts, type InteractiveBase } from './interactive-parts.ts';

/** Fields of an address form, such as `name`, `phone_number`, `in_pin_code`, `address`, `city`. */
export type AddressValues = Readonly<Record<string, string>>;

/** Asks for a delivery address (India). Source: Meta, "Address messages". */
export interface AddressPayload extends InteractiveBase {
  readonly type: 'address_message';
  readonly action: {
    readonly name: 'address_message';
    readonly parameters: {
      /** ISO code of two letters, `IN`. */
      readonly country: string;
      /** What the form shows filled in. */
      readonly values?: AddressValues | undefined;
      readonly saved_addresses?:
        readonly { readonly id: string; readonly value: AddressValues }[] | undefined;
      /** Faults of an address that was sent before, field by field. */
      readonly validation_errors?: AddressValues | undefined;
    };
  };
}

export const addressSchema = () => {
  const values = z.record(z.string(), z.string());
  return z.strictObject({
    type: z.literal('address_message'),
    ...commonParts(),
    action: z.strictObject({
      name: z.literal('address_message'),
      parameters: z.strictObject({
        country: z
          .string()
          .check(z.regex(/^[A-Z]{2}$/, { error: 'is not a country code of two capital letters' })),
        values: z.optional(values),
        saved_addresses: z.optional(z.array(z.strictObject({ id: anyText(), value: values }))),
        validation_errors: z.optional(values),
      }),
    }),
  });
};
