import { expect, test, vi } from 'vitest';
import { createClient, isWabakitError, describeErrorCode, isBsuid } from 'wabakit';
import { contactKey, createIdentities, isSameContact, toIdentityFacts, toSendFact } from 'wabakit/contacts';
import { createFlowEndpoint, validateFlowJson, verifyFlowTokenSignature } from 'wabakit/flows';
import { chatButtonHtml, renderQrSvg, renderQrText, waMeLink } from 'wabakit/links';
import { fit, splitText, validateMessage } from 'wabakit/messages';
import {
  applyWindowEvent,
  canSendFreeForm,
  closedWindow,
  createLedger,
  estimate,
  findMarket,
  parseBillingTime,
  parseMoney,
  parseRateCardCsv,
  parseVolumeTierCsv,
  quote,
  quoteCall,
  quoteGroup,
  toLedgerEvents,
  toPricingReports,
  toSentEvent,
  windowAt,
  windowClosesAt,
  windowTimeLeft,
} from 'wabakit/pricing';
import {
  defineTemplate,
  planTemplates,
  renderTemplate,
  renderTemplatePayload,
  templateMessage,
  templateModule,
  toCreatePayload,
  toTemplateDefinition,
  validateTemplate,
  validateTemplates,
} from 'wabakit/templates';
import {
  createWebhookHandler,
  eventKey,
  isWebhookError,
  loadConsentReader,
  parseWebhook,
  queueRetryDelay,
  reduceStatus,
  verifyChallenge,
  verifySignature,
} from 'wabakit/webhooks';
import { createEmulator } from 'wabakit/emulator';
import { contracts } from '../contract/contracts.ts';
import type { Contract } from '../contract/contract.ts';
import { orderUpdate } from '../emulator/helpers.ts';
import { makeCoreClient } from '../helpers/core-client.ts';
import { appSecret, envelope, keyPair, seal, sign } from '../flows/whatsapp-client.ts';
import { booking, everyComponent, smallest } from '../flows/json/samples.ts';
import { hasReference } from '../helpers/reference.ts';
import {
  appSecret as webhookSecret,
  getBody,
  messagesBody,
  readBody,
  referenceBodies,
  signedRequest,
  statusesBody,
  textMessage,
  verifyToken,
} from '../webhooks/helpers.ts';
import { codePoison, jsonPoison, nameOf, poisoned } from './poison-values.ts';

const everyPoison = [...jsonPoison, ...codePoison, undefined];

/** What is no error of ours, by where it was thrown, so that one fault is one line. */
class Faults {
  readonly #lines = new Map<string, string>();
  calls = 0;

  async check(place: string, call: () => unknown, isOurs: (error: unknown) => boolean = isWabakitError) {
    this.calls += 1;
    try {
      await call();
    } catch (error) {
      if (isOurs(error)) return;
      const [message = '', at = ''] = String((error as Error).stack).split('\n');
      const frame = String((error as Error).stack).split('\n').find((l) => l.includes('/src/')) ?? at;
      if (!this.#lines.has(frame)) this.#lines.set(frame, `${place}: ${message.slice(0, 200)} ${frame.trim().replace(/.*\/src/, 'src')}`);
    }
  }

  get lines(): string[] {
    return [...this.#lines.values()];
  }
}

test('flow json', async () => {
  const faults = new Faults();
  for (const make of [smallest, booking, everyComponent])
      for (const { path, poison, value } of poisoned(make('7.3'), jsonPoison, 3000))
        await faults.check(`${path.join('.')} ${nameOf(poison)}`, () => {
          for (const issue of validateFlowJson(value as object)) if (/undefined|\[object|NaN|\.$/.test(issue.message)) throw new Error(`${issue.message}`)
        });
  expect(faults.lines).toEqual([]);
});

const bodies = (): readonly (readonly [string, string])[] => [
  ['text', messagesBody(textMessage('wamid.1'))],
  ...(hasReference ? referenceBodies().map((name) => [name, readBody(name)] as const) : []),
];

test('webhooks', async () => {
  const faults = new Faults();
  const read = await loadConsentReader();
  const identities = createIdentities();
  for (const [name, body] of bodies())
    for (const { path, poison, value } of poisoned(JSON.parse(body), jsonPoison, 150)) {
      const place = `${name} ${path.join('.')} ${nameOf(poison)}`;
      await faults.check(place, () => {
        const events = read(parseWebhook(JSON.stringify(value)));
        for (const event of events) {
          eventKey(event);
          for (const fact of toIdentityFacts(event)) identities.learn(fact);
          toLedgerEvents(event); toPricingReports(event); if (event.kind === 'status') reduceStatus(undefined, event);
          if (event.kind === 'message' || event.kind === 'status' || event.kind === 'call') applyWindowEvent(closedWindow, event as never);
          JSON.stringify(event);
        }
      }, isWebhookError);
    }
  expect(faults.lines).toEqual([]);
});

test('handler', async () => {
  const faults = new Faults();
  const errors = new Faults();
  let handled = 0;
  const handler = createWebhookHandler({ appSecret: webhookSecret, verifyToken, acknowledge: 'processed', serializeBy: 'user', identities: createIdentities(), on: { message: ({wamid}) => void (handled += wamid === 'wamid.other' ? 1 : 0) }, consentWords: {}, onError: (error) => void errors.check('onError', () => { throw error; }, isWebhookError) } as never);
  let n = 0; const statuses: Record<string, number> = {};
  for (const [name, body] of bodies())
    for (const { path, poison, value } of poisoned(JSON.parse(body), jsonPoison, 40)) {
      const place = `${name} ${path.join('.')} ${nameOf(poison)}`;
      await faults.check(place, async () => {
        const { status } = await handler(await signedRequest(JSON.stringify(value)));
        statuses[status] = (statuses[status] ?? 0) + 1;
        if (status !== 200) throw new Error(`${status}`);
      });
      n++;
    }
  console.log(n, statuses, handled);
  expect([...faults.lines, ...errors.lines]).toEqual([]);
});

const definition = { name: 'hello', language: 'en', category: 'utility', header: { text: 'Order {{1}}', example: ['A'] }, body: { text: 'Hi {{name}}, your order is ready to be picked up.', example: { name: 'Ana' } }, footer: { text: 'Bye' }, buttons: [{ type: 'url', text: 'Go', url: 'https://a.example/{{1}}', example: 'x' }, {type: 'quick_reply', text: 'No'}] } as const;
const remote = { id: '1', name: 'hello', language: 'en', status: 'APPROVED', category: 'UTILITY', parameter_format: 'NAMED', components: [ {type: 'HEADER', format: 'TEXT', text: 'Order {{a}}', example: { header_text_named_params: [{ param_name: 'a', example: 'b' }] }}, { type: 'BODY', text: 'Hi {{name}}, your order is ready to be picked up.', example: { body_text_named_params: [{ param_name: 'name', example: 'Ana' }] } }, { type: 'FOOTER', text: 'Bye' }, { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Go', url: 'https://a.example/{{1}}', example: ['https://a.example/x'] }, { type: 'OTP', otp_type: 'ONE_TAP', text: 'c', supported_apps: [{ package_name: 'a.b', signature_hash: 'x' }] }, { type: 'FLOW', text: 'x', flow_id: 1, navigate_screen: 'A', flow_action: 'navigate' }, { type: 'PHONE_NUMBER', text: 'Call', phone_number: '+1' }] }, { type: 'CAROUSEL', cards: [{ components: [{ type: 'BODY', text: 'x' }] }] }] };
const at = Date.UTC(2026, 10, 28);
const message = { kind: 'message', wabaId: '1', phoneNumberId: '2', wamid: 'w', waId: '5511987654321', bsuid: 'BR.1', at, type: 'system', system: { type: 'user_changed_number', wa_id: '5', customer: '4' }, contact: { wa_id: '5', user_id: 'BR.2' }, raw: { from: '5' } };
const wabaText = (f: (...args: never[]) => unknown) => f as (...args: unknown[]) => unknown;
const pure: readonly (readonly [string, (...args: never[]) => unknown, readonly unknown[]])[] = [
  ['contactKey', contactKey, ['+5511987654321']],
  ['isSameContact', isSameContact, ['+5511987654321', '1']],
  ['isBsuid', isBsuid, ['BR.1']],
  ['toIdentityFacts', toIdentityFacts, [message]],
  ['toIdentityFacts', toIdentityFacts, [{ kind: 'groupParticipants', at, raw: { added_participants: [{ wa_id: '5', user_id: 'BR.1' }] } }]],
  ['learn', (fact: never) => createIdentities().learn(fact), [{ at, waId: '5511987654321', bsuid: 'BR.1', previous: { waId: '5' } }]],
  ['toSendFact', toSendFact, [{ contacts: [{ input: '+5', wa_id: '5', user_id: 'BR.1' }] }, at]],
  ['describeErrorCode', describeErrorCode, [131047]],
  ['waMeLink', waMeLink, [{ phone: '+5511987654321', text: 'Hi' }]],
  ['chatButtonHtml', chatButtonHtml, [{ phone: '+5511987654321', text: 'Hi', label: 'a', className: 'b' }]],
  ['renderQrSvg', renderQrSvg, [{ link: 'https://wa.me/5', title: 'a' }]],
  ['renderQrText', renderQrText, [{ link: 'https://wa.me/5' }]],
  ['fit', fit, ['Hello', 3]],
  ['splitText', splitText, ['Hello you', 3]],
  ['validateMessage', validateMessage, [{ messaging_product: 'whatsapp', to: '+5511987654321', type: 'interactive', interactive: { type: 'button', body: { text: 'x' }, action: { buttons: [{ type: 'reply', reply: { id: 'a', title: 'b' } }] } } }]],
  ['validateMessage', validateMessage, [{ messaging_product: 'whatsapp', to: '+5511987654321', type: 'template', template: { name: 'a', language: { code: 'en' }, components: [{ type: 'button', index: '0', sub_type: 'url', parameters: [{ type: 'text', text: 'a' }] }, { type: 'body', parameters: [{ type: 'currency', currency: { fallback_value: 'a', code: 'USD', amount_1000: 1 } }] }] } }]],
  ['validateMessage', validateMessage, [{ messaging_product: 'whatsapp', to: '+5511987654321', type: 'location', location: { latitude: 1, longitude: '2', name: 'x' } }]],
  ['quote', quote, [{ to: '+5511987654321', category: 'marketing', currency: 'USD', at, timeZone: 'UTC' }]],
  ['quoteCall', quoteCall, [{ to: '+5511987654321', currency: 'USD', seconds: 10, at }]],
  ['quoteGroup', quoteGroup, [{ to: ['+5511987654321'], category: 'marketing', currency: 'USD', at }]],
  ['estimate', estimate, [{ currency: 'USD', at, timeZone: 'UTC', messages: [{ to: '+5511987654321', category: 'marketing', count: 10 }] }]],
  ['findMarket', findMarket, [{ to: '+5511987654321', at }]],
  ['windowAt', windowAt, [{ service: at }, at]],
  ['windowClosesAt', windowClosesAt, [closedWindow]],
  ['windowTimeLeft', windowTimeLeft, [closedWindow, at]],
  ['canSendFreeForm', canSendFreeForm, [closedWindow, at]],
  ['applyWindowEvent', applyWindowEvent, [closedWindow, message]],
  ['toLedgerEvents', toLedgerEvents, [{ ...message, kind: 'status', status: 'delivered', pricing: { category: 'marketing', type: 'regular' } }]],
  ['toPricingReports', toPricingReports, [{ ...message, kind: 'status', status: 'delivered', raw: { pricing: { category: 'marketing', type: 'regular', pricing_model: 'PMP', billable: true } } }]],
  ['parseMoney', parseMoney, ['USD', '1.50']],
  ['parseBillingTime', parseBillingTime, ['2026-11-01', 'UTC']],
  ['parseRateCardCsv', parseRateCardCsv, ['Market,Currency\nBrazil,USD']],
  ['parseVolumeTierCsv', parseVolumeTierCsv, ['Market,Currency\nBrazil,USD']],
  ['ledger', (event: never) => createLedger({ currency: 'USD' }).record(event), [{ kind: 'sent', id: 'a', phoneNumberId: '106', user: '5511987654321', category: 'marketing', at }]],
  ['defineTemplate', defineTemplate, [definition]],
  ['renderTemplate', renderTemplate, [definition, { name: 'Ana', header: ['A'], buttons: ['x'] }]],
  ['templateMessage', templateMessage, [definition, { body: { name: 'Ana' }, header: ['A'], buttons: ['x'] }]],
  ['toCreatePayload', toCreatePayload, [definition]],
  ['validateTemplate', validateTemplate, [definition]],
  ['validateTemplates', validateTemplates, [[definition]]],
  ['toTemplateDefinition', toTemplateDefinition, [remote]],
  ['templateModule', templateModule, [[remote]]],
  ['planTemplates', planTemplates, [[definition], [remote]]],
  ['planTemplates', planTemplates, [{ definitions: [definition], templates: [remote] }]],
  ['renderTemplatePayload', renderTemplatePayload, [remote, { name: 'hello', language: { code: 'en' }, components: [{ type: 'body', parameters: [{ type: 'text', text: 'a', parameter_name: 'name' }] }] }]],
  ['queueRetryDelay', queueRetryDelay, [1]],
  ['verifyChallenge', verifyChallenge, [{ url: 'https://a.example/?hub.mode=subscribe', verifyToken: 'a' }]],
  ['verifySignature', verifySignature, [{ appSecret: 'a', body: 'b', signature: 'c' }]],
  ['verifyFlowTokenSignature', verifyFlowTokenSignature, [{ appSecret: 'a', token: 'b.c.d', signature: 'a.b.c' }]],
  ['parseWebhook', parseWebhook, [messagesBody(textMessage('a'))]],
];
test('pure', async () => {
  const faults = new Faults();
  for (const [name, call, args] of pure) {
    try { await wabaText(call)(...args); } catch (error) { console.log(name, String(error).slice(0, 300)); }
    for (const { path, poison, value } of poisoned(args, everyPoison, 1500)) {
      if (path.length === 0) continue;
      await faults.check(`${name} ${path.join('.')} ${nameOf(poison)}`, () => wabaText(call)(...(value as unknown[])), (e) => isWabakitError(e) || isWebhookError(e));
    }
  }
  expect(faults.lines).toEqual([]);
});

const contractClient = (fetch: typeof globalThis.fetch) => makeCoreClient({ accessToken: 'TOKEN', phoneNumberId: '1061', wabaId: '1022', appId: '6349', businessPortfolioId: '5069', retry: false, fetch });
async function settle(value: Promise<unknown> | AsyncIterable<unknown>): Promise<void> {
  if (!(Symbol.asyncIterator in value)) return void (await value);
  let left = 3;
  for await (const item of value) if (item !== undefined && --left === 0) return;
}
const allContracts: readonly Contract[] = Object.values(contracts).flat();
test('graph', async () => {
  const faults = new Faults();
  for (const contract of allContracts)
    for (const { path, poison, value } of poisoned(contract.reply ?? { success: true }, jsonPoison, 120)) {
      const body = JSON.stringify(value);
      await faults.check(`${contract.name} ${path.join('.')} ${nameOf(poison)}`, () => settle(contract.call(contractClient(() => Promise.resolve(new Response(body, { headers: { 'content-type': 'application/json' } }))))));
    }
  const refusal = { error: { message: 'no', type: 'OAuthException', code: 100, error_subcode: 1, is_transient: false, error_user_title: 'x', error_user_msg: 'y', error_data: { messaging_product: 'whatsapp', details: 'd', blame_field_specs: [['a']] }, fbtrace_id: 'A1' } };
  for (const status of [400, 500])
  for (const { path, poison, value } of poisoned(refusal)) {
      const body = JSON.stringify(value);
      await faults.check(`refusal ${path.join('.')} ${nameOf(poison)}`, async () => { await settle(allContracts[20]!.call(contractClient(() => Promise.resolve(new Response(body, { status, headers: { 'content-type': 'application/json' } }))))); throw new Error('taken'); });
  }
  console.log(faults.calls);
  expect(faults.lines).toEqual([]);
});
test('emulator', async () => {
  const faults = new Faults();
  const statuses: Record<string, number> = {};
  const unhandled: unknown[] = [];
  for (const contract of allContracts) {
    const emulator = await createEmulator({ templates: [orderUpdate], clock: 'manual', webhook: { handler: (request: Request) => new Response(new URL(request.url).searchParams.get('hub.challenge')) } });
    await emulator.phone('+16505551234').say('Hi');
    const ids: Record<string, string> = { 1061: emulator.phoneNumberId, 1022: emulator.wabaId, 6349: emulator.clientOptions.appId, 5069: emulator.clientOptions.businessPortfolioId };
    const requests: Request[] = [];
    await settle(contract.call(contractClient((input, init) => { requests.push(new Request(input, init)); return Promise.resolve(Response.json({})); }))).catch(() => 0);
    const [request] = requests;
    if (!request || !request.headers.get('content-type')?.includes('json')) continue;
    const url = request.url.replace(/1061|1022|6349|5069/g, (id) => ids[id] ?? id);
    const body: unknown = await request.json();
    for (const { path, poison, value } of poisoned(body, jsonPoison, 60)) 
      await faults.check(`${contract.name} ${path.join('.')} ${nameOf(poison)}`, async () => {
        const response = await emulator.fetch(url, { method: request.method, headers: { authorization: `Bearer ${emulator.accessToken}`, 'content-type': 'application/json' }, body: JSON.stringify(value) });
        statuses[response.status] = (statuses[response.status] ?? 0) + 1;
        const answer = await response.json() as { error?: { code?: unknown; message?: unknown } };
        if (response.status >= 500 || (response.status >= 400 && typeof answer.error?.code !== 'number')) throw new Error(`${contract.name} ${response.status} ${JSON.stringify(answer)}`);
      });
    await emulator.close();
  }
  console.log(faults.calls, statuses, unhandled);
  expect(faults.lines).toEqual([]);
});
test('endpoint', async () => {
  const faults = new Faults();
  const { publicKey, privateKey } = keyPair();
  const seen: unknown[] = [];
  const endpoint = createFlowEndpoint({ privateKey, appSecret, on: { init: () => ({ screen: 'A' }), dataExchange: () => ({ screen: 'A', data: {} }), back: () => ({ screen: 'A' }), error: () => undefined }, onError: (error: unknown) => void seen.push(error) } as never);
  const statuses: Record<string, number> = {};
  const samples = [
    { version: '3.0', action: 'data_exchange', flow_token: 'order-17', screen: 'PAY', data: { a: '1' } },
    { version: '3.0', action: 'INIT', flow_token: 'order-17' },
    { version: '3.0', action: 'BACK', flow_token: 'order-17', screen: 'PAY', data: { a: '1' } },
    { version: '3.0', action: 'ping' },
    { version: '3.0', action: 'data_exchange', flow_token: 'order-17', screen: 'PAY', data: { error: 'x', error_message: 'y' } },
  ];
  for (const sample of samples) for (const { path, poison, value } of poisoned(sample)) {
    const body = envelope(seal(publicKey, value));
    await faults.check(`${sample.action} ${path.join('.')} ${nameOf(poison)}`, async () => {
      const before = seen.length;
      const response = await endpoint(new Request('https://a.example/', { method: 'POST', body, headers: { 'content-type': 'application/json', 'x-hub-signature-256': sign(body) } }));
      statuses[response.status] = (statuses[response.status] ?? 0) + 1;
      for (const e of seen.slice(before)) if (!isWabakitError(e)) throw e;
      if (response.status >= 500 && response.status !== 501) throw new Error(`${response.status}`);
    });
  }
  console.log(faults.calls, statuses);
  expect(faults.lines).toEqual([]);
});
void [getBody, statusesBody, createClient, vi, toSentEvent];
