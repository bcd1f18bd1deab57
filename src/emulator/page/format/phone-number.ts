/**
 * How countries group the digits of their mobile numbers, for those that the price list names and the users of the page's first click. Source: the
 * international formats of Google's libphonenumber, read 2026-11-28 from the metadata of libphonenumber-js 1.13.16; confidence high. Brazil without
 * the ninth digit and Mexico with the old 1 are forms that WhatsApp IDs keep: confidence medium.
 */
const groupings: readonly (readonly [digits: RegExp, shown: string])[] = [
  [/^1(\d{3})(\d{3})(\d{4})$/, '+1 $1-$2-$3'],
  [/^20(1\d)(\d{8})$/, '+20 $1 $2'],
  [/^27([6-8]\d)(\d{3})(\d{4})$/, '+27 $1 $2 $3'],
  [/^31(6)(\d{8})$/, '+31 $1 $2'],
  [/^33([67])(\d\d)(\d\d)(\d\d)(\d\d)$/, '+33 $1 $2 $3 $4 $5'],
  [/^34([67]\d\d)(\d\d)(\d\d)(\d\d)$/, '+34 $1 $2 $3 $4'],
  [/^39(3\d\d)(\d{3})(\d{4})$/, '+39 $1 $2 $3'],
  [/^44(7\d{3})(\d{6})$/, '+44 $1 $2'],
  [/^49(15\d\d)(\d{7})$/, '+49 $1 $2'],
  [/^49(1[67]\d)(\d{7,8})$/, '+49 $1 $2'],
  [/^51(9\d\d)(\d{3})(\d{3})$/, '+51 $1 $2 $3'],
  [/^52(1)(33|5[56]|81)(\d{4})(\d{4})$/, '+52 $1 $2 $3 $4'],
  [/^52(33|5[56]|81)(\d{4})(\d{4})$/, '+52 $1 $2 $3'],
  [/^54(9)(11)(\d{4})(\d{4})$/, '+54 $1 $2 $3-$4'],
  [/^55(\d\d)(9\d{4})(\d{4})$/, '+55 $1 $2-$3'],
  [/^55(\d\d)([2-9]\d{3})(\d{4})$/, '+55 $1 $2-$3'],
  [/^56(9)(\d{4})(\d{4})$/, '+56 $1 $2 $3'],
  [/^57(3\d\d)(\d{7})$/, '+57 $1 $2'],
  [/^62(8[1-35-9]\d)(\d{3,4})(\d{3})$/, '+62 $1-$2-$3'],
  [/^62(8[1-35-9]\d)(\d{4})(\d{4,5})$/, '+62 $1-$2-$3'],
  [/^65([89]\d{3})(\d{4})$/, '+65 $1 $2'],
  [/^7(9\d\d)(\d{3})(\d\d)(\d\d)$/, '+7 $1 $2-$3-$4'],
  [/^90(5\d\d)(\d{3})(\d\d)(\d\d)$/, '+90 $1 $2 $3 $4'],
  [/^91([6-9]\d{4})(\d{5})$/, '+91 $1 $2'],
  [/^92(3\d\d)(\d{7})$/, '+92 $1 $2'],
  [/^234([7-9]\d\d)(\d{3})(\d{4})$/, '+234 $1 $2 $3'],
  [/^966(5\d)(\d{3})(\d{4})$/, '+966 $1 $2 $3'],
  [/^971(5\d)(\d{3})(\d{4})$/, '+971 $1 $2 $3'],
  [/^972(5\d)(\d{3})(\d{4})$/, '+972 $1-$2-$3'],
];

/** Returns a WhatsApp ID as people of its country write the number: `+55 11 98765-4321`. Other countries' digits stay ungrouped, user ids as they are. */
export function phoneNumber(waId: string): string {
  const digits = waId.replace(/^\+/, '');
  if (!/^\d{7,15}$/.test(digits)) return waId;
  const [pattern, shown = ''] = groupings.find(([form]) => form.test(digits)) ?? [];
  return pattern === undefined ? `+${digits}` : digits.replace(pattern, shown);
}
