import { describe, expect, test } from 'vitest';
import { addMoney, formatMoney } from 'wabakit/pricing';
import { magicRecipients } from 'wabakit/emulator';
import { brief, buttons, emulatorWithReceiver, template, text } from './helpers.ts';

const ana = '+5511987654321';

describe('statuses', () => {
  test('default: sent, delivered, read, signed and verified, with the pricing object', async () => {
    const { emulator, events, graph } = await emulatorWithReceiver();
    const phone = emulator.phone(ana);
    await graph('POST', '{phone}/messages', { ...template(ana), biz_opaque_callback_data: 'order 17' });
    await emulator.waitForIdle();
    await phone.read();
    expect(brief(events)).toEqual(['sent', 'delivered', 'read']);
    expect(events[1]).toMatchObject({
      waId: '5511987654321',
      pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'utility' },
      raw: { biz_opaque_callback_data: 'order 17' },
    });
    expect(events[2]).not.toHaveProperty('raw.pricing');
  });

  test('behavior: the bill is the calculator’s answer to the last ten-thousandth', async () => {
    const { emulator, graph } = await emulatorWithReceiver();
    for (const to of [ana, '+4915112345678', '+919812345678'])
      await graph('POST', '{phone}/messages', template(to));
    await graph('POST', '{phone}/messages', template('+5215512345678', [], 'sale'));
    await emulator.waitForIdle();
    const { total, lines, unpriced } = emulator.bill();
    expect(unpriced).toBe(0);
    expect(
      lines.map(({ market, category, count, amount }) => [market, category, count, formatMoney(amount)]),
    ).toEqual([
      ['Brazil', 'utility', 1, '$0.0068'],
      ['Germany', 'utility', 1, '$0.055'],
      ['India', 'utility', 1, '$0.0014'],
      ['Mexico', 'marketing', 1, '$0.0397'],
    ]);
    expect(lines.map(({ amount }) => amount).reduce((sum, amount) => addMoney(sum, amount))).toEqual(total);
  });

  test('behavior: an answer to an ad opens the free entry point window, and is free itself', async () => {
    const { emulator, events, graph } = await emulatorWithReceiver();
    const phone = emulator.phone(ana);
    await phone.startFromAd();
    await graph('POST', '{phone}/messages', text(ana, 'Hi there'));
    await emulator.waitForIdle();
    const delivered = events.at(-1);
    expect(delivered).toMatchObject({
      status: 'delivered',
      pricing: { billable: false, type: 'free_entry_point', category: 'service' },
      raw: { conversation: { origin: { type: 'referral_conversion' } } },
    });
    await emulator.clock.advance('30h');
    expect(phone.window.open).toBe('free_entry_point');
    await graph('POST', '{phone}/messages', template(ana, [], 'sale'));
    await emulator.waitForIdle();
    expect(events.at(-1)).toMatchObject({ pricing: { type: 'free_entry_point', category: 'marketing' } });
    await emulator.clock.advance('72h');
    expect(phone.window.open).toBe('closed');
  });

  test('behavior: who blocked or stopped promotions gets nothing', async () => {
    const { emulator, events, graph } = await emulatorWithReceiver();
    const phone = emulator.phone(ana);
    await phone.stopPromotions();
    await graph('POST', '{phone}/messages', template(ana, [], 'sale'));
    await emulator.waitForIdle();
    await phone.block();
    await graph('POST', '{phone}/messages', template(ana));
    await emulator.waitForIdle();
    expect(events.flatMap((event) => (event.kind === 'status' ? [event.raw.errors?.[0]?.code] : []))).toEqual(
      [131050, 131026],
    );
    expect(phone.inbox).toEqual([]);
  });

  test.each(magicRecipients.filter(({ code }) => code !== undefined))(
    'behavior: $number fails with $code: $story',
    async ({ number, code }) => {
      const { emulator, events, graph } = await emulatorWithReceiver();
      const { body } = await graph('POST', '{phone}/messages', template(number));
      await emulator.waitForIdle();
      const failed = events.flatMap((event) => (event.kind === 'status' ? (event.raw.errors ?? []) : []));
      expect([body.error?.code, ...failed.map((error) => error.code)]).toContain(code);
      expect(emulator.counts.delivered).toBe(0);
    },
  );
});

describe('refusals', () => {
  const cases: [string, object, number, number, string][] = [
    ['a text that is too long', text(ana, 'x'.repeat(4097)), 400, 100, 'text.body is 4,097 characters long'],
    [
      'a missing text',
      { messaging_product: 'whatsapp', to: ana, type: 'text' },
      400,
      131008,
      'text is missing',
    ],
    [
      'a missing recipient',
      { messaging_product: 'whatsapp', type: 'text', text: { body: 'Hi' } },
      400,
      131008,
      'to is missing',
    ],
    ['an unknown field', { ...text(ana, 'Hi'), colour: 'red' }, 400, 100, 'colour is not a field'],
    ['an unknown type', { messaging_product: 'whatsapp', to: ana, type: 'song', song: {} }, 400, 100, 'type'],
    ['a recipient that is no number', text('somebody', 'Hi'), 400, 131009, 'to'],
    ['the sender itself', text('+15550783881', 'Hi'), 400, 131021, 'sender'],
    ['an unknown template', template(ana, [], 'nothing'), 404, 132001, 'does not exist in en'],
    ['too few parameters', template(ana, ['Ana']), 400, 132000, 'number of localizable_params (1)'],
    ['a line break in a parameter', template(ana, ['Ana\n', 'A-17']), 400, 132018, 'new-line'],
    [
      'a reaction to nothing',
      {
        messaging_product: 'whatsapp',
        to: ana,
        type: 'reaction',
        reaction: { message_id: 'wamid.x', emoji: '👍' },
      },
      400,
      131009,
      'reaction',
    ],
    [
      'media that is not there',
      { messaging_product: 'whatsapp', to: ana, type: 'image', image: { id: '1' } },
      400,
      131053,
      'does not exist',
    ],
  ];
  test.each(cases)('error: %s', async (_name, payload, status, code, details) => {
    const { emulator, graph } = await emulatorWithReceiver();
    await emulator.phone(ana).say('Hi');
    const answer = await graph('POST', '{phone}/messages', payload);
    expect(answer.body.error?.error_data?.details).toContain(details);
    expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
    expect(emulator.counts.accepted).toBe(0);
  });

  test('behavior: the types of components are taken in capitals, and shown with their values', async () => {
    const { graph, emulator } = await emulatorWithReceiver();
    const payload = template(ana);
    const components = (payload.template.components ?? []).map((part) => ({
      ...part,
      type: String(part.type).toUpperCase(),
    }));
    const { status } = await graph('POST', '{phone}/messages', {
      ...payload,
      template: { ...payload.template, components },
    });
    expect(status).toBe(200);
    await emulator.waitForIdle();
    expect(emulator.phone(ana).lastMessage?.text).toBe('Hi Ana, order A-17 is on its way.');
  });

  test('error: a picture where the template has a text', async () => {
    const { graph } = await emulatorWithReceiver();
    const payload = template(ana);
    const [body] = payload.template.components ?? [];
    const picture = { type: 'image', image: { link: 'https://shop.example/a.jpg' } };
    const answer = await graph('POST', '{phone}/messages', {
      ...payload,
      template: { ...payload.template, components: [{ ...body, parameters: [picture, picture] }] },
    });
    expect(answer.body.error).toMatchObject({
      code: 132012,
      error_data: { details: 'body: Format mismatch, expected TEXT, received IMAGE' },
    });
  });

  test('error: a version that never was, a path that is not there, an id that nobody has', async () => {
    const { emulator, graph } = await emulatorWithReceiver();
    const call = async (path: string) => {
      const response = await emulator.fetch(`https://graph.facebook.com${path}`, {
        headers: { authorization: `Bearer ${emulator.accessToken}` },
      });
      return ((await response.json()) as { error: { code: number; error_subcode?: number } }).error;
    };
    for (const version of ['v26.1', 'v26', 'v2.12'])
      expect(await call(`/${version}/${emulator.phoneNumberId}`), version).toMatchObject({ code: 2500 });
    expect(await call(`/23.0/${emulator.phoneNumberId}`)).toMatchObject({ code: 2500 });
    expect((await graph('GET', '{phone}/nonsense')).body.error).toMatchObject({ code: 2500 });
    expect(await call('/v26.0/999')).toMatchObject({ code: 100, error_subcode: 33 });
  });

  test('error: an expired token', async () => {
    const { emulator, graph } = await emulatorWithReceiver();
    emulator.expireToken();
    const { status, body } = await graph('POST', '{phone}/messages', template(ana));
    expect([status, body.error?.code, body.error?.error_subcode]).toEqual([401, 190, 463]);
  });
});

describe('limits', () => {
  const sendTimes = async (times: number, limits: object, to: (index: number) => string) => {
    const { emulator, graph } = await emulatorWithReceiver({ limits });
    const codes: (number | undefined)[] = [];
    for (let index = 0; index < times; index++)
      codes.push((await graph('POST', '{phone}/messages', template(to(index)))).body.error?.code);
    return { emulator, graph, codes };
  };

  test('behavior: 80 messages in any second, and again in the next', async () => {
    const { emulator, graph, codes } = await sendTimes(
      81,
      { messagesPerSecond: 80, pairRate: false },
      (index) => `+55119876${10_000 + index}`,
    );
    expect(codes.indexOf(130429)).toBe(80);
    await emulator.clock.advance('1s');
    expect((await graph('POST', '{phone}/messages', template(ana))).status).toBe(200);
  });

  test('behavior: a second begins at any moment: the end of one and the start of the next count together', async () => {
    const { emulator, graph } = await emulatorWithReceiver({ limits: { messagesPerSecond: 2 } });
    const send = async () => (await graph('POST', '{phone}/messages', template(ana))).body.error?.code;
    await emulator.clock.advance('990ms');
    expect([await send(), await send(), await send()]).toEqual([undefined, undefined, 130429]);
    await emulator.clock.advance('20ms');
    expect(await send()).toBe(130429);
    await emulator.clock.advance('979ms');
    expect(await send()).toBe(130429);
    await emulator.clock.advance('1ms');
    expect([await send(), await send(), await send()]).toEqual([undefined, undefined, 130429]);
  });

  test('behavior: messages that arrive count, and are never refused', async () => {
    const { emulator, graph } = await emulatorWithReceiver({ limits: { messagesPerSecond: 3 } });
    const send = async () => (await graph('POST', '{phone}/messages', template(ana))).body.error?.code;
    const phone = emulator.phone(ana);
    await phone.say('one');
    await phone.say('two');
    expect([await send(), await send()]).toEqual([undefined, 130429]);
    await phone.say('three');
    expect(emulator.counts).toMatchObject({ received: 3, accepted: 1 });
    await emulator.clock.advance('1s');
    expect(await send()).toBeUndefined();
  });

  test('behavior: a refused message counts against no other limit', async () => {
    const { emulator, graph } = await emulatorWithReceiver({
      limits: { messagesPerSecond: 1, pairRate: true, messagingLimit: 2 },
    });
    const send = async (to: string) =>
      (await graph('POST', '{phone}/messages', template(to))).body.error?.code;
    expect(await send(ana)).toBeUndefined();
    for (let index = 0; index < 50; index++) expect(await send('+5511987654320')).toBe(130429);
    await emulator.clock.advance('1s');
    expect(await send('+5511987654320')).toBeUndefined();
    await emulator.clock.advance('1s');
    expect(await send('+5511987654322')).toBe(131048);
    // The users that were reached count no second time; the pair has lent 2 of 45.
    expect(await send('+5511987654320')).toBeUndefined();
  });

  test('behavior: the pair rate is for users: a group has none', async () => {
    const { emulator, graph } = await emulatorWithReceiver({ limits: { pairRate: true } });
    await graph('POST', '{phone}/groups', { messaging_product: 'whatsapp', subject: 'Club' });
    await emulator.waitForIdle();
    const [created] = emulator.journal.webhooks.at(-1)?.value['groups'] as readonly { group_id: string }[];
    const group = created?.group_id ?? '';
    const link = String((await graph('GET', `${group}/invite_link`)).body['invite_link']);
    await emulator.phone(ana).joinGroup(link);
    await emulator.phone(ana).say('Hi', { groupId: group });
    const send = async () =>
      (await graph('POST', '{phone}/messages', { ...text(group, 'Hi'), recipient_type: 'group' })).status;
    const statuses = await Promise.all(Array.from({ length: 50 }, send));
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  test('behavior: a burst of 45 to one user, then one per 6 s', async () => {
    const { emulator, graph, codes } = await sendTimes(46, { pairRate: true }, () => ana);
    expect(codes.indexOf(131056)).toBe(45);
    await emulator.clock.advance('6s');
    expect((await graph('POST', '{phone}/messages', template(ana))).status).toBe(200);
    expect((await graph('POST', '{phone}/messages', template(ana))).body.error?.code).toBe(131056);
  });

  test('behavior: the messaging limit counts users outside the window', async () => {
    const { emulator, graph, codes } = await sendTimes(
      3,
      { messagingLimit: 2, pairRate: false },
      (index) => `+551198765432${index}`,
    );
    expect(codes).toEqual([undefined, undefined, 131048]);
    await emulator.phone('+5511987654329').say('Hi');
    expect((await graph('POST', '{phone}/messages', buttons('+5511987654329'))).status).toBe(200);
    await emulator.clock.advance('24h');
    expect((await graph('POST', '{phone}/messages', template('+5511987654322'))).status).toBe(200);
  });
});

test('error: numbers that no country has are refused, and bring nothing down', async () => {
  const { emulator, graph } = await emulatorWithReceiver();
  for (const to of ['+0123456789', '123', '+55 (11) x', '+1234567890123456'])
    expect((await graph('POST', '{phone}/messages', template(to))).body.error?.code).toBe(131009);
  expect((await graph('POST', '{phone}/messages', template('+999123456'))).status).toBe(200);
  await emulator.waitForIdle();
  expect(emulator.bill().lines).toHaveLength(1);
});
