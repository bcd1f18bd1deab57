import { request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { createEmulator, type Emulator } from 'wabakit/emulator';
import type { PhoneAction, PhoneEvent, PhoneState } from '../../src/emulator/page/protocol/protocol.ts';
import { buttons, getGraph, orderUpdate, template } from './helpers.ts';

const ana = '5511987654321';
const open: Emulator[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((emulator) => emulator.close()));
});

async function serve() {
  const emulator = await createEmulator({ templates: [orderUpdate], templateReview: 'manual' });
  open.push(emulator);
  const { url, port } = await emulator.listen();
  const state = async () => (await (await fetch(`${url}/_wabakit/state`)).json()) as PhoneState;
  const act = async (action: PhoneAction) => {
    const response = await fetch(`${url}/_wabakit/actions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(action),
    });
    return { status: response.status, body: (await response.json()) as unknown };
  };
  const chat = async () => (await state()).users.find(({ waId }) => waId === ana);
  return { emulator, graph: getGraph(emulator, fetch, url), url, port, state, act, chat };
}

test('default: the state holds the business, the users, the bill and the journal', async () => {
  const { emulator, graph, state, url } = await serve();
  await graph('POST', '{phone}/messages', template(ana));
  await emulator.waitForIdle();
  const shown = await state();
  expect(shown.business).toMatchObject({
    baseUrl: url,
    accessToken: emulator.accessToken,
    displayPhoneNumber: '+1 555-078-3881',
  });
  expect(shown.users[0]?.bubbles[0]).toMatchObject({
    state: 'delivered',
    template: {
      body: 'Hi Ana, order A-17 is on its way.',
      buttons: [{ type: 'quick_reply', text: 'Thanks' }],
    },
    price: { category: 'utility', amount: { currency: 'USD', scaledAmount: 68, scale: 4 } },
  });
  expect(shown.bill).toMatchObject({
    total: { scaledAmount: 68 },
    lines: [{ market: 'Brazil', count: 1 }],
  });
  expect(shown.journal.map(({ kind }) => kind)).toEqual(['request', 'webhook', 'webhook']);
});

test('behavior: what the page does reaches the chat', async () => {
  const { emulator, graph, act, chat } = await serve();
  const done = { status: 200, body: { ok: true } };
  expect(await act({ kind: 'addUser', waId: ana, name: 'Ana' })).toEqual(done);
  expect(await act({ kind: 'say', waId: ana, text: 'Hi' })).toEqual(done);
  await graph('POST', '{phone}/messages', buttons(ana));
  await emulator.waitForIdle();
  const wamid = (await chat())?.bubbles.at(-1)?.wamid ?? '';
  expect(await act({ kind: 'read', waId: ana })).toEqual(done);
  expect(await act({ kind: 'tap', waId: ana, wamid, id: 'yes' })).toEqual(done);
  expect(await act({ kind: 'react', waId: ana, wamid, emoji: '👍' })).toEqual(done);
  expect(
    await act({ kind: 'sendMedia', waId: ana, type: 'image', mimeType: 'image/png', data: btoa('png') }),
  ).toEqual(done);
  expect(
    await act({ kind: 'shareLocation', waId: ana, location: { latitude: -23.5, longitude: -46.6 } }),
  ).toEqual(done);
  expect(await act({ kind: 'shareContact', waId: ana, name: 'Bo', phone: '+491511234567' })).toEqual(done);
  expect((await chat())?.bubbles.map(({ content }) => content.type)).toEqual([
    'text',
    'interactive',
    'interactive',
    'image',
    'location',
    'contacts',
  ]);
  expect((await chat())?.bubbles[1]).toMatchObject({
    state: 'read',
    reactions: [{ from: 'user', emoji: '👍' }],
  });
});

test('behavior: clock, templates, faults and the webhook are at the page’s command', async () => {
  const { emulator, graph, act, state } = await serve();
  const created = await graph('POST', '{waba}/message_templates', {
    name: 'later',
    language: 'en',
    category: 'UTILITY',
    components: [{ type: 'BODY', text: 'See you later.' }],
  });
  const id = String(created.body['id']);
  expect((await state()).templates.at(-1)).toMatchObject({ id, status: 'PENDING' });
  await act({ kind: 'approveTemplate', id });
  expect((await state()).templates.at(-1)?.status).toBe('APPROVED');
  await act({
    kind: 'addFault',
    rule: { on: 'api', match: { path: '/messages' }, code: 190, subcode: 460, userMessage: 'Log in again' },
  });
  expect((await graph('POST', '{phone}/messages', template(ana))).body.error).toMatchObject({
    code: 190,
    error_subcode: 460,
    error_user_msg: 'Log in again',
  });
  const [fault] = (await state()).faults;
  expect(fault).toMatchObject({
    hits: 1,
    rule: { on: 'api', match: { path: '/messages' }, code: 190, subcode: 460, userMessage: 'Log in again' },
  });
  await act({ kind: 'removeFault', id: fault?.id ?? '' });
  const before = emulator.clock.now();
  await act({ kind: 'advance', milliseconds: 3_600_000 });
  expect((await state()).clock).toEqual({ now: before + 3_600_000, speed: 0 });
  expect(await act({ kind: 'setWebhook', url: 'http://127.0.0.1:9/' })).toMatchObject({
    status: 400,
    body: { ok: false },
  });
  await act({ kind: 'reset' });
  expect((await state()).templates.map(({ name }) => name)).toEqual(['order_update', 'hello_world']);
});

test('error: an action that cannot be done says why', async () => {
  const { act } = await serve();
  expect(await act({ kind: 'tap', waId: ana, wamid: 'wamid.x', id: 'yes' })).toEqual({
    status: 400,
    body: { ok: false, error: 'The message wamid.x is no longer kept.' },
  });
  // @ts-expect-error no such action
  expect((await act({ kind: 'fly' })).status).toBe(400);
});

test('behavior: the stream begins with everything and goes on with what changes', async () => {
  const { emulator, url } = await serve();
  const response = await fetch(`${url}/_wabakit/events`);
  const seen: PhoneEvent[] = [];
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const readUntil = async (kind: PhoneEvent['kind']) => {
    while (!seen.some((event) => event.kind === kind)) {
      const { value = '' } = (await reader?.read()) ?? {};
      for (const line of value.split('\n\n'))
        if (line.startsWith('data: ')) seen.push(JSON.parse(line.slice(6)) as PhoneEvent);
    }
  };
  await readUntil('state');
  expect(seen[0]).toMatchObject({ kind: 'state', state: { clock: { speed: 0 } } });
  await emulator.phone(ana).say('Hi');
  await readUntil('bubble');
  expect(seen.find(({ kind }) => kind === 'bubble')).toMatchObject({
    waId: ana,
    bubble: { content: { type: 'text' } },
  });
  await reader?.cancel();
});

const raw = (port: number, path: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

test('behavior: another host name and another page are turned away, and nothing is open to every origin', async () => {
  const { port, url } = await serve();
  expect(await raw(port, '/_wabakit/state', { host: 'evil.example' })).toBe(421);
  expect(await raw(port, '/_wabakit/state', { host: `evil.example:${port}` })).toBe(421);
  expect(await raw(port, '/_wabakit/state', { origin: 'https://evil.example' })).toBe(403);
  expect(await raw(port, '/_wabakit/state', { 'sec-fetch-site': 'cross-site' })).toBe(403);
  const response = await fetch(`${url}/_wabakit/state`, { headers: { origin: url } });
  expect(response.status).toBe(200);
  expect(response.headers.has('access-control-allow-origin')).toBe(false);
});

test('behavior: a hostile upload is not served as a page', async () => {
  const { emulator, act, chat, url } = await serve();
  await act({
    kind: 'sendMedia',
    waId: ana,
    type: 'document',
    mimeType: 'text/html',
    data: btoa('<script>'),
    filename: 'a.html',
  });
  const id = (await chat())?.bubbles[0]?.media?.id ?? '';
  const response = await fetch(`${url}/_wabakit/media/${id}`);
  expect(response.headers.get('content-type')).toBe('application/octet-stream');
  expect(await response.text()).toBe('<script>');
  expect((await fetch(`${url}/_wabakit/media/nothing`)).status).toBe(404);
  await emulator.close();
});

test('error: a port in use', async () => {
  const { emulator, port } = await serve();
  await expect(emulator.listen({ port })).rejects.toThrow(`Port ${port} is in use.`);
});
