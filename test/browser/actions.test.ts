// @module-tag chromium
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PhoneAction } from '../../src/emulator/page/protocol/protocol.ts';
import { scene } from '../emulator/page/scene.ts';
import { openPage, startBrowser } from './browser.ts';
import { startScene, type SceneServer } from './scene-server.ts';

let browser: Browser;
let server: SceneServer;
let page: Page;

const priya = '919876543210';
const phone = () => page.getByRole('article', { name: 'Phone of Priya Raman' });

/** The message of the scene whose content holds a text. */
function getWamid(part: string): string {
  const found = scene()
    .users.flatMap(({ bubbles }) => bubbles)
    .find(({ content, template }) => JSON.stringify([content, template]).includes(part));
  if (found === undefined) throw new Error(`no message holds ${part}`);
  return found.wamid;
}

/** The actions that an act leads to, once the first is there. */
async function asked(act: () => Promise<unknown>): Promise<readonly PhoneAction[]> {
  server.actions.length = 0;
  const answered = page.waitForResponse((response) => response.url().endsWith('/actions'));
  await act();
  await answered;
  return [...server.actions];
}

beforeAll(async () => {
  browser = await startBrowser();
}, 60_000);

afterAll(() => browser.close());

beforeEach(async () => {
  server = await startScene(scene());
  ({ page } = await openPage(browser, server.url));
  await page.locator('.person', { hasText: 'Priya Raman' }).click();
  await phone().waitFor();
}, 30_000);

afterEach(async () => {
  await page.context().close();
  await server.close();
});

describe('messages', () => {
  test('default: a row of a list', async () => {
    await phone().getByRole('button', { name: 'See the slots' }).click();
    const row = page
      .getByRole('dialog', { name: 'See the slots' })
      .getByRole('button', { name: /18:00 to 20:00/ });
    expect(await asked(() => row.click())).toEqual([
      { kind: 'tap', waId: priya, wamid: getWamid('See the slots'), id: 's3' },
    ]);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('default: a button on a card of a carousel', async () => {
    const button = phone().getByRole('button', { name: 'Take Colombia' });
    expect(await asked(() => button.click())).toEqual([
      { kind: 'tap', waId: priya, wamid: getWamid('Three beans'), index: 0, card: 1 },
    ]);
  });

  test('default: the form of a Flow', async () => {
    await phone().getByRole('button', { name: 'Enter the address' }).click();
    const dialog = page.getByRole('dialog', { name: 'Enter the address' });
    await dialog.getByLabel('Street and number').fill('Rua 1');
    await dialog.getByLabel('Day').fill('2026-11-23');
    await dialog.getByLabel('Evening').check();
    await dialog.getByLabel('Ice').check();
    await dialog.getByLabel('I have read the terms').check();
    expect(await asked(() => dialog.getByRole('button', { name: 'Send the answers' }).click())).toEqual([
      {
        kind: 'submitFlow',
        waId: priya,
        wamid: getWamid('Enter the address'),
        response: { street: 'Rua 1', day: '2026-11-23', slot: 'pm', extras: ['ice'], terms: true },
      },
    ]);
  });

  test('default: a cart of products', async () => {
    const send = phone().getByRole('button', { name: 'Send the cart' });
    expect(await send.isDisabled()).toBe(true);
    await phone().getByRole('button', { name: 'Add ETHIOPIA-250' }).click({ clickCount: 3 });
    await phone().getByRole('button', { name: 'One ETHIOPIA-250 less' }).click();
    expect(await asked(() => send.click())).toEqual([
      {
        kind: 'order',
        waId: priya,
        wamid: getWamid('Our beans of the week.'),
        items: [{ retailerId: 'ETHIOPIA-250', quantity: 2 }],
      },
    ]);
  });

  test('error: a refusal is shown, and what was written stays', async () => {
    server.answer = { ok: false, error: 'The phone is broken', code: 42 };
    const field = page.getByRole('textbox', { name: 'Write as Priya Raman' });
    await field.fill('hello');
    await asked(() => field.press('Enter'));
    await page.locator('.notice', { hasText: 'The phone is broken (42)' }).waitFor();
    expect(await field.inputValue()).toBe('hello');
  });
});

describe('by keyboard alone', () => {
  test('behavior: everything is reached, and the focus is always seen', async () => {
    const reached = new Set<string>();
    for (let index = 0; index < 200; index++) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return undefined;
        const { outlineStyle } = getComputedStyle(element);
        return {
          name: (element.getAttribute('aria-label') ?? element.textContent).trim(),
          seen: outlineStyle !== 'none' || element.matches('audio, video'),
        };
      });
      if (focus === undefined) continue;
      expect(focus).toEqual({ name: focus.name, seen: true });
      reached.add(focus.name);
    }
    for (const name of [
      'Run',
      '+24 h',
      'New phone',
      'More about Priya Raman',
      'Messages of Priya Raman',
      'See the slots',
      'React, reply and more',
      'Attach as Priya Raman',
      'Write as Priya Raman',
      'Send as Priya Raman',
      'Inspector',
    ])
      expect(reached, name).toContain(name);
  });

  test('behavior: a menu is opened, walked, closed; the focus comes back', async () => {
    const more = phone().getByRole('button', { name: 'More about Priya Raman' });
    await more.focus();
    await page.keyboard.press('Enter');
    const focusOn = (text: string) => page.locator(':focus', { hasText: text }).waitFor();
    await focusOn('Allow promotions');
    await page.keyboard.press('ArrowDown');
    await focusOn('Block the business');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await focusOn('Put this phone away');
    await page.keyboard.press('Escape');
    expect(await more.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await page.locator('.menu-list').count()).toBe(0);
    await page.keyboard.press('Enter');
    await focusOn('Allow promotions');
    expect(await asked(() => page.keyboard.press('Enter'))).toEqual([
      { kind: 'stopPromotions', waId: priya, stopped: false },
    ]);
  });

  test('behavior: the arrow keys walk the panels', async () => {
    await page.getByRole('tab', { name: 'Inspector' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tab', { name: /Templates/, selected: true }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('tab', { name: 'Connect', selected: true }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-connect');
  });

  test('behavior: Enter sends, Shift+Enter starts a line', async () => {
    const field = page.getByRole('textbox', { name: 'Write as Priya Raman' });
    await field.focus();
    await page.keyboard.type('one');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('two');
    expect(await asked(() => page.keyboard.press('Enter'))).toEqual([
      { kind: 'say', waId: priya, text: 'one\ntwo' },
    ]);
  });
});
