import { describe, expect, test } from 'vitest';
import {
  buildTemplateMessage,
  defineTemplate,
  renderTemplate,
  renderTemplatePayload,
  toCreatePayload,
} from '../../src/templates/index.ts';
import * as t from './samples.ts';

test('default: texts are filled in and the whole is told as lines', () => {
  const rendered = renderTemplate(t.orderUpdate, {
    body: { name: 'Bo', order_id: 'B-2', date: 'Friday' },
    buttons: ['B-2'],
  });
  expect(rendered).toEqual({
    text: 'Hi Bo, your order B-2 ships on Friday.\n[Track]',
    header: undefined,
    body: 'Hi Bo, your order B-2 ships on Friday.',
    footer: undefined,
    buttons: [{ type: 'url', text: 'Track', url: 'https://shop.example/t/B-2' }],
    cards: [],
    callPermissionRequest: false,
    approximate: false,
  });
});

test('behavior: WhatsApp markdown and dollar signs are left as they stand', () => {
  const bold = defineTemplate({
    name: 'bold',
    language: 'en',
    category: 'utility',
    body: { text: 'Your total is *{{1}}* this month.', example: ['$1'] },
  });
  expect(renderTemplate(bold, { body: ['$& $1 $$'] }).body).toBe('Your total is *$& $1 $$* this month.');
});

test('default: header, footer, offer and codes', () => {
  const rendered = renderTemplate(t.offer, {
    header: { id: '160' },
    body: ['Pablo', 'CARIBE25'],
    limitedTimeOffer: { expiresAt: 1_698_562_800_000 },
    buttons: ['CARIBE25', 'n3mtql'],
  });
  expect(rendered.header).toEqual({ format: 'image', id: '160' });
  expect(rendered.limitedTimeOffer).toEqual({ text: 'Expiring offer!', expiresAt: 1_698_562_800_000 });
  expect(rendered.buttons).toEqual([
    { type: 'copy_code', text: 'Copy offer code', code: 'CARIBE25' },
    { type: 'url', text: 'Book now!', url: 'https://awesomedestinations.com/offers?code=n3mtql' },
  ]);
  expect(rendered.text).toBe(
    '[image]\nGood news, Pablo! Use code CARIBE25 to get 25% off all Caribbean Destination packages!\n[Copy offer code]\n[Book now!]',
  );
});

test('default: places, documents and products are named', () => {
  const header = { latitude: 1, longitude: 2, name: 'Philz', address: 'Forest Ave' };
  expect(renderTemplate(t.delivery, { header }).text).toBe(
    '[location: Philz]\nYour order is on its way to the location above.',
  );
  expect(
    renderTemplate(t.receipt, { header: { id: '1', filename: 'r.pdf' }, body: { nome: 'Ana' } }).text,
  ).toBe('[document: r.pdf]\nOlá Ana, aqui está o recibo do seu pedido.\n[Ligar]\n[Ajuda]\n[Obrigado]');
  expect(
    renderTemplate(t.singleProduct, {
      header: { productRetailerId: 'p', catalogId: 'c' },
      body: { code: 'X' },
    }).header,
  ).toEqual({ format: 'product', productRetailerId: 'p', catalogId: 'c' });
});

test('default: cards', () => {
  const { cards, text } = renderTemplate(t.mediaCarousel, {
    body: ['Pablo'],
    carousel: [
      { header: { id: '1' }, body: ['3'], buttons: ['more', 'elf'] },
      { header: { id: '2' }, buttons: [undefined, 'aloe'] },
    ],
  });
  expect(cards[0]).toEqual({
    header: { format: 'image', id: '1' },
    body: 'Only 3 left of this one today.',
    buttons: [
      { type: 'quick_reply', text: 'Send more like this!', payload: 'more' },
      { type: 'url', text: 'Shop', url: 'https://www.luckyshrub.com/elf' },
    ],
  });
  expect(text.split('\n\n')).toHaveLength(3);
});

test('behavior: a product carousel shows every product that was sent', () => {
  const carousel = ['a', 'b', 'c'].map((id) => ({ header: { productRetailerId: id, catalogId: '9' } }));
  const { cards } = renderTemplate(t.productCarousel, { carousel });
  expect(cards.map((card) => card.header)).toEqual(
    ['a', 'b', 'c'].map((productRetailerId) => ({ format: 'product', productRetailerId, catalogId: '9' })),
  );
  expect(cards[2]?.buttons).toEqual([{ type: 'spm', text: 'View' }]);
});

describe('behavior: authentication templates have Meta’s words', () => {
  const inLanguage = (language: string) => renderTemplate({ ...t.loginCode, language }, { code: '123456' });
  test('English', () => {
    expect(inLanguage('en_US')).toMatchObject({
      body: '*123456* is your verification code. For your security, do not share this code.',
      footer: 'This code expires in 10 minutes.',
      buttons: [{ type: 'otp', text: 'Autofill', code: '123456' }],
      approximate: false,
    });
  });
  test('Spanish', () => {
    expect(inLanguage('es_ES')).toMatchObject({
      body: 'Tu código de verificación es *123456*. Por tu seguridad, no lo compartas.',
      footer: 'Este código caduca en 10 minutos.',
      approximate: false,
    });
  });
  test('a language whose words are not known here says so', () => {
    expect(inLanguage('fi')).toMatchObject({ approximate: true });
  });
});

test('default: amounts and dates show their fallback', () => {
  const currency = {
    type: 'currency',
    currency: { fallback_value: '$1.00', code: 'USD', amount_1000: 1000 },
  } as const;
  const date = { type: 'date_time', date_time: { fallback_value: 'May 1' } } as const;
  expect(
    renderTemplate(t.orderUpdate, { body: { name: currency, order_id: 'x', date }, buttons: ['x'] }).body,
  ).toBe('Hi $1.00, your order x ships on May 1.');
});

test('default: a payload and a message from the wire render alike', () => {
  const parameters = { body: { name: 'Bo', order_id: 'B-2', date: 'Friday' }, buttons: ['B-2'] } as const;
  expect(
    renderTemplatePayload(toCreatePayload(t.orderUpdate), buildTemplateMessage(t.orderUpdate, parameters)),
  ).toEqual(renderTemplate(t.orderUpdate, parameters));
});

test('behavior: a message with nothing filled in, or with odd parts, keeps the placeholders', () => {
  const payload = toCreatePayload(t.orderUpdate);
  expect(renderTemplatePayload(payload).body).toBe('Hi {{name}}, your order {{order_id}} ships on {{date}}.');
  expect(renderTemplatePayload(payload, { components: [{ type: 'BODY', parameters: 'x' }] }).body).toContain(
    '{{name}}',
  );
});

test('error: parameters that do not fit are refused', () => {
  expect(() => renderTemplate(t.loginCode, { code: '' })).toThrow('parameters.code is empty');
});
