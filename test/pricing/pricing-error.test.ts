import { describe, expect, test } from 'vitest';
import { PricingError } from 'wabakit/pricing';
import { badValue, show } from '../../src/pricing/values/pricing-error.ts';

describe('PricingError', () => {
  test('error: one bad value, named and shown', () => {
    const error = badValue('to', 'is bad.');
    expect(error).toBeInstanceOf(PricingError);
    expect(error).toMatchObject({
      name: 'PricingError',
      kind: 'usage',
      summary: 'The price cannot be worked out from these values.',
      issues: [{ path: 'to', message: 'is bad.' }],
      message: 'The price cannot be worked out from these values.\n  to: is bad.',
    });
    expect(Object.getOwnPropertyDescriptor(error, Symbol.for('wabakit.error'))).toMatchObject({
      value: true,
      enumerable: false,
    });
    expect(show('x'.repeat(50))).toBe(`"${'x'.repeat(40)}"`);
    expect([show(5), show(undefined)]).toEqual(['5', 'undefined']);
  });
});
