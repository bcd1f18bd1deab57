import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createSqliteIdempotencyStore, createSqliteQueue } from 'wabakit/sqlite';
import {
  type WebhookHandlerOptions,
  createMemoryIdempotencyStore,
  createWebhookHandler,
  eventKey,
  isWebhookError,
  signPayload,
  startQueueWorker,
  toNodeListener,
} from 'wabakit/webhooks';
import { promise, report, rounds } from './promise.ts';

const tenants = new Map(
  ['a', 'b'].map((id) => [
    id,
    {
      id,
      appSecret: `secret of ${id}`,
      verifyToken: `token of ${id}`,
      wabaIds: [`waba-${id}`],
      phoneNumberIds: [`number-${id}`],
    },
  ]),
);
const getTenant = ({ url }: { readonly url: URL }) => tenants.get(url.pathname.slice(1));
const secrets = {
  appSecret: (request: { readonly url: URL }) => getTenant(request)?.appSecret,
  verifyToken: (request: { readonly url: URL }) => getTenant(request)?.verifyToken,
} as const;

/** A message of a user to a number; `about` is the tenant that its ids belong to. */
const bodyOf = (about: string, wamid: string, text = 'hello') => ({
  id: `waba-${about}`,
  changes: [
    {
      field: 'messages',
      value: {
        metadata: { phone_number_id: `number-${about}`, display_phone_number: '15550783881' },
        messages: [{ from: '16505551234', id: wamid, timestamp: '1', type: 'text', text: { body: text } }],
      },
    },
  ],
});
const envelope = (...entry: readonly object[]): string =>
  JSON.stringify({ object: 'whatsapp_business_account', entry });

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Seen {
  readonly tenant: string | undefined;
  readonly wamid: string;
  readonly text: string;
  readonly key: string;
}

/** A receiver over HTTP that notes what it handles and what it reports. */
async function listen(options: Partial<WebhookHandlerOptions>) {
  const seen: Seen[] = [];
  const errors: unknown[] = [];
  const handler = createWebhookHandler({
    ...secrets,
    ...options,
    on: {
      message: async (event, context) => {
        const text = event.type === 'text' ? event.text.body : '';
        seen.push({ tenant: context.tenant, wamid: event.wamid, text, key: await eventKey(event, context) });
      },
    },
    onError: (error) => void errors.push(isWebhookError(error) ? error.reason : error),
  });
  const server = createServer(toNodeListener(handler));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  const send = async (path: string, secret: string, body: string): Promise<number> => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`;
    const headers = { 'x-hub-signature-256': await signPayload(`secret of ${secret}`, body) };
    return (await fetch(url, { method: 'POST', body, headers })).status;
  };
  return { handler, send, seen, errors };
}

/** Tenant A sends an event with the ids of B first, and B's real event follows. */
async function forge({ send }: Awaited<ReturnType<typeof listen>>, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let index = 0; index < times; index += 1) {
    statuses.push(await send('a', 'a', envelope(bodyOf('b', `wamid.${index}`, 'forged'))));
    statuses.push(await send('b', 'b', envelope(bodyOf('b', `wamid.${index}`, 'real'))));
  }
  return statuses;
}

const count = (seen: readonly Seen[], text: string): number => seen.filter((one) => one.text === text).length;

test(promise('tenant-forgery', '0 forged handled, 0 real dropped'), async () => {
  const times = rounds(20, 500);
  const receiver = await listen({ tenant: getTenant, dedupe: createMemoryIdempotencyStore() });
  expect(new Set(await forge(receiver, times))).toEqual(new Set([200]));
  await receiver.handler.drain();
  const [forged, real] = [count(receiver.seen, 'forged'), count(receiver.seen, 'real')];
  report(`${times} forged and ${times} real events: ${forged} forged handled, ${times - real} real dropped`);
  expect([forged, real]).toEqual([0, times]);
  expect(receiver.seen[0]).toEqual({
    tenant: 'b',
    wamid: 'wamid.0',
    text: 'real',
    key: 'tenant/b/message:wamid.0',
  });
  expect(receiver.errors).toEqual(Array.from({ length: times }, () => 'wrong_tenant'));
});

test(promise('tenant-forgery-queued', '0 forged handled, 0 real dropped'), async () => {
  const times = rounds(20, 500);
  const folder = mkdtempSync(join(tmpdir(), 'wabakit-'));
  const queue = createSqliteQueue({ file: join(folder, 'queue.db') });
  const dedupe = createSqliteIdempotencyStore({ file: join(folder, 'queue.db') });
  const receiver = await listen({ tenant: getTenant, queue, dedupe, serializeBy: 'user' });
  await forge(receiver, times);
  const worker = startQueueWorker({ queue, process: receiver.handler.process });
  await worker.idle();
  await worker.stop();
  queue.close();
  dedupe.close();
  rmSync(folder, { recursive: true });
  const [forged, real] = [count(receiver.seen, 'forged'), count(receiver.seen, 'real')];
  report(`through a queue: ${forged} of ${times} forged handled, ${times - real} of ${times} real dropped`);
  expect([forged, real]).toEqual([0, times]);
  expect(new Set(receiver.seen.map(({ tenant }) => tenant))).toEqual(new Set(['b']));
  expect(receiver.errors).toEqual(Array.from({ length: times }, () => 'wrong_tenant'));
});

test(promise('tenant-by-secret', '0 real dropped'), async () => {
  const times = rounds(20, 500);
  const receiver = await listen({ dedupe: createMemoryIdempotencyStore() });
  await forge(receiver, times);
  await forge(receiver, times);
  await receiver.handler.drain();
  const real = count(receiver.seen, 'real');
  report(
    `a function for the secret alone: ${times - real} of ${times} real events dropped, each handled once`,
  );
  expect(real).toBe(times);
  const handlers = new Map(receiver.seen.map(({ tenant, text }) => [text, tenant]));
  expect(handlers.get('real')).toMatch(/^[0-9a-f]{32}$/);
  expect(handlers.get('forged')).not.toBe(handlers.get('real'));
  expect(receiver.errors).toEqual([]);
});

test('behavior: the own events of a body are handled, and those of another tenant are reported', async () => {
  const receiver = await listen({ tenant: getTenant });
  const body = envelope(bodyOf('a', 'wamid.1'), bodyOf('b', 'wamid.2'), bodyOf('a', 'wamid.3'));
  expect(await receiver.send('a', 'a', body)).toBe(200);
  await receiver.handler.drain();
  expect(receiver.seen.map(({ wamid }) => wamid)).toEqual(['wamid.1', 'wamid.3']);
  expect(receiver.errors).toEqual(['wrong_tenant']);
});

test('behavior: a queue gets no refused event, and the bytes as they came if there is none', async () => {
  const bodies: string[] = [];
  const enqueue = async ({ body }: { readonly body: Uint8Array }): Promise<void> =>
    void bodies.push(new TextDecoder().decode(body));
  const receiver = await listen({ tenant: getTenant, queue: { enqueue } });
  const own = `${envelope(bodyOf('a', 'wamid.1'))} `;
  await receiver.send('a', 'a', own);
  await receiver.send('a', 'a', envelope(bodyOf('a', 'wamid.1'), bodyOf('b', 'wamid.2')));
  await receiver.send('a', 'a', JSON.stringify(bodyOf('b', 'wamid.3').changes[0]));
  expect(bodies).toEqual([own, own.trim(), '{"entry":[]}']);
  expect(receiver.errors).toEqual(['wrong_tenant', 'wrong_tenant']);
});

test('behavior: a secret opens the URL of its tenant alone, and a URL without a tenant nothing', async () => {
  const receiver = await listen({ tenant: getTenant });
  const body = envelope(bodyOf('b', 'wamid.1'));
  expect(await receiver.send('b', 'a', body)).toBe(401);
  expect(await receiver.send('c', 'a', body)).toBe(401);
  expect(await receiver.send('b', 'b', body)).toBe(200);
  await receiver.handler.drain();
  expect(receiver.seen).toHaveLength(1);
  expect(receiver.errors).toEqual(['bad_signature', 'unknown_tenant']);
});

test('behavior: no id of a tenant or a message makes the key of another tenant', async () => {
  const event = { kind: 'message', wamid: 'x', field: 'messages' } as Parameters<typeof eventKey>[0];
  const keys = await Promise.all([
    eventKey(event),
    eventKey(event, { tenant: '' }),
    eventKey(event, { tenant: 'a' }),
    eventKey(event, { tenant: 'a/message:x' }),
    eventKey({ ...event, wamid: 'x/message:x' } as typeof event, { tenant: 'a' }),
  ]);
  expect(keys).toEqual([
    'message:x',
    'tenant//message:x',
    'tenant/a/message:x',
    'tenant/a%2Fmessage%3Ax/message:x',
    'tenant/a/message:x/message:x',
  ]);
});
