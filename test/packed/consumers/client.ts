/** A shop that sends: the client, its errors, and a room of its own. */
import {
  createClient,
  describeErrorCode,
  isApiError,
  isOutcomeUnknownError,
  isUsageError,
  type CallOptions,
  type ClientOptions,
  type SendResult,
  type WhatsAppClient,
} from 'wabakit';
import * as message from 'wabakit/messages';
import { defineTemplate } from 'wabakit/templates';

export const orderUpdate = defineTemplate({
  name: 'order_update',
  language: 'en',
  category: 'utility',
  body: { text: 'Hi {{name}}, it is on its way.', example: { name: 'Ana' } },
});

const to = '+5511987654321';
const options: ClientOptions = {
  accessToken: async () => 'token',
  phoneNumberId: '1',
  retry: { attempts: 2 },
  logger: { debug: () => undefined, warn: () => undefined },
};

export const wa = createClient(options);
export const shop = wa.extend(() => ({ orders: { ship: (id: string) => id.length } }));
export const support: WhatsAppClient = wa.withPhoneNumber('2');
export const shipped: number = shop.withPhoneNumber('2').orders.ship('A-17');

export async function send(call?: CallOptions): Promise<SendResult[]> {
  const sent = await wa.messages.sendText({ to, body: 'hi', callbackData: 'A-17' }, call);
  const choice = message.replyButtons({ body: 'ok?', buttons: [{ id: 'y', title: 'Yes' }] });
  return [
    sent,
    await wa.messages.send({ to, ...choice }),
    await wa.messages.send({ to, ...message.image({ link: 'https://shop.example/1.png' }) }),
    await wa.messages.sendTemplate({ to, name: 'hello_world', language: 'en_US' }),
    await wa.messages.sendTemplate({ to, template: orderUpdate, parameters: { body: { name: 'Bo' } } }),
  ];
}

export function advise(error: unknown): string | undefined {
  if (isApiError(error, 131047)) return `${error.code.toFixed()} ${error.hint ?? ''}`;
  if (isOutcomeUnknownError(error)) return error.callbackData;
  return isUsageError(error) ? error.message : describeErrorCode(131047)?.title;
}

const rows = [{ id: '1', title: 'One' }];
export const list = message.list({ body: 'Which?', button: 'Pick', sections: [{ rows }] });
export const parts: readonly string[] = message.splitText('A long text');

export const mustNot = [
  // @ts-expect-error an image by number
  message.image({ id: 1 }),
  // @ts-expect-error a button without a title
  message.replyButtons({ body: 'ok?', buttons: [{ id: 'y' }] }),
  // @ts-expect-error no recipient
  wa.messages.sendText({ body: 'hi' }),
  // @ts-expect-error a misspelt field
  wa.messages.sendText({ to, body: 'hi', previewURL: true }),
  // @ts-expect-error a misspelt parameter of the template
  wa.messages.sendTemplate({ to, template: orderUpdate, parameters: { body: { nmae: 'Bo' } } }),
  // @ts-expect-error a misspelt option
  createClient({ accesToken: 'token' }),
  // @ts-expect-error an operation that does not exist
  'sendGif' satisfies keyof typeof wa.messages,
  // @ts-expect-error an order number is text
  shop.orders.ship(17),
  // @ts-expect-error a text has no components
  wa.messages.sendText({ to, body: 'hi', components: [] }),
];
