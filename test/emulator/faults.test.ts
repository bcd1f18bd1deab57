import { expect, test } from 'vitest';
import { magicRecipients, type FaultRule } from 'wabakit/emulator';
import { brief, emulatorWithReceiver, template, text } from './helpers.ts';

const ana = '+5511987654321';

test('default: a rule strikes as often as it says, then is over', async () => {
  const { emulator, graph } = await emulatorWithReceiver();
  emulator.injectFault({ code: 131000, times: 2 });
  const codes = [];
  for (let turn = 0; turn < 3; turn++)
    codes.push((await graph('POST', '{phone}/messages', template(ana))).body.error?.code);
  expect(codes).toEqual([131000, 131000, undefined]);
});

test('behavior: a rule can be taken back, and fits by number, type, template, path and function', async () => {
  const { emulator, graph } = await emulatorWithReceiver();
  await emulator.phone(ana).say('Hi');
  const sent = async (payload: object) => (await graph('POST', '{phone}/messages', payload)).body.error?.code;
  const stop = emulator.injectFault({ code: 131016, match: { to: ana, type: 'text' } });
  expect([await sent(text(ana, 'Hi')), await sent(template(ana))]).toEqual([131016, undefined]);
  stop();
  expect(await sent(text(ana, 'Hi'))).toBeUndefined();
  emulator.injectFault({ code: 2, match: { template: 'order_update' } });
  expect(await sent(template(ana))).toBe(2);
  emulator.injectFault({ code: 4, match: { method: 'GET', path: 'phone_numbers' } });
  expect((await graph('GET', '{waba}/phone_numbers')).body.error?.code).toBe(4);
  emulator.injectFault({ code: 80007, match: ({ path }) => path.endsWith('/flows') });
  expect((await graph('GET', '{waba}/flows')).body.error?.code).toBe(80007);
});

test('behavior: a code can be forced into the status or into the reply', async () => {
  const { emulator, events, graph } = await emulatorWithReceiver();
  emulator.injectFault({ code: 131047, as: 'status', times: 1 });
  expect((await graph('POST', '{phone}/messages', template(ana))).status).toBe(200);
  await emulator.waitForIdle();
  expect(events[0]).toMatchObject({ status: 'failed', raw: { errors: [{ code: 131047 }] } });
  emulator.injectFault({ code: 131026, as: 'reply', details: 'Nobody there', times: 1 });
  expect((await graph('POST', '{phone}/messages', template(ana))).body.error?.error_data?.details).toBe(
    'Nobody there',
  );
});

test('behavior: a broken gateway answers in HTML, and a cut after the send leaves the message sent', async () => {
  const { emulator, graph } = await emulatorWithReceiver();
  emulator.injectFault({ status: 502, times: 1 });
  await expect(graph('POST', '{phone}/messages', template(ana))).rejects.toThrow(SyntaxError);
  expect(emulator.counts.accepted).toBe(0);
  emulator.injectFault({ drop: 'after', times: 1 });
  await expect(graph('POST', '{phone}/messages', template(ana))).rejects.toThrow('fetch failed');
  expect(emulator.counts.accepted).toBe(1);
});

test.each(magicRecipients.filter(({ status, drop }) => status !== undefined || drop !== undefined))(
  'behavior: $number: $story',
  async ({ number, drop }) => {
    const { emulator, graph } = await emulatorWithReceiver();
    await expect(graph('POST', '{phone}/messages', template(number))).rejects.toThrow();
    expect(emulator.counts.accepted).toBe(drop === 'after' ? 1 : 0);
  },
);

test('behavior: a slow answer holds up neither the clock nor the others', async () => {
  const { emulator, graph } = await emulatorWithReceiver();
  emulator.injectFault({ delay: 300, times: 1 });
  const slow = graph('POST', '{phone}/messages', template(ana));
  expect((await graph('POST', '{phone}/messages', template(ana))).status).toBe(200);
  await emulator.waitForIdle();
  expect(emulator.counts.accepted).toBe(1);
  expect((await slow).status).toBe(200);
});

test('behavior: the answer comes late after the call was carried out, and a status overtakes it', async () => {
  const { emulator, events, graph } = await emulatorWithReceiver();
  emulator.injectFault({ delayAfter: 300, times: 1 });
  const order: string[] = [];
  const slow = graph('POST', '{phone}/messages', template(ana)).then(({ status }) => {
    order.push(`answer ${status}`);
  });
  await emulator.waitFor(({ kind }) => kind === 'webhook');
  await emulator.waitForIdle();
  order.push(...brief(events));
  await slow;
  expect(order).toEqual(['sent', 'delivered', 'answer 200']);
  expect(emulator.counts.accepted).toBe(1);
});

test.each<[string, FaultRule, number | undefined]>([
  ['a refusal of the API', { delayAfter: 120 }, 132001],
  ['a refusal by the rule', { delayAfter: 120, code: 131000 }, 131000],
])('behavior: %s comes late as well', async (_name, rule, code) => {
  const { emulator, graph } = await emulatorWithReceiver();
  emulator.injectFault(rule);
  const startedAt = performance.now();
  expect((await graph('POST', '{phone}/messages', template(ana, [], 'nothing'))).body.error?.code).toBe(code);
  expect(performance.now() - startedAt).toBeGreaterThan(110);
});

test('behavior: a cut comes late, after the message was taken', async () => {
  const { emulator, graph } = await emulatorWithReceiver();
  emulator.injectFault({ delayAfter: 50, drop: 'after', times: 1 });
  await expect(graph('POST', '{phone}/messages', template(ana))).rejects.toThrow('fetch failed');
  expect(emulator.counts.accepted).toBe(1);
});

test('behavior: a reply carries the subcode and the texts for people', async () => {
  const { emulator, graph } = await emulatorWithReceiver();
  const error = async (rule: FaultRule) => {
    const stop = emulator.injectFault({ ...rule, match: { method: 'GET' } });
    const { body } = await graph('GET', '{phone}');
    stop();
    const { fbtrace_id, type, ...rest } = body.error ?? {};
    expect([typeof fbtrace_id, type]).toEqual(['string', 'OAuthException']);
    return rest;
  };
  expect(await error({ code: 190, subcode: 460, userTitle: 'Log in', userMessage: 'Log in again' })).toEqual({
    message: '(#190) Access token expired or invalid',
    code: 190,
    error_subcode: 460,
    error_user_title: 'Log in',
    error_user_msg: 'Log in again',
  });
  expect(await error({ code: 190, subcode: 467 })).toEqual({
    message: '(#190) Access token expired or invalid',
    code: 190,
    error_subcode: 467,
  });
  expect(await error({ code: 100, subcode: 2388299 })).toEqual({
    message: '(#100) Invalid parameter',
    code: 100,
    error_subcode: 2388299,
    error_user_title: 'Leading or trailing parameters not allowed',
  });
  expect(await error({ code: 133008 })).toMatchObject({
    error_data: { details: 'The PIN was guessed too often. Try again in 10 minutes.' },
  });
  expect(await error({ code: 133008, details: 'Wait 3 hours' })).toMatchObject({
    error_data: { details: 'Wait 3 hours' },
  });
});

test('behavior: a failed status carries the details of the rule', async () => {
  const { emulator, events, graph } = await emulatorWithReceiver();
  emulator.injectFault({ code: 131049, details: 'Wait until Monday', times: 1 });
  await graph('POST', '{phone}/messages', template(ana));
  await emulator.waitForIdle();
  expect(events[0]).toMatchObject({
    status: 'failed',
    raw: { errors: [{ code: 131049, error_data: { details: 'Wait until Monday' } }] },
  });
});

test('behavior: webhooks come twice, late, out of order, or only at the second try', async () => {
  const { emulator, events, graph } = await emulatorWithReceiver();
  const send = async () => {
    events.length = 0;
    await graph('POST', '{phone}/messages', template(ana));
    await emulator.waitForIdle();
    return brief(events);
  };
  let stop = emulator.injectFault({ on: 'webhook', copies: 2, match: { path: 'statuses' } });
  expect(await send()).toEqual(['sent', 'sent', 'delivered', 'delivered']);
  stop();
  stop = emulator.injectFault({ on: 'webhook', delay: 60_000, times: 1 });
  expect(await send()).toEqual(['delivered']);
  await emulator.clock.advance('1m');
  expect(brief(events)).toEqual(['delivered', 'sent']);
  stop = emulator.injectFault({ on: 'webhook', reorder: true, times: 1 });
  expect(await send()).toEqual(['delivered']);
  await emulator.clock.advance('3s');
  expect(brief(events)).toEqual(['delivered', 'sent']);
  stop = emulator.injectFault({ on: 'webhook', drop: 'before', times: 1 });
  expect(await send()).toEqual(['delivered']);
  await emulator.clock.advance('5s');
  expect(brief(events)).toEqual(['delivered', 'sent']);
  stop();
});

test('behavior: changes of one instant may share a POST', async () => {
  const { emulator, events, graph } = await emulatorWithReceiver();
  emulator.webhook.batch(10);
  for (let turn = 0; turn < 3; turn++) await graph('POST', '{phone}/messages', template(ana));
  await emulator.waitForIdle();
  expect(brief(events).toSorted()).toEqual(['delivered', 'delivered', 'delivered', 'sent', 'sent', 'sent']);
  expect(emulator.journal.webhooks.map(({ body }) => body.split('"statuses"').length - 1)).toEqual([3, 3]);
});

test('behavior: a share of calls fails, the same share for the same seed', async () => {
  const failures = async () => {
    const { emulator, graph } = await emulatorWithReceiver({ seed: 3 });
    emulator.injectFault({ code: 131016, probability: 0.5 });
    const codes = [];
    for (let turn = 0; turn < 20; turn++)
      codes.push((await graph('POST', '{phone}/messages', template(ana))).body.error?.code);
    return codes;
  };
  const first = await failures();
  expect(first.filter((code) => code !== undefined).length).toBeGreaterThan(4);
  expect(first).toContain(undefined);
  expect(await failures()).toEqual(first);
});

test('behavior: a webhook of the journal is sent again, byte for byte', async () => {
  const { emulator, events } = await emulatorWithReceiver();
  await emulator.phone(ana).say('Hi');
  const [entry] = emulator.journal.webhooks;
  await emulator.webhook.redeliver(entry?.number ?? 0);
  expect(events).toHaveLength(2);
  expect(events[1]).toEqual(events[0]);
  expect(entry?.attempts).toHaveLength(2);
  await expect(emulator.webhook.redeliver(99)).rejects.toThrow('no webhook with the number 99');
});

test('error: rules that cannot work', async () => {
  const { emulator } = await emulatorWithReceiver();
  expect(() => emulator.injectFault({})).toThrow('has no effect; give at least one of');
  expect(() => emulator.injectFault({ on: 'webhook', code: 131000 })).toThrow(
    'has no effect; give at least one of',
  );
  expect(() => emulator.injectFault({ status: 200 })).toThrow('from 400 to 599');
  for (const text of [{ subcode: 463 }, { details: 'x' }, { userTitle: 'x' }, { userMessage: 'x' }])
    expect(() => emulator.injectFault({ delay: 1, ...text })).toThrow(
      `${Object.keys(text)[0]} is given without a code; give the code that it explains`,
    );
  expect(() => emulator.injectFault({ code: 131026, subcode: 1 })).toThrow(
    "subcode is not part of a failed status, in which this code arrives; use details, or as: 'reply'",
  );
  expect(() => emulator.injectFault({ code: 190, as: 'status', userMessage: 'x' })).toThrow(
    'userMessage is not part of a failed status',
  );
  expect(() => emulator.injectFault({ delay: -1 })).toThrow('delay is -1; it must be 0 or more milliseconds');
  expect(() => emulator.injectFault({ delayAfter: Number.NaN })).toThrow('delayAfter is NaN');
  expect(() => emulator.injectFault({ on: 'webhook', delayAfter: 1 })).toThrow('has no effect');
  expect(() => emulator.injectFault({ code: 1, probability: 50 })).toThrow('it runs from 0 to 1');
  expect(() => {
    emulator.webhook.batch(0);
  }).toThrow('1 to 1,000');
});
