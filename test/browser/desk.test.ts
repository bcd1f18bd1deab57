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
      bubbles: [
        text('Hello! Do you deliver on Sundays?', { from: 'user', state: undefined }),
        text('We do.'),
      ],
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
    await page.getByText('Phones 1 to 2 of 5').waitFor();
    expect(await left.isDisabled()).toBe(true);
    for (const words of ['Phones 2 to 3 of 5', 'Phones 3 to 4 of 5', 'Phones 4 to 5 of 5']) {
      await page.getByRole('button', { name: 'Phones to the right' }).click();
      await page.getByText(words).waitFor();
    }
    await expect.poll(() => getSeen(page)).toEqual(['Priya Raman', 'Jonas Weber']);
    expect(await page.getByRole('button', { name: 'Phones to the right' }).isDisabled()).toBe(true);
    await left.click();
    await page.getByText('Phones 3 to 4 of 5').waitFor();
    expect(await violations(page)).toEqual([]);
  }, 60_000);
});

describe('an empty desk', () => {
  test('default: one click lets users in, and the first message reaches the bot', async () => {
    const { emulator, url } = await startEmulator();
    const bodies: string[] = [];
    await emulator.webhook.subscribe(async (request) => {
      if (request.method === 'POST') bodies.push(await request.text());
      return new Response(new URL(request.url).searchParams.get('hub.challenge'));
    });
    const page = await open(url);
    await keepPicture(page, 'empty-desk-wide');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Add three users and a first message' }).click();
    const ana = page.getByRole('article', { name: 'Phone of Ana Souza' });
    await ana.getByText('Hello! Do you deliver on Sundays?').waitFor();
    await ana.locator('.window', { hasText: 'Service window' }).waitFor();
    expect(await page.locator('.person-text b').allTextContents()).toEqual([
      'Ana Souza',
      'Priya Raman',
      'Jonas Weber',
    ]);
    await expect.poll(() => bodies.length).toBe(1);
    expect(bodies[0]).toContain('"body":"Hello! Do you deliver on Sundays?"');
    await page.locator('.entry', { hasText: 'from Ana Souza, +55 11 98765-4321' }).waitFor();
    await keepPicture(page, 'first-click');
  });

  test.each(['on the desk', 'in the panel'])(
    'default: the first call %s works as it is pasted',
    async (place) => {
      const { emulator, url } = await startEmulator();
      const page = await open(url);
      if (place === 'in the panel') await page.getByRole('tab', { name: 'Connect' }).click();
      await page.getByRole('button', { name: 'Copy the first call' }).last().click();
      await page.getByText('Copy the first call: copied').waitFor();
      const line = await page.evaluate(() => navigator.clipboard.readText());
      expect(line).toBe(await page.getByLabel('First call').last().textContent());
      // Not execFileSync: the emulator answers from this very process.
      const { stdout } = await promisify(execFile)('sh', ['-c', `${line} --silent`]);
      expect(JSON.parse(stdout)).toMatchObject({
        messaging_product: 'whatsapp',
        contacts: [{ input: '+5511987654321', wa_id: '5511987654321' }],
      });
      await emulator.waitForIdle();
      const phone = page.locator('.phone');
      await phone.getByText('Welcome and congratulations!!').waitFor();
      await phone.getByText('Hello World', { exact: true }).waitFor();
      await page.getByRole('tab', { name: 'Inspector' }).click();
      await page
        .locator('.entry', { hasText: /template hello_world to .*, \+55 11 98765-4321/ })
        .first()
        .waitFor();
    },
  );

  test.each([1024, 1280, 1920, 'narrow'] as const)('behavior: nothing of it is cut at %s', async (size) => {
    const { url } = await startEmulator();
    const page = await open(url, size);
    const box = await page.locator('.desk .button.primary').boundingBox();
    const { width, height } = sizes[size];
    expect(box && box.x >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    await keepPicture(page, `empty-desk-${size}`);
  });

  test('behavior: phones that were put away say that they are in the list', async () => {
    const { emulator, url } = await startEmulator();
    await emulator.phone('+5511987654321', { name: 'Ana Souza' }).say('Hi');
    const page = await open(url);
    await page.getByRole('button', { name: 'More about Ana Souza' }).click();
    await page.getByRole('button', { name: 'Put this phone away' }).click();
    await page.getByText('Pick a user from the list').waitFor();
    expect(await page.getByRole('button', { name: 'Add three users' }).count()).toBe(0);
  });
});

describe('a reload', () => {
  test('default: keeps the open phones, the panel, the filters and the unfolded entry', async () => {
    const { emulator, url } = await startEmulator();
    for (const [index, name] of names.entries())
      await emulator.phone(`+551198765432${index}`, { name }).say(`Hi from ${name}`);
    const page = await open(url);
    const shown = () =>
      page.locator('.phone').evaluateAll((phones) => phones.map((phone) => phone.getAttribute('aria-label')));
    const put = async (name: string): Promise<void> => {
      await page.getByRole('button', { name: `More about ${name}` }).click();
      await page.getByRole('button', { name: 'Put this phone away' }).click();
    };
    expect(await shown()).toEqual(['Phone of Ana Souza', 'Phone of Priya Raman']);
    await put('Ana Souza');
    await put('Priya Raman');
    await page.locator('.person', { hasText: 'Mei Tan' }).click();
    await page.getByRole('searchbox', { name: 'Search the journal' }).fill('Hi from Ana');
    await expect.poll(() => page.locator('.entry').count()).toBe(1);
    await page.locator('.entry > button').click();
    await page.getByLabel('Body of messages', { exact: true }).waitFor();
    await page.reload();
    await page.getByLabel('Body of messages', { exact: true }).waitFor();
    expect(await shown()).toEqual(['Phone of Mei Tan']);
    expect(await page.getByRole('searchbox', { name: 'Search the journal' }).inputValue()).toBe(
      'Hi from Ana',
    );
    expect(await page.locator('.entry').count()).toBe(1);
    await page.getByRole('tab', { name: 'Bill' }).click();
    await page.reload();
    await page.getByRole('tab', { name: 'Bill', selected: true }).waitFor();
    expect(await shown()).toEqual(['Phone of Mei Tan']);
    await page.getByRole('article', { name: 'Phone of Mei Tan' }).getByText('Hi from Mei Tan').waitFor();
    await put('Mei Tan');
    await page.reload();
    await page.getByText('Pick a user from the list').waitFor();
  });

  test('behavior: a narrow screen comes back to the half it showed', async () => {
    const { emulator, url } = await startEmulator();
    await emulator.phone('+5511987654321').say('Hi');
    const page = await open(url, 'narrow');
    await page.locator('.half-switch button', { hasText: 'Templates' }).click();
    await page.getByText('hello_world').waitFor();
    await page.reload();
    await page.locator('.template-card', { hasText: 'hello_world' }).waitFor();
  });
});
