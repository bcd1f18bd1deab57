import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { replyButtons, replyTo } from 'wabakit/messages';
import { createClient, isApiError, isUsageError, type SendResult, type WhatsAppClient } from 'wabakit';
import { defineTemplate, templateMessage } from 'wabakit/templates';

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | null;
  readonly type: string | null;
  readonly body: unknown;
}

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const wa = createClient({ accessToken: 'the-token', phoneNumberId: '106540352242922', retry: false });
const to = '+16505551234';
const key = { callbackData: 'order-17' };
const wireKey = { biz_opaque_callback_data: 'order-17' };
const accepted = {
  messaging_product: 'whatsapp',
  contacts: [{ input: to, wa_id: '16505551234' }],
  messages: [{ id: 'wamid.HBgLMTY1MA', message_status: 'accepted' }],
};

function answerWith(body: object, status = 200): Seen[] {
  const seen: Seen[] = [];
  server.use(
    http.post('https://graph.facebook.com/v26.0/:id/:edge', async ({ request }) => {
      const { method, url, headers } = request;
      seen.push({
        method,
        url,
        authorization: headers.get('authorization'),
        type: headers.get('content-type'),
        body: await request.json(),
      });
      return HttpResponse.json(body, { status });
    }),
  );
  return seen;
}

const envelope = { messaging_product: 'whatsapp', recipient_type: 'individual', to, ...wireKey };
const base = { to, ...key };
const m = (client: WhatsAppClient) => client.messages;
const orderUpdate = defineTemplate({
  name: 'order_update',
  language: 'en',
  category: 'utility',
  body: { text: 'Hi {{name}}, it is on its way.', example: { name: 'Ana' } },
});
const template = { name: 'hello_world', language: { code: 'en_US' } };
const sends: Record<string, [(client: WhatsAppClient) => Promise<SendResult>, object]> = {
  send: [
    (client) =>
      m(client).send({
        ...base,
        ...replyButtons({ body: 'Confirm?', buttons: [{ id: 'yes', title: 'Yes' }] }),
        ...replyTo('wamid.1'),
      }),
    {
      type: 'interactive',
      context: { message_id: 'wamid.1' },
      interactive: {
        type: 'button',
        body: { text: 'Confirm?' },
        action: { buttons: [{ type: 'reply', reply: { id: 'yes', title: 'Yes' } }] },
      },
    },
  ],
  sendText: [
    (client) => m(client).sendText({ ...base, body: 'hi', previewUrl: true }),
    { type: 'text', text: { body: 'hi', preview_url: true } },
  ],
  sendTemplate: [
    (client) => m(client).sendTemplate({ ...base, name: 'hello_world', language: 'en_US' }),
    { type: 'template', template },
  ],
  sendImage: [
    (client) => m(client).sendImage({ ...base, id: '1', caption: 'c' }),
    { type: 'image', image: { id: '1', caption: 'c' } },
  ],
  sendVideo: [
    (client) => m(client).sendVideo({ ...base, link: 'https://a.example/v' }),
    { type: 'video', video: { link: 'https://a.example/v' } },
  ],
  sendAudio: [
    (client) => m(client).sendAudio({ ...base, id: '1', voice: true }),
    { type: 'audio', audio: { id: '1', voice: true } },
  ],
  sendDocument: [
    (client) => m(client).sendDocument({ ...base, id: '1', filename: 'a.pdf' }),
    { type: 'document', document: { id: '1', filename: 'a.pdf' } },
  ],
  sendSticker: [
    (client) => m(client).sendSticker({ ...base, id: '1' }),
    { type: 'sticker', sticker: { id: '1' } },
  ],
  sendReaction: [
    (client) => m(client).sendReaction({ ...base, wamid: 'wamid.1', emoji: '👍' }),
    { type: 'reaction', reaction: { message_id: 'wamid.1', emoji: '👍' } },
  ],
  sendLocation: [
    (client) => m(client).sendLocation({ ...base, latitude: -23.5, longitude: -46.6, name: 'Shop' }),
    { type: 'location', location: { latitude: -23.5, longitude: -46.6, name: 'Shop' } },
  ],
  sendContacts: [
    (client) =>
      m(client).sendContacts({
        ...base,
        contacts: [{ name: { formatted_name: 'Ana Lima', first_name: 'Ana' } }],
      }),
    { type: 'contacts', contacts: [{ name: { formatted_name: 'Ana Lima', first_name: 'Ana' } }] },
  ],
  'sendTemplate with a defined template': [
    (client) =>
      m(client).sendTemplate({ ...base, template: orderUpdate, parameters: { body: { name: 'Bo' } } }),
    {
      type: 'template',
      template: {
        name: 'order_update',
        language: { code: 'en' },
        components: [{ type: 'body', parameters: [{ type: 'text', text: 'Bo', parameter_name: 'name' }] }],
      },
    },
  ],
};

test.each(Object.entries(sends))(
  'default: %s posts its message and reads the answer',
  async (_name, [send, content]) => {
    const seen = answerWith(accepted);
    await expect(send(wa)).resolves.toEqual({
      ...accepted,
      wamid: 'wamid.HBgLMTY1MA',
      callbackData: 'order-17',
    });
    expect(seen).toEqual([
      {
        method: 'POST',
        url: 'https://graph.facebook.com/v26.0/106540352242922/messages',
        authorization: 'Bearer the-token',
        type: 'application/json',
        body: { ...envelope, ...content },
      },
    ]);
  },
);

test.each(Object.entries(sends))('error: %s rejects with the coded refusal', async (_name, [send]) => {
  const seen = answerWith(
    {
      error: {
        message: '(#131047) Re-engagement message',
        type: 'OAuthException',
        code: 131047,
        fbtrace_id: 'A',
      },
    },
    400,
  );
  await expect(send(wa)).rejects.toSatisfy((error) => isApiError(error, 131047));
  expect(seen).toHaveLength(1);
});

test('behavior: a send without a key gets one that is its own', async () => {
  const seen = answerWith(accepted);
  const sent = await Promise.all([
    wa.messages.sendText({ to, body: 'a' }),
    wa.messages.sendText({ to, body: 'b' }),
  ]);
  const keys = sent.map((result) => result.callbackData);
  expect(new Set(keys).size).toBe(2);
  expect(
    seen
      .map(({ body }) => (body as { biz_opaque_callback_data: string }).biz_opaque_callback_data)
      .toSorted(),
  ).toEqual(keys.toSorted());
  expect(keys[0]).toMatch(/^wabakit-[0-9a-f-]{36}$/);
});

test('args: phoneNumberId sends from another number', async () => {
  const seen = answerWith(accepted);
  await wa.messages.sendText({ to, body: 'a', phoneNumberId: '9' });
  expect(seen[0]?.url).toBe('https://graph.facebook.com/v26.0/9/messages');
  expect(seen[0]?.body).not.toHaveProperty('phoneNumberId');
});

test('error: a wrong message is refused here, with everything that is wrong', async () => {
  const seen = answerWith(accepted);
  const bad = wa.messages.sendImage({ to, link: 'a.example/b.png', caption: 'x'.repeat(1025) });
  const error: unknown = await bad.catch((fault: unknown) => fault);
  expect(isUsageError(error) && error.issues.map(({ path }) => path)).toEqual([
    'image.link',
    'image.caption',
  ]);
  await expect(wa.messages.sendText({ to, body: '' })).rejects.toThrow(
    'body is empty; 1 to 4096 characters are allowed',
  );
  await expect(wa.messages.sendText({ to, body: 'x'.repeat(4097) })).rejects.toThrow(
    'body has 4097 characters; 1 to 4096 characters are allowed, splitText cuts longer texts',
  );
  await expect(wa.messages.sendText({ to: '16505551234', body: 'x' })).rejects.toThrow(
    'to needs a + and the calling code',
  );
  expect(seen).toEqual([]);
});

test('default: markAsRead marks, and can show that an answer is typed', async () => {
  const seen = answerWith({ success: true });
  await expect(wa.messages.markAsRead({ wamid: 'wamid.1' })).resolves.toBeUndefined();
  await wa.messages.markAsRead({ wamid: 'wamid.1', typing: true });
  const body = { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.1' };
  expect(seen.map((call) => call.body)).toEqual([body, { ...body, typing_indicator: { type: 'text' } }]);
});

test('error: markAsRead wants a message and reports a refusal', async () => {
  answerWith(
    { error: { message: 'Parameter value is not valid', type: 'OAuthException', code: 131009 } },
    400,
  );
  await expect(wa.messages.markAsRead({ wamid: '' })).rejects.toThrow(
    'wamid is empty: give the id of the message that was read',
  );
  await expect(wa.messages.markAsRead({ wamid: 'wamid.1' })).rejects.toMatchObject({ code: 131009 });
});

test('default: sendMarketingMessage posts to its own edge with its own fields', async () => {
  const seen = answerWith(accepted);
  const sent = await wa.messages.sendMarketingMessage({
    ...base,
    name: 'summer_sale',
    language: 'pt_BR',
    productPolicy: 'STRICT',
    messageActivitySharing: false,
    bidMultiplier: 1.5,
  });
  expect(sent.wamid).toBe('wamid.HBgLMTY1MA');
  expect(seen[0]?.url).toBe('https://graph.facebook.com/v26.0/106540352242922/marketing_messages');
  expect(seen[0]?.body).toEqual({
    ...envelope,
    type: 'template',
    template: { name: 'summer_sale', language: { code: 'pt_BR' } },
    product_policy: 'STRICT',
    message_activity_sharing: false,
    bid_spec: { per_message_bid_multiplier: 1.5 },
  });
});

test('default: sendMarketingMessage takes a defined template, and what templateMessage builds', async () => {
  const seen = answerWith(accepted);
  const parameters = { body: { name: 'Bo' } };
  await wa.messages.sendMarketingMessage({ ...base, template: orderUpdate, parameters, bidMultiplier: 2 });
  await wa.messages.sendMarketingMessage({
    ...base,
    ...templateMessage(orderUpdate, parameters),
    bidMultiplier: 2,
  });
  const { type, template } = templateMessage(orderUpdate, parameters);
  const body = { ...envelope, type, template, bid_spec: { per_message_bid_multiplier: 2 } };
  expect(seen.map((one) => one.body)).toEqual([body, body]);
});

test('error: sendMarketingMessage refuses parameters that do not fit a defined template', async () => {
  const seen = answerWith(accepted);
  const bad = wa.messages.sendMarketingMessage({
    ...base,
    template: orderUpdate,
    parameters: { body: { nmae: 'Bo' } },
  } as never);
  await expect(bad).rejects.toThrow('nmae');
  expect(seen).toEqual([]);
});

test('error: sendMarketingMessage refuses a bid of nothing, and reports a refusal', async () => {
  const seen = answerWith(
    { error: { message: 'not a marketing template', type: 'OAuthException', code: 131055 } },
    400,
  );
  const sale = { ...base, name: 'summer_sale', language: 'pt_BR' };
  await expect(wa.messages.sendMarketingMessage({ ...sale, bidMultiplier: 0 })).rejects.toThrow(
    'bidMultiplier is not above 0',
  );
  expect(seen).toEqual([]);
  await expect(wa.messages.sendMarketingMessage(sale)).rejects.toMatchObject({ code: 131055 });
});

test('error: parameters that do not fit a defined template reject, and nothing is sent', async () => {
  const seen = answerWith(accepted);
  const bad = wa.messages.sendTemplate({
    ...base,
    template: orderUpdate,
    parameters: { body: { nmae: 'Bo' } },
  } as never);
  await expect(bad).rejects.toSatisfy(isUsageError);
  expect(seen).toEqual([]);
});

test.each([
  [
    { recipient: 'US.13491208655302741918' },
    { recipient_type: 'individual', recipient: 'US.13491208655302741918' },
  ],
  [{ group: 'Y2FwaV9ncm91cA' }, { recipient_type: 'group', to: 'Y2FwaV9ncm91cA' }],
])('args: a message to %j', async (recipient, wire) => {
  const seen = answerWith(accepted);
  await wa.messages.sendText({ ...recipient, ...key, body: 'hi' });
  expect(seen[0]?.body).toEqual({
    messaging_product: 'whatsapp',
    ...wire,
    type: 'text',
    text: { body: 'hi' },
    ...wireKey,
  });
});

test('args: every field of the envelope goes out as Meta spells it', async () => {
  const seen = answerWith(accepted);
  const shared = { context: { message_id: 'wamid.1' }, category: 'utility' } as const;
  await wa.messages.send({
    ...base,
    ...shared,
    recipientIdentityKeyHash: 'DF2lS5v2W6x=',
    messagingAccountId: '1',
    ttlSeconds: 60,
    directSendConfig: { template_name: 'parcel' },
    type: 'text',
    text: { body: 'hi' },
  });
  expect(seen[0]?.body).toEqual({
    ...envelope,
    ...shared,
    recipient_identity_key_hash: 'DF2lS5v2W6x=',
    messaging_account_id: '1',
    ttl_seconds: 60,
    direct_send_config: { template_name: 'parcel' },
    type: 'text',
    text: { body: 'hi' },
  });
});

test.each([
  [{ callbackData: 'x'.repeat(513) }, 'callbackData is 513 characters long; at most 512 are allowed'],
  [{ directSendConfig: {} }, 'directSendConfig.template_name is missing'],
  [{ tlSeconds: 60 }, 'tlSeconds is not a field that Meta documents here; check its spelling and place'],
])('error: a send with %j names the parameter as the caller wrote it', async (fields, message) => {
  const wrong = { ...base, ...fields, type: 'text', text: { body: 'hi' } };
  await expect(wa.messages.send(wrong as never)).rejects.toThrow(message);
});

test.each([
  [{ text: 'x' }, 'text is not a parameter of sendText; did you mean body?'],
  [{ body: 'x', preview_url: true }, 'preview_url is not a parameter of sendText; did you mean previewUrl?'],
  [{ body: 1 }, 'body is not a text; 1 to 4096 characters are allowed'],
  [{}, 'body is not a text; 1 to 4096 characters are allowed'],
])('error: sendText with %j names the parameter', async (fields, message) => {
  await expect(wa.messages.sendText({ to, ...fields } as never)).rejects.toThrow(message);
});
