/** Times in India, which has one time zone and no summer time. */
const day = 24 * 3_600_000;
const offset = 5.5 * 3_600_000;

/** The beginning of a day. */
export const startOfDay = (at: number): number => Math.floor((at + offset) / day) * day - offset;

/** The end of the next day. */
export const endOfTomorrow = (at: number): number => startOfDay(at) + 2 * day;

/** `04-11-2026`, as tickets have it. */
export const formatDate = (at: number): string =>
  new Date(at + offset).toISOString().slice(0, 10).split('-').reverse().join('-');

/** `17:00`. */
export const formatTime = (at: number): string => new Date(at + offset).toISOString().slice(11, 16);

/** Moves `07:30` by some minutes. */
export function shiftTime(time: string, minutes: number): string {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  const moved = (((hours * 60 + rest + minutes) % 1440) + 1440) % 1440;
  return [Math.floor(moved / 60), moved % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
