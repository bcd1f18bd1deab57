import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canSendFreeForm,
  closedWindow,
  windowClosesAt,
  windowTimeLeft,
  applyWindowEvent,
  windowAt,
  type WindowEvent,
  type WindowState,
} from 'wabakit/pricing';

const hour = 3_600_000;
const t0 = Date.UTC(2026, 9, 5, 9);
const wrote: WindowState = applyWindowEvent(closedWindow, { kind: 'inbound', at: t0 });
const entered: WindowState = applyWindowEvent(closedWindow, { kind: 'inbound', at: t0, entry: 'ad' });

describe('customer service window', () => {
  test('default: a user message opens it for 24 hours, the last millisecond excluded', () => {
    expect(windowAt(closedWindow, t0).open).toBe('closed');
    expect(windowAt(wrote, t0).open).toBe('customer_service');
    expect(windowAt(wrote, t0 + 24 * hour - 1).open).toBe('customer_service');
    expect(windowAt(wrote, t0 + 24 * hour).open).toBe('closed');
    expect(windowClosesAt(wrote)).toBe(t0 + 24 * hour);
    expect(windowClosesAt(closedWindow)).toBeUndefined();
  });

  test('behavior: it is not open before the message that opened it', () => {
    expect(windowAt(wrote, t0 - 1)).toEqual({
      open: 'closed',
      customerServiceUntil: undefined,
      freeEntryPointUntil: undefined,
      freeEntryPointMayBeOpen: false,
    });
  });

  test('behavior: a later message or call refreshes it', () => {
    expect(windowClosesAt(applyWindowEvent(wrote, { kind: 'inbound', at: t0 + 5 * hour }))).toBe(
      t0 + 29 * hour,
    );
    expect(windowClosesAt(applyWindowEvent(wrote, { kind: 'call', at: t0 + 6 * hour }))).toBe(t0 + 30 * hour);
    expect(windowClosesAt(applyWindowEvent(closedWindow, { kind: 'call', at: t0 }))).toBe(t0 + 24 * hour);
  });

  test('behavior: an event that arrives late never shortens it', () => {
    expect(windowClosesAt(applyWindowEvent(wrote, { kind: 'inbound', at: t0 - hour }))).toBe(t0 + 24 * hour);
    expect(windowClosesAt(applyWindowEvent(wrote, { kind: 'call', at: t0 - hour }))).toBe(t0 + 24 * hour);
  });

  test('behavior: templates and app messages never open or extend it', () => {
    expect(applyWindowEvent(closedWindow, { kind: 'outbound', at: t0 })).toBe(closedWindow);
    expect(applyWindowEvent(wrote, { kind: 'outbound', at: t0 + hour })).toBe(wrote);
    expect(applyWindowEvent(wrote, { kind: 'app_message', at: t0 + hour })).toBe(wrote);
    expect(applyWindowEvent(entered, { kind: 'app_message', at: t0 + hour })).toBe(entered);
  });

  test('behavior: timeLeft counts down to zero and stays there', () => {
    expect(windowTimeLeft(wrote, t0)).toBe(24 * hour);
    expect(windowTimeLeft(wrote, t0 + 24 * hour - 1000)).toBe(1000);
    expect(windowTimeLeft(wrote, t0 + 30 * hour)).toBe(0);
    expect(windowTimeLeft(closedWindow, t0)).toBe(0);
  });

  test('behavior: canSendFreeForm keeps the margin', () => {
    const lastMinute = t0 + 24 * hour - 60_000;
    expect(canSendFreeForm(wrote, lastMinute)).toBe(true);
    expect(canSendFreeForm(wrote, lastMinute, { margin: 59_999 })).toBe(true);
    expect(canSendFreeForm(wrote, lastMinute, { margin: 60_000 })).toBe(false);
    expect(canSendFreeForm(wrote, t0 + 24 * hour)).toBe(false);
    expect(canSendFreeForm(closedWindow, t0)).toBe(false);
  });

  test('error: times and margins that are no numbers', () => {
    expect(() => windowAt(wrote, Number.NaN)).toThrow('at: NaN is not a time in epoch milliseconds.');
    expect(() => applyWindowEvent(wrote, { kind: 'inbound', at: Infinity })).toThrow('at: Infinity');
    expect(() => canSendFreeForm(wrote, t0, { margin: -1 })).toThrow(
      'margin: -1 is not a number of milliseconds from 0 up.',
    );
    expect(() => canSendFreeForm(wrote, t0, { margin: Number.NaN })).toThrow('margin: NaN');
  });
});

describe('free entry point window', () => {
  const answered = applyWindowEvent(entered, { kind: 'outbound', at: t0 + 2 * hour });

  test('default: opened by the answer, 72 hours long, its answer included', () => {
    expect(windowAt(entered, t0 + hour).open).toBe('customer_service');
    expect(windowAt(answered, t0 + 2 * hour).open).toBe('both');
    expect(windowAt(answered, t0 + 2 * hour - 1).open).toBe('customer_service');
    expect(windowAt(answered, t0 + 24 * hour).open).toBe('free_entry_point');
    expect(windowAt(answered, t0 + 74 * hour - 1).freeEntryPointUntil).toBe(t0 + 74 * hour);
    expect(windowAt(answered, t0 + 74 * hour).open).toBe('closed');
  });

  test('behavior: with the customer service window closed, free-form messages cannot be sent', () => {
    expect(canSendFreeForm(answered, t0 + 24 * hour)).toBe(false);
    expect(windowAt(answered, t0 + 25 * hour).customerServiceUntil).toBeUndefined();
  });

  test('behavior: a user message inside it opens both', () => {
    const again = applyWindowEvent(answered, { kind: 'inbound', at: t0 + 30 * hour });
    expect(windowAt(again, t0 + 31 * hour).open).toBe('both');
    expect(windowAt(again, t0 + 73 * hour).open).toBe('free_entry_point');
  });

  test('behavior: an answer after 24 hours opens nothing and uses the entry up', () => {
    const late = applyWindowEvent(entered, { kind: 'outbound', at: t0 + 24 * hour });
    expect(windowAt(late, t0 + 24 * hour).open).toBe('closed');
    expect(late.entryAt).toBeUndefined();
    expect(applyWindowEvent(entered, { kind: 'outbound', at: t0 + 24 * hour - 1 }).freeFrom).toBe(
      t0 + 24 * hour - 1,
    );
  });

  test('behavior: only the first answer opens it; a later one does not lengthen it', () => {
    const twice = applyWindowEvent(answered, { kind: 'outbound', at: t0 + 3 * hour });
    expect(twice).toBe(answered);
  });

  test('behavior: a message sent before the entry is no answer to it', () => {
    expect(applyWindowEvent(entered, { kind: 'outbound', at: t0 - 1 })).toBe(entered);
    expect(applyWindowEvent(entered, { kind: 'outbound', at: t0 }).freeFrom).toBe(t0);
  });

  test('behavior: a plain message keeps an entry that waits for its answer, a late entry never moves it back', () => {
    expect(applyWindowEvent(entered, { kind: 'inbound', at: t0 + hour }).entryAt).toBe(t0);
    expect(applyWindowEvent(entered, { kind: 'inbound', at: t0 - hour, entry: 'page' }).entryAt).toBe(t0);
    expect(applyWindowEvent(entered, { kind: 'inbound', at: t0 + hour, entry: 'page' }).entryAt).toBe(
      t0 + hour,
    );
  });

  test('behavior: 24 hours long before 2023-03-01, 72 from then', () => {
    const length = (answerAt: number): number => {
      const state = applyWindowEvent(closedWindow, { kind: 'inbound', at: answerAt - 1, entry: 'page' });
      const open = applyWindowEvent(state, { kind: 'outbound', at: answerAt });
      return (open.freeUntil ?? 0) - answerAt;
    };
    expect(length(Date.UTC(2023, 2, 1) - 1)).toBe(24 * hour);
    expect(length(Date.UTC(2023, 2, 1))).toBe(72 * hour);
    expect(length(Date.UTC(2026, 8, 28))).toBe(72 * hour);
  });

  test('behavior: since 2026-09-28 it says when it may still be open, up to 7 days', () => {
    const from = t0 + 2 * hour;
    expect(windowAt(answered, from + 72 * hour - 1).freeEntryPointMayBeOpen).toBe(false);
    expect(windowAt(answered, from + 72 * hour).freeEntryPointMayBeOpen).toBe(true);
    expect(windowAt(answered, from + 168 * hour - 1).freeEntryPointMayBeOpen).toBe(true);
    expect(windowAt(answered, from + 168 * hour).freeEntryPointMayBeOpen).toBe(false);
    const before = Date.UTC(2026, 8, 28) - 1;
    const older = applyWindowEvent(
      applyWindowEvent(closedWindow, { kind: 'inbound', at: before, entry: 'ad' }),
      {
        kind: 'outbound',
        at: before,
      },
    );
    expect(windowAt(older, before + 80 * hour).freeEntryPointMayBeOpen).toBe(false);
    expect(windowAt({ ...older, freeFrom: before + 1 }, before + 80 * hour).freeEntryPointMayBeOpen).toBe(
      true,
    );
  });

  test('args: freeEntryPointHours sets its length', () => {
    const week = applyWindowEvent(entered, { kind: 'outbound', at: t0 + hour }, { freeEntryPointHours: 168 });
    expect(week.freeUntil).toBe(t0 + 169 * hour);
    expect(windowAt(week, t0 + 168 * hour).open).toBe('free_entry_point');
    const none = applyWindowEvent(entered, { kind: 'outbound', at: t0 }, { freeEntryPointHours: 0 });
    expect(windowAt(none, t0).open).toBe('customer_service');
  });

  test('error: a length that is no number of hours', () => {
    const answer: WindowEvent = { kind: 'outbound', at: t0 };
    expect(() => applyWindowEvent(entered, answer, { freeEntryPointHours: -1 })).toThrow(
      'freeEntryPointHours: -1 is not a number of hours from 0 up.',
    );
    expect(() => applyWindowEvent(entered, answer, { freeEntryPointHours: Number.NaN })).toThrow('NaN');
  });
});

describe('properties', () => {
  const event: fc.Arbitrary<WindowEvent & { readonly at: number }> = fc.oneof(
    fc.record({
      kind: fc.constant('inbound' as const),
      at: fc.integer({ min: t0, max: t0 + 200 * hour }),
      entry: fc.constantFrom(undefined, 'ad' as const, 'page' as const),
    }),
    fc.record({
      kind: fc.constantFrom('call' as const, 'outbound' as const, 'app_message' as const),
      at: fc.integer({ min: t0, max: t0 + 200 * hour }),
    }),
  );

  const isUser = (one: WindowEvent): boolean => one.kind === 'inbound' || one.kind === 'call';
  const stateAfter = (events: readonly WindowEvent[]): WindowState => {
    let state = closedWindow;
    for (const one of events) state = applyWindowEvent(state, one);
    return state;
  };

  test('args: times as Date give what epoch milliseconds give', () => {
    const moment = new Date(t0);
    const state = applyWindowEvent(closedWindow, { kind: 'inbound', at: moment });
    expect(state).toEqual({ userAt: t0, openFrom: t0 });
    expect(windowAt(state, new Date(t0 + hour))).toEqual(windowAt(state, t0 + hour));
    expect(windowTimeLeft(state, new Date(t0 + hour))).toBe(23 * hour);
    expect(canSendFreeForm(state, new Date(t0 + 24 * hour))).toBe(false);
    expect(() => windowAt(state, new Date('never'))).toThrow('at: NaN is not a time in epoch milliseconds.');
  });

  test('behavior: it closes 24 hours after the last user event, in any order of arrival', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), fc.integer({ min: 0, max: 250 }), (events, later) => {
        const state = stateAfter(events);
        const user = events.filter(isUser).map((one) => one.at);
        const last = user.length === 0 ? undefined : Math.max(...user);
        expect(windowClosesAt(state)).toBe(last === undefined ? undefined : last + 24 * hour);
        const at = (last ?? t0) + later * hour;
        const open = last !== undefined && at < last + 24 * hour;
        expect(canSendFreeForm(state, at)).toBe(open);
        expect(windowTimeLeft(state, at)).toBe(open ? last + 24 * hour - at : 0);
      }),
    );
  });

  test('behavior: in order of time, every instant since the last gap is open when a user event lies less than 24 hours back', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), fc.integer({ min: 0, max: 250 }), (events, later) => {
        const sorted = [...events].sort((a, b) => a.at - b.at);
        const state = stateAfter(sorted);
        const at = t0 + later * hour;
        const open = sorted.some((one) => isUser(one) && one.at <= at && at < one.at + 24 * hour);
        if (state.openFrom !== undefined && at >= state.openFrom) {
          expect(windowAt(state, at).customerServiceUntil !== undefined).toBe(open);
        }
      }),
    );
  });

  test('behavior: a status that arrives after the next user message still finds the window that was open', () => {
    const refreshed = applyWindowEvent(wrote, { kind: 'inbound', at: t0 + 3 * hour });
    expect(windowAt(refreshed, t0 + hour).open).toBe('customer_service');
    const anew = applyWindowEvent(wrote, { kind: 'inbound', at: t0 + 24 * hour });
    expect(anew.openFrom).toBe(t0 + 24 * hour);
    expect(applyWindowEvent(anew, { kind: 'call', at: t0 + hour }).openFrom).toBe(t0 + hour);
    expect(applyWindowEvent(anew, { kind: 'call', at: t0 }).openFrom).toBe(t0);
    expect(applyWindowEvent(anew, { kind: 'call', at: t0 - 1 }).openFrom).toBe(t0 + 24 * hour);
    expect(applyWindowEvent(anew, { kind: 'call', at: t0 + 24 * hour + 5 }).openFrom).toBe(t0 + 24 * hour);
  });

  test('behavior: a state survives JSON', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 8 }), (events) => {
        let state = closedWindow;
        for (const one of events) state = applyWindowEvent(state, one);
        const copy = JSON.parse(JSON.stringify(state)) as WindowState;
        expect(windowAt(copy, t0 + 100 * hour)).toEqual(windowAt(state, t0 + 100 * hour));
      }),
    );
  });
});
