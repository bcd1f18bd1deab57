import { describe, expect, test } from 'vitest';
import { emulatorWithReceiver, template } from './helpers.ts';

const ana = '+5511987654321';

const shipped = (changes: object = {}) => ({
  name: 'shipped',
  language: 'en',
  category: 'UTILITY',
  components: [{ type: 'BODY', text: 'Order {{1}} has left us.', example: { body_text: [['A-17']] } }],
  ...changes,
});

const body = (text: string, example: readonly string[] = []) => [
  { type: 'BODY', text, ...(example.length === 0 ? {} : { example: { body_text: [example] } }) },
];

const templateEvents = (emulator: Awaited<ReturnType<typeof emulatorWithReceiver>>['emulator']) =>
  emulator.journal.webhooks
    .filter(({ field }) => field !== 'messages')
    .map(({ field, value }) => [
      field,
      value['event'] ?? value['new_quality_score'] ?? value['new_category'],
    ]);

describe('creation', () => {
  test('default: pending, then approved by review, then ready to be sent', async () => {
    const { emulator, graph } = await emulatorWithReceiver({ delays: { review: '1m' } });
    const created = await graph('POST', '{waba}/message_templates', shipped());
    expect(created.body).toMatchObject({ status: 'PENDING', category: 'UTILITY' });
    const send = () => graph('POST', '{phone}/messages', template(ana, ['A-17'], 'shipped'));
    expect((await send()).body.error?.code).toBe(132001);
    await emulator.clock.advance('1m');
    expect((await send()).status).toBe(200);
    expect(templateEvents(emulator)).toEqual([['message_template_status_update', 'APPROVED']]);
  });

  const refused: [string, object, number | undefined][] = [
    ['capital letters in the name', { name: 'Shipped' }, 2388040],
    ['a body that is too long', { components: body('x'.repeat(1025)) }, 2388040],
    ['a placeholder at the end', { components: body('Your order is {{1}}', ['A-17']) }, 2388299],
    ['a placeholder without an example', { components: body('Order {{1}} has left.') }, 2388072],
    [
      'a header with an emoji',
      { components: [{ type: 'HEADER', format: 'TEXT', text: 'Hi 👋' }, ...body('On its way.')] },
      2388047,
    ],
    [
      'a footer with a placeholder',
      { components: [...body('On its way.'), { type: 'FOOTER', text: '{{1}}' }] },
      2388073,
    ],
    [
      'a file header without a sample',
      { components: [{ type: 'HEADER', format: 'IMAGE' }, ...body('On its way.')] },
      2388043,
    ],
    ...['1013859600285441', 'https://shop.example/a.jpg', 'hello'].map((sample): [string, object, number] => [
      `${sample} as the sample of a file header`,
      {
        components: [
          { type: 'HEADER', format: 'IMAGE', example: { header_handle: [sample] } },
          ...body('On its way.'),
        ],
      },
      2388273,
    ]),
    [
      'a media id as the sample of a carousel card',
      {
        category: 'MARKETING',
        components: [
          ...body('Pick one of them.'),
          {
            type: 'CAROUSEL',
            cards: [1, 2].map((card) => ({
              components: [
                { type: 'HEADER', format: 'VIDEO', example: { header_handle: ['1013859600285441'] } },
                { type: 'BODY', text: `Card ${card}` },
                { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'This one' }] },
              ],
            })),
          },
        ],
      },
      2388273,
    ],
    [
      'a placeholder at the end under a file header without a sample',
      { components: [{ type: 'HEADER', format: 'IMAGE' }, ...body('Your order is {{1}}', ['A-17'])] },
      2388043,
    ],
    ['the same name and language', { name: 'order_update', components: body('Something else.') }, 2388024],
    ['no body', { components: [{ type: 'FOOTER', text: 'Bye' }] }, undefined],
  ];
  test.each(refused)('error: %s', async (_name, changes, subcode) => {
    const { emulator, graph } = await emulatorWithReceiver();
    const { status, body: reply } = await graph('POST', '{waba}/message_templates', shipped(changes));
    expect([status, reply.error?.code, reply.error?.error_subcode]).toEqual([400, 100, subcode]);
    expect(emulator.templates.all.map(({ name }) => name)).toEqual(['order_update', 'sale', 'hello_world']);
  });

  const rejected: [string, object][] = [
    [
      'placeholders side by side',
      { components: body('Order {{1}}{{2}} has left us today, as promised.', ['A', 'B']) },
    ],
    [
      'a short link on a button',
      {
        components: [
          ...body('On its way.'),
          { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Track', url: 'https://bit.ly/abc' }] },
        ],
      },
    ],
    [
      'split quick replies',
      {
        components: [
          ...body('On its way.'),
          {
            type: 'BUTTONS',
            buttons: [
              { type: 'QUICK_REPLY', text: 'A' },
              { type: 'URL', text: 'B', url: 'https://shop.example' },
              { type: 'QUICK_REPLY', text: 'C' },
            ],
          },
        ],
      },
    ],
  ];
  test.each(rejected)('behavior: review rejects %s', async (_name, changes) => {
    const { emulator, graph } = await emulatorWithReceiver();
    const created = await graph('POST', '{waba}/message_templates', shipped(changes));
    expect(created.status).toBe(200);
    await emulator.waitForIdle();
    expect(
      (await graph('GET', `${String(created.body['id'])}?fields=status,rejected_reason`)).body,
    ).toMatchObject({
      status: 'REJECTED',
      rejected_reason: 'INVALID_FORMAT',
    });
    expect(emulator.journal.webhooks.at(-1)?.value).toMatchObject({
      event: 'REJECTED',
      reason: 'INVALID_FORMAT',
    });
  });

  test('behavior: promotional wording makes a utility template marketing', async () => {
    const { graph } = await emulatorWithReceiver();
    const promotional = shipped({
      components: body('Your order is here. Use our discount code today: flash sale.'),
    });
    expect((await graph('POST', '{waba}/message_templates', promotional)).body['category']).toBe('MARKETING');
  });

  test('behavior: from the library, and all languages of an authentication template at once', async () => {
    const { emulator, graph } = await emulatorWithReceiver();
    const entry = (await graph('GET', 'message_template_library?search=delivery')).body.data?.[0];
    expect(entry).toMatchObject({ name: 'delivery_today', category: 'UTILITY' });
    const made = {
      name: 'mine',
      language: 'en_US',
      category: 'UTILITY',
      library_template_name: 'delivery_today',
    };
    expect((await graph('POST', '{waba}/message_templates', made)).status).toBe(200);
    const code = {
      name: 'code',
      category: 'AUTHENTICATION',
      components: [{ type: 'BODY' }, { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] }],
    };
    const upserted = await graph('POST', '{waba}/upsert_message_templates', {
      ...code,
      languages: ['en', 'es'],
    });
    expect(upserted.body.data?.map(({ language }) => language)).toEqual(['en', 'es']);
    await emulator.waitForIdle();
    expect(emulator.templates.all.map(({ status }) => status)).toEqual(Array(6).fill('APPROVED'));
  });
});

describe('life', () => {
  const start = async () => {
    const stage = await emulatorWithReceiver();
    const id = stage.emulator.templates.all[0]?.id ?? '';
    const send = async () => (await stage.graph('POST', '{phone}/messages', template(ana))).body.error?.code;
    return { ...stage, id, send, name: { name: 'order_update' } };
  };

  test('behavior: pauses for 3 hours, then 6, then is disabled', async () => {
    const { emulator, send, name } = await start();
    await emulator.templates.pause(name);
    expect(await send()).toBe(132015);
    await emulator.clock.advance('3h');
    expect(await send()).toBeUndefined();
    await emulator.templates.pause(name);
    await emulator.clock.advance('5h');
    expect(await send()).toBe(132015);
    await emulator.clock.advance('1h');
    expect(await send()).toBeUndefined();
    await emulator.templates.pause(name);
    await emulator.clock.advance('30d');
    expect(await send()).toBe(132016);
    expect(templateEvents(emulator).map(([, event]) => event)).toEqual([
      'PAUSED',
      'APPROVED',
      'PAUSED',
      'APPROVED',
      'DISABLED',
    ]);
  });

  test('behavior: quality, category and rejection by hand, each with its webhook', async () => {
    const { emulator, graph, id, name, send } = await start();
    await emulator.templates.setQuality(name, 'YELLOW');
    await emulator.templates.changeCategory(name, 'MARKETING');
    await send();
    await emulator.waitForIdle();
    expect(emulator.bill().lines[0]?.category).toBe('marketing');
    await emulator.templates.reject(name, 'SCAM');
    expect(
      (await graph('GET', `${id}?fields=name,quality_score,previous_category,rejected_reason`)).body,
    ).toEqual({
      id,
      name: 'order_update',
      quality_score: { score: 'YELLOW' },
      previous_category: 'UTILITY',
      rejected_reason: 'SCAM',
    });
    expect(templateEvents(emulator)).toEqual([
      ['message_template_quality_update', 'YELLOW'],
      ['template_category_update', 'MARKETING'],
      ['message_template_status_update', 'REJECTED'],
    ]);
  });

  test('behavior: an approved template is edited once a day, goes through review again', async () => {
    const { emulator, graph, id } = await start();
    const edit = (text: string) => graph('POST', id, { components: body(text) });
    expect((await edit('Everything is on its way.')).body).toMatchObject({ success: true });
    await emulator.waitForIdle();
    expect((await edit('Everything has arrived.')).body.error?.error_data?.details).toContain(
      '1 time in 24 hours',
    );
    await emulator.clock.advance('24h');
    expect((await edit('Everything has arrived.')).status).toBe(200);
    await emulator.waitForIdle();
    expect((await graph('POST', id, { category: 'MARKETING' })).body.error?.error_data?.details).toContain(
      'category of an approved template',
    );
  });

  test('behavior: deleted by name, and the name is blocked for 30 days', async () => {
    const { emulator, graph, id } = await start();
    expect((await graph('DELETE', '{waba}/message_templates?name=order_update')).body).toEqual({
      success: true,
    });
    expect((await graph('GET', id)).body.error?.error_subcode).toBe(33);
    const again = () => graph('POST', '{waba}/message_templates', shipped({ name: 'order_update' }));
    expect((await again()).body.error?.error_subcode).toBe(2388023);
    await emulator.clock.advance('30d');
    expect((await again()).status).toBe(200);
    expect((await graph('DELETE', '{waba}/message_templates?name=nothing')).status).toBe(400);
  });

  test('behavior: archived and taken out again, many at once', async () => {
    const { graph, id, send } = await start();
    const hsm_ids = [id, '1'];
    expect((await graph('POST', '{waba}/message_templates/archive', { hsm_ids })).body).toMatchObject({
      archived_templates: [id],
      failed_templates: { 1: 'The template is unknown' },
    });
    expect(await send()).toBe(132001);
    await graph('POST', '{waba}/message_templates/unarchive', { hsm_ids });
    expect(await send()).toBeUndefined();
  });

  test('behavior: lists by filter and page by page, and refuses a foreign cursor', async () => {
    const { graph } = await start();
    const names = async (query: string) => (await graph('GET', `{waba}/message_templates?${query}`)).body;
    expect((await names('category=MARKETING')).data?.map(({ name }) => name)).toEqual(['sale']);
    const first = await names('limit=1&fields=name');
    const paging = first['paging'] as { cursors: { after: string }; next: string };
    expect(first.data?.[0]).toMatchObject({ name: 'order_update' });
    expect(paging.next).toContain(encodeURIComponent(paging.cursors.after));
    const second = await names(`limit=1&fields=name&after=${encodeURIComponent(paging.cursors.after)}`);
    expect(second.data?.[0]).toMatchObject({ name: 'sale' });
    const last = await names('limit=2&fields=name&after=' + encodeURIComponent(paging.cursors.after));
    expect(last.data?.map(({ name }) => name)).toEqual(['sale', 'hello_world']);
    expect(last['paging']).not.toHaveProperty('next');
    expect((await names('after=nonsense')).error?.code).toBe(131059);
  });
});

test('behavior: every component is held against the template at the send', async () => {
  const { emulator, graph } = await emulatorWithReceiver();
  await emulator.templates.approve({
    name: 'carousel',
    language: 'en',
    category: 'MARKETING',
    components: [
      { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::x'] } },
      { type: 'BODY', text: 'Hi {{first_name}}, look.' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'URL', text: 'Open', url: 'https://shop.example/{{1}}' },
          { type: 'COPY_CODE', example: 'SAVE' },
        ],
      },
    ],
  });
  const image = {
    type: 'header',
    parameters: [{ type: 'image', image: { link: 'https://shop.example/a.jpg' } }],
  };
  const named = (name: string) => ({
    type: 'body',
    parameters: [{ type: 'text', parameter_name: name, text: 'Ana' }],
  });
  const url = { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: 'a' }] };
  const code = {
    type: 'button',
    sub_type: 'copy_code',
    index: 1,
    parameters: [{ type: 'coupon_code', coupon_code: 'SAVE' }],
  };
  const send = async (components: readonly object[]) => {
    const payload = template(ana, [], 'carousel');
    const { body: reply } = await graph('POST', '{phone}/messages', {
      ...payload,
      template: { ...payload.template, components },
    });
    return reply.error?.code ?? reply.messages?.length;
  };
  expect(await send([image, named('first_name'), url, code])).toBe(1);
  expect(await send([named('first_name'), url, code])).toBe(132012);
  expect(
    await send([
      { type: 'header', parameters: [{ type: 'text', text: 'x' }] },
      named('first_name'),
      url,
      code,
    ]),
  ).toBe(132012);
  expect(await send([image, named('nickname'), url, code])).toBe(132018);
  expect(await send([image, named('first_name'), code])).toBe(131008);
  expect(await send([image, named('first_name'), url, code, { ...url, index: '7' }])).toBe(132018);
  const long = {
    type: 'body',
    parameters: [{ type: 'text', parameter_name: 'first_name', text: 'x'.repeat(1100) }],
  };
  expect(await send([image, long, url, code])).toBe(132005);
});

test('args: templates may be written as defineTemplate takes them', async () => {
  const { emulator, graph } = await emulatorWithReceiver({
    templates: [
      {
        name: 'hello',
        language: 'en',
        category: 'utility',
        body: { text: 'Hello {{name}}, welcome.', example: { name: 'Ana' } },
      },
    ],
  });
  const payload = template(ana, [], 'hello');
  const components = [{ type: 'body', parameters: [{ type: 'text', parameter_name: 'name', text: 'Bo' }] }];
  const { status } = await graph('POST', '{phone}/messages', {
    ...payload,
    template: { ...payload.template, components },
  });
  await emulator.waitForIdle();
  expect([status, emulator.messages.at(-1)?.text]).toEqual([200, 'Hello Bo, welcome.']);
});

test('error: a template that is not there is named with those that are', async () => {
  const { emulator } = await emulatorWithReceiver();
  await expect(emulator.templates.pause({ name: 'nothing' })).rejects.toThrow(
    'Templates: order_update (en), sale (en), hello_world (en_US).',
  );
});
