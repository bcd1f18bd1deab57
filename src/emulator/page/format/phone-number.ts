/** A WhatsApp ID in groups, for the eye: `+55 119 8765 4321`. */
export function phoneNumber(waId: string): string {
  const digits = waId.replace(/^\+/, '');
  if (!/^\d{7,15}$/.test(digits)) return waId;
  const groups: string[] = [];
  let rest = digits;
  while (rest.length > 5) {
    groups.unshift(rest.slice(-4));
    rest = rest.slice(0, -4);
  }
  return `+${rest.length > 2 ? `${rest.slice(0, 2)} ${rest.slice(2)}` : rest} ${groups.join(' ')}`;
}
