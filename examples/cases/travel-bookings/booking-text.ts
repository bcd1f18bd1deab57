/** A booking as a message. */
import type { Booking, Passenger } from './data.ts';
import type { Texts } from './texts.ts';
import { formatDate, formatTime } from './times.ts';

/** Anybody who has a PNR can look it up, so a name is only hinted at: `R***h`. */
export const maskName = (name: string): string => name.replace(/^(.).*?(.?)$/u, '$1***$2');

const isWaiting = ({ current }: Passenger): boolean => /WL \d+$/.test(current);

/** What the codes of a booking mean, for those that it has. */
function explain({ passengers, isCharted }: Booking, say: Texts): readonly string[] {
  const notes: string[] = [];
  if (passengers.some(({ current }) => current.startsWith('RAC'))) notes.push(say.rac);
  if (!passengers.some(isWaiting)) return notes;
  if (!isCharted) return [...notes, say.waiting];
  return [...notes, passengers.every(isWaiting) ? say.allWaited : say.waited];
}

/** Returns the whole booking as a text. */
export function describeBooking(booking: Booking, say: Texts): string {
  const { train, origin, boarding, destination, departsAt, travelClass, quota, isCharted } = booking;
  return [
    `*${train}*, ${formatDate(departsAt)} ${formatTime(departsAt)}`,
    `${say.from} ${origin}, ${say.boarding} ${boarding}, ${say.to} ${destination}`,
    `${say.travelClass} ${travelClass}, ${say.quota} ${quota}`,
    isCharted ? say.charted : say.notCharted,
    ...booking.passengers.map(
      ({ number, name, booking: first, current }) => `${number}. ${maskName(name)}: ${first} → ${current}`,
    ),
    ...explain(booking, say).map((note) => `> ${note}`),
  ].join('\n');
}
