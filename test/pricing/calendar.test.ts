import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { billingMonth, parseBillingTime, pricingModelAt } from 'wabakit/pricing';
import { isDate, localDate } from '../../src/pricing/values/calendar.ts';

const hour = 3_600_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** What `Intl` alone says, without the code under test: a date, or the hour and minute. */
function plain(style: 'date' | 'time', at: number, timeZone: string): string {
  const key = `${style} ${timeZone}`;
  let format = formats.get(key);
  if (format === undefined) {
    const options = style === 'date' ? ({ dateStyle: 'short' } as const) : ({ timeStyle: 'short' } as const);
    format = new Intl.DateTimeFormat('en-CA', { timeZone, ...options });
    formats.set(key, format);
  }
  return format.format(at);
}

const plainDate = (at: number, timeZone: string): string => plain('date', at, timeZone);

describe('localDate', () => {
  test.each([
    ['America/Sao_Paulo', Date.UTC(2026, 9, 1, 3)],
    ['Asia/Kolkata', Date.UTC(2026, 8, 30, 18, 30)],
    ['Asia/Kathmandu', Date.UTC(2026, 8, 30, 18, 15)],
    ['Pacific/Kiritimati', Date.UTC(2026, 8, 30, 10)],
    ['Pacific/Pago_Pago', Date.UTC(2026, 9, 1, 11)],
    ['Australia/Lord_Howe', Date.UTC(2026, 8, 30, 13, 30)],
    ['UTC', Date.UTC(2026, 9, 1)],
  ])('default: 2026-10-01 begins in %s', (timeZone, at) => {
    expect(localDate(at - 1, timeZone)).toBe('2026-09-30');
    expect(localDate(at, timeZone)).toBe('2026-10-01');
  });

  test('behavior: days on which the clocks change, at midnight too', () => {
    // Cairo springs forward at midnight: 2026-04-24 begins at 1 am.
    const cairo = Date.UTC(2026, 3, 23, 22);
    expect(localDate(cairo - 1, 'Africa/Cairo')).toBe('2026-04-23');
    expect(localDate(cairo, 'Africa/Cairo')).toBe('2026-04-24');
    // Santiago falls back at midnight: 2026-04-04 has its last hour twice.
    const santiago = Date.UTC(2026, 3, 5, 4);
    expect(localDate(santiago - 1, 'America/Santiago')).toBe('2026-04-04');
    expect(localDate(santiago - hour, 'America/Santiago')).toBe('2026-04-04');
    expect(localDate(santiago, 'America/Santiago')).toBe('2026-04-05');
  });

  test('behavior: it equals Intl for any instant and zone', () => {
    const zones = [
      'America/New_York',
      'Europe/Berlin',
      'Africa/Cairo',
      'America/Santiago',
      'Asia/Kathmandu',
      'Africa/Casablanca',
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'UTC',
    ];
    const at = fc.integer({ min: Date.UTC(2019, 0, 1), max: Date.UTC(2028, 0, 1) });
    fc.assert(
      fc.property(at, fc.constantFrom(...zones), (instant, timeZone) => {
        expect(localDate(instant, timeZone)).toBe(plainDate(instant, timeZone));
      }),
      { numRuns: 2000 },
    );
  });

  test('behavior: it equals Intl around every change of the clocks of two years', () => {
    for (const timeZone of [
      'America/New_York',
      'Africa/Cairo',
      'America/Santiago',
      'Africa/Casablanca',
      'Australia/Lord_Howe',
    ]) {
      let offsetHour = new Date(Date.UTC(2025, 0, 1)).getTime();
      const end = Date.UTC(2027, 0, 1);
      const wallHour = (at: number): string => plain('time', at, timeZone);
      for (; offsetHour < end; offsetHour += 24 * hour) {
        if (wallHour(offsetHour) === wallHour(offsetHour + 24 * hour)) continue;
        for (let minutes = 0; minutes <= 1440; minutes += 15) {
          const at = offsetHour + minutes * 60_000;
          expect(localDate(at, timeZone), `${timeZone} ${new Date(at).toISOString()}`).toBe(
            plainDate(at, timeZone),
          );
          expect(localDate(at - 1, timeZone)).toBe(plainDate(at - 1, timeZone));
        }
      }
    }
  });

  test('behavior: the same after more days than are kept', () => {
    const from = Date.UTC(2012, 0, 1);
    for (let days = 0; days < 5100; days += 1) localDate(from + days * 24 * hour, 'Asia/Kolkata');
    expect(localDate(Date.UTC(2026, 8, 30, 18, 30), 'Asia/Kolkata')).toBe('2026-10-01');
    expect(localDate(Date.UTC(2026, 8, 30, 18, 29, 59), 'Asia/Kolkata')).toBe('2026-09-30');
  });

  test('behavior: instants before 1970', () => {
    expect(localDate(-1, 'UTC')).toBe('1969-12-31');
    expect(localDate(-1, 'Asia/Kolkata')).toBe('1970-01-01');
  });

  test('error: times out of range and zones that do not exist', () => {
    expect(() => localDate(8.64e15, 'UTC')).toThrow(
      'at: 8640000000000000 is not a time in epoch milliseconds.',
    );
    expect(() => localDate(Infinity, 'UTC')).toThrow('at: Infinity');
    expect(() => localDate(Number.NaN, 'UTC')).toThrow('at: NaN');
    expect(() => localDate(-62_135_000_000_000, 'UTC')).toThrow('at: -62135000000000');
    expect(() => localDate(253_402_000_000_000, 'UTC')).toThrow('at: 253402000000000');
    expect(localDate(253_401_999_999_999, 'UTC')).toBe('9999-12-28');
    expect(localDate(-62_134_999_999_999, 'UTC')).toBe('0001-01-07');
    expect(() => localDate(0, '')).toThrow('timeZone: "" is not an IANA time zone');
  });
});

describe('isDate', () => {
  test('default: dates that exist, in one form only', () => {
    expect(['2026-10-01', '2024-02-29'].map(isDate)).toEqual([true, true]);
    expect(
      ['2026-02-29', '2026-13-01', '2026-1-1', '', '2026-10-01T00:00', ' 2026-10-01', '12026-10-01'].map(
        isDate,
      ),
    ).toEqual(Array.from({ length: 7 }, () => false));
  });
});

describe('billingMonth and pricingModelAt', () => {
  test('default: turn with the time zone of the WABA', () => {
    const at = Date.UTC(2026, 9, 1);
    expect(billingMonth(at, 'America/Sao_Paulo')).toBe('2026-09');
    expect(billingMonth(at + 3 * hour, 'America/Sao_Paulo')).toBe('2026-10');
    expect(pricingModelAt(at, 'America/Sao_Paulo')).toBe('message_2025');
    expect(pricingModelAt(at + 3 * hour, 'America/Sao_Paulo')).toBe('message_2026');
  });

  test.each([
    ['2022-02-01', 'notification', 'conversation_2022'],
    ['2023-06-01', 'conversation_2022', 'conversation_2023'],
    ['2025-07-01', 'conversation_2023', 'message_2025'],
    ['2026-10-01', 'message_2025', 'message_2026'],
  ])('behavior: on %s %s ends and %s begins', (date, before, after) => {
    expect(pricingModelAt(Date.parse(date) - 1)).toBe(before);
    expect(pricingModelAt(Date.parse(date))).toBe(after);
  });
});

describe('parseBillingTime', () => {
  test.each([
    ['2026-10-01', 'America/Sao_Paulo', Date.UTC(2026, 9, 1, 3)],
    ['2026-10-01', 'Asia/Kolkata', Date.UTC(2026, 8, 30, 18, 30)],
    ['2026-10-01', undefined, Date.UTC(2026, 9, 1)],
    ['2026-10-01T09:00', 'America/Sao_Paulo', Date.UTC(2026, 9, 1, 12)],
    ['2026-10-01 09:00', 'America/Sao_Paulo', Date.UTC(2026, 9, 1, 12)],
    ['2026-10-01T09:00:01.5', 'UTC', Date.UTC(2026, 9, 1, 9, 0, 1, 500)],
    ['2026-10-01T09:00Z', 'America/Sao_Paulo', Date.UTC(2026, 9, 1, 9)],
    ['2026-10-01T09:00:00+05:30', 'America/Sao_Paulo', Date.UTC(2026, 9, 1, 3, 30)],
  ])('args: %s in %s', (text, timeZone, at) => {
    expect(parseBillingTime(text, timeZone)).toBe(at);
  });

  test.each([
    [
      'a day whose midnight is skipped begins at 1 am',
      '2018-11-04',
      'America/Sao_Paulo',
      '2018-11-04T03:00Z',
    ],
    ['a skipped time is an hour later', '2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30Z'],
    ['a repeated time is the first one', '2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30Z'],
    ['the hour before it occurs once', '2026-11-01T00:30', 'America/New_York', '2026-11-01T04:30Z'],
    ['the hour after it occurs once', '2026-11-01T02:30', 'America/New_York', '2026-11-01T07:30Z'],
    ['a repeated midnight is the first one', '2026-11-01', 'America/Havana', '2026-11-01T04:00Z'],
    ['a midnight after a repeated hour occurs once', '2026-10-30', 'Africa/Cairo', '2026-10-29T22:00Z'],
  ])('behavior: %s', (_, text, timeZone, at) => {
    expect(new Date(parseBillingTime(text, timeZone)).toISOString()).toBe(new Date(at).toISOString());
  });

  test('behavior: the day that it begins is the day that was asked for, in every zone', () => {
    const zones = [
      'America/Sao_Paulo',
      'Africa/Cairo',
      'Asia/Kathmandu',
      'Pacific/Kiritimati',
      'America/St_Johns',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2015, 0, 1) / 86_400_000, max: Date.UTC(2027, 0, 1) / 86_400_000 }),
        (timeZone, day) => {
          const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
          const at = parseBillingTime(date, timeZone);
          expect(localDate(at, timeZone)).toBe(date);
          expect(localDate(at - 1, timeZone) < date).toBe(true);
        },
      ),
    );
  });

  test.each([
    '1.10.2026',
    '01/10/2026',
    '2026-02-30',
    '2026-10-01T24:30',
    '2026-10-01T9:00',
    '46296',
    '',
    ' 2026-10-01',
  ])('error: %j is no date', (text) => {
    expect(() => parseBillingTime(text)).toThrow(
      `at: ${JSON.stringify(text)} is not a date such as 2026-10-01`,
    );
  });

  test('error: a zone that does not exist', () => {
    expect(() => parseBillingTime('2026-10-01', 'Mars/Olympus')).toThrow('timeZone: "Mars/Olympus"');
  });
});
