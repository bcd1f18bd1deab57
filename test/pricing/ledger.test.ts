import { describe, expect, test } from 'vitest';
import {
  createLedger,
  createMoney,
  usd20261001,
  type Ledger,
  type LedgerEvent,
  type LedgerOptions,
  type LedgerSnapshot,
  type MessageCategory,
  type RateCard,
} from 'wabakit/pricing';

const hour = 3_600_000;
const day = 24 * hour;
const at0 = Date.UTC(2026, 9, 5, 12);
const user = '5511987654321';
const number = '106';

type Options = Partial<LedgerOptions<'USD'>>;
const usd = (options: Options = {}): Ledger<'USD'> => createLedger({ currency: 'USD', ...options });

let counter = 0;
/** Sends a message and has it delivered at once; gives what it cost. */
function send(
  ledger: Ledger<'USD'>,
  category: MessageCategory,
  at = at0,
  more: { to?: string; phoneNumberId?: string; reaction?: boolean } = {},
): string {
  const id = `wamid.${(counter += 1)}`;
  const { to = user, phoneNumberId = number, reaction } = more;
  ledger.record({ kind: 'sent', id, phoneNumberId, user: to, category, at, reaction });
  const quote = ledger.record({ kind: 'delivered', id, at })?.quote;
  return quote?.outcome === 'priced'
    ? `${quote.pricingType} ${quote.amount.scaledAmount}`
    : (quote?.outcome ?? 'nothing');
}
const inbound = (at = at0, more: Partial<LedgerEvent> = {}): LedgerEvent =>
  ({ kind: 'inbound', phoneNumberId: number, user, at, ...more }) as LedgerEvent;

describe('a ledger', () => {
  test('default: prices a message when it is delivered, once', () => {
    const ledger = usd();
    const sent = {
      kind: 'sent',
      id: 'w1',
      phoneNumberId: number,
      user,
      category: 'marketing',
      at: at0,
    } as const;
    expect(ledger.record(sent)).toBeUndefined();
    expect(ledger.pending()).toEqual([sent]);
    const entry = ledger.record({ kind: 'delivered', id: 'w1', at: at0 + 5 });
    expect(entry).toMatchObject({
      id: 'w1',
      at: at0 + 5,
      month: '2026-10',
      phoneNumberId: number,
      user,
      recipient: undefined,
      quote: { outcome: 'priced', amount: createMoney('USD', 625) },
    });
    expect(ledger.record({ kind: 'delivered', id: 'w1', at: at0 + 9 })).toBeUndefined();
    expect(ledger.record({ kind: 'delivered', id: 'foreign', at: at0 })).toBeUndefined();
    expect(ledger.pending()).toEqual([]);
    expect(ledger.totals()).toEqual([
      {
        month: '2026-10',
        phoneNumberId: number,
        market: 'Brazil',
        category: 'marketing',
        type: 'regular',
        tierFrom: undefined,
        messages: 1,
        amount: createMoney('USD', 625),
      },
    ]);
  });

  test("behavior: a status that overtakes the API's answer waits for it; nothing is priced twice", () => {
    const ledger = usd();
    const sent = {
      kind: 'sent',
      id: 'w1',
      phoneNumberId: number,
      user,
      category: 'marketing',
      at: at0,
    } as const;
    expect(ledger.record({ kind: 'delivered', id: 'w1', at: at0 + 1 })).toBeUndefined();
    expect(ledger.record({ kind: 'delivered', id: 'w1', at: at0 + 2 })).toBeUndefined();
    const copy = createLedger({ currency: 'USD' }, ledger.snapshot());
    for (const one of [ledger, copy]) {
      expect(one.record(sent)).toMatchObject({
        id: 'w1',
        at: at0 + 1,
        quote: { amount: { scaledAmount: 625 } },
      });
      expect(one.pending()).toEqual([]);
      expect(one.record({ kind: 'delivered', id: 'w1', at: at0 + 3 })).toBeUndefined();
      expect(one.record(sent)).toBeUndefined();
      expect(one.pending()).toEqual([]);
      const again = createLedger({ currency: 'USD' }, one.snapshot());
      expect(again.record(sent)).toBeUndefined();
      expect(one.totals()).toMatchObject([{ messages: 1 }]);
      expect(one.snapshot()).toMatchObject({ early: [], settled: ['w1'] });
    }
    ledger.record({ kind: 'failed', id: 'w2', at: at0 });
    expect(ledger.record({ ...sent, id: 'w2' })).toBeUndefined();
    expect(ledger.pending()).toEqual([]);
    ledger.record({ ...sent, id: 'w3' });
    ledger.record({ ...sent, id: 'w3', category: 'utility' });
    expect(ledger.pending()).toMatchObject([{ id: 'w3', category: 'marketing' }]);
  });

  test('behavior: the statuses of a group message wait too, each member once', () => {
    const ledger = usd();
    for (const recipient of ['5511987654321', '491701234567', '491701234567']) {
      ledger.record({ kind: 'delivered', id: 'g', at: at0, recipient });
    }
    const group = {
      phoneNumberId: number,
      user: 'group',
      group: true,
      category: 'utility',
      at: at0,
    } as const;
    expect(ledger.record({ kind: 'sent', id: 'g', ...group })).toMatchObject({ recipient: '491701234567' });
    expect(ledger.totals().map((line) => [line.market, line.messages])).toEqual([
      ['Brazil', 1],
      ['Germany', 1],
    ]);
  });

  test('behavior: of statuses without a message and of settled ids the last 10,000 are kept', () => {
    const ledger = usd();
    for (let index = 0; index <= 10_000; index += 1) {
      ledger.record({ kind: 'delivered', id: `early ${index}`, at: at0 });
      ledger.record({
        kind: 'sent',
        id: `done ${index}`,
        phoneNumberId: number,
        user,
        category: 'marketing',
        at: at0,
      });
      ledger.record({ kind: 'failed', id: `done ${index}`, at: at0 });
    }
    const { early, settled } = ledger.snapshot();
    expect([early.length, early[0]?.id, early.at(-1)?.id]).toEqual([10_000, 'early 1', 'early 10000']);
    expect([settled.length, settled[0], settled.at(-1)]).toEqual([10_000, 'done 1', 'done 10000']);
  });

  test('behavior: a failed message costs nothing', () => {
    const ledger = usd();
    ledger.record({ kind: 'sent', id: 'w', phoneNumberId: number, user, category: 'marketing', at: at0 });
    expect(ledger.record({ kind: 'failed', id: 'w', at: at0 })).toBeUndefined();
    expect(ledger.record({ kind: 'delivered', id: 'w', at: at0 })).toBeUndefined();
    expect(ledger.totals()).toEqual([]);
  });

  test("behavior: Meta's worked example, before and after October 2026", () => {
    const story = (from: number): string[] => {
      const ledger = usd();
      const costs = [send(ledger, 'marketing', from)];
      ledger.record(inbound(from + 2 * hour));
      costs.push(send(ledger, 'service', from + 3 * hour));
      costs.push(send(ledger, 'utility', from + 4 * hour));
      costs.push(send(ledger, 'utility', from + 30 * hour));
      return costs;
    };
    expect(story(Date.UTC(2026, 1, 10))).toEqual([
      'regular 625',
      'free_customer_service 0',
      'free_customer_service 0',
      'regular 68',
    ]);
    expect(story(at0)).toEqual(['regular 625', 'free_customer_service 0', 'regular 68', 'regular 68']);
  });

  test('behavior: windows are kept per number and user; calls open them, app messages do not', () => {
    const ledger = usd();
    ledger.record(inbound());
    expect(ledger.window(number, user)).toMatchObject({ userAt: at0 });
    expect(ledger.window('other', user).userAt).toBeUndefined();
    expect(send(ledger, 'service', at0 + 1, { phoneNumberId: 'other' })).toBe('not_sendable');
    expect(send(ledger, 'service', at0 + 1, { to: '5511900000000' })).toBe('not_sendable');
    expect(send(ledger, 'service', at0 + 1)).toBe('free_customer_service 0');
    ledger.record({ kind: 'app_message', phoneNumberId: 'other', user, at: at0 });
    expect(send(ledger, 'service', at0 + 1, { phoneNumberId: 'other' })).toBe('not_sendable');
    ledger.record({ kind: 'call', phoneNumberId: 'other', user, at: at0 });
    expect(send(ledger, 'service', at0 + 1, { phoneNumberId: 'other' })).toBe('free_customer_service 0');
  });

  test('behavior: the first answer to an ad opens the free entry point window and is free itself', () => {
    const ledger = usd();
    ledger.record(inbound(at0, { entry: 'ad' }));
    expect(send(ledger, 'service', at0 + hour)).toBe('free_entry_point 0');
    expect(send(ledger, 'marketing', at0 + 73 * hour - 1)).toBe('free_entry_point 0');
    expect(send(ledger, 'marketing', at0 + 73 * hour)).toBe('regular 625');
    expect(ledger.freeServiceMessagesUsed('2026-10', number)).toBe(0);
    const week = usd({ freeEntryPointHours: 168 });
    week.record(inbound(at0, { entry: 'ad' }));
    send(week, 'service', at0 + hour);
    expect(send(week, 'marketing', at0 + 100 * hour)).toBe('free_entry_point 0');
  });

  test('behavior: a free-form message that was sent in the window and delivered after it is priced as sendable', () => {
    const ledger = usd();
    ledger.record(inbound());
    const sentAt = at0 + day - 1;
    ledger.record({ kind: 'sent', id: 'late', phoneNumberId: number, user, category: 'service', at: sentAt });
    const entry = ledger.record({ kind: 'delivered', id: 'late', at: at0 + day + hour });
    expect(entry?.quote).toMatchObject({ outcome: 'priced', pricingType: 'free_customer_service' });
    expect(ledger.freeServiceMessagesUsed('2026-10', number)).toBe(1);
  });

  test('behavior: 1,000 service messages are free per number and month, then charged; reactions are not counted', () => {
    const ledger = usd();
    ledger.record(inbound());
    ledger.record({ kind: 'inbound', phoneNumberId: 'other', user, at: at0 });
    expect(send(ledger, 'service', at0, { reaction: true })).toBe('free_customer_service 0');
    for (let index = 0; index < 1000; index += 1)
      expect(send(ledger, 'service')).toBe('free_customer_service 0');
    expect(send(ledger, 'service')).toBe('regular 68');
    expect(send(ledger, 'service', at0, { phoneNumberId: 'other' })).toBe('free_customer_service 0');
    expect(ledger.freeServiceMessagesUsed('2026-10', number)).toBe(1000);
    expect(ledger.freeServiceMessagesUsed('2026-11', number)).toBe(0);
    const next = Date.UTC(2026, 10, 1);
    ledger.record(inbound(next - hour));
    expect(send(ledger, 'service', next - 1)).toBe('regular 68');
    expect(send(ledger, 'service', next)).toBe('free_customer_service 0');
    expect(
      ledger
        .totals()
        .map((line) => [line.month, line.phoneNumberId, line.type, line.messages, line.amount.scaledAmount]),
    ).toEqual([
      ['2026-10', number, 'free_customer_service', 1001, 0],
      ['2026-10', number, 'regular', 2, 136],
      ['2026-10', 'other', 'free_customer_service', 1, 0],
      ['2026-11', number, 'free_customer_service', 1, 0],
    ]);
  });

  test('behavior: tiers count per market and category over all numbers; authentication and international share one', () => {
    const terms = { startTime: at0 + 5 };
    const ledger = usd({ authenticationInternational: terms });
    ledger.setVolume('2026-10', 'India', 'authentication', 749_999);
    const india = { to: '919876543210' };
    expect(send(ledger, 'authentication', at0, india)).toBe('regular 14');
    expect(send(ledger, 'authentication', at0 + 5, { ...india, phoneNumberId: 'other' })).toBe('regular 286');
    expect(ledger.volume('2026-10', 'India', 'authentication')).toBe(750_001);
    expect(send(ledger, 'utility', at0, india)).toBe('regular 14');
    expect(ledger.volume('2026-10', 'India', 'utility')).toBe(1);
    expect(ledger.volume('2026-11', 'India', 'utility')).toBe(0);
    expect(ledger.volume('2026-10', 'Brazil', 'utility')).toBe(0);
    expect(ledger.totals().map((line) => [line.category, line.tierFrom])).toEqual([
      ['authentication', 0],
      ['authentication_international', 750_001],
      ['utility', 0],
    ]);
    ledger.setVolume('2026-10', 'India', 'utility', 25_000_000);
    expect(send(ledger, 'utility', at0, india)).toBe('regular 13');
    expect(ledger.volume('2026-10', 'India', 'utility')).toBe(25_000_001);
    expect(send(ledger, 'authentication_international', at0, india)).toBe('regular 286');
    expect(send(ledger, 'marketing', at0, india)).toBe('regular 118');
    expect(ledger.volume('2026-10', 'India', 'utility')).toBe(25_000_001);
  });

  test('behavior: utility that is free in the window does not count towards the tier before October 2026', () => {
    const ledger = usd();
    const september = Date.UTC(2026, 8, 10);
    ledger.record(inbound(september));
    expect(send(ledger, 'utility', september)).toBe('free_customer_service 0');
    expect(ledger.volume('2026-09', 'Brazil', 'utility')).toBe(0);
    expect(send(ledger, 'utility', september + 2 * day)).toBe('regular 68');
    expect(ledger.volume('2026-09', 'Brazil', 'utility')).toBe(1);
  });

  test('behavior: a message of unknown price counts towards the tier, and stands apart in the totals', () => {
    const ledger = createLedger({ currency: 'EUR' });
    ledger.record({ kind: 'sent', id: 'e', phoneNumberId: number, user, category: 'utility', at: at0 });
    expect(ledger.record({ kind: 'delivered', id: 'e', at: at0 })?.quote.outcome).toBe('unknown');
    expect(ledger.volume('2026-10', 'Brazil', 'utility')).toBe(1);
    expect(ledger.totals()[0]).toMatchObject({ type: 'unknown', messages: 1, amount: createMoney('EUR', 0) });
  });

  test('behavior: one charge per group member, at the market of the member, each once', () => {
    const ledger = usd();
    const group = { phoneNumberId: number, user: 'group-1' };
    ledger.record({ kind: 'inbound', ...group, at: at0 });
    ledger.record({ kind: 'sent', id: 'g', ...group, category: 'utility', group: true, at: at0 });
    const reach = (recipient?: string): unknown => {
      const quote = ledger.record({ kind: 'delivered', id: 'g', at: at0, recipient })?.quote;
      return quote?.outcome === 'priced' ? quote.amount.scaledAmount : quote;
    };
    expect([
      reach('5511987654321'),
      reach('491701234567'),
      reach('5511987654321'),
      reach(),
      reach('IN.abc'),
    ]).toEqual([68, 550, undefined, undefined, 14]);
    expect(ledger.pending()[0]?.reached).toEqual(['5511987654321', '491701234567', 'IN.abc']);
    ledger.record({ kind: 'sent', id: 's', ...group, category: 'service', group: true, at: at0 });
    const quote = ledger.record({ kind: 'delivered', id: 's', at: at0, recipient: '5511987654321' })?.quote;
    expect(quote).toMatchObject({ pricingType: 'free_group_customer_service' });
  });

  test('args: recipients by BSUID, by country or by another number', () => {
    const ledger = usd();
    const price = (more: { user: string; to?: string; country?: string }): unknown => {
      const id = `wamid.${(counter += 1)}`;
      ledger.record({
        kind: 'sent',
        id,
        phoneNumberId: number,
        category: 'marketing',
        at: at0,
        ...more,
      });
      return ledger.record({ kind: 'delivered', id, at: at0 })?.quote;
    };
    expect(price({ user: 'BR.13491208655302741918' })).toMatchObject({ market: 'Brazil' });
    expect(price({ user: 'someone', country: 'DE' })).toMatchObject({ market: 'Germany' });
    expect(price({ user: 'someone', to: '+5215512345678' })).toMatchObject({ market: 'Mexico' });
    expect(price({ user: 'US.13491208655302741918' })).toMatchObject({
      outcome: 'not_sendable',
      errorCode: 131049,
    });
    expect(price({ user: 'XX.1' })).toMatchObject({
      outcome: 'unknown',
      missing: 'market',
      category: 'marketing',
    });
    expect(() => price({ user: 'someone' })).toThrow('to: "someone" is not a phone number');
    expect(ledger.totals().at(-1)).toMatchObject({ market: undefined, type: 'unknown' });
  });

  test('args: time zone, cards, exempt, kept entries', () => {
    const midnight = Date.UTC(2026, 9, 1);
    const zoned = usd({ timeZone: 'America/Sao_Paulo', keepEntries: true });
    send(zoned, 'utility', midnight + 3 * hour - 1);
    send(zoned, 'utility', midnight + 3 * hour);
    expect(zoned.entries().map((entry) => entry.month)).toEqual(['2026-09', '2026-10']);
    expect(usd().entries()).toEqual([]);
    const exempt = usd({ isExempt: true });
    exempt.setFreeServiceUsed('2026-10', number, 1000);
    exempt.record(inbound(Date.UTC(2026, 9, 12)));
    expect(send(exempt, 'service', Date.UTC(2026, 9, 12))).toBe('regular 0');
    expect(() => usd({ timeZone: 'Nowhere' })).toThrow('timeZone: "Nowhere"');
    expect(() => exempt.setFreeServiceUsed('2026-10', number, -1)).toThrow(
      'count: -1 is not a count from 0 up.',
    );
    expect(() => exempt.setVolume('2026-10', 'India', 'utility', 1.5)).toThrow('count: 1.5');
    const own: RateCard = {
      ...usd20261001,
      id: 'own',
      effectiveFrom: '2099-10-01',
      effectiveUntil: undefined,
    };
    const later = usd({ cards: [own] });
    expect(send(later, 'marketing', Date.UTC(2100, 1, 1))).toBe('regular 625');
  });
});

describe('conversations in a ledger', () => {
  const past = Date.UTC(2024, 11, 1);

  test('default: a template opens one, the next inside it is free, and the straddle of July 2025 holds', () => {
    const ledger = usd();
    expect(send(ledger, 'marketing', past)).toBe('regular 625');
    expect(send(ledger, 'marketing', past + day - 1)).toBe('regular 0');
    expect(send(ledger, 'marketing', past + day)).toBe('regular 625');
    expect(send(ledger, 'utility', past + 1)).toBe('regular 80');
    expect(send(ledger, 'utility', past + 2, { to: '5511900000000' })).toBe('regular 80');
    const switchAt = Date.UTC(2025, 6, 1);
    expect(send(ledger, 'utility', switchAt - hour)).toBe('regular 80');
    expect(send(ledger, 'utility', switchAt + 22 * hour)).toBe('regular 0');
    expect(send(ledger, 'utility', switchAt + 23 * hour)).toBe('regular 68');
  });

  test('behavior: 1,000 free conversations a month and WABA', () => {
    const ledger = usd();
    const october = Date.UTC(2024, 9, 10);
    let free = 0;
    for (let index = 0; index < 1001; index += 1) {
      const to = `55119${String(80_000_000 + index)}`;
      ledger.record({ kind: 'inbound', phoneNumberId: number, user: to, at: october });
      if (send(ledger, 'service', october, { to }) === 'free_customer_service 0') free += 1;
    }
    expect(free).toBe(1000);
    ledger.record(inbound(Date.UTC(2024, 10, 1)));
    expect(send(ledger, 'service', Date.UTC(2024, 10, 1))).toBe('free_customer_service 0');
  });

  test('behavior: a free entry point conversation closes the others', () => {
    const ledger = usd();
    send(ledger, 'marketing', past);
    ledger.record(inbound(past + hour, { entry: 'page' }));
    expect(send(ledger, 'service', past + 2 * hour)).toBe('free_entry_point 0');
    expect(ledger.snapshot().conversations).toEqual([
      [`${number}|${user}`, { free_entry_point: past + 74 * hour }],
    ]);
  });
});

describe('snapshot, restore, forget', () => {
  function busy(): Ledger<'USD'> {
    const ledger = usd({ keepEntries: true });
    ledger.record(inbound());
    ledger.record(inbound(at0, { user: 'BR.1', entry: 'ad' }));
    send(ledger, 'utility');
    send(ledger, 'service');
    send(ledger, 'marketing', Date.UTC(2024, 11, 1));
    ledger.record({ kind: 'sent', id: 'open', phoneNumberId: number, user, category: 'utility', at: at0 });
    return ledger;
  }

  test('default: a ledger goes on from its snapshot as if nothing had happened', () => {
    const ledger = busy();
    const copy = JSON.parse(JSON.stringify(ledger.snapshot())) as LedgerSnapshot<'USD'>;
    const restored = createLedger({ currency: 'USD', keepEntries: true }, copy);
    expect(JSON.parse(JSON.stringify(restored.snapshot()))).toEqual(copy);
    const events: LedgerEvent[] = [
      { kind: 'delivered', id: 'open', at: at0 + 1 },
      inbound(at0 + 5),
      { kind: 'sent', id: 'n', phoneNumberId: number, user: 'BR.1', category: 'service', at: at0 + 6 },
      { kind: 'delivered', id: 'n', at: at0 + 6 },
    ];
    for (const event of events) expect(restored.record(event)?.quote).toEqual(ledger.record(event)?.quote);
    expect(restored.totals()).toEqual(ledger.totals());
    expect(restored.entries()).toHaveLength(ledger.entries().length);
    expect(restored.window(number, 'BR.1')).toEqual(ledger.window(number, 'BR.1'));
    expect(restored.volume('2026-10', 'Brazil', 'utility')).toBe(2);
  });

  test('behavior: totals and snapshots that were handed out do not change afterwards', () => {
    const ledger = busy();
    const [totals, snapshot] = [ledger.totals(), ledger.snapshot()];
    const frozen = JSON.stringify([totals, snapshot]);
    send(ledger, 'utility');
    ledger.record({ kind: 'delivered', id: 'open', at: at0 });
    expect(JSON.stringify([totals, snapshot])).toBe(frozen);
    expect(ledger.totals()[0]?.messages).toBe(3);
  });

  test('error: a snapshot in another currency', () => {
    const snapshot = { ...usd().snapshot(), currency: 'EUR' as const };
    expect(() => createLedger<'USD' | 'EUR'>({ currency: 'USD' }, snapshot)).toThrow(
      'currency: the snapshot is in EUR, not in USD.',
    );
  });

  test('behavior: forget drops what is over and keeps what is not', () => {
    const ledger = busy();
    ledger.forget(at0);
    expect(ledger.snapshot().windows).toHaveLength(2);
    expect(ledger.pending()).toHaveLength(1);
    expect(ledger.snapshot().conversations).toEqual([]);
    ledger.forget(at0 + day);
    expect(ledger.snapshot().windows).toHaveLength(2);
    expect(ledger.pending()).toEqual([]);
    ledger.forget(at0 + day + 1);
    expect(ledger.snapshot().windows).toEqual([]);
    expect(ledger.window(number, user).userAt).toBeUndefined();
    expect(ledger.totals()).toHaveLength(3);
    ledger.record(inbound(at0 + 2 * day));
    expect(ledger.window(number, user)).toMatchObject({ userAt: at0 + 2 * day, entryAt: undefined });
  });

  test('behavior: a free entry point window outlives the customer service window', () => {
    const ledger = usd();
    ledger.record(inbound(at0, { entry: 'ad' }));
    send(ledger, 'service', at0 + hour);
    ledger.forget(at0 + 73 * hour);
    expect(ledger.snapshot().windows).toHaveLength(1);
    ledger.forget(at0 + 73 * hour + 1);
    expect(ledger.snapshot().windows).toHaveLength(0);
  });

  test('behavior: many users, each with windows of their own, rows reused after forget', () => {
    const ledger = usd();
    const who = (index: number): string => `55119${String(10_000_000 + index)}`;
    for (let index = 0; index < 500; index += 1) {
      ledger.record({ kind: 'inbound', phoneNumberId: number, user: who(index), at: at0 + index });
    }
    ledger.forget(at0 + day + 250);
    for (let index = 0; index < 500; index += 1) {
      expect(ledger.window(number, who(index)).userAt).toBe(index < 250 ? undefined : at0 + index);
    }
    for (let index = 500; index < 1500; index += 1) {
      ledger.record({ kind: 'inbound', phoneNumberId: number, user: who(index), at: at0 + index });
    }
    for (let index = 250; index < 1500; index += 1)
      expect(ledger.window(number, who(index)).userAt).toBe(at0 + index);
    expect(ledger.snapshot().windows).toHaveLength(1250);
  });
});
