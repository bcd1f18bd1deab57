/**
 * A map that keeps its newest entries: at least `kept` of them, at most twice as many. Two maps take turns, so that the oldest entries go together: to look
 * for the oldest key of one map walks over every key that was deleted before it.
 *
 * @example
 * const seen = new RecentMap<number>(2);
 * for (const key of ['a', 'b', 'c', 'd', 'e']) seen.set(key, 1);
 * seen.get('d'); // 1
 * seen.get('a'); // undefined
 */
export class RecentMap<Value> {
  readonly #kept: number;
  #recent = new Map<string, Value>();
  #older = new Map<string, Value>();

  constructor(kept: number) {
    this.#kept = kept;
  }

  /** Returns the value of a key; `undefined` if it is not kept, or not any more. */
  get(key: string): Value | undefined {
    return this.#recent.get(key) ?? this.#older.get(key);
  }

  /** Keeps a value, and forgets old ones. */
  set(key: string, value: Value): void {
    this.#older.delete(key);
    if (this.#recent.size >= this.#kept && !this.#recent.has(key)) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(key, value);
  }

  /** Forgets a key. */
  delete(key: string): void {
    this.#recent.delete(key);
    this.#older.delete(key);
  }

  /** Returns the newest entries, `kept` at most, the oldest first. */
  entries(): [string, Value][] {
    return [...this.#older, ...this.#recent].slice(-this.#kept);
  }
}
