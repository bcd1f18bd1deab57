import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createIdentities } from 'wabakit/contacts';
import {
  createLedger,
  mergeWindows,
  moneyToDecimal,
  reconcile,
  sumMoney,
  toLedgerEvents,
  toPricingReports,
  toSentEvent,
  windowAt,
  type Ledger,
  type LedgerSnapshot,
  type PlatformEvent,
  type WindowState,
} from 'wabakit/pricing';

const hour = 3_600_000;
const october = Date.UTC(2026, 9, 5, 12);
const phoneNumberId = '106';
const waId = '5511987654321';
const bsuid = 'BR.13491208655302741918';
const parentBsuid = 'BR.ENT.11815799212886844830';

const hears = (ids: Partial<PlatformEvent>, at = october): PlatformEvent => ({
  kind: 'message',
  type: 'text',
  phoneNumberId,
  at,
  ...ids,
});

function record(ledger: Ledger<'USD'>, ...events: readonly PlatformEvent[]): void {
  for (const event of events) for (const one of toLedgerEvents(event)) ledger.record(one);
}

/** Answers of one user in an open window, delivered and reported as Meta prices them: 1,000 are free. */
function answer(ledger: Ledger<'USD'>, users: readonly string[], count: number): PlatformEvent[] {
  return Array.from({ length: count }, (_, index) => {
    const at = october + 1000 + index;
    const wamid = `wamid.${index}`;
    const user = users[index % users.length] ?? '';
    ledger.record(toSentEvent({ wamid }, { phoneNumberId, user, category: 'service', at }));
    const type = index < 1000 ? 'free_customer_service' : 'regular';
    const pricing = { billable: index >= 1000, pricing_model: 'PMP', type, category: 'service' };
    const delivered = { kind: 'status', phoneNumberId, at, waId, wamid, status: 'delivered', pricing };
    record(ledger, delivered);
    return delivered;
  });
}

const cost = (ledger: Ledger<'USD'>): string =>
  moneyToDecimal(
    sumMoney(
      'USD',
      ledger.totals().map(({ amount }) => amount),
    ),
  );

describe('a ledger knows a person by each of their ids', () => {
  test.each([
    ['as a WhatsApp ID', [waId]],
    ['with a plus', [`+${waId}`]],
    ['with blanks and punctuation', ['+55 (11) 98765-4321']],
    ['without the ninth digit', ['551187654321']],
    ['by the user id', [bsuid]],
    ['by the parent id', [parentBsuid]],
    ['in every way in turn', [waId, `+${waId}`, '+55 11 8765.4321', '551187654321', bsuid, parentBsuid]],
  ])('default: 1,200 answers in an open window cost 1.36 USD, with the user %s', (_, users) => {
    const ledger = createLedger({ currency: 'USD', keepEntries: true });
    record(ledger, hears({ waId, bsuid, parentBsuid }));
    const statuses = answer(ledger, users, 1200);
    expect(cost(ledger)).toBe('1.3600');
    const { agreed, differences, notReported } = reconcile(ledger, statuses.flatMap(toPricingReports));
    expect({ agreed, differences, notReported }).toEqual({ agreed: 1200, differences: [], notReported: [] });
  });

  test.each([
    ['the message shows the number without its ninth digit', { waId: '551187654321' }],
    ['the message shows the user id alone, and a status the pair', { bsuid }],
  ])('behavior: 1,200 answers to the number cost 1.36 USD where %s', (_, ids) => {
    const ledger = createLedger({ currency: 'USD' });
    record(ledger, hears(ids));
    record(ledger, {
      kind: 'status',
      status: 'sent',
      wamid: 'wamid.before',
      phoneNumberId,
      at: october,
      waId,
      bsuid,
    });
    answer(ledger, [`+${waId}`], 1200);
    expect(cost(ledger)).toBe('1.3600');
  });

  test('behavior: whatever spelling opens the window and whatever spelling sends, they are one person', () => {
    const digits = (length: number) =>
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
    const forms: fc.Arbitrary<[string, string]> = fc
      .tuple(
        fc.constantFrom(...'123456789'),
        fc.constantFrom(...'123456789'),
        fc.constantFrom(...'6789'),
        digits(7),
      )
      .chain(([a, b, c, rest]) =>
        fc.constantFrom<[string, string][]>(
          [`52${a}${b}${c}${rest}`, `521${a}${b}${c}${rest}`],
          [`54${a === '9' ? '1' : a}${b}${c}${rest}`, `549${a === '9' ? '1' : a}${b}${c}${rest}`],
          [`55${a}${b}${c}${rest}`, `55${a}${b}9${c}${rest}`],
          [`1${a}${b}${c}${rest}`, `1${a}${b}${c}${rest}`],
        ),
      );
    const style = fc.constantFrom(
      (one: string) => one,
      (one: string) => `+${one}`,
      (one: string) => `+${one.slice(0, 2)} (${one.slice(2, 4)}) ${one.slice(4, 8)}-${one.slice(8)}`,
      (one: string) => ` ${one.slice(0, 3)} ${one.slice(3)} `,
    );
    const spelling = fc.tuple(fc.nat(1), style);
    fc.assert(
      fc.property(forms, spelling, spelling, (numbers, [i, heard], [j, sent]) => {
        const ledger = createLedger({ currency: 'USD' });
        record(ledger, hears({ waId: heard(numbers[i === 0 ? 0 : 1]) }));
        const user = sent(numbers[j === 0 ? 0 : 1]);
        ledger.record({ kind: 'sent', id: 'w', phoneNumberId, user, category: 'service', at: october });
        const quote = ledger.record({ kind: 'delivered', id: 'w', at: october + hour })?.quote;
        expect(quote).toMatchObject({ outcome: 'priced', pricingType: 'free_customer_service' });
        expect(windowAt(ledger.window(phoneNumberId, numbers[0]), october + hour).open).toBe(
          'customer_service',
        );
      }),
    );
  });

  test('behavior: the answer to a send names the WhatsApp ID behind the number', () => {
    const ledger = createLedger({ currency: 'USD' });
    const reply = { wamid: 'w', contacts: [{ input: '+22901234567', wa_id: '2290101234567' }] };
    const user = '+22901234567';
    record(ledger, hears({ waId: '2290101234567' }));
    ledger.record(toSentEvent(reply, { phoneNumberId, user, category: 'service', at: october + 1 }));
    expect(ledger.record({ kind: 'delivered', id: 'w', at: october + 2 })?.quote.outcome).toBe('priced');
    const group = toSentEvent(reply, { phoneNumberId, user: 'g', group: true, category: 'service', at: 1 });
    expect(group.identity).toBeUndefined();
  });

  test('behavior: a recycled number does not bring the window of its former owner along', () => {
    const ledger = createLedger({ currency: 'USD' });
    record(ledger, hears({ waId, bsuid }));
    record(
      ledger,
      hears(
        {
          waId,
          bsuid: 'BR.2',
          type: 'system',
          system: { type: 'user_identity_changed' },
          raw: { from: waId, from_user_id: 'BR.2' },
        },
        october + 1,
      ),
    );
    expect(windowAt(ledger.window(phoneNumberId, waId), october + hour).open).toBe('closed');
    expect(windowAt(ledger.window(phoneNumberId, bsuid), october + hour).open).toBe('customer_service');
  });

  test('behavior: a new number keeps the window of its owner, and the old one loses it', () => {
    const ledger = createLedger({ currency: 'USD' });
    record(ledger, hears({ waId }));
    record(
      ledger,
      hears(
        {
          waId,
          type: 'system',
          system: { type: 'user_changed_number', wa_id: '5521955554444' },
          raw: { from: waId },
        },
        october + 1,
      ),
    );
    expect(windowAt(ledger.window(phoneNumberId, '+55 21 95555-4444'), october + hour).open).toBe(
      'customer_service',
    );
    expect(windowAt(ledger.window(phoneNumberId, waId), october + hour).open).toBe('closed');
  });

  test('behavior: one value serves receiver and ledger, whoever learns first', () => {
    const identities = createIdentities();
    const ledger = createLedger({ currency: 'USD', identities });
    expect(ledger.identities).toBe(identities);
    record(ledger, hears({ bsuid }));
    identities.learn({ at: october, waId, bsuid });
    expect(windowAt(ledger.window(phoneNumberId, waId), october).open).toBe('customer_service');
    expect(ledger.snapshot().windows.map(([, user]) => user)).toEqual([bsuid]);
  });

  test('behavior: a snapshot carries what was learned', () => {
    const first = createLedger({ currency: 'USD' });
    record(first, hears({ waId, bsuid }));
    const saved = JSON.parse(JSON.stringify(first.snapshot())) as LedgerSnapshot<'USD'>;
    const again = createLedger({ currency: 'USD' }, saved);
    expect(windowAt(again.window(phoneNumberId, '551187654321'), october).open).toBe('customer_service');
    expect(again.snapshot()).toEqual(first.snapshot());
    const known = createIdentities([{ at: 1, bsuid, parentBsuid }]);
    const merged = createLedger({ currency: 'USD', identities: known }, saved);
    expect(windowAt(merged.window(phoneNumberId, parentBsuid), october).open).toBe('customer_service');
  });

  test('behavior: a member of a group is charged once, by whichever id the statuses name them', () => {
    const ledger = createLedger({ currency: 'USD', keepEntries: true });
    record(ledger, hears({ waId, bsuid, groupId: 'g' }));
    const pricing = { type: 'regular', category: 'group_utility' };
    const status = {
      kind: 'status',
      status: 'delivered',
      wamid: 'w',
      phoneNumberId,
      at: october,
      groupId: 'g',
      pricing,
    };
    ledger.record({
      kind: 'sent',
      id: 'w',
      phoneNumberId,
      user: 'g',
      group: true,
      category: 'utility',
      at: october,
    });
    const statuses = [
      { ...status, waId },
      { ...status, bsuid, status: 'read' },
      { ...status, waId: '551187654321' },
    ];
    record(ledger, ...statuses);
    expect(ledger.entries()).toHaveLength(1);
    expect(reconcile(ledger, statuses.flatMap(toPricingReports))).toMatchObject({
      agreed: 1,
      duplicates: 2,
      differences: [],
    });
  });

  test('behavior: a member who is known by number first and by the pair later is charged once', () => {
    const ledger = createLedger({ currency: 'USD', keepEntries: true });
    const delivered = { kind: 'delivered', id: 'w', at: october } as const;
    ledger.record({
      kind: 'sent',
      id: 'w',
      phoneNumberId,
      user: 'g',
      group: true,
      category: 'utility',
      at: october,
    });
    ledger.record({ ...delivered, recipient: `+${waId}` });
    ledger.record({ kind: 'identity', at: october, waId, bsuid });
    ledger.record({ ...delivered, recipient: bsuid });
    expect(ledger.entries()).toHaveLength(1);
  });

  test('behavior: billing conversations of both ids become one', () => {
    const may = Date.UTC(2025, 4, 5, 12);
    const ledger = createLedger({ currency: 'USD', keepEntries: true });
    const send = (id: string, user: string, category: 'utility' | 'marketing', at: number): void => {
      ledger.record({ kind: 'sent', id, phoneNumberId, user, category, at });
      ledger.record({ kind: 'delivered', id, at });
    };
    send('1', waId, 'utility', may);
    send('2', bsuid, 'utility', may + 1);
    send('3', bsuid, 'marketing', may + 2);
    ledger.record({ kind: 'identity', at: may + 3, waId, bsuid });
    send('4', `+${waId}`, 'marketing', may + 4);
    send('5', waId, 'utility', may + 24 * hour);
    expect(ledger.snapshot().conversations).toEqual([
      [`106|${bsuid}`, { utility: may + 1 + 24 * hour, marketing: may + 2 + 24 * hour }],
    ]);
    expect(ledger.entries().map(({ quote }) => quote.outcome === 'priced' && quote.billable)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('mergeWindows', () => {
  const open = (from: number, to: number): WindowState => ({ openFrom: from, userAt: to });

  test.each([
    ['one after the other', open(0, 2), open(30 * hour, 31 * hour), open(30 * hour, 31 * hour)],
    ['overlapping', open(0, 2), open(3, 4), open(0, 4)],
    ['touching', open(0, 2), open(24 * hour + 2, 24 * hour + 3), open(0, 24 * hour + 3)],
    ['one within the other', open(0, 9), open(3, 4), open(0, 9)],
    ['one empty', {}, open(3, 4), open(3, 4)],
  ])('default: %s', (_, a, b, expected) => {
    expect(mergeWindows(a, b)).toMatchObject(expected);
    expect(mergeWindows(b, a)).toMatchObject(expected);
  });

  test('behavior: the later entry and the longer free entry point window count', () => {
    const a = { entryAt: 5, freeFrom: 1, freeUntil: 9 };
    const b = { entryAt: 7, freeFrom: 2, freeUntil: 8 };
    expect(mergeWindows(a, b)).toMatchObject({ entryAt: 7, freeFrom: 1, freeUntil: 9 });
    expect(mergeWindows(b, a)).toMatchObject({ entryAt: 7, freeFrom: 1, freeUntil: 9 });
    expect(mergeWindows({}, { entryAt: 7 })).toMatchObject({ entryAt: 7 });
    expect(mergeWindows({ entryAt: 7 }, {})).toMatchObject({ entryAt: 7 });
  });
});
