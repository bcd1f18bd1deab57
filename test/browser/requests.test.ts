// @module-tag chromium
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  addressRequest,
  callPermissionRequest,
  catalog,
  contactRequest,
  locationRequest,
  productCarousel,
} from 'wabakit/messages';
import { createEmulator, type Emulator, type TemplateSeed } from 'wabakit/emulator';
import { getGraph } from '../emulator/helpers.ts';
import { keepPicture, openPage, startBrowser, violations } from './browser.ts';

vi.mock('../../src/emulator/page/assets.ts', async () => {
  const { buildPhoneAssets } = await import('../../scripts/phone-assets.ts');
  return buildPhoneAssets();
});

const priya = '+919876543210';

const templates: readonly TemplateSeed[] = [
  {
    name: 'may_we_call',
    language: 'en',
    category: 'UTILITY',
    components: [{ type: 'BODY', text: 'May we call you?' }, { type: 'call_permission_request' }],
  },
  {
    name: 'your_number',
    language: 'en',
    category: 'UTILITY',
    components: [
      { type: 'BODY', text: 'How do we reach you?' },
      { type: 'BUTTONS', buttons: [{ type: 'REQUEST_CONTACT_INFO' }] },
    ],
  },
];

let browser: Browser;
let emulator: Emulator;
let page: Page;
let graph: ReturnType<typeof getGraph>;
let messages: { readonly type: string; readonly [part: string]: unknown }[];

beforeAll(async () => {
  browser = await startBrowser();
}, 60_000);

afterAll(() => browser.close());

beforeEach(async () => {
  messages = [];
  emulator = await createEmulator({ templates });
  graph = getGraph(emulator);
  await emulator.webhook.subscribe(async (request) => {
    if (request.method !== 'POST')
      return new Response(new URL(request.url).searchParams.get('hub.challenge'));
    const body = (await request.json()) as {
      entry: { changes: { value: { messages?: typeof messages } }[] }[];
    };
    messages.push(
      ...body.entry.flatMap(({ changes }) => changes.flatMap(({ value }) => value.messages ?? [])),
    );
    return new Response();
  });
  await emulator.phone(priya, { name: 'Priya Raman' }).say('Hi');
  const { url } = await emulator.listen();
  ({ page } = await openPage(browser, `${url}/_wabakit/`));
}, 30_000);

afterEach(async () => {
  await page.context().close();
  await emulator.close();
});

const phone = () => page.getByRole('article', { name: 'Phone of Priya Raman' });
const button = (name: string) => phone().getByRole('button', { name, exact: true });
const inDialog = (name: string) => page.getByRole('dialog').getByRole('button', { name });

/** Sends what asks for something; gives its wamid. */
async function ask(message: object): Promise<string> {
  const { status, body } = await graph('POST', '{phone}/messages', {
    messaging_product: 'whatsapp',
    to: priya,
    ...message,
  });
  expect([status, body.error]).toEqual([200, undefined]);
  return body.messages?.[0]?.id ?? '';
}

const template = (name: string) => ({ type: 'template', template: { name, language: { code: 'en' } } });

/** The newest message of the user, once there are so many. */
async function answer(count = 2) {
  await expect.poll(() => messages.length).toBe(count);
  return messages.at(-1);
}

describe('a request is answered as on a phone', () => {
  test('default: an address, with what was wrong the last time', async () => {
    const id = await ask(
      addressRequest({
        body: 'Where shall we deliver?',
        country: 'IN',
        values: { city: 'Delhi' },
        validationErrors: { in_pin_code: 'We do not deliver there.' },
      }),
    );
    await button('Provide address').click();
    await page.getByText('We do not deliver there.').waitFor();
    await page.getByLabel('Pin code').fill('110001');
    await page.getByLabel('Address', { exact: true }).fill('1 Ring Road');
    await keepPicture(page, 'address-form');
    expect(await violations(page)).toEqual([]);
    await inDialog('Send address').click();
    expect(await answer()).toMatchObject({
      type: 'interactive',
      context: { id },
      interactive: {
        type: 'nfm_reply',
        nfm_reply: {
          name: 'address_message',
          body: 'Priya Raman\n +919876543210\n 110001, 1 Ring Road, Delhi',
          response_json: JSON.stringify({
            values: {
              name: 'Priya Raman',
              phone_number: '+919876543210',
              in_pin_code: '110001',
              house_number: '',
              floor_number: '',
              tower_number: '',
              building_name: '',
              address: '1 Ring Road',
              landmark_area: '',
              city: 'Delhi',
              state: '',
            },
          }),
        },
      },
    });
    await phone().locator('.reply-content', { hasText: '110001, 1 Ring Road, Delhi' }).waitFor();
  });

  test('default: an address that the business has saved', async () => {
    const value = { name: 'Priya', address: '1 Ring Road', city: 'Pune' };
    await ask(addressRequest({ body: 'Where to?', country: 'IN', savedAddresses: [{ id: 'home', value }] }));
    await button('Provide address').click();
    await inDialog('Priya, 1 Ring Road, Pune').click();
    expect(await answer()).toMatchObject({
      interactive: {
        nfm_reply: { response_json: JSON.stringify({ saved_address_id: 'home', values: value }) },
      },
    });
  });

  test.each([
    ['Always allow', { response: 'accept', is_permanent: true, response_source: 'user_action' }, 'Always'],
    [
      'Allow for 7 days',
      {
        response: 'accept',
        is_permanent: false,
        expiration_timestamp: Date.UTC(2026, 10, 9, 12) / 1000,
        response_source: 'user_action',
      },
      'For 7 days',
    ],
    ["Don't allow", { response: 'reject', response_source: 'user_action' }, 'Calls not allowed'],
  ])('default: whether the business may call: %s', async (choice, reply, words) => {
    const id = await ask(callPermissionRequest({ body: 'May we call about your order?' }));
    await button('Choose preference').click();
    await inDialog(choice).click();
    expect(await answer()).toMatchObject({
      context: { id },
      interactive: { type: 'call_permission_reply', call_permission_reply: reply },
    });
    await phone().locator('.reply-content', { hasText: words }).waitFor();
  });

  test('default: a template that asks for permission to call', async () => {
    const id = await ask(template('may_we_call'));
    await button('Choose preference').click();
    await inDialog('Always allow').click();
    expect(await answer()).toMatchObject({
      context: { id },
      interactive: { call_permission_reply: { response: 'accept' } },
    });
  });

  test.each<[string, () => object]>([
    ['a message', () => contactRequest({ body: 'May we have your number?' })],
    ['a template', () => template('your_number')],
  ])('default: the number of the user, asked for by %s', async (_, message) => {
    await ask(message());
    await phone().getByRole('button', { name: 'Share contact info' }).click();
    expect(await answer()).toMatchObject({
      type: 'contacts',
      contacts: [
        {
          origin: 'contact_request',
          name: { formatted_name: 'Priya Raman' },
          phones: [{ phone: priya, wa_id: '919876543210' }],
        },
      ],
    });
  });

  test('default: a location, which quotes the request', async () => {
    const id = await ask(locationRequest({ body: 'Where are you?' }));
    await button('Send location').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Share', exact: true }).click();
    expect(await answer()).toMatchObject({
      type: 'location',
      context: { id },
      location: { name: 'Mercado Municipal', latitude: -23.5417 },
    });
  });

  test('default: products to swipe through, and a product of the whole catalog by its id', async () => {
    await ask(productCarousel({ body: 'New', catalogId: 'C1', productRetailerIds: ['P1', 'P2'] }));
    await button('Add P2').click();
    await button('Send the cart').click();
    expect(await answer()).toMatchObject({
      type: 'order',
      order: { catalog_id: 'C1', product_items: [{ product_retailer_id: 'P2', quantity: 1 }] },
    });
    await ask(catalog({ body: 'See what is new', thumbnailProductRetailerId: 'P3' }));
    await button('View catalog').click();
    await page.getByLabel('Id of a product').fill('P9');
    await page.keyboard.press('Enter');
    await inDialog('Add P9').click();
    await keepPicture(page, 'catalog');
    await inDialog('Send the cart').click();
    expect(await answer(3)).toMatchObject({
      order: { product_items: [{ product_retailer_id: 'P9', quantity: 2 }] },
    });
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('default: a reply button on a card of a carousel', async () => {
    const card = (index: number) => ({
      card_index: index,
      type: 'cta_url',
      header: { type: 'image', image: { link: 'https://cdn.example/1.png' } },
      body: { text: `Card ${index}` },
      action: {
        buttons: [{ type: 'quick_reply', quick_reply: { id: `c${index}`, title: `Take ${index}` } }],
      },
    });
    await ask({
      type: 'interactive',
      interactive: { type: 'carousel', body: { text: 'Two' }, action: { cards: [card(0), card(1)] } },
    });
    await button('Take 1').click();
    expect(await answer()).toMatchObject({
      interactive: { type: 'button_reply', button_reply: { id: 'c1', title: 'Take 1' } },
    });
  });

  test('error: a user who has blocked the business answers nothing', async () => {
    await ask(contactRequest({ body: 'May we have your number?' }));
    await emulator.phone(priya).block();
    await phone().getByRole('button', { name: 'Share contact info' }).click();
    await page.locator('.notice[data-tone=bad]', { hasText: 'has blocked the business' }).waitFor();
    expect(messages).toHaveLength(1);
  });
});

describe('what a message shows', () => {
  test('default: quotes, lists, code and marks as on a phone, and nothing of it runs', async () => {
    const text = [
      '> <img src=x onerror="window.hacked=1">',
      '- *milk*',
      '* eggs',
      '2. second',
      '3. third',
      '```',
      '- as _is_',
      '```',
      'and `code`, ~no~',
    ].join('\n');
    await ask({ type: 'text', text: { body: text } });
    const body = phone().locator('.bubble[data-from=business] .rich-text');
    await body.waitFor();
    expect(
      await body.evaluate((element) =>
        [...element.children].map(({ tagName, textContent }) => [tagName, textContent]),
      ),
    ).toEqual([
      ['BLOCKQUOTE', '<img src=x onerror="window.hacked=1">'],
      ['UL', 'milkeggs'],
      ['OL', 'secondthird'],
      ['PRE', '- as _is_'],
      ['P', 'and code, no'],
    ]);
    expect(await body.locator('li strong').textContent()).toBe('milk');
    expect(
      await body.locator('ol li').evaluateAll((items) => items.map((item) => item.getAttribute('value'))),
    ).toEqual(['2', '3']);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(await page.locator('.person small').textContent()).toContain(
      '<img src=x onerror="window.hacked=1">',
    );
    await keepPicture(page, 'formatting');
    expect(await violations(page)).toEqual([]);
  });

  test('default: an order to pay, with what it holds', async () => {
    await ask({
      type: 'interactive',
      interactive: {
        type: 'order_details',
        body: { text: 'Your order' },
        action: {
          name: 'review_and_pay',
          parameters: {
            reference_id: 'A-17',
            type: 'physical-goods',
            payment_type: 'upi',
            payment_settings: [],
            currency: 'INR',
            total_amount: { value: 50000, offset: 100 },
            order: {
              status: 'pending',
              items: [
                { retailer_id: 'E1', name: 'Ethiopia', amount: { value: 25000, offset: 100 }, quantity: 2 },
              ],
              subtotal: { value: 50000, offset: 100 },
              tax: { value: 0, offset: 100 },
            },
          },
        },
      },
    });
    const order = phone().locator('.order-summary');
    expect(await order.locator('li').allTextContents()).toEqual([
      '2 × EthiopiaINR 250.00',
      'TotalINR 500.00',
    ]);
    await order.getByText('Payment is not emulated.').waitFor();
  });
});
