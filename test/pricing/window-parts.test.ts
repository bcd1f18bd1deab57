import { describe, expect, test } from 'vitest';
import { closedWindow, applyWindowEvent, windowAt } from 'wabakit/pricing';

const hour = 3_600_000;
const t0 = Date.UTC(2026, 9, 5, 9);

describe('window states of which a part is missing', () => {
  const call = { kind: 'call', at: t0 + hour } as const;
  const closed = {
    open: 'closed',
    customerServiceUntil: undefined,
    freeEntryPointUntil: undefined,
    freeEntryPointMayBeOpen: false,
  };

  test('behavior: half a window is closed, and the next event of the user opens it anew', () => {
    const anew = { userAt: t0 + hour, openFrom: t0 + hour };
    expect(windowAt({ userAt: t0 }, t0)).toEqual(closed);
    expect(windowAt({ openFrom: t0 }, t0)).toEqual(closed);
    expect(applyWindowEvent({ userAt: t0 }, call)).toEqual(anew);
    expect(applyWindowEvent({ openFrom: t0 }, call)).toEqual(anew);
  });

  test('behavior: half a free entry point window is closed, without a doubt', () => {
    expect(windowAt({ freeFrom: t0 }, t0 + hour)).toEqual(closed);
    expect(windowAt({ freeUntil: t0 + hour }, t0)).toEqual(closed);
  });

  test('behavior: an event inside the run, or a repeated one, gives the same state', () => {
    const wrote = applyWindowEvent(closedWindow, { kind: 'inbound', at: t0 });
    expect(applyWindowEvent(wrote, { kind: 'inbound', at: t0 })).toBe(wrote);
    const refreshed = applyWindowEvent(wrote, { kind: 'inbound', at: t0 + 3 * hour });
    expect(applyWindowEvent(refreshed, call)).toBe(refreshed);
    expect(applyWindowEvent(refreshed, { kind: 'call', at: t0 })).toBe(refreshed);
  });
});
