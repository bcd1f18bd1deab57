import { badValue, show } from './pricing-error.ts';

const dayLength = 86_400_000;
const minute = 60_000;
const keptDays = 5000;
// Years 1 to 9999: dates compare as text.
const earliest = -62_135_000_000_000;
const latest = 253_402_000_000_000;

/** The offset from UTC during one UTC day: `before` until the instant `changesAt`, `after` from it. */
interface DayOffset {
  readonly before: number;
  readonly changesAt: number;
  readonly after: number;
}

interface Zone {
  readonly format: Intl.DateTimeFormat;
  readonly days: Map<number, DayOffset>;
}

const zones = new Map<string, Zone>();

function findZone(timeZone: string): Zone {
  let zone = zones.get(timeZone);
  if (zone === undefined) {
    try {
      const format = new Intl.DateTimeFormat('en-US', {
        timeZone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
      zone = { format, days: new Map() };
    } catch {
      throw badValue('timeZone', `${show(timeZone)} is not an IANA time zone such as "America/Sao_Paulo".`);
    }
    zones.set(timeZone, zone);
  }
  return zone;
}

function offsetAt(zone: Zone, at: number): number {
  const parts = new Map(zone.format.formatToParts(at).map((part) => [part.type, Number(part.value)]));
  const read = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  const wall = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  );
  return wall - Math.floor(at / 1000) * 1000;
}

function offsetOfDay(zone: Zone, day: number): DayOffset {
  const start = day * dayLength;
  const before = offsetAt(zone, start);
  const after = offsetAt(zone, start + dayLength - minute);
  if (before === after) return { before, changesAt: start, after };
  let low = 0;
  let high = 1440;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (offsetAt(zone, start + middle * minute) === before) low = middle;
    else high = middle;
  }
  return { before, changesAt: start + high * minute, after };
}

/** Returns epoch milliseconds of a `Date` or of epoch milliseconds. */
export function toEpoch(at: Date | number): number {
  if (typeof at === 'number') return at;
  return at instanceof Date ? at.getTime() : Number.NaN;
}

function localDay(at: number, timeZone: string): number {
  if (!(at > earliest && at < latest)) {
    throw badValue('at', `${show(at)} is not a time in epoch milliseconds.`);
  }
  if (timeZone === 'UTC') return Math.floor(at / dayLength);
  const zone = findZone(timeZone);
  const day = Math.floor(at / dayLength);
  let offset = zone.days.get(day);
  if (offset === undefined) {
    if (zone.days.size >= keptDays) zone.days.clear();
    offset = offsetOfDay(zone, day);
    zone.days.set(day, offset);
  }
  return Math.floor((at + (at < offset.changesAt ? offset.before : offset.after)) / dayLength);
}

const dates = new Map<number, string>();

/**
 * Returns the calendar date of an instant in a time zone: `2026-10-01`. Rate cards and market moves begin with it.
 * Offsets are cached per zone and UTC day, which allows a million calls a second.
 */
export function localDate(at: Date | number, timeZone: string): string {
  const day = localDay(toEpoch(at), timeZone);
  let date = dates.get(day);
  if (date === undefined) {
    if (dates.size >= keptDays) dates.clear();
    date = new Date(day * dayLength).toISOString().slice(0, 10);
    dates.set(day, date);
  }
  return date;
}

/** Returns whether a text is a date such as `2026-10-01` that exists. */
export function isDate(text: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/**
 * Returns the calendar month of an instant in a time zone: `2026-10`. Volume tiers and free service messages count per month.
 *
 * Throws `PricingError` if the time or the time zone is not valid.
 *
 * @param at A `Date` or epoch milliseconds.
 * @param timeZone The WABA's IANA time zone.
 *
 * @example
 * billingMonth(Date.UTC(2026, 9, 1), 'America/Sao_Paulo'); // '2026-09': it is still 9 pm on 30 September there
 */
export function billingMonth(at: Date | number, timeZone: string): string {
  return localDate(at, timeZone).slice(0, 7);
}

const timePattern = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(Z|[+-]\d\d:\d\d)?)?$/;

/**
 * Returns the instant, in epoch milliseconds, that a date or a time means to an account: `2026-10-01` is the first instant of that day in the
 * WABA's time zone, `2026-10-01T09:00` is 9 am there, and a time with an offset (`Z`, `-03:00`) is what it says. The time zone of the computer
 * does not matter. A time that a daylight-saving change skips is taken as much later as the clocks moved; of one that occurs twice the first is meant.
 *
 * Throws `PricingError` for any other text: `1.10.2026` and `01/10/2026` mean a different day in different countries.
 *
 * @param text A date, or a date and a time of at most milliseconds, in ISO 8601; a blank may stand for the `T`.
 * @param timeZone The WABA's IANA time zone. Default `UTC`.
 *
 * @example
 * parseBillingTime('2026-10-01', 'America/Sao_Paulo'); // Date.UTC(2026, 9, 1, 3)
 */
export function parseBillingTime(text: string, timeZone = 'UTC'): number {
  const [, date = '', time = '00:00', offset] =
    (typeof text === 'string' ? timePattern.exec(text) : null) ?? [];
  const at = isDate(date) ? Date.parse(`${date}T${time}${offset ?? 'Z'}`) : Number.NaN;
  if (Number.isNaN(at)) {
    throw badValue(
      'at',
      `${show(text)} is not a date such as 2026-10-01, or a time such as 2026-10-01T09:00.`,
    );
  }
  if (offset !== undefined) return at;
  const zone = findZone(timeZone);
  // A clock reads `at` at most twice: by the offset of the day before, and by that of the day after. In a gap no instant does.
  const [early, late] = [at - offsetAt(zone, at - dayLength), at - offsetAt(zone, at + dayLength)];
  const reads = [Math.min(early, late), Math.max(early, late)].find(
    (one) => one + offsetAt(zone, one) === at,
  );
  return reads ?? early;
}
