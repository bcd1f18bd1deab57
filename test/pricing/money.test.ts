import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMoney,
  compareMoney,
  currencies,
  formatMoney,
  isCurrency,
  createMoney,
  moneyToDecimal,
  multiplyMoney,
  parseMoney,
  roundMoney,
  subtractMoney,
  sumMoney,
  type Currency,
  type Money,
  PricingError,
} from 'wabakit/pricing';

describe('money', () => {
  test('default: ten-thousandths of the unit', () => {
    expect(createMoney('USD', 68)).toEqual({ currency: 'USD', scaledAmount: 68, scale: 4 });
    expect(Object.is(createMoney('USD', -0).scaledAmount, 0)).toBe(true);
  });

  test('error: fractions and numbers that are not exact', () => {
    expect(() => createMoney('USD', 0.5)).toThrow(
      'The price cannot be worked out from these values.\n  scaledAmount: 0.5 is not a whole number of ten-thousandths up to 2^53.',
    );
    expect(() => createMoney('USD', 2 ** 53)).toThrow('scaledAmount: 9007199254740992');
    expect(() => createMoney('USD', Number.NaN)).toThrow('scaledAmount: NaN');
    expect(createMoney('USD', 2 ** 53 - 1).scaledAmount).toBe(2 ** 53 - 1);
  });

  test('behavior: sixteen currencies', () => {
    expect(currencies).toHaveLength(16);
    expect(isCurrency('BRL')).toBe(true);
    expect(isCurrency('CHF')).toBe(false);
  });
});

describe('parseMoney and moneyToDecimal', () => {
  test.each([
    ['0.0068', 68],
    ['586.3300', 5_863_300],
    ['1', 10_000],
    ['1.5', 15_000],
    ['-0.0182', -182],
    ['-12.5', -125_000],
    ['900719925474.0991', 2 ** 53 - 1],
  ])('default: %s is %i scaledAmount', (text, scaledAmount) => {
    expect(parseMoney('USD', text).scaledAmount).toBe(scaledAmount);
  });

  test.each(['', '.5', '1.', '1,5', '0.00681', '1e3', ' 1', '1 ', '+1', '--1', '9007199254740993'])(
    'error: %j is no amount',
    (text) => {
      expect(() => parseMoney('USD', text)).toThrow(PricingError);
    },
  );

  test('error: the message shows the text and its limit', () => {
    expect(() => parseMoney('USD', '0.00681')).toThrow(
      'text: "0.00681" is not an amount such as "0.0068" (at most four decimals).',
    );
  });

  test('behavior: any amount comes back as it was', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (scaledAmount) => {
        expect(parseMoney('EUR', moneyToDecimal(createMoney('EUR', scaledAmount)))).toEqual(
          createMoney('EUR', scaledAmount),
        );
      }),
    );
  });
});

describe('moneyToDecimal', () => {
  test('default: four decimals, no sign for nothing', () => {
    expect(
      [0, 68, -68, 10_000, -123_456].map((scaledAmount) => moneyToDecimal(createMoney('USD', scaledAmount))),
    ).toEqual(['0.0000', '0.0068', '-0.0068', '1.0000', '-12.3456']);
  });
});

describe('arithmetic', () => {
  const a = createMoney('USD', 68);
  const b = createMoney('USD', 250);

  test('default: adds, subtracts, multiplies, sums and compares exactly', () => {
    expect(addMoney(a, b)).toEqual(createMoney('USD', 318));
    expect(subtractMoney(a, b)).toEqual(createMoney('USD', -182));
    expect(multiplyMoney(a, 1000)).toEqual(createMoney('USD', 68_000));
    expect(multiplyMoney(a, -1)).toEqual(createMoney('USD', -68));
    expect(sumMoney('USD', [a, b, a])).toEqual(createMoney('USD', 386));
    expect(sumMoney('INR', [])).toEqual(createMoney('INR', 0));
    expect(compareMoney(a, b)).toBeLessThan(0);
    expect(compareMoney(b, a)).toBeGreaterThan(0);
    expect(compareMoney(a, createMoney('USD', 68))).toBe(0);
  });

  test('error: two currencies', () => {
    const dollars: Money = a;
    const euros: Money = createMoney('EUR', 1);
    const message = "currency: USD and EUR do not add: Meta's cards are never converted.";
    expect(() => addMoney(dollars, euros)).toThrow(message);
    expect(() => subtractMoney(dollars, euros)).toThrow(message);
    expect(() => compareMoney(dollars, euros)).toThrow(message);
    expect(() => sumMoney<Currency>('USD', [euros])).toThrow(message);
  });

  test('error: a sum or a product that would lose digits', () => {
    expect(() => addMoney(createMoney('IDR', 2 ** 53 - 1), createMoney('IDR', 1))).toThrow('up to 2^53');
    expect(() => multiplyMoney(createMoney('IDR', 2 ** 52), 2)).toThrow('up to 2^53');
    expect(() => multiplyMoney(a, 1.5)).toThrow('count: 1.5 is not a whole number.');
  });

  test('behavior: the sum of the parts is the whole, in any order', () => {
    const amounts = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 30 });
    fc.assert(
      fc.property(amounts, (scaledAmount) => {
        const parts = scaledAmount.map((one) => createMoney('USD', one));
        const total = sumMoney('USD', parts);
        expect(total.scaledAmount).toBe(scaledAmount.reduce((sum, one) => sum + one, 0));
        expect(sumMoney('USD', [...parts].reverse())).toEqual(total);
      }),
    );
  });
});

describe('roundMoney', () => {
  test.each([
    [12_350, 'half_even', 12_400],
    [12_450, 'half_even', 12_400],
    [12_451, 'half_even', 12_500],
    [12_449, 'half_even', 12_400],
    [12_450, 'half_up', 12_500],
    [12_449, 'half_up', 12_400],
    [12_401, 'up', 12_500],
    [12_499, 'down', 12_400],
    [12_400, 'half_even', 12_400],
    [12_400, 'half_up', 12_400],
    [12_400, 'up', 12_400],
    [12_400, 'down', 12_400],
    [-12_450, 'half_up', -12_500],
    [-12_350, 'half_even', -12_400],
    [-12_401, 'up', -12_500],
    [-12_499, 'down', -12_400],
  ] as const)('default: %i scaledAmount to two decimals by %s', (scaledAmount, mode, rounded) => {
    expect(roundMoney(createMoney('USD', scaledAmount), 2, mode).scaledAmount).toBe(rounded);
  });

  test('args: two decimals and half_even where nothing is said, zero to four decimals', () => {
    expect(roundMoney(createMoney('USD', 12_350)).scaledAmount).toBe(12_400);
    expect(roundMoney(createMoney('USD', 12_450)).scaledAmount).toBe(12_400);
    expect(roundMoney(createMoney('USD', 14_999), 0).scaledAmount).toBe(10_000);
    expect(roundMoney(createMoney('USD', 15_000), 0).scaledAmount).toBe(20_000);
    expect(roundMoney(createMoney('USD', 12_345), 4, 'up').scaledAmount).toBe(12_345);
    expect(roundMoney(createMoney('USD', 12_345), 3, 'half_up').scaledAmount).toBe(12_350);
  });

  test('error: decimals past the fourth', () => {
    expect(() => roundMoney(createMoney('USD', 1), 5)).toThrow(
      'digits: 5 is not a number of decimals from 0 to 4.',
    );
    expect(() => roundMoney(createMoney('USD', 1), -1)).toThrow('digits: -1');
    expect(() => roundMoney(createMoney('USD', 1), 1.5)).toThrow('digits: 1.5');
  });

  test('behavior: rounding twice is rounding once, and moves by less than a step', () => {
    const modes = fc.constantFrom('half_even', 'half_up', 'up', 'down' as const);
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 4 }), modes, (scaledAmount, digits, mode) => {
        const once = roundMoney(createMoney('USD', scaledAmount), digits, mode);
        expect(roundMoney(once, digits, mode)).toEqual(once);
        expect(Math.abs(once.scaledAmount - scaledAmount)).toBeLessThan(10 ** (4 - digits));
      }),
    );
  });
});

describe('formatMoney', () => {
  test('default: exact, en-US, at least two decimals', () => {
    expect(formatMoney(createMoney('USD', 12_345_068))).toBe('$1,234.5068');
    expect(formatMoney(createMoney('USD', 15_000))).toBe('$1.50');
    expect(formatMoney(createMoney('USD', -68))).toBe('-$0.0068');
    expect(formatMoney(createMoney('IDR', 2 ** 53 - 1), { locale: 'en-US' })).toBe(
      'IDR\u00a0900,719,925,474.0991',
    );
  });

  test('args: locale and minimumDigits', () => {
    expect(formatMoney(createMoney('BRL', 3217), { locale: 'pt-BR' })).toBe('R$\u00a00,3217');
    expect(formatMoney(createMoney('USD', 15_000), { minimumDigits: 4 })).toBe('$1.5000');
    expect(formatMoney(createMoney('USD', 20_000), { minimumDigits: 0 })).toBe('$2');
  });
});
