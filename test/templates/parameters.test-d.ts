import {
  buildTemplateMessage,
  defineTemplate,
  renderTemplate,
  templateMessage,
  type PlaceholderNames,
  type TemplateDefinition,
  type TemplateParameters,
  type TemplateWithParameters,
} from '../../src/templates/index.ts';
import * as t from './samples.ts';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const is = <T extends true>(): T | undefined => undefined;

const order = { name: 'Bo', order_id: 'B-2', date: 'Friday' };
const product = { productRetailerId: 'p', catalogId: 'c' };
const buttons = ['B-2'] as const;
const card = { header: { id: '1' }, body: ['3'], buttons: [undefined, 'elf'] } as const;
const second = { header: { id: '2' }, buttons: [undefined, 'aloe'] } as const;

// 1-6: names are read from the text.
is<Equal<PlaceholderNames<'Hi {{name}}, order {{order_id}} for {{name}}'>, 'name' | 'order_id'>>();
is<Equal<PlaceholderNames<'no placeholders'>, never>>();
is<Equal<PlaceholderNames<'{{1}} and {{2}}'>, '1' | '2'>>();
is<Equal<PlaceholderNames<'half {{open'>, never>>();
is<Equal<TemplateParameters<typeof t.loginCode>, { readonly code: string }>>();
is<Equal<Parameters<typeof buildTemplateMessage<typeof t.callPermission>>['length'], 1 | 2>>();

// 7-26: what compiles.
buildTemplateMessage(t.orderUpdate, { body: order, buttons: ['B-2'] });
buildTemplateMessage(t.seasonalPromotion, { header: ['Sale'], body: ['May', '25OFF', '25%'] });
buildTemplateMessage(t.seasonalPromotion, {
  header: ['Sale'],
  body: ['May', '25OFF', '25%'],
  buttons: ['stop'],
});
buildTemplateMessage(t.seasonalPromotion, {
  header: ['Sale'],
  body: ['May', '25OFF', '25%'],
  buttons: [undefined, 'all'],
});
buildTemplateMessage(t.receipt, {
  header: { link: 'https://a.example/r.pdf', filename: 'r.pdf' },
  body: { nome: 'Ana' },
});
buildTemplateMessage(t.delivery, { header: { latitude: 1, longitude: '2', name: 'a', address: 'b' } });
buildTemplateMessage(t.loginCode, { code: '123456' });
buildTemplateMessage(t.offer, {
  header: { id: '1' },
  body: ['a', 'b'],
  limitedTimeOffer: { expiresAt: 1 },
  buttons: ['CODE', 'x'],
});
buildTemplateMessage(t.mediaCarousel, { body: ['Pablo'], carousel: [card, second] });
buildTemplateMessage(t.productCarousel, {
  carousel: [{ header: product }, { header: product }, { header: product }],
});
buildTemplateMessage(t.abandonedCart, {
  header: ['Pablo'],
  body: ['10OFF'],
  buttons: [{ thumbnailProductRetailerId: 'p', sections: [{ title: 'Popular', productRetailerIds: ['p'] }] }],
});
buildTemplateMessage(t.introCatalog);
buildTemplateMessage(t.introCatalog, { buttons: [{ thumbnailProductRetailerId: 'p' }] });
buildTemplateMessage(t.survey, { body: { order_id: 'A' } });
buildTemplateMessage(t.survey, {
  body: { order_id: 'A' },
  buttons: [{ flowToken: 't', flowActionData: { any: 1 } }],
});
buildTemplateMessage(t.callUs, { buttons: [{ ttlMinutes: 100 }] });
buildTemplateMessage(t.orderToPay, { body: { order_id: 'A' }, buttons: [{ reference_id: 'r' }] });
buildTemplateMessage(t.callPermission, { tapTarget: { url: 'https://a.example', title: 'Open' } });
templateMessage(t.orderUpdate, { body: order, buttons: ['B-2'] });
renderTemplate(t.contactInfo);

// 27-28: a definition that is only known at run time takes what it is given; the run time checks it.
declare const pulled: TemplateDefinition;
buildTemplateMessage(pulled, { body: { anything: 'x' } });
buildTemplateMessage(pulled, { code: '123456' });

// 29-32: as properties of one object, for a send.
const send = <const Definition extends TemplateDefinition>(
  params: { readonly to: string } & TemplateWithParameters<Definition>,
): unknown => params;
send({ to: '+5511987654321', template: t.orderUpdate, parameters: { body: order, buttons: ['B-2'] } });
send({ to: '+5511987654321', template: t.callPermission });
// @ts-expect-error the parameters are missing
send({ to: '+5511987654321', template: t.orderUpdate });
// @ts-expect-error the body is missing
send({ to: '+5511987654321', template: t.orderUpdate, parameters: { buttons: ['B-2'] } });

// 33-58: what must not compile.
// @ts-expect-error no parameters at all
buildTemplateMessage(t.orderUpdate);
// @ts-expect-error the body's parameters are missing
buildTemplateMessage(t.orderUpdate, { buttons: ['B-2'] });
// @ts-expect-error one of them is missing
buildTemplateMessage(t.orderUpdate, { body: { name: 'Bo', date: 'Friday' }, buttons: ['B-2'] });
// @ts-expect-error one of them is misspelt
buildTemplateMessage(t.orderUpdate, { body: { name: 'Bo', orderid: 'B-2', date: 'F' }, buttons });
// @ts-expect-error one too many
buildTemplateMessage(t.orderUpdate, { body: { name: 'Bo', order_id: 'B', date: 'F', time: '9' }, buttons });
// @ts-expect-error a number is no text
buildTemplateMessage(t.orderUpdate, { body: { name: 'Bo', order_id: 2, date: 'Friday' }, buttons: ['B-2'] });
// @ts-expect-error named placeholders take an object
buildTemplateMessage(t.orderUpdate, { body: ['Bo', 'B-2', 'Friday'], buttons: ['B-2'] });
// @ts-expect-error the ending of the URL is missing
buildTemplateMessage(t.orderUpdate, { body: order });
// @ts-expect-error one button, two entries
buildTemplateMessage(t.orderUpdate, { body: order, buttons: ['B-2', 'B-3'] });
// @ts-expect-error there is no header
buildTemplateMessage(t.orderUpdate, { body: order, buttons: ['B-2'], header: { id: '1' } });
// @ts-expect-error there is no carousel
buildTemplateMessage(t.orderUpdate, { body: order, buttons: ['B-2'], carousel: [card] });
// @ts-expect-error a part that does not exist
buildTemplateMessage(t.orderUpdate, { body: order, buttons: ['B-2'], footer: ['x'] });
// @ts-expect-error positional placeholders take three values
buildTemplateMessage(t.seasonalPromotion, { header: ['Sale'], body: ['May', '25OFF'] });
// @ts-expect-error and not four
buildTemplateMessage(t.seasonalPromotion, { header: ['Sale'], body: ['May', '25OFF', '25%', 'x'] });
// @ts-expect-error the header's value is missing
buildTemplateMessage(t.seasonalPromotion, { body: ['May', '25OFF', '25%'] });
// @ts-expect-error a file is given by id or link
buildTemplateMessage(t.receipt, { header: { url: 'https://a.example' }, body: { nome: 'Ana' } });
buildTemplateMessage(t.mediaCarousel, {
  body: ['Pablo'],
  // @ts-expect-error an image has no file name
  carousel: [{ ...card, header: { id: '1', filename: 'x' } }, second],
});
// @ts-expect-error a phone button takes nothing
buildTemplateMessage(t.receipt, { header: { id: '1' }, body: { nome: 'Ana' }, buttons: ['x'] });
// @ts-expect-error a place needs its longitude
buildTemplateMessage(t.delivery, { header: { latitude: 1, name: 'a' } });
buildTemplateMessage(t.delivery, { header: { latitude: 1, longitude: '2' } });
buildTemplateMessage(t.orderUpdate, {
  body: {
    name: 'Bo',
    order_id: 'B-2',
    date: {
      type: 'date_time',
      date_time: { fallback_value: 'Monday', day_of_week: 1, calendar: 'GREGORIAN' },
    },
  },
  buttons: ['B-2'],
});
// @ts-expect-error an authentication template takes a code
buildTemplateMessage(t.loginCode, { body: ['123456'] });
// @ts-expect-error the offer's end is missing
buildTemplateMessage(t.offer, { header: { id: '1' }, body: ['a', 'b'], buttons: ['CODE', 'x'] });
// @ts-expect-error two cards were defined
buildTemplateMessage(t.mediaCarousel, { body: ['Pablo'], carousel: [card] });
// @ts-expect-error the second card has no body to fill in
buildTemplateMessage(t.mediaCarousel, { body: ['Pablo'], carousel: [card, card] });
// @ts-expect-error a product needs its catalogue
buildTemplateMessage(t.productCarousel, { carousel: [{ header: { productRetailerId: 'p' } }] });
// @ts-expect-error the products are missing
buildTemplateMessage(t.abandonedCart, { header: ['Pablo'], body: ['10OFF'] });
// @ts-expect-error a flow value is an object
buildTemplateMessage(t.survey, { body: { order_id: 'A' }, buttons: ['token'] });

// 59-66: definitions that must not compile.
const base = { name: 'a', language: 'en', category: 'utility' } as const;
// @ts-expect-error the sample for order_id is missing
defineTemplate({ ...base, body: { text: 'Hi {{name}}, {{order_id}}!', example: { name: 'Ana' } } });
// @ts-expect-error the sample is misspelt
defineTemplate({ ...base, body: { text: 'Hi {{name}}!', example: { nmae: 'Ana' } } });
// @ts-expect-error two placeholders, one sample
defineTemplate({ ...base, body: { text: 'Hi {{1}}, {{2}}!', example: ['Ana'] } });
defineTemplate({
  ...base,
  // @ts-expect-error the header's sample is misspelt
  header: { format: 'text', text: 'Hi {{name}}', example: { nam: 'Ana' } },
  body: { text: 'Hi' },
});
// @ts-expect-error a body is needed
defineTemplate({ ...base });
// @ts-expect-error categories are in lower case
defineTemplate({ ...base, category: 'UTILITY', body: { text: 'Hi' } });
// @ts-expect-error one tap needs the apps
defineTemplate({ ...base, category: 'authentication', buttons: [{ type: 'otp', otpType: 'one_tap' }] });
const copy = [{ type: 'otp', otpType: 'copy_code' }] as const;
// @ts-expect-error an authentication template has no text of its own
defineTemplate({ ...base, category: 'authentication', body: { text: 'Hi' }, buttons: copy });
