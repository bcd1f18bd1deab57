import { describe, expect, test } from 'vitest';
import { findRateCard, quote, usd20260401, usd20261001, type Quote, type RateCard } from 'wabakit/pricing';
import { localDate } from '../../src/pricing/values/calendar.ts';
import { cardFor, withDoubt } from '../../src/pricing/quote/dated-card.ts';

describe('cardFor', () => {
  test('default: the card of the day', () => {
    expect(cardFor('USD', '2026-10-01', undefined)).toBe(usd20261001);
  });

  test('behavior: a card that is not known has the rules of its day and no rate', () => {
    expect(cardFor('GBP', '2026-11-02', undefined)).toEqual({
      id: '2026-11-02-GBP',
      currency: 'GBP',
      effectiveFrom: '2026-11-02',
      effectiveUntil: undefined,
      model: 'message_2026',
      complete: false,
      confidence: 'low',
      tierConfidence: 'low',
      source: 'none',
      markets: new Map(),
    });
  });

  test('args: cards of the caller: their currency only, the latest, the first of one day', () => {
    const own = (id: string, effectiveFrom: string): RateCard => ({
      ...usd20260401,
      id,
      effectiveFrom,
      effectiveUntil: undefined,
    });
    const euro: RateCard = { ...own('euro', '2026-08-01'), currency: 'EUR' };
    const on = (...cards: RateCard[]): string => cardFor('USD', '2026-09-01', cards).id;
    expect(on(euro)).toBe('2026-07-01-USD');
    expect(on(own('late', '2026-08-02'), own('early', '2026-08-01'))).toBe('late');
    expect(on(own('early', '2026-08-01'), own('late', '2026-08-02'))).toBe('late');
    expect(on(own('first', '2026-08-01'), own('second', '2026-08-01'))).toBe('first');
    expect(on(own('mine', '2026-07-01'))).toBe('mine');
    expect(on(own('older', '2026-06-30'))).toBe('2026-07-01-USD');
    expect(on(own('coming', '2026-09-02'))).toBe('2026-07-01-USD');
  });

  test('args: timeZone decides on which day the search is', () => {
    const at = Date.UTC(2026, 9, 1);
    expect(findRateCard({ currency: 'USD', at })?.id).toBe('2026-10-01-USD');
    expect(findRateCard({ currency: 'USD', at, timeZone: 'America/Sao_Paulo' })?.id).toBe('2026-07-01-USD');
    expect(findRateCard({ currency: 'USD', at: at - 1, timeZone: 'Asia/Kolkata' })?.id).toBe(
      '2026-10-01-USD',
    );
  });
});

describe('withDoubt', () => {
  const at = Date.UTC(2026, 10, 2);
  const ask = (more: object): Quote =>
    quote({ market: 'Brazil', category: 'utility', at, currency: 'USD', ...more });
  const priced = ask({});
  const last: RateCard<'USD'> = { ...usd20261001, effectiveUntil: undefined };
  const reason = (date: string): string | undefined => withDoubt(priced, last, date).reasons.at(-1);

  test('default: a price of the last card is doubted from the next quarter on', () => {
    expect(withDoubt(priced, last, '2026-12-31')).toBe(priced);
    expect(withDoubt(priced, last, '2027-01-01')).toEqual({
      ...priced,
      confidence: 'low',
      reasons: [
        ...priced.reasons,
        'a card later than 2026-10-01-USD may be in force on 2027-01-01: load it with parseRateCardCsv',
      ],
    });
    expect(reason('2027-05-06')).toContain('may be in force on 2027-05-06');
  });

  test('behavior: a card begun in the middle of a quarter lasts to its end', () => {
    const card = { ...last, effectiveFrom: '2027-02-10' };
    expect(withDoubt(priced, card, '2027-03-31')).toBe(priced);
    expect(withDoubt(priced, card, '2027-04-01').reasons).toHaveLength(priced.reasons.length + 1);
  });

  test('behavior: what is free, refused or unknown, and a card with a known end, is not doubted', () => {
    for (const answer of [
      ask({ window: 'both' }),
      ask({ market: 'Atlantis' }),
      ask({ category: 'service' }),
      ask({ category: 'general_purpose_ai' }),
    ]) {
      expect(withDoubt(answer, last, '2028-01-01')).toBe(answer);
    }
    expect(withDoubt(priced, { ...last, effectiveUntil: '2027-01-01' }, '2028-01-01')).toBe(priced);
  });
});

test('behavior: a day begins to the second in zones of old', () => {
  // Berlin kept its local mean time, 53 minutes and 28 seconds ahead, until 1893.
  const midnight = Date.UTC(1880, 0, 1) - (53 * 60 + 28) * 1000;
  expect(localDate(midnight - 1, 'Europe/Berlin')).toBe('1879-12-31');
  expect(localDate(midnight, 'Europe/Berlin')).toBe('1880-01-01');
});
