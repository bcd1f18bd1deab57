/** How fast something that Meta limits may be used: a pause, and a pace by GCRA (a leaky bucket that stores one time). Times are milliseconds. */
export interface Gate {
  /** Calls per second; `Infinity` for no pace. */
  rate: number;
  /** What the rate may climb to. */
  most: number;
  /** Below it the rate climbs fast. */
  steady: number;
  /** How far ahead of the pace a burst may run. */
  readonly burst: number;
  /** How late calls may be and catch up. What is lost beyond it, in a longer rest or while the process stands still, is not made up for. */
  readonly late: number;
  /** When the next call is due by the pace. */
  due: number;
  /** When the last pause was set. */
  pausedAt: number;
  /** When the last pause ends. */
  pausedUntil: number;
  /** Pauses since the last accepted call. */
  pauses: number;
}

/** Makes an open gate. */
export const createGate = (most = Infinity, burst = 0): Gate => ({
  rate: most,
  most,
  steady: Infinity,
  burst,
  // A sliding second then holds at most 98 % of 1,010 ms' worth: a call may arrive another 10 ms late before the limit is passed.
  late: burst === 0 ? 10 : 0,
  due: 0,
  pausedAt: -Infinity,
  pausedUntil: 0,
  pauses: 0,
});

/** Returns the milliseconds until a gate lets a call pass; 0 or less if it is open. */
export const getWait = ({ pausedUntil, due, burst }: Gate, now: number): number =>
  Math.max(pausedUntil, due - burst) - now;

/** Counts a call that passes. Returns the time from which it counts. */
export function pass(gate: Gate, now: number): number {
  const from = Math.max(gate.due, now - gate.late);
  gate.due = from + 1000 / gate.rate;
  return from;
}

/** Counts a call from a later time: it passed at `from`, and Meta may have counted it as late as its answer came. */
export function postpone(gate: Gate, from: number, answeredAt: number): void {
  gate.due += Math.max(0, answeredAt - from);
}

/** Sets what the rate may climb to. A rate that no throttle has slowed follows it. */
export function setMost(gate: Gate, most: number): void {
  gate.rate = gate.rate === gate.most ? most : Math.min(gate.rate, most);
  gate.most = most;
}

/** Ends a row of pauses and lets the rate climb: by one a second for each call at first, which doubles it every second, then by 5 % a second. */
export function accept(gate: Gate): void {
  gate.pauses = 0;
  gate.rate = Math.min(gate.most, gate.rate + (gate.rate < gate.steady ? 1 : 0.05));
}

// Half of the lowest throughput that Meta documents, 20 a second for numbers that are also in the WhatsApp Business app.
const firstRate = 10;

/** Halves the rate, down to one call a second or the most that there is. A gate without a pace gets the first one. */
export function slowDown(gate: Gate): void {
  if (gate.rate === Infinity) gate.rate = firstRate;
  else gate.steady = gate.rate = Math.max(Math.min(1, gate.most), gate.rate / 2);
}

/** Closes a gate for some milliseconds; a pause that is longer stays. */
export function pause(gate: Gate, now: number, milliseconds: number): void {
  gate.pausedUntil = Math.max(gate.pausedUntil, now + milliseconds);
}
