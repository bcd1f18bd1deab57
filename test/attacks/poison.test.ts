import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isWabakitError } from 'wabakit';
import { createIdentities, toIdentityFacts } from 'wabakit/contacts';
import { createEmulator } from 'wabakit/emulator';
import { createFlowEndpoint, validateFlowJson } from 'wabakit/flows';
import {
  applyWindowEvent,
  closedWindow,
  createLedger,
  toLedgerEvents,
  toPricingReports,
} from 'wabakit/pricing';
import {
  createWebhookHandler,
  eventKey,
  isWebhookError,
  loadConsentReader,
  parseWebhook,
  reduceStatus,
} from 'wabakit/webhooks';
import { run } from '../cli/run.ts';
import type { Contract } from '../contract/contract.ts';
import { contracts } from '../contract/contracts.ts';
import { orderUpdate } from '../emulator/helpers.ts';
import { booking, everyComponent, smallest } from '../flows/json/samples.ts';
import { appSecret, envelope, keyPair, post, seal } from '../flows/whatsapp-client.ts';
import { makeCoreClient } from '../helpers/core-client.ts';
import { hasReference } from '../helpers/reference.ts';
import {
  appSecret as webhookSecret,
  messagesBody,
  readBody,
  referenceBodies,
  signedRequest,
  statusesBody,
  textMessage,
  verifyToken,
} from '../webhooks/helpers.ts';
import { pureCalls } from './poison-calls.ts';
import { codePoison, jsonPoison, placesOf, poisoned } from './poison-values.ts';
import { report, rounds } from './promise.ts';

// A short run takes turns with the places and the poisons where all pairs would take too long; `npm run attacks` tries every pair.
const some = (count: number): number => rounds(count, Infinity);

/** What failed with anything but an error of this package: one line for each place in the code. */
class Faults {
  readonly #byFrame = new Map<string, string>();
  calls = 0;

  async check(name: string, call: () => unknown, isOurs: (error: unknown) => boolean = isWabakitError) {
    this.calls += 1;
    try {
      await call();
    } catch (error) {
      if (isOurs(error)) return;
      const lines = (error instanceof Error ? error.stack : undefined)?.split('\n') ?? ['no Error'];
      const frame = lines.find((line) => line.includes('/src/')) ?? name;
      if (!this.#byFrame.has(frame)) this.#byFrame.set(frame, `${name}: ${lines[0]} ${frame.trim()}`);
    }
  }

  get list(): readonly string[] {
    return [...this.#byFrame.values()];
  }
}

const folder = mkdtempSync(join(tmpdir(), 'wabakit-poison-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('behavior: a Flow JSON with any value at any place is checked, and every issue is in words', async () => {
  const faults = new Faults();
  for (const make of [smallest, booking, everyComponent])
    for (const { name, value } of poisoned(make('7.3'), jsonPoison, some(250)))
      await faults.check(name, () => {
        const messages = validateFlowJson(value as object).map(({ message }) => message);
        expect(messages.filter((message) => /undefined|\[object|NaN|\.$/.test(message))).toEqual([]);
      });
  expect(faults.list).toEqual([]);
  report(`${faults.calls} Flow JSONs with a poison: all checked`);
});

const price = { billable: true, pricing_model: 'PMP', category: 'marketing', type: 'regular' };
const status = { id: 'wamid.2', status: 'failed', timestamp: '1749416383', recipient_id: '16505551234' };
const bodies: readonly (readonly [string, string])[] = [
  ['text', messagesBody(textMessage('wamid.1'), textMessage('wamid.2', 'STOP'))],
  ['status', statusesBody({ ...status, pricing: price, errors: [{ code: 131050, title: 'stopped' }] })],
  ...(hasReference ? referenceBodies().map((name) => [name, readBody(name)] as const) : []),
];

test('behavior: a webhook with any value at any place is parsed, and its events can be used', async () => {
  const faults = new Faults();
  const readConsent = await loadConsentReader();
  const [identities, ledger] = [createIdentities(), createLedger({ currency: 'USD' })];
  for (const [body, text] of bodies)
    for (const { name, value } of poisoned(JSON.parse(text), jsonPoison, some(12)))
      await faults.check(
        `${body} ${name}`,
        async () => {
          for (const event of readConsent(parseWebhook(JSON.stringify(value)))) {
            expect(await eventKey(event)).toSatisfy((key) => key === undefined || typeof key === 'string');
            for (const fact of toIdentityFacts(event)) identities.learn(fact);
            for (const one of toLedgerEvents(event)) ledger.record(one);
            expect(toPricingReports(event).length).toBeLessThan(2);
            if (event.kind === 'status') reduceStatus(undefined, event);
            if (event.kind === 'message') applyWindowEvent(closedWindow, { kind: 'inbound', at: event.at });
          }
        },
        isWebhookError,
      );
  expect(faults.list).toEqual([]);
  report(`${faults.calls} webhooks with a poison: every one parsed or refused by name`);
});

test('behavior: a signed webhook with any value at any place is answered, and the others of its body are handled', async () => {
  const faults = new Faults();
  const handled = new Set<unknown>();
  const answers = new Set<number>();
  const handler = createWebhookHandler({
    appSecret: webhookSecret,
    verifyToken,
    acknowledge: 'processed',
    serializeBy: 'user',
    identities: createIdentities(),
    consentWords: {},
    on: { message: ({ wamid }) => void handled.add(wamid) },
    onError: (error) => {
      if (!isWebhookError(error) || error.reason === 'handler_failed') throw error;
    },
  });
  let count = 0;
  for (const [body, text] of bodies) {
    const { object, entry } = JSON.parse(text) as { object: string; entry: readonly unknown[] };
    for (const { name, value } of poisoned(entry, jsonPoison, some(8))) {
      count += 1;
      const other = `wamid.other.${count}`;
      const good = JSON.parse(messagesBody(textMessage(other))) as { entry: readonly unknown[] };
      await faults.check(`${body} ${name}`, async () => {
        const whole = JSON.stringify({ object, entry: [...[value].flat(), ...good.entry] });
        const { status: answer } = await handler(await signedRequest(whole));
        answers.add(answer);
        // A body that nests too deep is refused as a whole.
        if (answer === 400) expect(whole).toMatch(/\[{50}|(?:\{"a":){50}/);
        else expect([answer, handled.has(other)]).toEqual([200, true]);
      });
    }
  }
  expect(faults.list).toEqual([]);
  report(
    `${count} signed webhooks with a poison: answers ${[...answers].join(', ')}, each good neighbour handled`,
  );
});

test('behavior: pure functions refuse any value at any place with an error of this package, or take it', async () => {
  const faults = new Faults();
  const poison = [...jsonPoison, ...codePoison, undefined];
  for (const { name, call, args, inside } of pureCalls) {
    expect(() => call(args), name).not.toThrow();
    const places = placesOf(args).filter((path) => path.length > (inside ? 1 : 0));
    for (const one of poisoned(args, poison, some(30), places))
      await faults.check(`${name} ${one.name}`, () => call(Array.isArray(one.value) ? one.value : []));
  }
  expect(faults.list).toEqual([]);
  report(`${faults.calls} calls of ${pureCalls.length} pure functions with a poison: 0 foreign errors`);
});

const allContracts: readonly Contract[] = Object.values(contracts).flat();
const ids = { phoneNumberId: '1061', wabaId: '1022', appId: '6349', businessPortfolioId: '5069' };
const clientOver = (fetch: typeof globalThis.fetch) =>
  makeCoreClient({ accessToken: 'TOKEN', ...ids, retry: false, fetch });
const json = { 'content-type': 'application/json' };

/** Waits for the result of an operation, and of a list for its first three items. */
async function settle(result: Promise<unknown> | AsyncIterable<unknown>): Promise<void> {
  if (!(Symbol.asyncIterator in result)) {
    await result;
    return;
  }
  let left = 3;
  for await (const item of result) if (item === undefined || --left === 0) return;
}

test('behavior: an answer of Graph with any value at any place is taken, or ends in an error of this package', async () => {
  const faults = new Faults();
  const refusal = {
    error: {
      message: 'no',
      type: 'OAuthException',
      code: 100,
      error_subcode: 1,
      is_transient: false,
      error_user_title: 'x',
      error_user_msg: 'y',
      error_data: { messaging_product: 'whatsapp', details: 'd' },
      fbtrace_id: 'A1',
    },
  };
  const answered = (contract: Contract, value: unknown, code: number) => {
    const text = JSON.stringify(value);
    return settle(contract.call(clientOver(async () => new Response(text, { status: code, headers: json }))));
  };
  for (const contract of allContracts)
    for (const { name, value } of poisoned(contract.reply ?? { success: true }, jsonPoison, some(20)))
      await faults.check(`${contract.name} ${name}`, () => answered(contract, value, 200));
  for (const contract of allContracts.slice(0, 3))
    for (const { name, value } of poisoned(refusal, jsonPoison, Infinity))
      await faults.check(`${contract.name} refused ${name}`, async () => {
        await answered(contract, value, 400);
        throw new Error('was taken');
      });
  expect(faults.list).toEqual([]);
  report(
    `${faults.calls} answers of Graph with a poison to ${allContracts.length} operations: 0 foreign errors`,
  );
});

/** What an operation sends. */
async function sentBy(contract: Contract): Promise<Request | undefined> {
  const sent: Request[] = [];
  const client = clientOver(async (input, init) => {
    sent.push(new Request(input, init));
    return Response.json({});
  });
  await settle(contract.call(client)).catch(() => undefined);
  return sent[0];
}

test("behavior: a call to the emulator with any value at any place is answered in Meta's form, and the emulator goes on", async () => {
  const faults = new Faults();
  const handler = (request: Request): Response =>
    new Response(new URL(request.url).searchParams.get('hub.challenge'));
  for (const contract of allContracts) {
    const request = await sentBy(contract);
    if (request?.headers.get('content-type')?.includes('json') !== true) continue;
    const emulator = await createEmulator({
      templates: [orderUpdate],
      clock: 'manual',
      webhook: { handler },
    });
    await emulator.phone('+16505551234').say('Hi');
    const { appId, businessPortfolioId } = emulator.clientOptions;
    const own = new Map([
      [ids.phoneNumberId, emulator.phoneNumberId],
      [ids.wabaId, emulator.wabaId],
      [ids.appId, appId],
      [ids.businessPortfolioId, businessPortfolioId],
    ]);
    const url = request.url.replace(/\b(?:1061|1022|6349|5069)\b/g, (id) => own.get(id) ?? id);
    const headers = { ...json, authorization: `Bearer ${emulator.accessToken}` };
    const call = (value: unknown): Promise<Response> =>
      emulator.fetch(url, { method: request.method, headers, body: JSON.stringify(value) });
    for (const { name, value } of poisoned(await request.json(), jsonPoison, some(10)))
      await faults.check(`${contract.name} ${name}`, async () => {
        const response = await call(value);
        const answer = (await response.json()) as { readonly error?: { readonly code?: unknown } };
        // 501: a route that the emulator does not have.
        expect(response.status < 500 || response.status === 501, JSON.stringify(answer)).toBe(true);
        if (response.status >= 400) expect(typeof answer.error?.code).toBe('number');
      });
    expect(
      (await emulator.fetch(url.replace(/\/v26\.0\/.*/, '/v26.0/debug_token'), { headers })).status,
    ).toBeLessThan(500);
    await emulator.close();
  }
  expect(faults.list).toEqual([]);
  report(`${faults.calls} calls to the emulator with a poison: 0 with a 5xx of its own`);
});

test('behavior: a Flow request with any value at any place is answered, and only errors of this package are reported', async () => {
  const faults = new Faults();
  const { publicKey, privateKey } = keyPair();
  const reported: unknown[] = [];
  const screen = () => ({ screen: 'A', data: {} });
  const endpoint = createFlowEndpoint({
    privateKey,
    appSecret,
    on: { init: screen, dataExchange: screen, back: screen },
    onError: (error) => void reported.push(error),
  });
  const request = { version: '3.0', flow_token: 'order-17', screen: 'PAY', data: { a: '1' } };
  for (const action of ['data_exchange', 'INIT', 'BACK', 'ping'])
    for (const { name, value } of poisoned({ ...request, action }, jsonPoison, some(30)))
      await faults.check(`${action} ${name}`, async () => {
        const response = await endpoint(post(envelope(seal(publicKey, value))));
        for (const error of reported.splice(0)) if (!isWabakitError(error)) throw error;
        expect([200, 400, 427, 501]).toContain(response.status);
      });
  expect(faults.list).toEqual([]);
  report(`${faults.calls} Flow requests with a poison: all answered`);
});

test('behavior: a file with any value at any place is read by the commands, or refused in words', async () => {
  const faults = new Faults();
  let count = 0;
  const file = (value: unknown): string => {
    const path = join(folder, `${(count += 1)}.json`);
    writeFileSync(path, JSON.stringify(value));
    return path;
  };
  const at = Date.UTC(2026, 10, 2);
  const ledger = createLedger({ currency: 'USD', keepEntries: true });
  ledger.record({
    kind: 'sent',
    id: 'a',
    phoneNumberId: '1',
    user: '5511987654321',
    category: 'utility',
    at,
  });
  ledger.record({ kind: 'delivered', id: 'a', at });
  const statuses = JSON.parse(statusesBody({ ...status, status: 'delivered', pricing: price })) as unknown;
  const [goodLedger, goodStatuses] = [file(ledger.snapshot()), file(statuses)];
  const commands = [
    [statuses, (path: string) => ['webhook', 'inspect', path]],
    [ledger.snapshot(), (path: string) => ['price', 'check', path, '--statuses', goodStatuses]],
    [statuses, (path: string) => ['price', 'check', goodLedger, '--statuses', path]],
  ] as const;
  for (const [sample, argsOf] of commands)
    for (const { name, value } of poisoned(sample, jsonPoison, some(30))) {
      const args = argsOf(file(value));
      await faults.check(`${args.join(' ')} ${name}`, async () => {
        const { error } = await run(args);
        expect(error).not.toMatch(/TypeError|RangeError|Cannot |is not a function|not iterable/);
      });
    }
  expect(faults.list).toEqual([]);
  report(`${faults.calls} files with a poison: all read or refused in words`);
});
