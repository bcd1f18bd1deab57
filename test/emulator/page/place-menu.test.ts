import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeMenu } from '../../../src/emulator/page/parts/place-menu.ts';

const window = { width: 390, height: 844 };
const menu = { width: 210, height: 300 };
const button = (left: number, top: number) => ({ left, top, right: left + 30, bottom: top + 30 });

describe('placeMenu', () => {
  test.each([
    ['under its button', button(20, 100), { left: 20, top: 134 }],
    ['above it at the foot of the window', button(20, 700), { left: 20, top: 396 }],
    ['leftwards at the right edge', button(350, 100), { left: 170, top: 134 }],
  ])('default: %s', (_where, place, expected) => {
    expect(placeMenu(place, menu, window)).toEqual(expected);
  });

  test('behavior: wherever the button is, the menu is in the window', () => {
    const places = fc.tuple(fc.integer({ min: 0, max: 360 }), fc.integer({ min: 0, max: 814 }));
    fc.assert(
      fc.property(places, ([x, y]) => {
        const { left, top } = placeMenu(button(x, y), menu, window);
        expect(left).toBeGreaterThanOrEqual(8);
        expect(left + menu.width).toBeLessThanOrEqual(window.width - 8);
        expect(top).toBeGreaterThanOrEqual(8);
        expect(top + menu.height).toBeLessThanOrEqual(window.height - 8);
      }),
    );
  });
});
