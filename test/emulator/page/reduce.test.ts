import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UserView, PhoneEvent } from '../../../src/emulator/page/protocol/protocol.ts';
import { keepDesk, loadDesk, readDesk, writeDesk } from '../../../src/emulator/page/state/desk.ts';
import { emptyPage, type PageState } from '../../../src/emulator/page/state/page-state.ts';
import { kept, reducePhone } from '../../../src/emulator/page/state/reduce-phone.ts';
import { freePlaces, reduce } from '../../../src/emulator/page/state/reduce.ts';
import { scene, text } from './scene.ts';

const start = (): PageState => reduce(emptyPage, { kind: 'state', state: scene() }, 1000);

const facts = (waId: string): Omit<UserView, 'bubbles'> => ({
  waId,
  name: `User ${waId}`,
  windows: {},
  promotionsStopped: false,
});

describe('reduce', () => {
  test('default: the first event brings everything and opens the busiest phones', () => {
    const page = start();
    expect(page.phone?.users).toHaveLength(5);
    expect(page.open).toEqual(['4915112345678', '972501234567']);
    expect(page.focused).toBe('4915112345678');
    expect(page.clockReadAt).toBe(1000);
  });

  test('behavior: events before the first state change nothing', () => {
    expect(reduce(emptyPage, { kind: 'templateDeleted', id: 't1' }, 1)).toBe(emptyPage);
  });

  test('behavior: a new user takes a free place and no more than the free ones', () => {
    const empty = reduce(emptyPage, { kind: 'state', state: { ...scene(), users: [] } }, 1);
    const pages = ['1', '2', '3'].reduce<PageState[]>(
      (all, waId) => [...all, reduce(all.at(-1) ?? empty, { kind: 'user', user: facts(waId) }, 2)],
      [],
    );
    expect(pages.map(({ open }) => open?.length)).toEqual([1, freePlaces, freePlaces]);
  });

  test('behavior: a phone that was put away stays away while its user goes on', () => {
    const page = reduce(start(), { kind: 'closePhone', waId: '4915112345678' }, 2);
    expect(page.open).toEqual(['972501234567']);
    expect(page.focused).toBe('972501234567');
    const later = reduce(page, { kind: 'user', user: facts('4915112345678') }, 3);
    expect(later.open).toEqual(['972501234567']);
  });

  test('behavior: opening twice opens once, and focuses', () => {
    const page = reduce(start(), { kind: 'openPhone', waId: '972501234567' }, 2);
    expect(page.open).toEqual(['4915112345678', '972501234567']);
    expect(page.focused).toBe('972501234567');
  });

  test('behavior: a reset closes the phones that are gone', () => {
    const page = reduce(start(), { kind: 'state', state: { ...scene(), users: [] } }, 2);
    expect(page.open).toEqual([]);
    expect(page.focused).toBeUndefined();
  });

  test('behavior: a lost connection that comes back opens no phone that was put away', () => {
    const page = reduce(start(), { kind: 'closePhone', waId: '4915112345678' }, 2);
    const again = reduce(page, { kind: 'state', state: scene() }, 3);
    expect(again.open).toEqual(['972501234567']);
  });

  test('behavior: a new user opens, and not the phone that was put away', () => {
    const page = reduce(start(), { kind: 'closePhone', waId: '4915112345678' }, 2);
    const later = reduce(page, { kind: 'user', user: facts('551') }, 3);
    expect(later.open).toEqual(['972501234567', '551']);
  });

  test('behavior: selecting twice folds', () => {
    const once = reduce(start(), { kind: 'select', entry: 1 }, 2);
    expect(once.selected).toBe(1);
    expect(reduce(once, { kind: 'select', entry: 1 }, 3).selected).toBeUndefined();
  });

  test('behavior: panels, halves, search, link and notice are kept', () => {
    const events = [
      { kind: 'showPanel', panel: 'bill' },
      { kind: 'search', text: '131047' },
      { kind: 'link', link: 'lost' },
      { kind: 'notice', notice: { text: 'No', tone: 'bad' } },
    ] as const;
    const page = events.reduce<PageState>((state, event) => reduce(state, event, 2), start());
    expect(page).toMatchObject({
      panel: 'bill',
      half: 'panel',
      search: '131047',
      link: 'lost',
      notice: { text: 'No' },
    });
    expect(reduce(page, { kind: 'showPhones' }, 3).half).toBe('phones');
  });

  test('behavior: only a reading of the clock moves the reading', () => {
    const page = reduce(start(), { kind: 'faults', faults: [] }, 2000);
    expect(page.clockReadAt).toBe(1000);
    expect(reduce(page, { kind: 'clock', clock: { now: 5, speed: 60 } }, 3000).clockReadAt).toBe(3000);
  });
});

describe('the desk that a reload keeps', () => {
  const priya = '919876543210';
  const reload = (page: PageState, state = scene()): PageState =>
    reduce({ ...emptyPage, ...readDesk(writeDesk(page)) }, { kind: 'state', state }, 4);
  const laidOut = (): PageState => {
    const events = [
      { kind: 'closePhone', waId: '4915112345678' },
      { kind: 'closePhone', waId: '972501234567' },
      { kind: 'openPhone', waId: priya },
      { kind: 'search', text: '131047' },
      { kind: 'findPeople', text: 'pri' },
      { kind: 'select', entry: 4 },
      { kind: 'showPanel', panel: 'bill' },
    ] as const;
    return events.reduce<PageState>((state, event) => reduce(state, event, 2), start());
  };

  test('default: the open phones, the panel, the filters and the unfolded entry', () => {
    expect(reload(laidOut())).toMatchObject({
      open: [priya],
      focused: priya,
      panel: 'bill',
      half: 'panel',
      search: '131047',
      people: 'pri',
      selected: 4,
    });
  });

  test('behavior: a desk whose phones were all put away stays empty', () => {
    const page = reduce(laidOut(), { kind: 'closePhone', waId: priya }, 3);
    expect(reload(page).open).toEqual([]);
  });

  test('behavior: the desk of an emulator with other users is laid out afresh', () => {
    const others = scene().users.filter(({ waId }) => waId !== priya);
    expect(reload(laidOut(), { ...scene(), users: others }).open).toEqual(['4915112345678', '972501234567']);
  });

  test('behavior: a desk that never had users opens the first ones', () => {
    const empty = reduce(emptyPage, { kind: 'state', state: { ...scene(), users: [] } }, 1);
    expect(reload(empty).open).toEqual(['4915112345678', '972501234567']);
  });

  test('error: what is no desk is a fresh page', () => {
    const text = (value: unknown): string => JSON.stringify(value);
    expect(readDesk('{')).toBeUndefined();
    expect(readDesk(text({ open: [1, {}], panel: 'door', selected: 'x', half: 3 }))).toEqual({
      open: ['1'],
      focused: undefined,
      panel: 'inspector',
      half: 'phones',
      search: '',
      people: '',
      selected: undefined,
    });
  });

  test('error: a browser that forbids its storage keeps nothing and breaks nothing', () => {
    const forbidden = () => {
      throw new Error('SecurityError');
    };
    expect(loadDesk(forbidden)).toBeUndefined();
    expect(() => keepDesk(forbidden, start())).not.toThrow();
  });
});

describe('reducePhone', () => {
  test('default: a bubble of the same wamid replaces, a new one goes to the end', () => {
    const state = scene();
    const old = state.users[0]?.bubbles[0];
    if (old === undefined) throw new Error('the scene has a first bubble');
    const read = reducePhone(state, {
      kind: 'bubble',
      waId: '5511987654321',
      bubble: { ...old, state: 'read' },
    });
    expect(read.users[0]?.bubbles[0]?.state).toBe('read');
    expect(read.users[0]?.bubbles).toHaveLength(state.users[0]?.bubbles.length ?? 0);
    const more = reducePhone(read, { kind: 'bubble', waId: '5511987654321', bubble: text('more') });
    expect(more.users[0]?.bubbles.at(-1)?.content).toEqual({ type: 'text', text: { body: 'more' } });
  });

  test('behavior: a bubble for nobody changes nothing', () => {
    const state = scene();
    expect(reducePhone(state, { kind: 'bubble', waId: '1', bubble: text('?') })).toBe(state);
  });

  test('behavior: the facts of a user leave the bubbles alone', () => {
    const state = scene();
    const after = reducePhone(state, { kind: 'user', user: facts('5511987654321') });
    expect(after.users[0]?.name).toBe('User 5511987654321');
    expect(after.users[0]?.bubbles).toBe(state.users[0]?.bubbles);
  });

  test('behavior: templates are put and deleted, faults, bill and business replaced', () => {
    const state = scene();
    const [first] = state.templates;
    if (first === undefined) throw new Error('the scene has a template');
    const events: PhoneEvent[] = [
      { kind: 'template', template: { ...first, status: 'PAUSED' } },
      { kind: 'templateDeleted', id: 't2' },
      { kind: 'faults', faults: [] },
      {
        kind: 'bill',
        bill: { lines: [], total: { currency: 'USD', scaledAmount: 0, scale: 4 }, unpriced: 0 },
      },
      { kind: 'business', business: { ...state.business, name: 'Other' } },
    ];
    const after = events.reduce(reducePhone, state);
    expect(after.templates.map(({ id, status }) => [id, status])).toEqual([
      ['t1', 'PAUSED'],
      ['t3', 'REJECTED'],
    ]);
    expect([after.faults, after.bill.lines, after.business.name]).toEqual([[], [], 'Other']);
  });

  test('behavior: a campaign does not push out who wrote', () => {
    let state = scene();
    for (let index = 0; index < 1000; index++)
      state = reducePhone(state, { kind: 'user', user: facts(`49${index}`) });
    expect(state.users).toHaveLength(kept.users);
    expect(state.users.at(-1)?.waId).toBe('49999');
    expect(state.users.slice(0, 4).map(({ name }) => name)).toEqual([
      'Ana Souza',
      'Priya Raman',
      'דנה כהן',
      'Mallory',
    ]);
  });

  test('behavior: however much happens, the page keeps the newest and no more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), (count) => {
        let state = scene();
        for (let index = 0; index < count; index++) {
          state = reducePhone(state, {
            kind: 'bubble',
            waId: '14155550123',
            bubble: { ...text(String(index)), wamid: `w${index}` },
          });
          state = reducePhone(state, {
            kind: 'journal',
            entry: {
              kind: 'request',
              number: 100 + index,
              at: index,
              method: 'GET',
              path: '/',
              milliseconds: 1,
              wamids: [],
            },
          });
        }
        const bubbles = state.users.at(-1)?.bubbles ?? [];
        expect(bubbles).toHaveLength(Math.min(count, kept.bubbles));
        expect(bubbles.at(-1)?.wamid).toBe(`w${count - 1}`);
        expect(state.journal.length).toBe(Math.min(count + 5, kept.journal));
        expect(state.journal.at(-1)?.number).toBe(99 + count);
      }),
      { numRuns: 20 },
    );
  });
});
