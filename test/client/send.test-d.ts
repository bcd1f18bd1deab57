import { replyButtons, image } from 'wabakit/messages';
import { createClient } from 'wabakit';
import { defineTemplate } from 'wabakit/templates';

// What must and what must not compile when a message is sent.

const wa = createClient({ accessToken: 'token', phoneNumberId: '1' });
const to = '+5511987654321';
const orderUpdate = defineTemplate({
  name: 'order_update',
  language: 'en',
  category: 'utility',
  body: { text: 'Hi {{name}}, it is on its way.', example: { name: 'Ana' } },
});

export const compiles = [
  wa.messages.sendText({ to, body: 'hi' }),
  wa.messages.sendText({ recipient: 'US.1', body: 'hi', callbackData: 'A-17' }),
  wa.messages.sendImage({ group: 'Y2Fw', link: 'https://a.example/1.png', caption: 'c' }),
  wa.messages.send({ to, ...replyButtons({ body: 'ok?', buttons: [{ id: 'y', title: 'Yes' }] }) }),
  wa.messages.send({ to, type: 'text', text: { body: 'hi' } }),
  wa.messages.sendTemplate({ to, name: 'hello_world', language: 'en_US' }),
  wa.messages.sendTemplate({ to, template: orderUpdate, parameters: { body: { name: 'Bo' } } }),
];

export const mustNot = [
  // @ts-expect-error no recipient
  wa.messages.sendText({ body: 'hi' }),
  // @ts-expect-error two recipients
  wa.messages.sendText({ to, recipient: 'US.1', body: 'hi' }),
  // @ts-expect-error no body
  wa.messages.sendText({ to }),
  // @ts-expect-error a misspelt field
  wa.messages.sendText({ to, body: 'hi', previewURL: true }),
  // @ts-expect-error an id and a link
  wa.messages.sendImage({ to, id: '1', link: 'https://a.example/1.png' }),
  // @ts-expect-error neither id nor link
  wa.messages.sendImage({ to, caption: 'c' }),
  // @ts-expect-error audio has no caption
  wa.messages.sendAudio({ to, id: '1', caption: 'c' }),
  // @ts-expect-error a type without its object
  wa.messages.send({ to, type: 'image', text: { body: 'hi' } }),
  // @ts-expect-error a type that does not exist
  wa.messages.send({ to, type: 'gif', gif: { id: '1' } }),
  // @ts-expect-error a misspelt option
  createClient({ accesToken: 'token' }),
  // @ts-expect-error a missing parameter of the template
  wa.messages.sendTemplate({ to, template: orderUpdate }),
  // @ts-expect-error a misspelt parameter of the template
  wa.messages.sendTemplate({ to, template: orderUpdate, parameters: { body: { nmae: 'Bo' } } }),
  // @ts-expect-error neither template nor name
  wa.messages.sendTemplate({ to, language: 'en' }),
  // @ts-expect-error an image by number
  image({ id: 1 }),
];
