/** When people are at the desk. Public holidays are left out: take them from your calendar. */

const timeZone = 'Asia/Almaty';
const [weekday, saturday] = [
  [9, 20],
  [10, 16],
] as const;
/** From and to by day of the week, Sunday first. */
const hours = [undefined, weekday, weekday, weekday, weekday, weekday, saturday];
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const clock = new Intl.DateTimeFormat('en-US', {
  timeZone,
  weekday: 'short',
  hour: 'numeric',
  hourCycle: 'h23',
});
const calendar = new Intl.DateTimeFormat('en-CA', { timeZone });

/** A time as the clock in the bank shows it. */
interface LocalTime {
  readonly day: number;
  readonly hour: number;
}

function toLocalTime(at: number): LocalTime {
  const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  return { day: days.indexOf(parts.get('weekday') ?? ''), hour: Number(parts.get('hour')) };
}

export function isOpen(at: number): boolean {
  const { day, hour } = toLocalTime(at);
  const [from, to] = hours[day] ?? [0, 0];
  return from <= hour && hour < to;
}

/** Returns when the desk opens next; now if it is open. */
export function nextOpening(at: number): LocalTime {
  return isOpen(at) ? toLocalTime(at) : nextOpening(at + 3_600_000);
}

/** Returns the date in the bank: `2026-11-02`. */
export const dateOf = (at: number): string => calendar.format(at);
