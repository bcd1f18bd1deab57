import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMoney,
  compareMoney,
  currencies,
  formatMoney,
  isCurrency,
  money,
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
    expect(money('USD', 68)).toEqual({ currency: 'USD', units: 68 });
    expect(Object.is(money('USD', -0).units, 0)).toBe(true);
  });

  test('error: fractions and numbers that are not exact', () => {
    expect(() => money('USD', 0.5)).toThrow(
      'The price cannot be worked out from these values.\n  units: 0.5 is not a whole number of ten-thousandths up to 2^53.',
    );
    expect(() => money('USD', 2 ** 53)).toThrow('units: 9007199254740992');
    expect(() => money('USD', Number.NaN)).toThrow('units: NaN');
    expect(money('USD', 2 ** 53 - 1).units).toBe(2 ** 53 - 1);
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
  ])('default: %s is %i units', (text, units) => {
    expect(parseMoney('USD', text).units).toBe(units);
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
      fc.property(fc.maxSafeInteger(), (units) => {
        expect(parseMoney('EUR', moneyToDecimal(money('EUR', units)))).toEqual(money('EUR', units));
      }),
    );
  });
});

describe('moneyToDecimal', () => {
  test('default: four decimals, no sign for nothing', () => {
    expect([0, 68, -68, 10_000, -123_456].map((units) => moneyToDecimal(money('USD', units)))).toEqual([
      '0.0000',
      '0.0068',
      '-0.0068',
      '1.0000',
      '-12.3456',
    ]);
  });
});

describe('arithmetic', () => {
  const a = money('USD', 68);
  const b = money('USD', 250);

  test('default: adds, subtracts, multiplies, sums and compares exactly', () => {
    expect(addMoney(a, b)).toEqual(money('USD', 318));
    expect(subtractMoney(a, b)).toEqual(money('USD', -182));
    expect(multiplyMoney(a, 1000)).toEqual(money('USD', 68_000));
    expect(multiplyMoney(a, -1)).toEqual(money('USD', -68));
    expect(sumMoney('USD', [a, b, a])).toEqual(money('USD', 386));
    expect(sumMoney('INR', [])).toEqual(money('INR', 0));
    expect(compareMoney(a, b)).toBeLessThan(0);
    expect(compareMoney(b, a)).toBeGreaterThan(0);
    expect(compareMoney(a, money('USD', 68))).toBe(0);
  });

  test('error: two currencies', () => {
    const dollars: Money = a;
    const euros: Money = money('EUR', 1);
    const message = "currency: USD and EUR do not add: Meta's cards are never converted.";
    expect(() => addMoney(dollars, euros)).toThrow(message);
    expect(() => subtractMoney(dollars, euros)).toThrow(message);
    expect(() => compareMoney(dollars, euros)).toThrow(message);
    expect(() => sumMoney<Currency>('USD', [euros])).toThrow(message);
  });

  test('error: a sum or a product that would lose digits', () => {
    expect(() => addMoney(money('IDR', 2 ** 53 - 1), money('IDR', 1))).toThrow('up to 2^53');
    expect(() => multiplyMoney(money('IDR', 2 ** 52), 2)).toThrow('up to 2^53');
    expect(() => multiplyMoney(a, 1.5)).toThrow('count: 1.5 is not a whole number.');
  });

  test('behavior: the sum of the parts is the whole, in any order', () => {
    const amounts = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 30 });
    fc.assert(
      fc.property(amounts, (units) => {
        const parts = units.map((one) => money('USD', one));
        const total = sumMoney('USD', parts);
        expect(total.units).toBe(units.reduce((sum, one) => sum + one, 0));
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
  ] as const)('default: %i units to two decimals by %s', (units, mode, rounded) => {
    expect(roundMoney(money('USD', units), 2, mode).units).toBe(rounded);
  });

  test('args: two decimals and half_even where nothing is said, zero to four decimals', () => {
    expect(roundMoney(money('USD', 12_350)).units).toBe(12_400);
    expect(roundMoney(money('USD', 12_450)).units).toBe(12_400);
    expect(roundMoney(money('USD', 14_999), 0).units).toBe(10_000);
    expect(roundMoney(money('USD', 15_000), 0).units).toBe(20_000);
    expect(roundMoney(money('USD', 12_345), 4, 'up').units).toBe(12_345);
    expect(roundMoney(money('USD', 12_345), 3, 'half_up').units).toBe(12_350);
  });

  test('error: decimals past the fourth', () => {
    expect(() => roundMoney(money('USD', 1), 5)).toThrow(
      'digits: 5 is not a number of decimals from 0 to 4.',
    );
    expect(() => roundMoney(money('USD', 1), -1)).toThrow('digits: -1');
    expect(() => roundMoney(money('USD', 1), 1.5)).toThrow('digits: 1.5');
  });

  test('behavior: rounding twice is rounding once, and moves by less than a step', () => {
    const modes = fc.constantFrom('half_even', 'half_up', 'up', 'down' as const);
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 4 }), modes, (units, digits, mode) => {
        const once = roundMoney(money('USD', units), digits, mode);
        expect(roundMoney(once, digits, mode)).toEqual(once);
        expect(Math.abs(once.units - units)).toBeLessThan(10 ** (4 - digits));
      }),
    );
  });
});

describe('formatMoney', () => {
  test('default: exact, en-US, at least two decimals', () => {
    expect(formatMoney(money('USD', 12_345_068))).toBe('$1,234.5068');
    expect(formatMoney(money('USD', 15_000))).toBe('$1.50');
    expect(formatMoney(money('USD', -68))).toBe('-$0.0068');
    expect(formatMoney(money('IDR', 2 ** 53 - 1), { locale: 'en-US' })).toBe('IDR\u00a0900,719,925,474.0991');
  });

  test('args: locale and minimumDigits', () => {
    expect(formatMoney(money('BRL', 3217), { locale: 'pt-BR' })).toBe('R$\u00a00,3217');
    expect(formatMoney(money('USD', 15_000), { minimumDigits: 4 })).toBe('$1.5000');
    expect(formatMoney(money('USD', 20_000), { minimumDigits: 0 })).toBe('$2');
  });
});
