import { expect, test } from 'vitest';
import * as wabakit from 'wabakit';

const errors = {
  isApiError: new wabakit.ApiError(
    { code: 131047, message: 'closed' },
    400,
    (text) => text,
    undefined,
    undefined,
  ),
  isTransportError: new wabakit.TransportError('network', 'The call failed: network.'),
  isOutcomeUnknownError: new wabakit.OutcomeUnknownError('The outcome is unknown: timeout.', 'order-17'),
  isResponseShapeError: new wabakit.ResponseShapeError('id should be string, is undefined'),
  isUsageError: new wabakit.UsageError({ summary: 'Nothing was sent.' }),
} as const;
const guards = Object.keys(errors) as (keyof typeof errors)[];

test.each(guards)('default: %s knows its own error and no other', (name) => {
  const known = guards.filter((other) => wabakit[name](errors[other]));
  expect(known).toEqual([name]);
  expect([undefined, null, 'error', new Error('x'), {}].filter((value) => wabakit[name](value))).toEqual([]);
});

test.each(guards)('behavior: %s knows errors of another copy of the package, by brand', (name) => {
  const copy = Object.assign(new Error(), { kind: errors[name].kind, code: 131047 });
  Object.defineProperty(copy, Symbol.for('wabakit.error'), { value: true });
  expect(wabakit[name](copy)).toBe(true);
  expect(wabakit.isWabakitError(copy)).toBe(true);
});
