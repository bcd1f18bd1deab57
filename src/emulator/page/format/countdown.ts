const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const two = (value: number): string => String(value).padStart(2, '0');

/** What is left, in the two units that matter: `71 h 05 min`, `4 min 09 s`, `closed`. */
export function countdown(milliseconds: number): string {
  if (milliseconds <= 0) return 'closed';
  if (milliseconds >= hour)
    return `${Math.floor(milliseconds / hour)} h ${two(Math.floor((milliseconds % hour) / minute))} min`;
  return `${Math.floor(milliseconds / minute)} min ${two(Math.floor((milliseconds % minute) / second))} s`;
}
