/** How many entries are kept at least. */
const kept = 10_000;

/**
 * The last 10,000 entries of a ledger's list, in the order in which they came. Two maps take turns, so that the oldest entries go together: to look for the
 * oldest key of one map walks over every key that was deleted before it, a tenth of the ledger's whole work.
 */
export class RecentMap<Value> {
  #recent = new Map<string, Value>();
  #older = new Map<string, Value>();

  /** The value of a key; `undefined` where it is not kept, or not any more. */
  get(key: string): Value | undefined {
    return this.#recent.get(key) ?? this.#older.get(key);
  }

  /** Keeps a value, and forgets old ones. */
  set(key: string, value: Value): void {
    this.#older.delete(key);
    if (this.#recent.size >= kept && !this.#recent.has(key)) {
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

  /** The last 10,000 entries, the oldest first. */
  entries(): [string, Value][] {
    return [...this.#older, ...this.#recent].slice(-kept);
  }
}
