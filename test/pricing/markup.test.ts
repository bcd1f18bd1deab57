import { describe, expect, test } from 'vitest';
import { addMarkup, createMoney, type Markup } from 'wabakit/pricing';

const usd = (scaledAmount: number) => createMoney('USD', scaledAmount);

describe('addMarkup', () => {
  test('default: per cent on the amount and a sum per message', () => {
    expect(addMarkup(usd(6_250_000), { percent: 15, perMessage: usd(50) }, 10_000)).toEqual(usd(7_687_500));
    expect(addMarkup(usd(625), { percent: 20 })).toEqual(usd(750));
    expect(addMarkup(usd(0), { perMessage: usd(50) })).toEqual(usd(50));
    expect(addMarkup(usd(625), {})).toEqual(usd(625));
  });

  test('behavior: the per cent is rounded once, half to even', () => {
    expect(addMarkup(usd(10), { percent: 5 })).toEqual(usd(10));
    expect(addMarkup(usd(30), { percent: 5 })).toEqual(usd(32));
    expect(addMarkup(usd(10), { percent: 5.01 })).toEqual(usd(11));
    expect(addMarkup(usd(10), { percent: 12.5 })).toEqual(usd(11));
    expect(addMarkup(usd(8_000_000_000_000_001), { percent: 10 })).toEqual(usd(8_800_000_000_000_001));
  });

  test.each<[string, () => unknown]>([
    ['percent: -1', () => addMarkup(usd(1), { percent: -1 })],
    ['percent: 1.005', () => addMarkup(usd(1), { percent: 1.005 })],
    ['percent: NaN', () => addMarkup(usd(1), { percent: Number.NaN })],
    ['percent: Infinity', () => addMarkup(usd(1), { percent: Infinity })],
    ['messages: 1.5', () => addMarkup(usd(1), {}, 1.5)],
    ['messages: -1', () => addMarkup(usd(1), {}, -1)],
    ['amount: amounts', () => addMarkup(usd(-1), {})],
    ['amount: amounts', () => addMarkup(usd(1), { perMessage: usd(-1) })],
    ['scaledAmount', () => addMarkup(usd(Number.MAX_SAFE_INTEGER), { percent: 1 })],
  ])('error: %s', (message, act) => {
    expect(act).toThrow(message);
  });

  test('error: a mark-up in another currency', () => {
    const markup: Markup = { perMessage: createMoney('EUR', 1) };
    const amount = createMoney<'USD' | 'EUR'>('USD', 1);
    expect(() => addMarkup(amount, markup as Markup<'USD' | 'EUR'>)).toThrow(
      'perMessage: the mark-up is in EUR, the amount in USD.',
    );
  });
});
