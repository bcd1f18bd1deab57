import { closedWindow, mergeWindows } from './window.ts';
import type { WindowState } from './window.ts';

// The times of a state, in the order of a row's columns: userAt, openFrom, entryAt, freeFrom, freeUntil.
const width = 5;

function getTime(value: number | undefined): number | undefined {
  return value === undefined || Number.isNaN(value) ? undefined : value;
}

/** A window state as one line: business number, user, then the state's five times, `null` for none. */
export type WindowRow = readonly [phoneNumberId: string, user: string, ...times: (number | null)[]];

/**
 * The windows of many users, in columns of numbers: about 150 bytes a user, so that a ledger over a hundred thousand of them stays small.
 */
export class UserWindows {
  #times = new Float64Array(width * 64);
  #used = 0;
  readonly #free: number[] = [];
  readonly #rows = new Map<string, Map<string, number>>();

  /** The windows of a user; closed for one who is not kept. */
  get(phoneNumberId: string, user: string): WindowState {
    const row = this.#rows.get(phoneNumberId)?.get(user);
    return row === undefined ? closedWindow : this.#read(row);
  }

  /** Keeps the windows of a user. */
  set(phoneNumberId: string, user: string, state: WindowState): void {
    let users = this.#rows.get(phoneNumberId);
    if (users === undefined) this.#rows.set(phoneNumberId, (users = new Map<string, number>()));
    let row = users.get(user);
    if (row === undefined) users.set(user, (row = this.#free.pop() ?? this.#add()));
    const start = row * width;
    this.#times[start] = state.userAt ?? Number.NaN;
    this.#times[start + 1] = state.openFrom ?? Number.NaN;
    this.#times[start + 2] = state.entryAt ?? Number.NaN;
    this.#times[start + 3] = state.freeFrom ?? Number.NaN;
    this.#times[start + 4] = state.freeUntil ?? Number.NaN;
  }

  /** Moves the windows of a user to another one, who turned out to be the same person. */
  merge(from: string, into: string): void {
    for (const [phoneNumberId, users] of this.#rows) {
      const row = users.get(from);
      if (row === undefined) continue;
      this.set(phoneNumberId, into, mergeWindows(this.#read(row), this.get(phoneNumberId, into)));
      users.delete(from);
      this.#free.push(row);
    }
  }

  /** Forgets every user for which `isOver` returns `true`. */
  forget(isOver: (state: WindowState) => boolean): void {
    for (const users of this.#rows.values()) {
      for (const [user, row] of users) {
        if (!isOver(this.#read(row))) continue;
        users.delete(user);
        this.#free.push(row);
      }
    }
  }

  /** Every kept user as a line of plain JSON. */
  *rows(): Generator<WindowRow> {
    for (const [phoneNumberId, users] of this.#rows) {
      for (const [user, row] of users) {
        const times = this.#times.subarray(row * width, (row + 1) * width);
        yield [phoneNumberId, user, ...Array.from(times, (time) => (Number.isNaN(time) ? null : time))];
      }
    }
  }

  /** Keeps the users of {@link rows}. */
  load(rows: Iterable<WindowRow>): void {
    for (const [phoneNumberId, user, ...times] of rows) {
      const [userAt, openFrom, entryAt, freeFrom, freeUntil] = times.map((time) => time ?? undefined);
      this.set(phoneNumberId, user, { userAt, openFrom, entryAt, freeFrom, freeUntil });
    }
  }

  #add(): number {
    if ((this.#used + 1) * width > this.#times.length) {
      const larger = new Float64Array(Math.ceil(this.#times.length * 1.5));
      larger.set(this.#times);
      this.#times = larger;
    }
    return this.#used++;
  }

  #read(row: number): WindowState {
    const start = row * width;
    return {
      userAt: getTime(this.#times[start]),
      openFrom: getTime(this.#times[start + 1]),
      entryAt: getTime(this.#times[start + 2]),
      freeFrom: getTime(this.#times[start + 3]),
      freeUntil: getTime(this.#times[start + 4]),
    };
  }
}
