import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactKey, isSameContact } from 'wabakit/contacts';

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });

/** The ways in which people write a number. */
function spellings(number: string): readonly string[] {
  const country = number.slice(0, 2);
  const rest = number.slice(2);
  return [
    number,
    `+${number}`,
    `+${country} ${rest}`,
    `+${country} (${rest.slice(0, 2)}) ${rest.slice(2, 6)}-${rest.slice(6)}`,
    ` ${country}.${rest.slice(0, 3)}.${rest.slice(3)} `,
    `+${country}\u00a0${rest.slice(0, 5)}\u00a0${rest.slice(5)}`,
  ];
}

describe('contactKey', () => {
  test.each([
    ['5511987654321', '5511987654321'],
    ['+55 11 98765-4321', '5511987654321'],
    ['551187654321', '5511987654321'],
    ['+55 (31) 8765-4321', '5531987654321'],
    ['525512345678', '5215512345678'],
    ['5215512345678', '5215512345678'],
    ['541158749895', '5491158749895'],
    ['+54 9 11 5874-9895', '5491158749895'],
    ['16505551234', '16505551234'],
    ['+1 (650) 555-1234', '16505551234'],
  ])('default: %s has the key %s', (id, key) => {
    expect(contactKey(id)).toBe(key);
  });

  test.each([
    ['a fixed line of Brazil', '551133334444'],
    ['a mobile number of a new range, whose local part would be a fixed line', '5511933334444'],
    ['a business-scoped user id', 'BR.13491208655302741918'],
    ['a parent id', 'US.ENT.11815799212886844830'],
    ['a group', 'Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD'],
    ['an older group id, which is longer than any number', '120363404694233820'],
    ['a key of your own', 'customer-17'],
    ['a short number', '123456'],
    ['an empty text', ''],
    ['a number with a trunk zero', '0119876543'],
    ['Spain, which looks like none of the three', '34612345678'],
    ['Peru, 11 digits', '51987654321'],
    ['Cuba, 10 digits', '5351234567'],
    ['Chile, 11 digits', '56912345678'],
  ])('behavior: %s is its own key', (_, id) => {
    expect(contactKey(id)).toBe(id);
  });

  test('behavior: every spelling of a number has one key', () => {
    fc.assert(
      fc.property(fc.constantFrom('52', '54', '55', '1', '34', '91'), digits(10), (country, rest) => {
        const number = `${country}${rest}`;
        const keys = new Set(spellings(number).map(contactKey));
        expect(keys.size).toBe(1);
      }),
    );
  });

  test('behavior: both forms of a mobile number of Mexico, Argentina and Brazil have one key', () => {
    const first = fc.constantFrom(...'12345678');
    fc.assert(
      fc.property(first, digits(9), fc.constantFrom(...'6789'), (area, rest, start) => {
        const national = `${area}${rest}`;
        expect(isSameContact(`+52 ${national}`, `521${national}`)).toBe(true);
        expect(isSameContact(`+54 ${national}`, `549${national}`)).toBe(true);
        const local = `${start}${rest.slice(0, 7)}`;
        expect(isSameContact(`+55 ${area}1 ${local}`, `55${area}19${local}`)).toBe(true);
      }),
    );
  });

  test('behavior: two numbers have one key only where one is the other form of the other', () => {
    fc.assert(
      fc.property(fc.constantFrom('52', '54', '55'), digits(10), digits(11), (country, short, long) => {
        const [a, b] = [`${country}${short}`, `${country}${long}`];
        if (!isSameContact(a, b)) return;
        const added = country === '55' ? 4 : 2;
        expect(b.slice(0, added) + b.slice(added + 1)).toBe(a);
      }),
    );
  });

  test('behavior: a key is its own key', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), digits(12), digits(13)), (id) => {
        expect(contactKey(contactKey(id))).toBe(contactKey(id));
      }),
    );
  });
});
