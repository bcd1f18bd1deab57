import { describe, expect, test } from 'vitest';
import { createClient } from 'wabakit';
import { createEmulator, type EmulatorOptions } from 'wabakit/emulator';
import { getGraph, type Answer } from './helpers.ts';

const ana = '+5511987654321';

async function start(options: EmulatorOptions = {}) {
  const emulator = await createEmulator(options);
  /** Posts fields as curl's -d does. */
  const post = async (path: string, fields: Record<string, string>) => {
    const response = await emulator.fetch(
      `https://graph.facebook.com/v26.0/${path.replace('{phone}', emulator.phoneNumberId)}`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${emulator.accessToken}` },
        body: new URLSearchParams(fields),
      },
    );
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  };
  return { emulator, graph: getGraph(emulator), post, client: createClient(emulator.clientOptions) };
}

describe('hello_world', () => {
  const hello = {
    messaging_product: 'whatsapp',
    to: ana,
    type: 'template',
    template: { name: 'hello_world', language: { code: 'en_US' } },
  };

  test('default: is there from the start and can be sent, as Meta’s first curl does', async () => {
    const { emulator, graph } = await start();
    expect((await graph('POST', '{phone}/messages', hello)).status).toBe(200);
    await emulator.waitForIdle();
    expect(emulator.messages.at(-1)?.text).toMatch(/^Welcome and congratulations!!/);
  });

  test('behavior: is back after a reset, and has the same id for every seed', async () => {
    const { emulator, graph } = await start({ seed: 7 });
    const ids = async () =>
      (await graph('GET', '{waba}/message_templates?name=hello_world&fields=id')).body.data;
    const before = await ids();
    await emulator.reset();
    expect([before, await ids(), (await start({ seed: 8 })).emulator.templates.all[0]?.name]).toEqual([
      [{ id: '594425479261596' }],
      [{ id: '594425479261596' }],
      'hello_world',
    ]);
  });

  test('behavior: a template of that name and language takes its place', async () => {
    const { emulator } = await start({
      templates: [
        {
          name: 'hello_world',
          language: 'en_US',
          category: 'UTILITY',
          components: [{ type: 'BODY', text: 'Mine.' }],
        },
      ],
    });
    expect(emulator.templates.all).toHaveLength(1);
  });
});

describe('parameters as JSON text', () => {
  test('default: in a form body', async () => {
    const { emulator, post } = await start();
    await emulator.phone(ana).say('Hi');
    const base = { messaging_product: 'whatsapp', to: ana };
    const name = { formatted_name: 'Bo', first_name: 'Bo' };
    const sent: Record<string, string>[] = [
      { type: 'text', text: '{"body":"hi"}', biz_opaque_callback_data: '{"order":17}' },
      { type: 'contacts', contacts: JSON.stringify([{ name }]) },
      { type: 'location', location: '{"latitude":-23.5,"longitude":-46.6}' },
      { type: 'template', template: '{"name":"hello_world","language":{"code":"en_US"}}' },
    ];
    for (const fields of sent)
      expect((await post('{phone}/messages', { ...base, ...fields })).status).toBe(200);
    const payloads = emulator.messages.slice(1).map(({ payload }) => payload);
    expect(payloads.map((payload) => payload[String(payload['type'])])).toEqual([
      { body: 'hi' },
      [{ name }],
      { latitude: -23.5, longitude: -46.6 },
      { name: 'hello_world', language: { code: 'en_US' } },
    ]);
    expect(payloads[0]?.['biz_opaque_callback_data']).toBe('{"order":17}');
  });

  test('behavior: in a multipart form and in the query, and a number as text', async () => {
    const { emulator, graph } = await start();
    await emulator.phone(ana).say('Hi');
    const form = new FormData();
    for (const [name, value] of Object.entries({
      messaging_product: 'whatsapp',
      to: ana,
      type: 'text',
      text: '{"body":"by form"}',
      ttl_seconds: '60',
    }))
      form.append(name, value);
    expect((await graph('POST', '{phone}/messages', form)).status).toBe(200);
    const query = new URLSearchParams({
      messaging_product: 'whatsapp',
      to: ana,
      type: 'text',
      text: '{"body":"by query"}',
    });
    expect((await graph('POST', `{phone}/messages?${query.toString()}`)).status).toBe(200);
    expect(emulator.messages.slice(1).map(({ text }) => text)).toEqual(['by form', 'by query']);
  });

  test('behavior: a failure rule sees the type and the template of a form', async () => {
    const { emulator, post } = await start();
    emulator.injectFault({ code: 131016, match: { template: 'hello_world' } });
    const fields = {
      messaging_product: 'whatsapp',
      to: ana,
      type: 'template',
      template: '{"name":"hello_world","language":{"code":"en_US"}}',
    };
    expect((await post('{phone}/messages', fields)).body.error?.code).toBe(131016);
  });

  test('behavior: read receipts, blocks and templates by form', async () => {
    const { emulator, post } = await start();
    await emulator.phone(ana).say('Hi');
    const [message] = emulator.messages;
    expect(
      await post('{phone}/messages', {
        messaging_product: 'whatsapp',
        status: 'read',
        message_id: message?.wamid ?? '',
        typing_indicator: '{"type":"text"}',
      }),
    ).toEqual({ status: 200, body: { success: true } });
    expect(
      (
        await post('{phone}/block_users', {
          messaging_product: 'whatsapp',
          block_users: JSON.stringify([{ user: ana }]),
        })
      ).body,
    ).toMatchObject({ block_users: { added_users: [{ wa_id: '5511987654321' }] } });
  });

  test('error: text that is not JSON is refused as a wrong value', async () => {
    const { post } = await start();
    const { body } = await post('{phone}/messages', {
      messaging_product: 'whatsapp',
      to: ana,
      type: 'text',
      text: '{"body":',
    });
    expect(body.error?.error_data?.details).toMatch(/^text /);
  });
});

describe('who is there', () => {
  test('default: /me, /app, /{app} and what a token may do', async () => {
    const { emulator, graph, client } = await start();
    expect((await graph('GET', 'me')).body).toEqual({
      id: '122094113936000001',
      name: 'Emulated system user',
    });
    const app = {
      id: '670843887433847',
      name: 'Emulated app',
      link: 'https://www.facebook.com/games/?app_id=670843887433847',
      category: 'Business and pages',
    };
    expect((await graph('GET', 'app')).body).toEqual(app);
    expect((await graph('GET', '670843887433847')).body).toEqual(app);
    expect((await graph('GET', 'app?fields=name')).body).toEqual({ id: app.id, name: app.name });
    expect(await client.account.debugToken({ inputToken: emulator.accessToken })).toEqual({
      app_id: '670843887433847',
      type: 'SYSTEM_USER',
      application: 'Emulated app',
      data_access_expires_at: 0,
      user_id: '122094113936000001',
      expires_at: 0,
      is_valid: true,
      scopes: ['whatsapp_business_management', 'whatsapp_business_messaging'],
      granular_scopes: ['whatsapp_business_management', 'whatsapp_business_messaging'].map((scope) => ({
        scope,
        target_ids: [emulator.wabaId],
      })),
    });
  });

  test('behavior: the app’s own token inspects tokens, also one that expired, and sends nothing', async () => {
    const { emulator } = await start();
    const token = `670843887433847|${emulator.appSecret}`;
    const graph = getGraph(emulator);
    const asApp = { authorization: `Bearer ${token}` };
    const debug = async (input: string) =>
      (await graph('GET', `debug_token?input_token=${input}`, undefined, asApp)).body['data'];
    emulator.expireToken();
    expect(await debug(emulator.accessToken)).toMatchObject({
      is_valid: false,
      error: { code: 190, subcode: 463 },
      scopes: [],
    });
    expect(await debug('nonsense')).toEqual({
      is_valid: false,
      error: { code: 190, message: 'Invalid OAuth access token - Cannot parse access token' },
      scopes: [],
    });
    expect((await graph('GET', '{phone}', undefined, asApp)).body.error?.code).toBe(190);
  });

  test('error: without the token to inspect', async () => {
    const { graph } = await start();
    expect((await graph('GET', 'debug_token')).body.error?.message).toBe(
      '(#100) The parameter input_token is required.',
    );
  });
});

describe('paths', () => {
  test.each([
    ['{waba}/message_templates/1234', 2500, 'Unknown path components: /message_templates/1234'],
    ['{phone}/messages/1234/5', 2500, 'Unknown path components: /5'],
    ['{waba}/nonsense', 2500, 'Unknown path components: /nonsense'],
    ['me/nonsense', 2500, 'Unknown path components: /nonsense'],
    ['{waba}/schedules', 100, '(#100) Not emulated: GET /{WABA-ID}/schedules'],
    ['app/subscriptions', 100, '(#100) Not emulated: GET /{APP_ID}/subscriptions'],
    ['{waba}/payment_configuration/1', 100, '(#100) Not emulated: GET /{WABA-ID}/payment_configuration/{id}'],
  ])('error: GET %s', async (path, code, message) => {
    const { graph } = await start();
    const { body } = await graph('GET', path);
    expect([body.error?.code, body.error?.message]).toEqual([code, message]);
  });
});

test.each([
  ['UTC', '474'],
  ['America/Los_Angeles', '1'],
  ['America/Sao_Paulo', '25'],
  ['Asia/Kolkata', '71'],
  ['Asia/Calcutta', '71'],
  ['Europe/Kyiv', '137'],
  ['Asia/Baku', '146'],
  ['America/Argentina/Buenos_Aires', '10'],
  ['Antarctica/Troll', '0'],
])('behavior: the account’s time zone %s has the number %s', async (timeZone, id) => {
  const { client } = await start({ timeZone });
  expect((await client.account.get({ fields: ['timezone_id'] })).timezone_id).toBe(id);
});

describe('the official business account', () => {
  const application = {
    businessWebsiteUrl: 'https://shop.example',
    primaryCountryOfOperation: 'Brazil',
    primaryLanguage: 'Portuguese',
  };
  const read = async (client: Awaited<ReturnType<typeof start>>['client']) => [
    await client.officialAccount.get(),
    await client.officialAccount.getReview(),
    (await client.phoneNumbers.get({ fields: ['is_official_business_account'] }))
      .is_official_business_account,
  ];

  test('default: applied for, under review, approved', async () => {
    const { emulator, client } = await start();
    const id = emulator.phoneNumberId;
    expect(await read(client)).toEqual([
      { oba_status: 'NOT_STARTED' },
      { id, oba_status: 'NOT_STARTED' },
      false,
    ]);
    await client.officialAccount.apply(application);
    const pending = { oba_status: 'PENDING', status_message: 'Your application is under review.' };
    expect(await read(client)).toEqual([pending, { id, ...pending }, false]);
    await expect(client.officialAccount.apply(application)).rejects.toThrow(
      'The application of this number is PENDING',
    );
    emulator.reviewOfficialAccount('APPROVED');
    expect(await read(client)).toEqual([{ oba_status: 'APPROVED' }, { id, oba_status: 'APPROVED' }, true]);
  });

  test('behavior: rejected with a message, and possible again after 30 days', async () => {
    const { emulator, client } = await start();
    await client.officialAccount.apply(application);
    emulator.reviewOfficialAccount('REJECTED', { message: 'Not well known yet.' });
    expect((await read(client))[0]).toEqual({
      oba_status: 'REJECTED',
      status_message: 'Not well known yet.',
    });
    await emulator.clock.advance(30 * 86_400_000 - 1);
    await expect(client.officialAccount.apply(application)).rejects.toThrow(
      'The application was rejected; the next one is possible from 2026-12-02T12:00:00.000Z',
    );
    await emulator.clock.advance(1);
    await client.officialAccount.apply(application);
    expect((await client.officialAccount.get()).oba_status).toBe('PENDING');
  });

  test('error: an incomplete application, too many links, a decision without an application', async () => {
    const { emulator, graph, post } = await start();
    const whole = {
      business_website_url: 'https://shop.example',
      primary_country_of_operation: 'Brazil',
      primary_language: 'Portuguese',
    };
    for (const name of Object.keys(whole))
      expect(
        (await graph('POST', '{phone}/official_business_account', { ...whole, [name]: undefined })).body.error
          ?.message,
      ).toBe(`(#100) The parameter ${name} is required.`);
    const links = JSON.stringify(Array.from({ length: 6 }, (_, index) => `https://news.example/${index}`));
    expect(
      (await post('{phone}/official_business_account', { ...whole, supporting_links: links })).body.error
        ?.error_data?.details,
    ).toBe('Param supporting_links takes up to 5 links');
    expect(() => emulator.reviewOfficialAccount('REJECTED')).toThrow(
      `The phone number ${emulator.phoneNumberId} has no pending application for an official business account.`,
    );
    expect(() => emulator.reviewOfficialAccount('REJECTED', { phoneNumberId: '1' })).toThrow(
      'The phone number 1 has no pending application',
    );
  });
});
