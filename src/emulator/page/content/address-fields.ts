/** A field of an address form. */
export interface AddressField {
  readonly name: string;
  readonly label: string;
  readonly inputMode: 'text' | 'tel' | 'decimal';
}

const field = (name: string, label: string, inputMode: AddressField['inputMode'] = 'text'): AddressField => ({
  name,
  label,
  inputMode,
});

const person = [field('name', 'Name'), field('phone_number', 'Phone number', 'tel')];

/**
 * The fields of the form by country. Source: Meta, "Address messages", read 2026-11-28 for India (confidence high); Singapore as Meta's page had it
 * until 2025 and 360dialog's page still has it (confidence medium).
 */
const fieldsByCountry: Readonly<Record<string, readonly AddressField[]>> = {
  IN: [
    ...person,
    field('in_pin_code', 'Pin code', 'decimal'),
    field('house_number', 'Flat or house number'),
    field('floor_number', 'Floor number'),
    field('tower_number', 'Tower number'),
    field('building_name', 'Building or apartment name'),
    field('address', 'Address'),
    field('landmark_area', 'Landmark or area'),
    field('city', 'City'),
    field('state', 'State'),
  ],
  SG: [
    ...person,
    field('sg_post_code', 'Post code', 'decimal'),
    field('unit_number', 'Unit number'),
    field('address', 'Address'),
    field('city', 'City'),
  ],
};

/** Returns the fields of a country's form; for a country that Meta has no form for, those that the message fills in, under their own names. */
export const getAddressFields = (country: string, filledIn: readonly string[]): readonly AddressField[] =>
  fieldsByCountry[country] ?? [
    ...person,
    ...filledIn
      .filter((name) => !person.some((own) => own.name === name))
      .map((name) => field(name, name.replaceAll('_', ' '))),
  ];
