import { describe, expect, test } from 'vitest';
import {
  createLedger,
  type Ledger,
  type LedgerEntry,
  type LedgerSnapshot,
  type MessageCategory,
} from 'wabakit/pricing';
import type { Happening, SlowPrice } from './slow-books.ts';

const hour = 3_600_000;
const histories = Number(process.env['WABAKIT_HISTORIES'] ?? 20_000);

/** A small generator of random numbers: the same seed gives the same history on every machine. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const zones = ['UTC', 'America/Sao_Paulo', 'Asia/Kolkata', 'Pacific/Kiritimati', 'America/Los_Angeles'];
const users = ['5511987654321', '491701234567', '919876543210', '380501234567', '12125550100', '14165550100'];
const numbers = ['106', '107'];
const categories: readonly MessageCategory[] = [
  'marketing',
  'utility',
  'authentication',
  'service',
  'service',
];
const starts = [Date.UTC(2026, 3, 29), Date.UTC(2026, 5, 29), Date.UTC(2026, 8, 28), Date.UTC(2026, 9, 29)];
const months = ['2026-04', '2026-05', '2026-06', '2026-07', '2026-09', '2026-10', '2026-11'];
const markets = [
  'Brazil',
  'Germany',
  'India',
  'Ukraine',
  'North America',
  'Rest of Central & Eastern Europe',
];
const bounds = [79_999, 99_998, 99_999, 249_998, 299_999, 749_999, 24_999_999];

interface History {
  readonly timeZone: string;
  readonly volumes: Record<string, number>;
  readonly freeUsed: Record<string, number>;
  readonly happenings: readonly Happening[];
  readonly cut: number;
}

function makeHistory(seed: number): History {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  const volumes: Record<string, number> = {};
  const freeUsed: Record<string, number> = {};
  for (const month of months) {
    for (const number of numbers) freeUsed[`${month} ${number}`] = pick([0, 997, 999, 1000]);
    for (const market of markets) {
      for (const category of ['utility', 'authentication'])
        volumes[`${month} ${market} ${category}`] = pick(bounds);
    }
  }
  const happenings: Happening[] = [];
  let at = pick(starts) + next(48 * 60) * 60_000;
  for (let index = 4 + next(14); index > 0; index -= 1) {
    at += pick([0, 1, 60_000, hour, 5 * hour, 20 * hour, 24 * hour - 1, 24 * hour]);
    const who = { number: pick(numbers), user: pick(users.slice(0, 1 + next(users.length))) };
    const dice = next(10);
    if (dice < 4) happenings.push({ what: 'inbound', ...who, at, entry: next(3) === 0 });
    else if (dice < 5) happenings.push({ what: 'call', ...who, at });
    else {
      const delay = pick([0, 0, 1000, hour, 23 * hour]);
      happenings.push({ what: 'delivered', ...who, at: at + delay, sentAt: at, category: pick(categories) });
    }
  }
  const ordered = happenings.toSorted((a, b) => a.at - b.at);
  return { timeZone: pick(zones), volumes, freeUsed, happenings: ordered, cut: next(ordered.length) };
}

function fastPrice({ month, quote }: LedgerEntry): SlowPrice {
  const priced = quote.outcome === 'priced' ? quote : undefined;
  return {
    month,
    market: quote.market ?? '',
    category: quote.category,
    type: priced?.pricingType ?? quote.outcome,
    scaledAmount: priced?.amount.scaledAmount ?? 0,
    tierFrom: priced?.tier?.from,
  };
}

function openLedger({ timeZone, volumes, freeUsed }: History): Ledger<'USD'> {
  const ledger = createLedger({ currency: 'USD', timeZone });
  for (const [key, count] of Object.entries(volumes)) {
    const [month = '', ...words] = key.split(' ');
    const category = words.pop() === 'utility' ? 'utility' : 'authentication';
    ledger.setVolume(month, words.join(' '), category, count);
  }
  for (const [key, count] of Object.entries(freeUsed)) {
    const [month = '', number = ''] = key.split(' ');
    ledger.setFreeServiceUsed(month, number, count);
  }
  return ledger;
}

function record(ledger: Ledger<'USD'>, one: Happening, id: string): LedgerEntry | undefined {
  const { number: phoneNumberId, user, at } = one;
  if (one.what === 'inbound') {
    return ledger.record({ kind: 'inbound', phoneNumberId, user, at, entry: one.entry ? 'ad' : undefined });
  }
  if (one.what === 'call') return ledger.record({ kind: 'call', phoneNumberId, user, at });
  ledger.record({ kind: 'sent', id, phoneNumberId, user, category: one.category, at: one.sentAt });
  const entry = ledger.record({ kind: 'delivered', id, at });
  if (ledger.record({ kind: 'delivered', id, at }) !== undefined) throw new Error('a repetition was priced');
  return entry;
}

describe('random histories', { tags: ['reference'] }, () => {
  test(
    `behavior: ${histories} of them cost the same by a slow second implementation, with a restart in the middle`,
    { timeout: 120_000 },
    async () => {
      const { SlowBooks } = await import('./slow-books.ts');
      let messages = 0;
      const types = new Map<string, number>();
      for (let seed = 1; seed <= histories; seed += 1) {
        const history = makeHistory(seed);
        const slow = new SlowBooks(history.timeZone, history.volumes, history.freeUsed);
        let ledger = openLedger(history);
        for (const [index, one] of history.happenings.entries()) {
          if (index === history.cut && seed % 10 === 0) {
            const snapshot = JSON.parse(JSON.stringify(ledger.snapshot())) as LedgerSnapshot<'USD'>;
            ledger = createLedger({ currency: 'USD', timeZone: history.timeZone }, snapshot);
          }
          const entry = record(ledger, one, `wamid.${index}`);
          const expected = slow.take(one);
          const got = entry === undefined ? undefined : fastPrice(entry);
          if (JSON.stringify(got) !== JSON.stringify(expected)) {
            expect({ seed, index, one, price: got, reasons: entry?.quote.reasons }).toEqual({
              seed,
              index,
              one,
              price: expected,
            });
          }
          if (expected === undefined) continue;
          messages += 1;
          types.set(expected.type, (types.get(expected.type) ?? 0) + 1);
        }
        const total = ledger.totals().reduce((sum, line) => sum + line.amount.scaledAmount, 0);
        const slowTotal = slow.priced.reduce((sum, price) => sum + price.scaledAmount, 0);
        if (total !== slowTotal) expect({ seed, total }).toEqual({ seed, total: slowTotal });
      }
      // Histories that never reach a rule would prove nothing about it.
      expect(messages).toBeGreaterThan(histories * 4);
      for (const type of ['regular', 'free_customer_service', 'free_entry_point', 'not_sendable']) {
        expect(types.get(type)).toBeGreaterThan(histories / 10);
      }
    },
  );
});
