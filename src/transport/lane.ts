import { getWait, pass, type Gate } from './gate.ts';
import type { LimitScope } from './throttles.ts';

/** A call that waits for its turn. */
export interface Waiter {
  readonly lane: Lane;
  /** What the call has to pass, all at the same moment. */
  readonly gates: ReadonlyMap<LimitScope, Gate>;
  /** What holds the call up; `undefined` if it did not have to wait. */
  limitedBy: LimitScope | undefined;
  /** Returns the pair that a message belongs to, if its pace or a pause is known. */
  getPair(): Pair | undefined;
  /** Called when the call may be made, with the time from which it counts for its pair. */
  go(pairFrom: number | undefined): void;
}

/** Calls that pass the same gates, first come, first served. */
export interface Lane {
  /** Calls that go before the others because they have waited before: refused once, or held up by their pair. */
  readonly first: Set<Waiter>;
  readonly waiting: Set<Waiter>;
  /** What holds the lane up while the timer runs. */
  limitedBy: LimitScope | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Messages from one number to one user: those that the pair's limit holds up stand aside, so that the lane moves on. */
export interface Pair extends Lane {
  readonly gate: Gate;
}

/** Makes an empty lane. */
export const createLane = (): Lane => ({
  first: new Set(),
  waiting: new Set(),
  limitedBy: undefined,
  timer: undefined,
});

/** Returns whether nothing waits in a lane. */
export const isEmpty = ({ first, waiting }: Lane): boolean => first.size + waiting.size === 0;

/** Moves the first message that stands aside back into its lane once the pair's limit allows it. */
function wake(pair: Pair): void {
  if (isEmpty(pair)) return;
  pair.timer ??= setTimeout(
    () => {
      pair.timer = undefined;
      const [waiter] = [...pair.first, ...pair.waiting];
      if (waiter === undefined) return;
      pair.first.delete(waiter);
      pair.waiting.delete(waiter);
      enqueue(waiter, true);
    },
    Math.ceil(getWait(pair.gate, performance.now())),
  );
}

/** Lets the calls of a lane pass, in order, up to one that has to wait. */
function pump(lane: Lane): void {
  lane.timer = undefined;
  const now = performance.now();
  for (const queue of [lane.first, lane.waiting]) {
    for (const waiter of queue) {
      for (const [scope, gate] of waiter.gates) {
        const wait = getWait(gate, now);
        if (wait <= 0) continue;
        waiter.limitedBy ??= scope;
        lane.limitedBy = scope;
        lane.timer = setTimeout(pump, Math.ceil(wait), lane);
        return;
      }
      queue.delete(waiter);
      const pair = waiter.getPair();
      const overtakes = pair !== undefined && queue === lane.waiting && !isEmpty(pair);
      if (pair !== undefined && (overtakes || getWait(pair.gate, now) > 0)) {
        waiter.limitedBy = 'pair';
        (queue === lane.first ? pair.first : pair.waiting).add(waiter);
      } else {
        for (const gate of waiter.gates.values()) pass(gate, now);
        waiter.go(pair && pass(pair.gate, now));
      }
      if (pair !== undefined) wake(pair);
    }
  }
}

/** Puts a call into its lane. It passes at once if nothing holds it up. */
export function enqueue(waiter: Waiter, isFirst: boolean): void {
  const { lane } = waiter;
  (isFirst ? lane.first : lane.waiting).add(waiter);
  if (lane.timer === undefined) pump(lane);
  else waiter.limitedBy ??= lane.limitedBy;
}

/** Takes a call out of its lane; the next one gets its place. */
export function leave(waiter: Waiter): void {
  const pair = waiter.getPair();
  for (const lane of pair === undefined ? [waiter.lane] : [waiter.lane, pair]) {
    lane.first.delete(waiter);
    lane.waiting.delete(waiter);
    if (!isEmpty(lane)) continue;
    clearTimeout(lane.timer);
    lane.timer = undefined;
  }
  if (pair !== undefined) wake(pair);
}
