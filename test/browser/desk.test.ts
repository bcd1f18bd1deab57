// @module-tag chromium
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createEmulator, type Emulator } from 'wabakit/emulator';
import { scene, text, user } from '../emulator/page/scene.ts';
import { keepPicture, openPage, sizes, startBrowser, violations } from './browser.ts';
import { startScene } from './scene-server.ts';

// The build puts the page into the package; here it goes into the sources.
vi.mock('../../src/emulator/page/assets.ts', async () => {
  const { buildPhoneAssets } = await import('../../scripts/phone-assets.ts');
  return buildPhoneAssets();
});

let browser: Browser;
const closers: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  browser = await startBrowser();
}, 60_000);

afterAll(() => browser.close());

afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

async function open(url: string, size: keyof typeof sizes = 'wide'): Promise<Page> {
  const { page } = await openPage(browser, url, { size });
  closers.push(() => page.context().close());
  return page;
}

async function startEmulator(): Promise<{ readonly emulator: Emulator; readonly url: string }> {
  const emulator = await createEmulator();
  closers.push(() => emulator.close());
  const { url } = await emulator.listen();
  return { emulator, url: `${url}/_wabakit/` };
}

const names = ['Ana Souza', 'Priya Raman', 'Jonas Weber', 'Mei Tan', 'Lena Ito'];

/** A desk with so many open phones, laid out by hand as a person would. */
async function openPhones(count: number, size: keyof typeof sizes): Promise<Page> {
  const users = names.slice(0, count).map((name, index) =>
    user({
      waId: `551198765432${index}`,
      name,
      bubbles: [text('Hello! Do you deliver on Sundays?', { from: 'user', state: undefined }), text('We do.')],
    }),
  );
  const server = await startScene({ ...scene(), users });
  closers.push(() => server.close());
  const page = await open(server.url, size);
  for (const name of names.slice(0, count)) await page.locator('.person', { hasText: name }).click();
  return page;
}

/** Where each shown phone lies, and the place that they have, in whole pixels. */
const spans = (page: Page) =>
  page.evaluate(() => {
    const row = document.querySelector('.phone-row');
    if (row === null) throw new Error('the page has a row of phones');
    const [place, ...phones] = [row, ...row.children].map((element) => {
      const { left, right } = element.getBoundingClientRect();
      const name = element.getAttribute('aria-label') ?? '';
      return { name, left: Math.round(left), right: Math.round(right) };
    });
    return { row: place, phones: phones.filter(({ left, right }) => right > left) };
  });

/** The phones that can be seen. Throws where one of them is cut. */
async function getSeen(page: Page): Promise<readonly string[]> {
  const { row, phones } = await spans(page);
  if (row === undefined) return [];
  const seen = phones.filter(({ left, right }) => right > row.left && left < row.right);
  for (const { name, left, right } of seen)
    if (left < row.left || right > row.right)
      throw new Error(`${name} is cut: ${left} to ${right}, the row is ${row.left} to ${row.right}`);
  return seen.map(({ name }) => name.replace('Phone of ', ''));
}

/** How many phones are in view of one to five open ones. */
const inView: Readonly<Record<keyof typeof sizes, readonly number[]>> = {
  narrow: [1, 1, 1, 1, 1],
  1024: [1, 2, 2, 2, 2],
  1280: [1, 2, 2, 2, 2],
  wide: [1, 2, 3, 3, 3],
  1920: [1, 2, 3, 4, 4],
};

describe('phones', () => {
  test.each([1, 2, 3, 4, 5])(
    'behavior: of %i open phones none is cut at any width, and a click in the list reaches each whole',
    async (count) => {
      const page = await openPhones(count, 'wide');
      for (const [size, viewport] of Object.entries(sizes)) {
        await page.setViewportSize(viewport);
        for (const name of names.slice(0, count)) {
          await page.locator('.person', { hasText: name }).click();
          await expect.poll(() => getSeen(page)).toContain(name);
        }
        const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect([size, (await getSeen(page)).length, await overflow()]).toEqual([
          size,
          inView[size as keyof typeof sizes][count - 1],
          0,
        ]);
        await keepPicture(page, `desk-${size}-${count}`);
      }
    },
    120_000,
  );

  test('behavior: the steps reach the phones at the sides, whole, and say which are in view', async () => {
    const page = await openPhones(5, 1024);
    const left = page.getByRole('button', { name: 'Phones to the left' });
    for (const words of ['Phones 3 to 4 of 5', 'Phones 2 to 3 of 5', 'Phones 1 to 2 of 5']) {
      await left.click();
      await page.getByText(words).waitFor();
    }
    expect(await left.isDisabled()).toBe(true);
    for (const words of ['Phones 2 to 3 of 5', 'Phones 3 to 4 of 5', 'Phones 4 to 5 of 5']) {
      await page.getByRole('button', { name: 'Phones to the right' }).click();
      await page.getByText(words).waitFor();
    }
    await expect.poll(() => getSeen(page)).toEqual(['Mei Tan', 'Lena Ito']);
    expect(await page.getByRole('button', { name: 'Phones to the right' }).isDisabled()).toBe(true);
    expect(await violations(page)).toEqual([]);
  });
});
