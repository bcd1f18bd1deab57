import { describe, expect, test } from 'vitest';
import { createLedger, type Ledger, type MessageCategory } from 'wabakit/pricing';

const hour = 3_600_000;
const october = Date.UTC(2026, 9, 5, 12);
const user = '5511987654321';

let counter = 0;
function send(ledger: Ledger<'USD'>, category: MessageCategory, at: number, to = user): void {
  const id = `wamid.${(counter += 1)}`;
  ledger.record({ kind: 'sent', id, phoneNumberId: '106', user: to, category, at });
  ledger.record({ kind: 'delivered', id, at });
}

describe('what a ledger counts', () => {
  test('default: each category in its own count, and what counts nowhere in none', () => {
    const ledger = createLedger({ currency: 'USD' });
    send(ledger, 'marketing', october);
    expect(ledger.snapshot()).toMatchObject({ counts: [], conversations: [], entries: [] });
    send(ledger, 'utility', october);
    send(ledger, 'authentication', october);
    send(ledger, 'utility', Date.UTC(2026, 10, 1));
    ledger.record({ kind: 'inbound', phoneNumberId: '106', user, at: october });
    send(ledger, 'service', october);
    send(ledger, 'service', october + 48 * hour);
    expect(ledger.snapshot().counts).toEqual([
      ['volume|2026-10|Brazil|utility', 1],
      ['volume|2026-10|Brazil|authentication', 1],
      ['volume|2026-11|Brazil|utility', 1],
      ['service|2026-10|106', 1],
    ]);
    expect(ledger.entries()).toEqual([]);
  });

  test('args: a count may be set to 0', () => {
    const ledger = createLedger({ currency: 'USD' });
    ledger.setVolume('2026-10', 'Brazil', 'utility', 5);
    ledger.setVolume('2026-10', 'Brazil', 'utility', 0);
    ledger.setFreeServiceUsed('2026-10', '106', 0);
    expect([
      ledger.volume('2026-10', 'Brazil', 'utility'),
      ledger.freeServiceMessagesUsed('2026-10', '106'),
    ]).toEqual([0, 0]);
    expect(() => {
      ledger.setVolume('2026-10', 'Brazil', 'utility', -1);
    }).toThrow('count: -1 is not a count from 0 up.');
  });

  test('behavior: a line of the totals for each tier, also after a restart', () => {
    const ledger = createLedger({ currency: 'USD' });
    ledger.setVolume('2026-10', 'Brazil', 'utility', 250_000);
    send(ledger, 'utility', october);
    ledger.setVolume('2026-10', 'Brazil', 'utility', 2_000_000);
    send(ledger, 'utility', october);
    const again = createLedger({ currency: 'USD' }, ledger.snapshot());
    send(again, 'utility', october);
    send(again, 'marketing', october);
    send(again, 'marketing', october);
    const of = (one: Ledger<'USD'>): unknown[] =>
      one.totals().map((line) => [line.category, line.tierFrom, line.messages, line.amount.scaledAmount]);
    expect(of(ledger)).toEqual([
      ['utility', 250_001, 1, 65],
      ['utility', 2_000_001, 1, 61],
    ]);
    expect(of(again)).toEqual([
      ['utility', 250_001, 1, 65],
      ['utility', 2_000_001, 2, 122],
      ['marketing', undefined, 2, 1250],
    ]);
    expect(of(createLedger({ currency: 'USD' }, again.snapshot()))).toEqual(of(again));
  });

  test('behavior: conversations of a user stand side by side until all of them are over', () => {
    const at = Date.UTC(2024, 9, 10);
    const ledger = createLedger({ currency: 'USD' });
    send(ledger, 'marketing', at);
    send(ledger, 'utility', at + hour);
    const both = [[`106|${user}`, { marketing: at + 24 * hour, utility: at + 25 * hour }]];
    expect(ledger.snapshot().conversations).toEqual(both);
    ledger.forget(at + 25 * hour);
    expect(ledger.snapshot().conversations).toEqual(both);
    ledger.forget(at + 25 * hour + 1);
    expect(ledger.snapshot().conversations).toEqual([]);
  });

  test('behavior: free conversations are counted by month', () => {
    const ledger = createLedger({ currency: 'USD' });
    for (const at of [Date.UTC(2024, 8, 10), Date.UTC(2024, 9, 10)]) {
      ledger.record({ kind: 'inbound', phoneNumberId: '106', user, at });
      send(ledger, 'service', at);
    }
    expect(ledger.snapshot().counts).toEqual([
      ['conversation|2024-09', 1],
      ['conversation|2024-10', 1],
    ]);
  });

  test('behavior: only a group message keeps its recipient', () => {
    const ledger = createLedger({ currency: 'USD' });
    const sent = { kind: 'sent', phoneNumberId: '106', category: 'utility', at: october } as const;
    ledger.record({ ...sent, id: 'one', user });
    ledger.record({ ...sent, id: 'all', user: 'group-1', group: true });
    const deliver = (id: string) =>
      ledger.record({ kind: 'delivered', id, at: october, recipient: '491701234567' });
    expect(deliver('one')).toMatchObject({ recipient: undefined, quote: { market: 'Brazil' } });
    expect(deliver('all')).toMatchObject({ recipient: '491701234567', quote: { market: 'Germany' } });
  });

  test('error: a message to no number is refused when it is sent, and not kept', () => {
    const ledger = createLedger({ currency: 'USD' });
    expect(() =>
      ledger.record({
        kind: 'sent',
        id: 'w',
        phoneNumberId: '106',
        user: 'somebody',
        category: 'utility',
        at: october,
      }),
    ).toThrow('to: "somebody" is not a phone number');
    expect(ledger.pending()).toEqual([]);
  });
});
