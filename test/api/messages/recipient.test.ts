import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toRecipientFields } from '../../../src/api/messages/recipient.ts';
import type { Recipient } from '../../../src/shared/recipient.ts';

const wire = (recipient: object, defaultCountry?: string) =>
  toRecipientFields(recipient as Recipient, defaultCountry);

test('default: a phone number becomes + and digits', () => {
  for (const to of ['+5511987654321', '+55 11 98765-4321', '+55 (11) 98765 4321']) {
    expect(wire({ to })).toEqual({ recipient_type: 'individual', to: '+5511987654321' });
  }
});

test('behavior: the WhatsApp ID of an event becomes a phone number, whatever the default country is', () => {
  expect(wire({ waId: '5511987654321' })).toEqual({ recipient_type: 'individual', to: '+5511987654321' });
  expect(wire({ waId: '5511987654321' }, '+49').to).toBe('+5511987654321');
});

test('behavior: a user id and a group have fields of their own', () => {
  expect(wire({ recipient: 'US.13491208655302741918' })).toEqual({
    recipient_type: 'individual',
    recipient: 'US.13491208655302741918',
  });
  expect(wire({ group: 'Y2FwaV9ncm91cA' })).toEqual({ recipient_type: 'group', to: 'Y2FwaV9ncm91cA' });
});

test('args: defaultCountry completes a number without one, and only that', () => {
  expect(wire({ to: '(11) 98765-4321' }, '+55').to).toBe('+5511987654321');
  expect(wire({ to: '11987654321' }, '55').to).toBe('+5511987654321');
  expect(wire({ to: '+4915112345678' }, '55').to).toBe('+4915112345678');
});

test.each([
  // The area code 55 of Brazil, and mobile numbers of India, Vietnam, Thailand, Italy and Kazakhstan that begin with their calling code.
  ['55', '55 98765-4321', '+5555987654321'],
  ['91', '91987 65432', '+919198765432'],
  ['84', '84 123 4567', '+84841234567'],
  ['66', '66 123 4567', '+66661234567'],
  ['39', '391 234 5678', '+393912345678'],
  ['7', '701 234 5678', '+77012345678'],
])('behavior: with the country %s, %s is a national number', (country, to, number) => {
  expect(wire({ to }, country).to).toBe(number);
  // The same number as a WhatsApp ID, which has the calling code already.
  expect(wire({ to: number.slice(1) }, country).to).toBe(number);
  expect(wire({ to: number.slice(1) }, `+${country}`).to).toBe(number);
});

test.each([
  '+5511987654321',
  '+14155552671',
  '+4915112345678',
  '+525512345678',
  '+6591234567',
  '+2348012345678',
])(
  'behavior: %s keeps its calling code, with the default country of its own, with or without a plus',
  (number) => {
    const [code = ''] = /^(?:1|49|52|55|65|234)/.exec(number.slice(1)) ?? [];
    for (const country of [code, `+${code}`])
      for (const to of [number, number.slice(1), number.slice(1 + code.length)])
        expect(wire({ to }, country).to).toBe(number);
  },
);

const noNumber =
  'to needs a + and the calling code, such as +55 11 91234-5678; pass the WhatsApp ID of an event as waId, and numbers without calling code with the option defaultCountry';
const notOne = 'to is missing or given twice: pass one of to, waId, recipient, group';
const noWaId = 'waId is not a WhatsApp ID such as 5511912345678, as an event carries it';
test.each([
  [{ to: '5511987654321' }, undefined, noNumber],
  [{ to: '011 98765 4321' }, '55', noNumber],
  [{ to: '0049 151 1234' }, '55', noNumber],
  [{ to: 'Ana' }, '55', noNumber],
  [{ to: '+55' }, undefined, noNumber],
  [{ to: '+1234567890123456' }, undefined, noNumber],
  [
    { to: 'US.13491208655302741918' },
    undefined,
    'to is a user id, which Meta ignores here: pass it as recipient',
  ],
  [{ recipient: '+5511987654321' }, undefined, 'recipient is not a user id such as US.13491208655302741918'],
  [{ waId: '+5511987654321' }, undefined, noWaId],
  [{ waId: 'US.13491208655302741918' }, undefined, noWaId],
  [{ waId: '5511987654321', to: '+5511987654321' }, undefined, notOne],
  [{}, undefined, notOne],
  [{ to: '', recipient: '' }, undefined, notOne],
  [{ to: '+5511987654321', recipient: 'US.1' }, undefined, notOne],
])('error: %j with default %s', (recipient, country, message) => {
  expect(() => wire(recipient, country)).toThrow(message);
});

test('behavior: spaces, hyphens and parentheses never change a number', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[1-9]\d{6,14}$/),
      fc.array(fc.tuple(fc.nat(15), fc.constantFrom(' ', '-', '(', ')'))),
      (digits, marks) => {
        const written = marks.reduce((text, [at, mark]) => text.slice(0, at) + mark + text.slice(at), digits);
        expect(wire({ to: `+${written}` }).to).toBe(`+${digits}`);
      },
    ),
  );
});
