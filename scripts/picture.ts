/** Takes the README's picture of the phone page: a small story on the real emulator, in real Chromium. Build first; writes docs/phone-page.png. */
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { replyButtons, list } from 'wabakit/messages';
import { createEmulator } from 'wabakit/emulator';
import { startBrowser } from '../test/browser/browser.ts';

const ana = '+5511987654321';
const priya = '+919876543210';
const jonas = '+4915112345678';

const emulator = await createEmulator({
  verifiedName: 'Corner Coffee',
  clock: { start: '2026-11-22T14:05:00Z' },
  // Somebody answers, so that the inspector has attempts to show.
  webhook: {
    handler: (request) => new Response(new URL(request.url).searchParams.get('hub.challenge')),
  },
  templates: [
    {
      name: 'order_update',
      language: 'en',
      category: 'UTILITY',
      components: [
        { type: 'HEADER', format: 'TEXT', text: 'Your order' },
        {
          type: 'BODY',
          text: 'Hi {{1}}, your order *{{2}}* leaves our roastery on Monday.',
          example: { body_text: [['Ana', 'A-17']] },
        },
        { type: 'FOOTER', text: 'Corner Coffee' },
        {
          type: 'BUTTONS',
          buttons: [
            { type: 'URL', text: 'Track it', url: 'https://coffee.example/orders' },
            { type: 'QUICK_REPLY', text: 'Something is wrong' },
          ],
        },
      ],
    },
    {
      name: 'beans_of_the_week',
      language: 'en',
      category: 'MARKETING',
      components: [{ type: 'BODY', text: 'This week: _Yirgacheffe_, 10 % off until Sunday.' }],
    },
  ],
});

async function call(path: string, body: FormData | object): Promise<{ readonly id?: string }> {
  const isForm = body instanceof FormData;
  const response = await emulator.fetch(
    `https://graph.facebook.com/v26.0/${emulator.phoneNumberId}/${path}`,
    {
      method: 'POST',
      headers: {
        authorization: `Bearer ${emulator.accessToken}`,
        ...(isForm ? {} : { 'content-type': 'application/json' }),
      },
      body: isForm ? body : JSON.stringify(body),
    },
  );
  const reply = (await response.json()) as { readonly id?: string };
  await emulator.waitForIdle();
  return reply;
}

const send = (to: string, message: object) =>
  call('messages', { messaging_product: 'whatsapp', to, ...message });
const text = (body: string) => ({ type: 'text', text: { body } });
const template = (name: string, ...values: readonly string[]) => ({
  type: 'template',
  template: {
    name,
    language: { code: 'en' },
    ...(values.length === 0
      ? {}
      : {
          components: [{ type: 'body', parameters: values.map((value) => ({ type: 'text', text: value })) }],
        }),
  },
});

const drawing = `<body style="margin:0"><svg viewBox="0 0 480 300" width="480" height="300"><rect width="480" height="300" fill="#e9c9a2"/>
<circle cx="372" cy="84" r="46" fill="#fff2d8"/><path d="M0 300L130 120l100 96 76-70 174 154z" fill="#8a5733"/><path d="M0 300l210-84 270 84z" fill="#4f2e18"/></svg>`;

/** A photo to send, drawn and not fetched. */
async function uploadPhoto(browser: Browser): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 480, height: 300 } });
  await page.setContent(drawing);
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set(
    'file',
    new Blob([new Uint8Array(await page.screenshot())], { type: 'image/png' }),
    'yirgacheffe.png',
  );
  await page.close();
  return (await call('media', form)).id ?? '';
}

async function tellStory(photo: string): Promise<void> {
  const atPriya = emulator.phone(priya, { name: 'Priya Raman' });
  const atAna = emulator.phone(ana, { name: 'Ana Souza' });
  emulator.phone(jonas, { name: 'Jonas Weber' });
  await send(jonas, template('order_update', 'Jonas', 'A-12'));
  await emulator.clock.advance('1m');
  await atPriya.say('Do you deliver on Sundays?');
  await send(priya, {
    ...list({
      body: 'We do, in the morning. Which time suits you?',
      button: 'See the times',
      sections: [
        {
          title: 'Sunday',
          rows: [
            { id: '8', title: '08:00 to 10:00' },
            { id: '10', title: '10:00 to 12:00' },
          ],
        },
      ],
    }),
  });
  await atPriya.read();
  await atPriya.tap('10:00 to 12:00');
  await send(priya, text('Thank you, see you on *Sunday*!'));
  await atPriya.read();
  await atPriya.stopPromotions();
  await send(priya, template('beans_of_the_week'));
  await emulator.clock.advance('3m');
  await atAna.startFromAd({
    text: 'Hi! Is the Yirgacheffe back?',
    headline: 'Fresh coffee, roasted today',
    body: 'Chat with us and get 10 % off your first bag.',
  });
  await send(ana, { type: 'image', image: { id: photo, caption: 'It is! Roasted _this morning_.' } });
  await send(ana, {
    ...replyButtons({
      body: 'How would you like it?',
      buttons: [
        { id: 'beans', title: 'Whole beans' },
        { id: 'ground', title: 'Ground' },
      ],
    }),
  });
  await atAna.read();
  await emulator.clock.advance('1m');
  await atAna.tap('Whole beans');
  await send(ana, template('order_update', 'Ana', 'A-17'));
}

const browser = await startBrowser();
try {
  await tellStory(await uploadPhoto(browser));
  const { url } = await emulator.listen();
  const page = await browser.newPage({
    viewport: { width: 1440, height: 960 },
    deviceScaleFactor: 1.5,
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  await page.goto(`${url}/_wabakit/`);
  await page
    .locator('.entry[data-kind=webhook]', { hasText: 'interactive button_reply' })
    .first()
    .getByRole('button')
    .first()
    .click();
  await page.locator('img.picture').evaluate((image: HTMLImageElement) => image.decode());
  await page.locator('h1').click();
  await page.screenshot({ path: fileURLToPath(new URL('../docs/phone-page.png', import.meta.url)) });
} finally {
  await browser.close();
  await emulator.close();
}
