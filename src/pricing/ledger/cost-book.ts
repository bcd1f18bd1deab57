import { RecentMap } from '../../shared/recent-map.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { Currency } from '../values/money.ts';

/** How many entries are kept at least. */
const kept = 10_000;

/** An entry that waits for its cost, and where it stands in the list of entries; -1 where no list is kept. */
export type UncostedRow<C extends Currency = Currency> = readonly [index: number, entry: LedgerEntry<C>];

/**
 * The messages of the Marketing Messages API that were priced before a status said what they cost: Meta says it in `delivered` or in `read`. The
 * last 10,000 are kept.
 */
export class CostBook<C extends Currency> {
  readonly #rows = new RecentMap<UncostedRow<C>>(kept);

  /** Keeps an entry. */
  add(row: UncostedRow<C>): void {
    this.#rows.set(row[1].id, row);
  }

  /** Gives the entry of a message and forgets it. */
  take(id: string): UncostedRow<C> | undefined {
    const row = this.#rows.get(id);
    this.#rows.delete(id);
    return row;
  }

  /** Every kept entry. */
  rows(): UncostedRow<C>[] {
    return this.#rows.entries().map(([, row]) => row);
  }
}
