import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createEmulator } from 'wabakit/emulator';
import { getGraph, text } from '../emulator/helpers.ts';
import { ana, closeAll, head, json, serve, visit, type Served, type Visit } from './emulator-visits.ts';
import { promise, report } from './promise.ts';

afterEach(closeAll);

/** Every door of the emulator: what a page could ask for, each of which works for a program. */
function doorsOf({ emulator }: Served): readonly Visit[] {
  const bearer = { authorization: `Bearer ${emulator.accessToken}` };
  const token = `access_token=${emulator.accessToken}`;
  const message = JSON.stringify(text(ana, 'Hi'));
  const form = new URLSearchParams({
    messaging_product: 'whatsapp',
    to: ana,
    text: '{"body":"Hi"}',
  }).toString();
  const form_type = { 'content-type': 'application/x-www-form-urlencoded' };
  const multipart = { 'content-type': 'multipart/form-data; boundary=x' };
  const parts = '--x\r\ncontent-disposition: form-data; name="to"\r\n\r\n1\r\n--x--\r\n';
  const { phoneNumberId, wabaId } = emulator;
  return [
    { path: `/v26.0/${phoneNumberId}`, headers: bearer },
    { path: `/v26.0/${phoneNumberId}?${token}` },
    { path: `/v26.0/${wabaId}/message_templates?${token}` },
    {
      method: 'POST',
      path: `/v26.0/${phoneNumberId}/messages`,
      headers: { ...bearer, ...json },
      body: message,
    },
    { method: 'POST', path: `/v26.0/${phoneNumberId}/messages?${token}`, headers: form_type, body: form },
    { method: 'POST', path: `/v26.0/${phoneNumberId}/media?${token}`, headers: multipart, body: parts },
    { method: 'DELETE', path: `/v26.0/${wabaId}/message_templates?name=order_update&${token}` },
    { path: '/_wabakit/' },
    { path: '/_wabakit/state' },
    { path: '/_wabakit/media/1' },
    { path: '/_wabakit/events' },
    {
      method: 'POST',
      path: '/_wabakit/actions',
      headers: json,
      body: JSON.stringify({ kind: 'say', waId: ana, text: 'Hi' }),
    },
  ];
}

const foreignHosts = [
  'evil.example',
  'evil.example:PORT',
  '127.0.0.1.evil.example:PORT',
  'localhost.evil.example',
  '[::2]:PORT',
  '169.254.169.254',
  '0.0.0.0:PORT',
];
const foreignPages: readonly Readonly<Record<string, string>>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'http://localhost:3000' },
  { origin: 'http://127.0.0.1' },
  { origin: 'not a url' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
  { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
];

describe('who may call', () => {
  const addresses = [
    {},
    { listenAnywhere: true },
    { listenAnywhere: true, host: '::', allowedHosts: ['emulator'] },
  ];

  test(promise('emulator-foreign-callers', '576 of 576 refused, 0 messages, 0 users'), async () => {
    let refused = 0;
    for (const address of addresses) {
      const served = await serve(address);
      for (const door of doorsOf(served)) {
        for (const name of foreignHosts) {
          const host = name.replace('PORT', String(served.port));
          const { status } = await visit(served, { ...door, headers: { ...door.headers, host } });
          expect([421, 400], `${door.path} as ${host}`).toContain(status);
          refused += 1;
        }
        for (const page of foreignPages) {
          const { status } = await visit(served, { ...door, headers: { ...door.headers, ...page } });
          expect(status, `${door.path} from ${JSON.stringify(page)}`).toBe(403);
          refused += 1;
        }
      }
      expect(served.emulator.messages).toEqual([]);
      expect(served.emulator.journal.entries).toEqual([]);
    }
    expect(refused).toBe(576);
    report(`${refused} requests with a foreign Host or of a foreign page: all refused`);
  });

  test('behavior: a program of this machine and the page itself get through every door', async () => {
    const served = await serve({ listenAnywhere: true, allowedHosts: ['emulator'] });
    const { port } = served;
    const own: readonly Readonly<Record<string, string>>[] = [
      {},
      { host: `localhost:${port}` },
      { host: `LOCALHOST:${port}` },
      { host: 'emulator:80' },
      { host: `emulator:${port}`, origin: `http://emulator:${port}`, 'sec-fetch-site': 'same-origin' },
    ];
    for (const door of doorsOf(served).filter(({ path }) => path !== '/_wabakit/events'))
      for (const headers of own) {
        const { status } = await visit(served, { ...door, headers: { ...door.headers, ...headers } });
        expect([421, 403], `${door.path} ${JSON.stringify(headers)}`).not.toContain(status);
      }
    expect(served.emulator.messages.length).toBeGreaterThan(0);
  });

  test('error: a body of the type that any form may send', async () => {
    const served = await serve();
    const { accessToken, phoneNumberId } = served.emulator;
    const body = JSON.stringify(text(ana, 'Hi'));
    const path = `/v26.0/${phoneNumberId}/messages?access_token=${accessToken}`;
    for (const type of ['text/plain', 'Text/Plain;charset=UTF-8', ' text/plain']) {
      const headers = { 'content-type': type };
      expect((await visit(served, { method: 'POST', path, headers, body })).status).toBe(400);
      const action = JSON.stringify({ kind: 'say', waId: ana, text: 'Hi' });
      const acted = await visit(served, { method: 'POST', path: '/_wabakit/actions', headers, body: action });
      expect(acted.status).toBe(415);
    }
    expect(served.emulator.messages).toEqual([]);
  });

  test('error: a request without a Host header', async () => {
    const { port } = await serve();
    const socket = connect(port, '127.0.0.1').setEncoding('utf8');
    socket.end('GET /_wabakit/state HTTP/1.0\r\n\r\n');
    let reply = '';
    for await (const part of socket) reply += String(part);
    expect(reply).toMatch(/^HTTP\/1\.1 421 /);
  });

  test('error: an address that other machines reach, without the word', async () => {
    const emulator = await createEmulator();
    for (const host of ['0.0.0.0', '::', '192.0.2.1', '::ffff:192.0.2.1', 'example.com', ''])
      await expect(emulator.listen({ host }), host).rejects.toThrow('give listenAnywhere: true');
  });
});

describe('files', () => {
  const upload = (served: Served, size: number, type = 'application/pdf') => {
    const form = new FormData();
    form.set('messaging_product', 'whatsapp');
    const head = new TextEncoder().encode('%PDF-1.7');
    form.set('file', new Blob([head, new Uint8Array(size - head.length)], { type }), 'a.pdf');
    return getGraph(served.emulator, fetch, served.url)('POST', '{phone}/media', form);
  };
  const keptBytes = ({ emulator }: Served): number =>
    Buffer.byteLength(emulator.snapshot()) -
    Buffer.byteLength(emulator.snapshot().replaceAll(/"\$bytes":"[^"]*"/g, ''));

  test(promise('emulator-frees-media', '40 of 40 expired files freed'), async () => {
    const served = await serve();
    const graph = getGraph(served.emulator, fetch, served.url);
    const ids: string[] = [];
    for (let index = 0; index < 20; index++) ids.push(String((await upload(served, 10_000)).body['id']));
    for (let index = 0; index < 20; index++)
      await served.emulator.phone(`+${ana}`).send({ type: 'image', bytes: new Uint8Array(10_000) });
    const before = keptBytes(served);
    await served.emulator.clock.advance('8d');
    const afterWeek = keptBytes(served);
    expect((await graph('GET', ids[0] ?? '')).status).toBe(200);
    await served.emulator.clock.advance('23d');
    expect((await graph('GET', ids[0] ?? '')).status).toBe(400);
    expect(before).toBeGreaterThan(40 * 13_000);
    expect(afterWeek).toBeLessThan(before * 0.51);
    expect(keptBytes(served)).toBe(0);
    report(`40 files: ${before} characters of a snapshot, ${afterWeek} after 8 days, 0 after 31`);
  });

  test('behavior: what was saved expires in another emulator too', async () => {
    const served = await serve();
    await upload(served, 1000);
    const other = await serve();
    await other.emulator.restore(served.emulator.snapshot());
    expect(keptBytes(other)).toBeGreaterThan(1000);
    await other.emulator.clock.advance('31d');
    expect(keptBytes(other)).toBe(0);
  });

  test(promise('emulator-bounded-uploads', '4 of 4 kinds of body refused past their limit'), async () => {
    const served = await serve();
    const { accessToken, phoneNumberId, clientOptions } = served.emulator;
    const headers = { authorization: `OAuth ${accessToken}` };
    const claimed: readonly Visit[] = [
      {
        path: `/v26.0/${phoneNumberId}/media`,
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      },
      { path: `/v26.0/${phoneNumberId}/messages`, headers: json },
      { path: `/v26.0/${phoneNumberId}`, headers: { file_offset: '0' } },
      { path: '/_wabakit/actions', headers: json },
    ];
    for (const { path, headers: own } of claimed) {
      const length = { 'content-length': String(2 ** 31) };
      const { status, text: reason } = await head(served, path, { ...headers, ...own, ...length });
      expect([status, reason], path).toEqual([413, expect.stringContaining('MiB')]);
    }
    const long = `/v26.0/${clientOptions.appId}/uploads?file_type=image/png&file_length=${2 ** 40}`;
    expect((await visit(served, { method: 'POST', path: long, headers })).status).toBe(400);
  });

  test('error: a stream without a length ends at the limit', async () => {
    const served = await serve();
    const { accessToken, phoneNumberId } = served.emulator;
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 2 ** 20;
        controller.enqueue(new Uint8Array(2 ** 20).fill(32));
      },
    });
    const init = {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { ...json, authorization: `Bearer ${accessToken}` },
    };
    const status = await fetch(`${served.url}/v26.0/${phoneNumberId}/messages`, init).then(
      (response) => response.status,
      () => 413,
    );
    expect(status).toBe(413);
    expect(sent).toBeLessThan(64 * 2 ** 20);
    report(`an endless JSON body: ${sent / 2 ** 20} MiB sent before the emulator refused it`);
  });

  test('error: no room for more files', async () => {
    const served = await serve();
    const phone = served.emulator.phone(`+${ana}`);
    const bytes = new Uint8Array(50 * 2 ** 20);
    for (let index = 0; index < 5; index++) await phone.send({ type: 'document', bytes });
    expect((await upload(served, 7 * 2 ** 20)).status).toBe(507);
    expect((await upload(served, 5 * 2 ** 20)).status).toBe(200);
    await served.emulator.clock.advance('8d');
    expect((await upload(served, 7 * 2 ** 20)).status).toBe(200);
  }, 60_000);
});
