// @module-tag chromium
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { replyButtons } from 'wabakit/messages';
import { createEmulator, type Emulator, type EmulatorServer } from 'wabakit/emulator';
import { createWebhookHandler } from 'wabakit/webhooks';
import { getGraph, orderUpdate, sale } from '../emulator/helpers.ts';
import { keepPicture, openPage, startBrowser, violations } from './browser.ts';

// The build puts the page into the package; here it goes into the sources.
vi.mock('../../src/emulator/page/assets.ts', async () => {
  const { buildPhoneAssets } = await import('../../scripts/phone-assets.ts');
  return buildPhoneAssets();
});

const waId = '5511987654321';
const number = `+${waId}`;

let browser: Browser;
let emulator: Emulator;
let server: EmulatorServer;
let page: Page;
let faults: readonly string[];
let graph: ReturnType<typeof getGraph>;
let bodies: string[];

beforeAll(async () => {
  browser = await startBrowser();
}, 60_000);

afterAll(() => browser.close());

const say = (body: string) => ({ messaging_product: 'whatsapp', to: number, type: 'text', text: { body } });

beforeEach(async () => {
  bodies = [];
  emulator = await createEmulator({ templates: [orderUpdate, sale], templateReview: 'manual' });
  graph = getGraph(emulator);
  const handler = createWebhookHandler({
    appSecret: emulator.appSecret,
    verifyToken: emulator.verifyToken,
    on: {
      message: async (event) => {
        if (event.type === 'text')
          await graph('POST', '{phone}/messages', say(`You said: ${event.text.body}`));
      },
    },
  });
  await emulator.webhook.subscribe(async (request) => {
    if (request.method === 'POST') bodies.push(await request.clone().text());
    return handler(request);
  });
  server = await emulator.listen();
  ({ page, faults } = await openPage(browser, `${server.url}/_wabakit/`));
}, 30_000);

afterEach(async () => {
  await page.context().close();
  await emulator.close();
  expect(
    faults.filter((fault) => !fault.includes('ERR_CONNECTION') && !fault.includes('status of 400')),
  ).toEqual([]);
});

const getPhone = (name = 'Ana Souza') => page.getByRole('article', { name: `Phone of ${name}` });

async function addAna(): Promise<void> {
  await page.getByRole('button', { name: 'New phone' }).click();
  await page.getByRole('button', { name: 'Show this phone' }).click();
  await getPhone().waitFor();
}

async function write(text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Write as Ana Souza' }).fill(text);
  await page.keyboard.press('Enter');
}

const pick = async (menu: string, item: string): Promise<void> => {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('button', { name: item, exact: true }).click();
};

const received = () => emulator.phone(number).chat;

describe('a phone', () => {
  test('default: what a user writes reaches the bot, and the answer reaches the phone, then is read', async () => {
    await addAna();
    await write('<img src=x onerror="window.hacked=1">');
    await getPhone().getByText('You said: <img src=x onerror="window.hacked=1">').waitFor();
    await getPhone().locator('.window', { hasText: 'Service window' }).getByText('24 h 00 min').waitFor();
    await getPhone()
      .getByRole('button', { name: /1 unread/ })
      .click();
    await getPhone().locator('.ticks[data-state=read]').waitFor();
    expect(emulator.counts.read).toBe(1);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    await keepPicture(page, 'real-conversation');
    expect(await violations(page)).toEqual([]);
  });

  test('behavior: a reply button is tapped', async () => {
    await addAna();
    await write('hi');
    await getPhone().getByText('You said: hi').waitFor();
    await graph('POST', '{phone}/messages', {
      messaging_product: 'whatsapp',
      to: number,
      ...replyButtons({ body: 'Confirm?', buttons: [{ id: 'yes', title: 'Yes, please' }] }),
    });
    await getPhone().getByRole('button', { name: 'Yes, please' }).click();
    await getPhone().locator('.reply-content', { hasText: 'Yes, please' }).waitFor();
    expect(bodies.some((body) => body.includes('"button_reply":{"id":"yes"'))).toBe(true);
  });

  test('behavior: a template shows its text and buttons, and its quick reply is tapped', async () => {
    await addAna();
    await graph('POST', '{phone}/messages', {
      messaging_product: 'whatsapp',
      to: number,
      type: 'template',
      template: {
        name: 'order_update',
        language: { code: 'en' },
        components: [
          {
            type: 'body',
            parameters: [
              { type: 'text', text: 'Ana' },
              { type: 'text', text: 'A-17' },
            ],
          },
        ],
      },
    });
    await getPhone().getByText('Hi Ana, order A-17 is on its way.').waitFor();
    await getPhone().getByRole('button', { name: 'Thanks' }).click();
    await getPhone().locator('.reply-content', { hasText: 'Thanks' }).waitFor();
    await getPhone().locator('.price').first().waitFor();
    const { total } = emulator.bill();
    expect(total.scaledAmount).toBeGreaterThan(0);
    await page.locator('.total b', { hasText: `USD ${(total.scaledAmount / 10_000).toFixed(4)}` }).waitFor();
  });

  test('behavior: a picture, a voice message, a place, a contact and an ad', async () => {
    await addAna();
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    await page
      .getByLabel('File of Ana Souza')
      .setInputFiles({ name: 'dot.png', mimeType: 'image/png', buffer: png });
    await getPhone().locator('img.picture').waitFor();
    expect(
      await getPhone()
        .locator('img.picture')
        .evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBe(1);
    await pick('Attach as Ana Souza', 'Voice message (3 s)');
    await getPhone().getByText('Voice message').waitFor();
    await pick('Attach as Ana Souza', 'Location');
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await getPhone().getByText('Mercado Municipal').waitFor();
    await pick('Attach as Ana Souza', 'Contact');
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await getPhone().getByText('Bruno Lima').waitFor();
    await pick('Attach as Ana Souza', 'Arrive by ad');
    await page.getByRole('button', { name: 'Click the ad and write' }).click();
    await getPhone().locator('.window', { hasText: 'Free entry point' }).waitFor();
    expect(received().map(({ type }) => type)).toEqual([
      'image',
      'audio',
      'location',
      'contacts',
      'text',
      'text',
    ]);
  });

  test('behavior: a reaction, a quoted answer', async () => {
    await addAna();
    await write('hi');
    await getPhone().getByText('You said: hi').waitFor();
    const row = getPhone().locator('.bubble-row[data-from=business]');
    await row.hover();
    await row.getByRole('button', { name: 'React, reply and more' }).click();
    await page.getByRole('button', { name: 'React with 👍' }).click();
    await getPhone().getByRole('img', { name: 'Reactions: 👍' }).waitFor();
    await row.getByRole('button', { name: 'React, reply and more' }).click();
    await page.getByRole('button', { name: 'Reply', exact: true }).click();
    await write('quoting you');
    await getPhone().locator('blockquote', { hasText: 'You said: hi' }).waitFor();
    expect(bodies.some((body) => body.includes('"type":"reaction"'))).toBe(true);
  });

  test('behavior: block and stop promotions make messages fail, with code and hint', async () => {
    await addAna();
    await pick('More about Ana Souza', 'Stop promotions');
    await getPhone().getByText('no promotions').waitFor();
    await graph('POST', '{phone}/messages', {
      messaging_product: 'whatsapp',
      to: number,
      type: 'template',
      template: { name: 'sale', language: { code: 'en' } },
    });
    await getPhone().locator('.failure', { hasText: '131050' }).waitFor();
    await write('hi');
    await pick('More about Ana Souza', 'Block the business');
    await getPhone().getByText('has blocked the business').waitFor();
    await graph('POST', '{phone}/messages', say('Still there?'));
    await getPhone().locator('.failure', { hasText: '131026' }).waitFor();
    await write('I take it back');
    await page.locator('.notice[data-tone=bad]', { hasText: 'blocked' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Write as Ana Souza' }).inputValue()).toBe(
      'I take it back',
    );
    await keepPicture(page, 'real-failures');
  });
});

describe('the panels', () => {
  test('behavior: a day passes, the window closes, and a free-form message is refused', async () => {
    await addAna();
    await write('hi');
    await getPhone().getByText('You said: hi').waitFor();
    await page.getByRole('button', { name: '+24 h' }).click();
    await page.getByRole('button', { name: '+1 h' }).click();
    await getPhone().getByText('Window closed: templates only').waitFor();
    expect(emulator.clock.now()).toBe(Date.UTC(2026, 10, 3, 13));
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    expect(emulator.clock.speed).toBe(1);
    await page.getByRole('button', { name: '×60' }).click();
    await page.getByRole('button', { name: '×60', pressed: true }).waitFor();
    expect(emulator.clock.speed).toBe(60);
  });

  test('behavior: a template is approved, paused, moved to another category; another is rejected', async () => {
    const create = (name: string, text: string) =>
      graph('POST', '{waba}/message_templates', {
        name,
        language: 'en',
        category: 'UTILITY',
        components: [{ type: 'BODY', text }],
      });
    await create('parcel_here', 'Your parcel is here.');
    await create('parcel_there', 'Your parcel is there.');
    await page.getByRole('tab', { name: /Templates 2/ }).click();
    const card = (name: string) => page.locator('.template-card', { hasText: name });
    await card('parcel_here').getByRole('button', { name: 'Approve' }).click();
    await card('parcel_here').getByText('approved').waitFor();
    await card('parcel_here').getByLabel('Category of parcel_here').selectOption('MARKETING');
    await card('parcel_here').getByRole('button', { name: 'Pause' }).click();
    await card('parcel_here').getByText('paused', { exact: true }).waitFor();
    await card('parcel_there')
      .getByLabel('Reason for rejecting parcel_there')
      .selectOption('TAG_CONTENT_MISMATCH');
    await card('parcel_there').getByRole('button', { name: 'Reject' }).click();
    await card('parcel_there').getByText('rejected: tag content mismatch').waitFor();
    const answer = await graph('GET', '{waba}/message_templates?fields=name,status,category');
    expect(
      answer.body.data
        ?.filter(({ name }) => String(name).startsWith('parcel'))
        .map(({ name, status, category }) => [name, status, category]),
    ).toEqual([
      ['parcel_here', 'PAUSED', 'MARKETING'],
      ['parcel_there', 'REJECTED', 'UTILITY'],
    ]);
    expect(
      bodies.some((body) => body.includes('"event":"REJECTED"') && body.includes('TAG_CONTENT_MISMATCH')),
    ).toBe(true);
  });

  test('behavior: the network breaks and is repaired', async () => {
    await addAna();
    await write('hi');
    await page.getByRole('tab', { name: 'Network' }).click();
    await page.getByRole('button', { name: 'Too many messages' }).click();
    await page.locator('.faults').getByText('answered with error 130429').waitFor();
    expect((await graph('POST', '{phone}/messages', say('one'))).body.error?.code).toBe(130429);
    await page.locator('.faults').getByText('1 hit', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^Repair/ }).click();
    await page.getByText('The network is in order.').waitFor();
    expect((await graph('POST', '{phone}/messages', say('two'))).status).toBe(200);
    await page.locator('select[name=effect]').selectOption('error');
    await page.getByLabel('Error code').fill('190');
    await page.getByLabel('Subcode').fill('463');
    await page.getByLabel('Title for people').fill('Session expired');
    await page.getByLabel('Message for people').fill('Log in again.');
    await page.getByLabel('At most, times').fill('1');
    await keepPicture(page, 'fault-form');
    await page.getByRole('button', { name: 'Add the rule' }).click();
    await page
      .locator('.faults')
      .getByText('answered with error 190 (subcode 463) (Session expired; Log in again.)')
      .waitFor();
    expect((await graph('POST', '{phone}/messages', say('three'))).body.error).toMatchObject({
      code: 190,
      error_subcode: 463,
      error_user_title: 'Session expired',
      error_user_msg: 'Log in again.',
    });
    await page.locator('select[name=on]').selectOption('webhook');
    await page.getByLabel('At most, times').fill('');
    await page.locator('select[name=effect]').selectOption('duplicate');
    await page.getByLabel('Copies').fill('3');
    await page.getByRole('button', { name: 'Add the rule' }).click();
    await page.locator('.faults').getByText('Webhooks: 3 times').waitFor();
    bodies.length = 0;
    await write('three times');
    await vi.waitFor(() =>
      expect(bodies.filter((body) => body.includes('three times')).length).toBeGreaterThanOrEqual(3),
    );
  });

  test('behavior: the inspector finds a call, its curl line works, a webhook goes out again byte for byte', async () => {
    await addAna();
    await write('find me');
    await getPhone().getByText('You said: find me').waitFor();
    const search = page.getByRole('searchbox', { name: 'Search the journal' });
    await page.locator('h1').click();
    await page.keyboard.press('/');
    await page.keyboard.type('POST said');
    expect(await search.inputValue()).toBe('POST said');
    await page.locator('.entry', { hasText: 'POST' }).getByRole('button').first().click();
    await page.getByRole('button', { name: 'Copy as curl' }).click();
    await page.getByText('Copy as curl: copied').waitFor();
    const line = await page.evaluate(() => navigator.clipboard.readText());
    // Not execFileSync: the emulator answers from this very process.
    const { stdout } = await promisify(execFile)('sh', ['-c', `${line} --silent`]);
    expect(stdout).toContain('"messaging_product":"whatsapp"');
    expect(emulator.counts.accepted).toBe(2);
    await search.fill('find me messages');
    const hook = page.locator('.entry[data-kind=webhook]', { hasText: 'from Ana Souza' });
    await hook.getByRole('button').first().click();
    const [first] = bodies.filter((body) => body.includes('"find me"'));
    await hook.getByRole('button', { name: 'Redeliver' }).click();
    await vi.waitFor(() => expect(bodies.filter((body) => body === first)).toHaveLength(2));
    await keepPicture(page, 'real-inspector');
  });

  test('behavior: start over forgets everything, after asking once', async () => {
    await addAna();
    await write('hi');
    await page.getByRole('tab', { name: 'Connect' }).click();
    await page.getByRole('button', { name: 'Start over' }).click();
    expect(emulator.counts.received).toBe(1);
    await page.getByRole('button', { name: 'Really forget everything' }).click();
    await page.getByText('No phone is open').waitFor();
  });
});
