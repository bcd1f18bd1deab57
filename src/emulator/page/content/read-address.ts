import { at, toList, toObject, toText } from '../../kernel/json.ts';
import { getAddressFields, type AddressField } from './address-fields.ts';

type Values = Readonly<Record<string, string>>;

/** A form for an address as a message asks for it. */
export interface AddressForm {
  readonly fields: readonly (AddressField & {
    readonly value: string;
    /** What was wrong with it the last time. */
    readonly error?: string | undefined;
  })[];
  readonly saved: readonly { readonly id: string; readonly values: Values; readonly summary: string }[];
}

const readValues = (value: unknown): Values =>
  Object.fromEntries(
    Object.entries(toObject(value)).flatMap(([name, part]) => {
      const text = toText(part);
      return text === undefined ? [] : [[name, text]];
    }),
  );

/** Reads the form of an address message; `user` fills in the name and number that WhatsApp knows. */
export function readAddressForm(
  interactive: unknown,
  user: { readonly name: string; readonly waId: string },
): AddressForm {
  const parameters = at(interactive, 'action', 'parameters');
  const values = readValues(at(parameters, 'values'));
  const errors = readValues(at(parameters, 'validation_errors'));
  const known: Values = { name: user.name, phone_number: `+${user.waId}`, ...values };
  return {
    fields: getAddressFields(toText(at(parameters, 'country')) ?? '', [
      ...Object.keys(values),
      ...Object.keys(errors),
    ]).map((field) => ({ ...field, value: known[field.name] ?? '', error: errors[field.name] })),
    saved: toList(at(parameters, 'saved_addresses')).map((address) => {
      const own = readValues(at(address, 'value'));
      return {
        id: toText(at(address, 'id')) ?? '',
        values: own,
        summary: Object.values(own).filter(Boolean).join(', '),
      };
    }),
  };
}
