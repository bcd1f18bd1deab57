import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { emulatorWithReceiver, template, text } from './helpers.ts';

const ana = '+5511987654321';
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3);

const form = (fields: Record<string, string | File>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
};

const file = (bytes: BlobPart, type: string, name = 'file') => new File([bytes], name, { type });

describe('media', () => {
  const start = async () => {
    const stage = await emulatorWithReceiver();
    const upload = (picture: File) =>
      stage.graph('POST', '{phone}/media', form({ messaging_product: 'whatsapp', file: picture }));
    const download = (url: string, token = stage.emulator.accessToken) =>
      stage.emulator.fetch(url, { headers: { authorization: `Bearer ${token}` } });
    return { ...stage, upload, download };
  };

  test('default: uploaded, described, downloaded with the token within five minutes, sent, deleted', async () => {
    const { emulator, graph, upload, download } = await start();
    const id = String((await upload(file(png, 'image/png'))).body['id']);
    const { body } = await graph('GET', id);
    expect(body).toMatchObject({ id, mime_type: 'image/png', file_size: 11, messaging_product: 'whatsapp' });
    expect(body['sha256']).toBe(createHash('sha256').update(png).digest('hex'));
    const url = String(body['url']);
    expect(url).toMatch(/^https:\/\/lookaside\.fbsbx\.com\/whatsapp_business\/attachments\/\?mid=/);
    expect(new Uint8Array(await (await download(url)).arrayBuffer())).toEqual(png);
    expect((await download(url, 'nonsense')).status).toBe(401);
    await emulator.phone(ana).say('Hi');
    const image = { messaging_product: 'whatsapp', to: ana, type: 'image', image: { id } };
    expect((await graph('POST', '{phone}/messages', image)).status).toBe(200);
    await emulator.clock.advance('5m');
    expect((await download(url)).status).toBe(404);
    expect((await graph('DELETE', id)).body).toEqual({ success: true });
    expect((await graph('GET', id)).body.error?.error_subcode).toBe(33);
  });

  test('behavior: an upload lives 30 days, what a user sent 7', async () => {
    const { emulator, graph, upload } = await start();
    const uploaded = String((await upload(file(png, 'image/png'))).body['id']);
    const phone = emulator.phone(ana);
    await phone.send({ type: 'image', bytes: png, mimeType: 'image/png' });
    const received = (phone.chat[0]?.payload['image'] as { id: string }).id;
    const status = async (id: string) => (await graph('GET', id)).status;
    await emulator.clock.advance('7d');
    expect([await status(received), await status(uploaded)]).toEqual([400, 200]);
    await emulator.clock.advance('23d');
    expect(await status(uploaded)).toBe(400);
  });

  test('error: a type that WhatsApp does not take, a file that is too large, no file', async () => {
    const { graph, upload } = await start();
    expect((await upload(file('x', 'text/html'))).body.error?.code).toBe(100);
    expect(
      (await upload(file(new Uint8Array(5 * 1024 * 1024 + 1), 'image/png'))).body.error?.message,
    ).toContain('5,242,881');
    expect(
      (await graph('POST', '{phone}/media', form({ messaging_product: 'whatsapp' }))).body.error?.code,
    ).toBe(100);
  });

  test('behavior: a resumable upload goes on where it stands and needs the word OAuth', async () => {
    const { emulator, graph } = await start();
    const opened = await graph(
      'POST',
      `670843887433847/uploads?file_name=a.png&file_length=11&file_type=image/png`,
    );
    const id = String(opened.body['id']);
    const part = async (bytes: Uint8Array<ArrayBuffer>, offset: number, scheme = 'OAuth') => {
      const response = await emulator.fetch(`https://graph.facebook.com/v26.0/${id}`, {
        method: 'POST',
        headers: { authorization: `${scheme} ${emulator.accessToken}`, file_offset: String(offset) },
        body: bytes,
      });
      return (await response.json()) as { h?: string; error?: { code: number } };
    };
    expect((await part(png, 0, 'Bearer')).error?.code).toBe(190);
    await part(png.slice(0, 5), 0);
    expect((await part(png.slice(5), 3)).error?.code).toBe(100);
    const offset = await graph('GET', id, undefined, { authorization: `OAuth ${emulator.accessToken}` });
    expect(offset.body['file_offset']).toBe(5);
    const { h } = await part(png.slice(5), 5);
    expect(h).toMatch(/^4::/);
    expect(
      (
        await graph('POST', '{phone}/whatsapp_business_profile', {
          messaging_product: 'whatsapp',
          profile_picture_handle: h,
        })
      ).status,
    ).toBe(200);
  });
});

test('behavior: the business profile keeps what it is given, within its limits', async () => {
  const { graph } = await emulatorWithReceiver();
  const path = '{phone}/whatsapp_business_profile';
  expect(
    (
      await graph('POST', path, {
        messaging_product: 'whatsapp',
        about: 'Open daily',
        websites: ['https://shop.example'],
        vertical: 'RETAIL',
      })
    ).body,
  ).toEqual({ success: true });
  expect((await graph('GET', `${path}?fields=about,websites`)).body.data).toEqual([
    { messaging_product: 'whatsapp', about: 'Open daily', websites: ['https://shop.example'] },
  ]);
  expect((await graph('POST', path, { about: 'x'.repeat(140) })).body.error?.error_data?.details).toContain(
    '139',
  );
  expect(
    (await graph('POST', path, { websites: ['https://a.example', 'https://b.example', 'https://c.example'] }))
      .status,
  ).toBe(400);
  expect((await graph('POST', path, { vertical: 'CIRCUS' })).status).toBe(400);
});

test('behavior: a new number is verified, registered with a PIN, sends, and is deregistered', async () => {
  const { emulator, graph } = await emulatorWithReceiver();
  const { body } = await graph('POST', '{waba}/phone_numbers', {
    cc: '55',
    phone_number: '1133334444',
    verified_name: 'Filial',
  });
  const id = String(body['id']);
  expect((await graph('GET', '{waba}/phone_numbers')).body.data).toHaveLength(2);
  const send = async () => (await graph('POST', `${id}/messages`, template(ana))).body.error?.code;
  expect(await send()).toBe(133010);
  expect(
    (await graph('POST', `${id}/register`, { messaging_product: 'whatsapp', pin: '123456' })).body.error
      ?.code,
  ).toBe(133006);
  expect((await graph('POST', `${id}/request_code`, { code_method: 'SMS', language: 'en' })).body).toEqual({
    success: true,
  });
  expect((await graph('POST', `${id}/verify_code`, { code: '000000' })).body.error?.code).toBe(136025);
  const { pendingCode = '' } =
    /"pendingCode":"(?<pendingCode>\d{6})"/.exec(emulator.snapshot())?.groups ?? {};
  expect((await graph('POST', `${id}/verify_code`, { code: pendingCode })).body).toEqual({ success: true });
  expect((await graph('POST', `${id}/register`, { messaging_product: 'whatsapp', pin: '12' })).status).toBe(
    400,
  );
  expect(
    (await graph('POST', `${id}/register`, { messaging_product: 'whatsapp', pin: '123456' })).body,
  ).toEqual({ success: true });
  expect(await send()).toBeUndefined();
  expect(
    (await graph('POST', `${id}/register`, { messaging_product: 'whatsapp', pin: '654321' })).body.error
      ?.code,
  ).toBe(133005);
  expect((await graph('POST', `${id}/deregister`)).body).toEqual({ success: true });
  expect((await graph('GET', `${id}?fields=status,is_pin_enabled`)).body).toEqual({
    id,
    status: 'DISCONNECTED',
    is_pin_enabled: true,
  });
});

test('behavior: settings, automation, key, commerce and compliance come back as they were set', async () => {
  const { graph } = await emulatorWithReceiver();
  const set = async (path: string, body: object) =>
    expect((await graph('POST', `{phone}/${path}`, body)).body).toEqual({ success: true });
  await set('settings', { calling: { status: 'ENABLED' } });
  await set('settings', { calling: { call_icon_visibility: 'DEFAULT' } });
  expect((await graph('GET', '{phone}/settings')).body).toEqual({
    calling: { status: 'ENABLED', call_icon_visibility: 'DEFAULT' },
  });
  await set('conversational_automation', { prompts: ['Where is my order?'] });
  expect(
    (await graph('GET', '{phone}?fields=conversational_automation')).body['conversational_automation'],
  ).toEqual({ prompts: ['Where is my order?'] });
  const key = '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----';
  await set('whatsapp_business_encryption', { business_public_key: key });
  expect((await graph('GET', '{phone}/whatsapp_business_encryption')).body.data?.[0]).toMatchObject({
    business_public_key: key,
  });
  await set('whatsapp_commerce_settings', { is_catalog_visible: true });
  expect((await graph('GET', '{phone}/whatsapp_commerce_settings')).body.data?.[0]).toMatchObject({
    is_catalog_visible: true,
    is_cart_enabled: true,
  });
  await set('business_compliance_info', { messaging_product: 'whatsapp', entity_name: 'Shop' });
  expect((await graph('GET', '{phone}/business_compliance_info')).body.data?.[0]).toMatchObject({
    entity_name: 'Shop',
  });
});

test('behavior: QR codes are made, changed, listed and deleted', async () => {
  const { graph } = await emulatorWithReceiver();
  const { body } = await graph('POST', '{phone}/message_qrdls', {
    prefilled_message: 'Hi',
    generate_qr_image: 'SVG',
  });
  const code = String(body['code']);
  expect(code).toMatch(/^[A-Z2-7]{14}$/);
  expect(body).toMatchObject({
    deep_link_url: `https://wa.me/message/${code}`,
    qr_image_url: expect.stringMatching(/\.svg$/) as string,
  });
  await graph('POST', '{phone}/message_qrdls', { code, prefilled_message: 'Hello' });
  expect((await graph('GET', `{phone}/message_qrdls/${code}`)).body.data?.[0]?.['prefilled_message']).toBe(
    'Hello',
  );
  expect((await graph('GET', '{phone}/message_qrdls')).body.data).toHaveLength(1);
  expect((await graph('POST', '{phone}/message_qrdls', { prefilled_message: 'x'.repeat(141) })).status).toBe(
    400,
  );
  await graph('DELETE', `{phone}/message_qrdls/${code}`);
  expect((await graph('GET', `{phone}/message_qrdls/${code}`)).status).toBe(400);
});

test('behavior: only who wrote within 24 hours can be blocked, and is then not heard', async () => {
  const { emulator, events, graph } = await emulatorWithReceiver();
  const phone = emulator.phone(ana);
  await phone.say('Hi');
  const { status, body } = await graph('POST', '{phone}/block_users', {
    messaging_product: 'whatsapp',
    block_users: [{ user: ana }, { user: '+491511' }],
  });
  expect(status).toBe(400);
  expect(body).toMatchObject({
    block_users: {
      added_users: [{ wa_id: '5511987654321' }],
      failed_users: [{ errors: [{ code: 131047 }] }],
    },
    error: { code: 139100 },
  });
  await phone.say('Can you hear me?');
  expect(events).toHaveLength(1);
  expect((await graph('POST', '{phone}/messages', text(ana, 'No'))).body.error?.code).toBe(130403);
  expect((await graph('GET', '{phone}/block_users')).body.data).toEqual([
    { messaging_product: 'whatsapp', wa_id: '5511987654321' },
  ]);
  await graph('DELETE', '{phone}/block_users', {
    messaging_product: 'whatsapp',
    block_users: [{ user: ana }],
  });
  await phone.say('And now?');
  expect(events).toHaveLength(2);
});

test('behavior: a Flow is drafted, checked, published, answered, deprecated', async () => {
  const { emulator, events, graph } = await emulatorWithReceiver();
  const { body } = await graph('POST', '{waba}/flows', form({ name: 'survey', categories: '["SURVEY"]' }));
  const id = String(body['id']);
  expect((await graph('POST', `${id}/publish`)).body.error?.code).toBe(139002);
  const json = JSON.stringify({
    version: '7.2',
    screens: [
      {
        id: 'A',
        title: 'A',
        terminal: true,
        layout: {
          type: 'SingleColumnLayout',
          children: [{ type: 'Footer', label: 'Send', 'on-click-action': { name: 'complete', payload: {} } }],
        },
      },
    ],
  });
  const upload = (content: string) =>
    graph(
      'POST',
      `${id}/assets`,
      form({ name: 'flow.json', asset_type: 'FLOW_JSON', file: file(content, 'application/json') }),
    );
  expect((await upload('{}')).body['validation_errors']).toMatchObject([
    { error: 'MISSING_FLOW_JSON_VERSION' },
  ]);
  expect((await upload(json)).body).toEqual({ success: true, validation_errors: [] });
  expect((await graph('POST', `${id}/publish`)).body).toEqual({ success: true });
  expect((await upload(json)).body.error?.code).toBe(139001);
  expect((await graph('DELETE', id)).body.error?.code).toBe(139004);
  expect((await graph('GET', `${id}?fields=status,json_version`)).body).toEqual({
    id,
    status: 'PUBLISHED',
    json_version: '7.2',
  });
  expect((await graph('GET', `${id}/assets`)).body.data).toHaveLength(1);
  expect((await graph('POST', `${id}/deprecate`)).body).toEqual({ success: true });
  await emulator.waitForIdle();
  expect(emulator.journal.webhooks.map(({ value }) => value['new_status'])).toEqual([
    'PUBLISHED',
    'DEPRECATED',
  ]);
  expect(events).toHaveLength(2);
});

test('behavior: subscribed apps, the account and its analytics', async () => {
  const { emulator, graph } = await emulatorWithReceiver();
  expect((await graph('GET', '{waba}/subscribed_apps')).body.data).toHaveLength(1);
  await graph('DELETE', '{waba}/subscribed_apps');
  expect((await graph('GET', '{waba}/subscribed_apps')).body.data).toEqual([]);
  await graph('POST', '{waba}/subscribed_apps', {
    override_callback_uri: 'https://shop.example/hook',
    verify_token: 'x',
  });
  expect((await graph('GET', '{waba}/subscribed_apps')).body.data?.[0]).toMatchObject({
    override_callback_uri: 'https://shop.example/hook',
  });
  for (const to of [ana, '+4915112345678', '+4915112345679'])
    await graph('POST', '{phone}/messages', template(to));
  await emulator.waitForIdle();
  const start = Date.UTC(2026, 10, 1) / 1000;
  const ask = async (question: string) =>
    (await graph('GET', `{waba}?fields=${encodeURIComponent(question)}`)).body;
  const range = `start(${start}).end(${start + 7 * 86_400})`;
  expect(await ask(`analytics.${range}.granularity(DAY)`)).toMatchObject({
    analytics: { data_points: [{ start: start + 86_400, end: start + 2 * 86_400, sent: 3, delivered: 3 }] },
  });
  const pricing = await ask(
    `pricing_analytics.${range}.granularity(DAILY).dimensions(["COUNTRY","PRICING_TYPE"])`,
  );
  expect(pricing['pricing_analytics']).toMatchObject({
    data: [
      {
        data_points: [
          { country: 'BR', pricing_type: 'REGULAR', volume: 1, cost: 0.0068 },
          { country: 'DE', pricing_type: 'REGULAR', volume: 2, cost: 0.11 },
        ],
      },
    ],
  });
});

test('behavior: a group is made, joined, written to, and billed for each participant', async () => {
  const { emulator, events, graph } = await emulatorWithReceiver();
  const made = await graph('POST', '{phone}/groups', {
    messaging_product: 'whatsapp',
    subject: 'Neighbours',
  });
  expect(made.body).toHaveProperty('request_id');
  await emulator.waitForIdle();
  const [created] = emulator.journal.webhooks.at(-1)?.value['groups'] as readonly {
    readonly group_id: string;
  }[];
  const group = created?.group_id ?? '';
  expect((await graph('GET', '{phone}/groups')).body).toMatchObject({
    data: { groups: [{ id: group, subject: 'Neighbours' }] },
  });
  const to = { recipient_type: 'group', to: group };
  expect((await graph('POST', '{phone}/messages', { ...template(ana), ...to })).body.error?.code).toBe(
    131020,
  );
  const link = String((await graph('GET', `${group}/invite_link`)).body['invite_link']);
  const phones = [emulator.phone(ana), emulator.phone('+4915112345678')];
  for (const phone of phones) expect(await phone.joinGroup(link)).toBe('joined');
  await phones[0]?.say('Hello all', { groupId: group });
  expect((await graph('POST', '{phone}/messages', { ...text(group, 'Welcome'), ...to })).status).toBe(200);
  await graph('POST', '{phone}/messages', { ...template(ana), ...to });
  await emulator.waitForIdle();
  expect(emulator.bill().lines.map(({ market, category }) => `${market} ${category}`)).toEqual([
    'Brazil service',
    'Germany service',
    'Brazil utility',
    'Germany utility',
  ]);
  expect(events.filter((event) => event.kind === 'status' && event.status === 'delivered')).toHaveLength(4);
  expect((await graph('DELETE', `${group}/participants`, { participants: [{ user: ana }] })).status).toBe(
    200,
  );
  expect(
    (await graph('GET', `${group}?fields=total_participant_count`)).body['total_participant_count'],
  ).toBe(1);
});

test('behavior: what is not emulated answers in Meta’s shape and says so', async () => {
  const { graph } = await emulatorWithReceiver();
  const { status, body } = await graph('GET', '{waba}/schedules');
  expect(status).toBe(501);
  expect(body.error).toMatchObject({
    code: 100,
    type: 'OAuthException',
    error_data: { details: expect.stringContaining('Not emulated: GET /{WABA-ID}/schedules') as string },
  });
  expect((await graph('GET', '{waba}/nonsense')).body.error).toMatchObject({ code: 2500 });
});
