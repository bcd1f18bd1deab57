import { describe, expect, test } from 'vitest';
import { closedWindow } from 'wabakit/pricing';
import { UserWindows } from '../../src/pricing/windows/user-windows.ts';

describe('UserWindows', () => {
  test('behavior: the row of a forgotten user is used again, and every user keeps their own', () => {
    const windows = new UserWindows();
    for (let index = 0; index < 200; index += 1)
      windows.set('106', `u${index}`, { userAt: index, openFrom: index });
    windows.forget((state) => (state.userAt ?? 0) < 100);
    for (let index = 200; index < 320; index += 1)
      windows.set('106', `u${index}`, { userAt: index, openFrom: index });
    windows.set('106', 'u319', { userAt: 1000 });
    expect(windows.get('106', 'u5')).toBe(closedWindow);
    expect(windows.get('107', 'u105')).toBe(closedWindow);
    expect(Array.from(windows.rows(), ([, name, userAt]) => [name, userAt])).toEqual([
      ...Array.from({ length: 219 }, (_, index) => [`u${index + 100}`, index + 100]),
      ['u319', 1000],
    ]);
  });
});
