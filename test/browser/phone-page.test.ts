// @module-tag chromium
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gzipSync } from 'node:zlib';
import { buildPhoneAssets } from '../../scripts/phone-assets.ts';
import { hostileTexts, now, scene, text } from '../emulator/page/scene.ts';
import { keepPicture, openPage, startBrowser, violations } from './browser.ts';
import { startScene, type SceneServer } from './scene-server.ts';

let browser: Browser;
let server: SceneServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startScene(scene())]);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await server.close();
});

const panels = ['Inspector', 'Templates', 'Network', 'Bill', 'Connect'];

describe('what it shows', () => {
  test('default: every kind of message', async () => {
    const { page, faults } = await openPage(browser, server.url);
    await page
      .getByRole('button', { name: /Priya Raman/ })
      .first()
      .click();
    const phone = page.getByRole('article', { name: 'Phone of Priya Raman' });
    const wanted = [
      phone.locator('strong', { hasText: 'bold' }),
      phone.locator('em', { hasText: 'italic' }),
      phone.locator('s', { hasText: 'strike' }),
      phone.locator('code', { hasText: 'a block' }),
      phone.getByRole('link', { name: 'https://wabakit.example/a?b=c' }),
      phone.locator('audio'),
      phone.getByRole('link', { name: /Invoice 2026-11.pdf/ }),
      phone.getByText('https://cdn.example/roasting.mp4'),
      phone.locator('img[data-kind=sticker]'),
      phone.getByText('Rua da Cantareira 306'),
      phone.getByText('Bruno Lima'),
      phone.getByRole('button', { name: 'See the slots' }),
      phone.getByText('Leave it with the neighbour'),
      phone.getByRole('link', { name: 'Watch' }),
      phone.getByRole('button', { name: 'Enter the address' }),
      phone.getByRole('button', { name: 'Add COLOMBIA-250' }),
      phone.getByRole('button', { name: 'Take Sumatra' }),
      phone.getByRole('button', { name: 'Send location' }),
      phone.getByText('131047 · Re-engagement message'),
      phone.getByText('Send a template: it passes outside the window.'),
      phone.getByText('hologram: no picture for this kind yet'),
      phone.getByText('no promotions'),
    ];
    expect(await Promise.all(wanted.map((part) => part.count()))).toEqual(wanted.map(() => 1));
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('behavior: the silent voice message is one that a browser plays', async () => {
    const { page } = await openPage(browser, server.url);
    await page
      .getByRole('button', { name: /Priya Raman/ })
      .first()
      .click();
    const seconds = await page.locator('audio').evaluate(async (audio: HTMLAudioElement) => {
      const bytes = await (await fetch(audio.src)).arrayBuffer();
      return (await new AudioContext().decodeAudioData(bytes)).duration;
    });
    expect(Math.round(seconds)).toBe(3);
    await page.context().close();
  });

  test('behavior: windows, flags, bill, clock, quote, reaction, ad, price', async () => {
    const { page } = await openPage(browser, server.url);
    await page
      .getByRole('button', { name: /Ana Souza/ })
      .first()
      .click();
    const ana = page.getByRole('article', { name: 'Phone of Ana Souza' });
    expect(await ana.locator('.window b').allTextContents()).toEqual(['23 h 24 min', '71 h 00 min']);
    expect(await ana.locator('.referral b').textContent()).toBe('Fresh coffee, roasted today');
    expect(await ana.locator('blockquote').textContent()).toBe('Hi! I saw your ad. Is the Ethiopia back?');
    expect(await ana.locator('.price').allTextContents()).toEqual(['free', 'USD 0.0068']);
    expect(await ana.getByRole('img', { name: /Reactions/ }).count()).toBe(1);
    expect(await ana.getByText('The business is typing').count()).toBe(1);
    expect(await page.locator('.total b').textContent()).toBe('USD 0.0693');
    expect(await page.locator('.clock-face').getAttribute('datetime')).toBe(new Date(now).toISOString());
    await page.context().close();
  });

  test('behavior: what happens shows at once', async () => {
    const own = await startScene(scene());
    const { page } = await openPage(browser, own.url);
    own.send({
      kind: 'user',
      user: { waId: '551', name: 'New One', windows: {}, promotionsStopped: false },
    });
    await page.getByRole('button', { name: /New One/ }).click();
    const phone = page.getByRole('article', { name: 'Phone of New One' });
    const message = { ...text('On its way'), wamid: 'w1' };
    own.send({ kind: 'bubble', waId: '551', bubble: { ...message, state: 'sent' } });
    await phone.locator('.ticks[data-state=sent]').waitFor();
    own.send({ kind: 'bubble', waId: '551', bubble: { ...message, state: 'read' } });
    await phone.locator('.ticks[data-state=read]').waitFor();
    own.send({ kind: 'clock', clock: { now: now + 86_400_000, speed: 0 } });
    await page.locator('.clock-face', { hasText: 'Mon 23 Nov' }).waitFor();
    await page.getByRole('article', { name: 'Phone of Mallory' }).getByText('Window closed').waitFor();
    await own.close();
    await page.getByText('lost: is the emulator still running?').waitFor();
    await page.context().close();
  });
});

describe('what it does not do', () => {
  test('behavior: hostile texts stay texts', async () => {
    const { page, faults } = await openPage(browser, server.url);
    const bubbles = page.getByRole('article', { name: 'Phone of Mallory' }).locator('.bubble .rich-text');
    expect(await bubbles.allTextContents()).toEqual(
      hostileTexts.map((hostile) => hostile.replaceAll('*', '')),
    );
    for (const link of await page.locator('.phone a').all())
      expect(await link.getAttribute('href')).toMatch(/^(https?:\/\/|\/_wabakit\/media\/)/);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('behavior: the policy stops a script that got in all the same', async () => {
    const { page } = await openPage(browser, server.url);
    const outcome = await page.evaluate(() => {
      const attempt = (act: () => void): string => {
        try {
          act();
          return 'done';
        } catch (error) {
          return error instanceof Error ? error.name : 'failed';
        }
      };
      const script = document.createElement('script');
      return {
        html: attempt(() => (document.body.innerHTML = '<b>')),
        script: attempt(() => (script.textContent = 'window.hacked = 1')),
        handler: attempt(() => document.body.setAttribute('onclick', 'window.hacked = 1')),
      };
    });
    expect(outcome).toEqual({ html: 'TypeError', script: 'TypeError', handler: 'TypeError' });
    await page.context().close();
  });

  test('behavior: nothing is asked of anybody else', async () => {
    const { page, requests } = await openPage(browser, server.url);
    await page
      .getByRole('button', { name: /Priya Raman/ })
      .first()
      .click();
    await page.locator('img[data-kind=sticker]').waitFor();
    const { origin } = new URL(server.url);
    expect(
      requests.filter((url) => !url.startsWith(`${origin}/_wabakit/`) && !url.startsWith('data:')),
    ).toEqual([]);
    await page.context().close();
  });

  test('behavior: document, program and looks together weigh less than 60 kB', async () => {
    const { script, style } = await buildPhoneAssets();
    expect(gzipSync(script + style).length).toBeLessThan(60_000);
  });
});

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  test.each(['wide', 'narrow'] as const)(
    'default: axe finds nothing on the %s page',
    async (size) => {
      const { page } = await openPage(browser, server.url, { size, scheme });
      const found: Record<string, readonly string[]> = {};
      const look = async (name: string): Promise<void> => {
        found[name] = await violations(page);
        await keepPicture(page, `${size}-${scheme}-${name}`);
      };
      for (const name of ['Ana Souza', 'Priya Raman', 'דנה כהן', 'A name']) {
        await page.locator('.person', { hasText: name }).click();
        await look(name.replaceAll(/\W+/g, '-').toLowerCase());
      }
      await page.getByRole('button', { name: /More about A name/ }).click();
      await look('menu');
      await page.keyboard.press('Escape');
      await page.locator('.person', { hasText: 'Priya Raman' }).click();
      for (const [button, name] of [
        ['See the slots', 'list'],
        ['Enter the address', 'flow'],
        ['Send location', 'location'],
      ] as const) {
        await page.getByRole('button', { name: button }).click();
        await look(name);
        await page.keyboard.press('Escape');
      }
      for (const panel of panels) {
        const place =
          size === 'wide'
            ? page.getByRole('tab', { name: panel })
            : page.locator('.half-switch button', { hasText: panel });
        await place.click();
        if (panel === 'Inspector') await page.locator('.entry > button').last().click();
        await look(panel.toLowerCase());
      }
      expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
      await page.context().close();
    },
    120_000,
  );

  test.each(['wide', 'narrow'] as const)('behavior: nothing sticks out of the %s page', async (size) => {
    const { page } = await openPage(browser, server.url, { size, scheme });
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await overflow()).toBe(0);
    await page.context().close();
  });
});

test('default: the template desk shows every part, and why one was rejected', async () => {
  const { page } = await openPage(browser, server.url);
  await page.getByRole('tab', { name: /Templates/ }).click();
  const card = (name: string) => page.locator('.template-card', { hasText: name });
  const texts = async (name: string): Promise<string> =>
    (await card(name).innerText()).replaceAll(/\s+/g, ' ');
  expect(await texts('order_update')).toContain(
    'order_update approved Order {{1}} Hi {{name}}, order {{order_id}} ships {{date}}. Fresh every morning Track https://shop.example/t/{{1}} Not mine quick reply en · quality green',
  );
  expect(await card('order_update').getByLabel('Category of order_update').inputValue()).toBe('UTILITY');
  expect(await texts('beans_of_the_week')).toContain(
    'pending Só até domingo limited time offer Três cafés com gosto de outono: {{1}}, {{2}} e {{3}}. Asks for permission to call. image Etiópia, 250 g Quero Etiópia quick reply image Colômbia, 250 g Quero Colômbia quick reply pt_BR · quality unknown',
  );
  expect(await texts('win_a_car_now')).toContain(
    'rejected rejected: incorrect category You won! Click here.',
  );
  await keepPicture(page, 'template-desk');
  await page.context().close();
});

test('behavior: an empty emulator explains itself', async () => {
  const empty = await startScene({
    ...scene(),
    users: [],
    templates: [],
    journal: [],
    faults: [],
    magicRecipients: [],
    bill: { lines: [], total: { currency: 'USD', scaledAmount: 0, scale: 4 }, unpriced: 0 },
  });
  const { page } = await openPage(browser, empty.url);
  await page.getByText('No phone is open').waitFor();
  await page.getByText('Quiet on the wire').waitFor();
  expect(await violations(page)).toEqual([]);
  await keepPicture(page, 'wide-light-empty');
  await page.context().close();
  await empty.close();
});
