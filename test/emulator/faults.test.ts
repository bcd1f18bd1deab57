import { expect, test } from 'vitest';
import { magicRecipients } from 'wabakit/emulator';
import { brief, emulatorWithReceiver, getGraph, template, text } from './helpers.ts';

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
  expect(() => emulator.injectFault({ code: 1, probability: 50 })).toThrow('it runs from 0 to 1');
  expect(() => {
    emulator.webhook.batch(0);
  }).toThrow('1 to 1,000');
  expect(getGraph(emulator)).toBeTypeOf('function');
});
