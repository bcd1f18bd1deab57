import type { AddressPayload, AddressValues } from '../schemas/interactive-address.ts';
import { interactiveParts, type InteractiveParts } from './interactive-parts.ts';
import { checkParams } from '../errors/check-params.ts';

/** A message that asks for an address. */
export interface AddressRequestParams extends InteractiveParts {
  /** `IN`: Meta offers the form in India. */
  readonly country: string;
  /** What the form shows filled in, by Meta's field names. */
  readonly values?: AddressValues | undefined;
  /** Addresses to pick from. */
  readonly savedAddresses?: readonly { readonly id: string; readonly value: AddressValues }[] | undefined;
  /** What was wrong with the address that the user sent before, by field. */
  readonly validationErrors?: AddressValues | undefined;
}

/**
 * Builds the content of a message that asks for a delivery address; the answer is a form reply.
 *
 * Source: Meta, "Address messages".
 *
 * @example
 * addressRequest({ body: 'Where shall we deliver?', country: 'IN', values: { city: 'Delhi' } }).interactive.action.parameters;
 * // { country: 'IN', values: { city: 'Delhi' } }
 */
export function addressRequest(params: AddressRequestParams): {
  readonly type: 'interactive';
  readonly interactive: AddressPayload;
} {
  const { country, values, savedAddresses, validationErrors, ...parts } = checkParams(
    'addressRequest',
    params,
    {
      body: true,
      country: true,
      header: false,
      footer: false,
      values: false,
      savedAddresses: false,
      validationErrors: false,
    },
  );
  return {
    type: 'interactive',
    interactive: {
      type: 'address_message',
      ...interactiveParts(parts),
      action: {
        name: 'address_message',
        parameters: {
          country,
          ...(values && { values }),
          ...(savedAddresses && { saved_addresses: savedAddresses }),
          ...(validationErrors && { validation_errors: validationErrors }),
        },
      },
    },
  };
}
