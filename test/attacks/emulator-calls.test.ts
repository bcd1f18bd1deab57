import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { PhoneAction } from '../../src/emulator/page/protocol/protocol.ts';
import { routes } from '../../src/emulator/routes/index.ts';
import { buttons, getGraph, template, text, type Answer } from '../emulator/helpers.ts';
import { ana, closeAll, json, serve, visit, type Served, type Visit } from './emulator-visits.ts';
import { promise, report, rounds } from './promise.ts';

afterEach(closeAll);

const jsonValue = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    'x',
    '*',
    '\u0000',
    -1,
    0,
    1.5,
    1e308,
    2 ** 53,
    '1e999',
    [],
    {},
    [[]],
    { a: 1 },
    '__proto__',
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Puts a value where a path of numbers leads in an object, at any depth; `undefined` takes away what is there. */
function put(value: unknown, [index = 0, ...rest]: readonly number[], change: unknown): unknown {
  if (typeof value !== 'object' || value === null) return change;
  const entries = Object.entries(value);
  const [name = 'extra', inner] = entries[index] ?? [];
  const next = rest.length === 0 ? change : put(inner, rest, change);
  return Array.isArray(value)
    ? value.map((item: unknown, at) => (at === index ? next : item))
    : Object.fromEntries([...entries.filter(([one]) => one !== name), [name, next]]);
}

/** Changes some fields of an object, at any depth, to any JSON; takes some away, adds some. */
const mutated = <Value extends object>(values: readonly Value[]): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      fc.constantFrom(...values),
      fc.array(
        fc.tuple(
          fc.array(fc.nat(6), { minLength: 1, maxLength: 5 }),
          fc.option(jsonValue, { nil: undefined }),
        ),
        { maxLength: 3 },
      ),
    )
    .map(([value, changes]) =>
      changes.reduce<unknown>((copy, [path, change]) => put(copy, path, change), value),
    );

const actions: readonly PhoneAction[] = [
  { kind: 'addUser', waId: ana, name: 'Ana' },
  { kind: 'say', waId: ana, text: 'Hi', quotes: 'wamid.x' },
  {
    kind: 'sendMedia',
    waId: ana,
    type: 'image',
    mimeType: 'image/png',
    data: 'aGk=',
    filename: 'a.png',
    caption: 'x',
    voice: false,
  },
  { kind: 'shareLocation', waId: ana, location: { latitude: 1, longitude: 2, name: 'x', address: 'y' } },
  { kind: 'answerCallRequest', waId: ana, wamid: 'wamid.x', answer: 'reject' },
  { kind: 'answerLocationRequest', waId: ana, wamid: 'wamid.x', location: { latitude: 1, longitude: 2 } },
  { kind: 'answerContactRequest', waId: ana, wamid: 'wamid.x' },
  { kind: 'answerAddressRequest', waId: ana, wamid: 'wamid.x', values: { city: 'x' }, savedAddressId: '1' },
  { kind: 'shareContact', waId: ana, name: 'Ben', phone: '+5511987654322' },
  { kind: 'tap', waId: ana, wamid: 'wamid.x', id: 'yes', index: 0, card: 0 },
  { kind: 'submitFlow', waId: ana, wamid: 'wamid.x', response: {} },
  { kind: 'order', waId: ana, wamid: 'wamid.x', items: [{ retailerId: 'a', quantity: 1 }] },
  { kind: 'react', waId: ana, wamid: 'wamid.x', emoji: '👍' },
  { kind: 'read', waId: ana, wamid: 'wamid.x' },
  { kind: 'play', waId: ana, wamid: 'wamid.x' },
  { kind: 'startFromAd', waId: ana, text: 'Hi', headline: 'Sale', body: 'x' },
  { kind: 'block', waId: ana, blocked: false },
  { kind: 'stopPromotions', waId: ana, stopped: true },
  { kind: 'goOffline', waId: ana, offline: false },
  { kind: 'setSpeed', speed: 0 },
  { kind: 'advance', milliseconds: 1000 },
  { kind: 'approveTemplate', id: '1' },
  { kind: 'rejectTemplate', id: '1', reason: 'INVALID_FORMAT' },
  { kind: 'pauseTemplate', id: '1' },
  { kind: 'disableTemplate', id: '1' },
  { kind: 'changeTemplateCategory', id: '1', category: 'UTILITY' },
  { kind: 'addFault', rule: { code: 131026, times: 1 } },
  { kind: 'removeFault', id: '1' },
  { kind: 'redeliver', number: 1 },
  { kind: 'setWebhook', url: 'http://127.0.0.1:1/' },
  { kind: 'reset' },
];

const faultRules = [
  { code: 131026, on: 'api', as: 'status', details: 'x', subcode: 1, probability: 0, times: 1 },
  { status: 500, match: { method: 'POST', path: '/x', to: ana, type: 'text', template: 'x' } },
  {
    on: 'webhook',
    drop: 'before',
    delay: 1,
    copies: 2,
    reorder: true,
    match: { path: { source: 'x', flags: 'i' } },
  },
];

const oddBodies = [
  '',
  ' ',
  'null',
  '[]',
  '1',
  '"x"',
  '{',
  '{}',
  '{"kind":1}',
  '{"kind":"constructor"}',
  '{"kind":"__proto__"}',
  '\uFEFF{}',
  '{"__proto__":{"kind":"say"}}',
  '[{"kind":"reset"}]',
  `${'['.repeat(100_000)}`,
  `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
];

describe('malformed calls', () => {
  const act = (served: Served, body: string) =>
    visit(served, { method: 'POST', path: '/_wabakit/actions', headers: json, body });
  const countJson = (value: string): string => value.slice(0, 80);

  test(
    promise('emulator-malformed-actions', '0 of 600 actions end in a 5xx or end the process'),
    async () => {
      const served = await serve();
      const runs = rounds(600, 60_000);
      let [refused, done] = [0, 0];
      await served.emulator.phone(`+${ana}`).say('Hi');
      const wamid = served.emulator.messages[0]?.wamid ?? '';
      for (const body of oddBodies) expect((await act(served, body)).status, countJson(body)).toBe(400);
      for (const speed of ['fast', null, [], {}, -1, 1e9, '60']) {
        const { status, text: answer } = await act(served, JSON.stringify({ kind: 'setSpeed', speed }));
        expect([status, answer], JSON.stringify(speed)).toEqual([400, expect.stringContaining('speed')]);
      }
      const action = fc.oneof(
        {
          weight: 5,
          arbitrary: mutated(actions.map((one) => ({ ...one, ...('wamid' in one && { wamid }) }))),
        },
        { weight: 1, arbitrary: mutated(faultRules).map((rule) => ({ kind: 'addFault', rule })) },
        {
          weight: 1,
          arbitrary: mutated(faultRules.map(({ match }) => ({ ...match }))).map((match) => ({
            kind: 'addFault',
            rule: { code: 1, match },
          })),
        },
      );
      for (const one of fc.sample(action, runs)) {
        const { status, text: answer } = await act(served, JSON.stringify(one));
        expect([200, 400], JSON.stringify(one)).toContain(status);
        const result = JSON.parse(answer) as { ok: boolean; error?: string };
        expect(result.ok).toBe(status === 200);
        if (status === 400) expect(result.error).toMatch(/\w{3}/);
        if (status === 200) done += 1;
        else refused += 1;
      }
      expect(done + refused).toBe(runs);
      expect((await visit(served, { path: '/_wabakit/state' })).status).toBe(200);
      report(`${runs} random actions: ${done} done, ${refused} refused with 400, 0 others`);
    },
  );
});

// Names that the Graph side reads, in bodies and in queries.
const names =
  `messaging_product to recipient type text body template name language components category message_id status interactive action parameters
  image id link caption biz_opaque_callback_data recipient_type context pin code fields limit after before start end granularity start_time end_time
  phone_number_id file_length file_type file_name verified_name cc phone_number description subject participants user join_requests vertical websites
  about email address block_users users prefilled_message code username enable_welcome_message commands prompts is_cart_enabled calling session sdp
  call_id flow_json categories clone_flow_id endpoint_uri asset_type hsm_ids template_ids metric_types dimensions phone_numbers country_codes
  business_public_key override_callback_uri verify_token input_token max_price currency budget contacts entity_type registered status message_template_id`.split(
    /\s+/,
  );

const hostileBodies = (boundary: string): readonly Visit['headers'][] => [
  { 'content-type': 'multipart/form-data' },
  { 'content-type': `multipart/form-data; boundary=${boundary}` },
  { 'content-type': 'MULTIPART/form-data; boundary="' },
  { 'content-type': 'application/x-www-form-urlencoded' },
  { 'content-type': 'application/json' },
  { 'content-type': 'image/png', file_offset: '0' },
  { 'content-type': 'image/png', file_offset: '-1' },
  { 'content-type': 'image/png', file_offset: 'x' },
  {},
];
const hostileTexts = [
  ...oddBodies,
  '--x',
  '--x\r\n\r\n--x--',
  '--x\r\ncontent-disposition: form-data\r\n\r\n1\r\n--x--\r\n',
  '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n1\r\n--x--\r\n',
  '--x\r\ncontent-disposition: form-data; name="file"; filename="\u{1F600}\u0000"\r\ncontent-type: \u2028\r\n\r\n1\r\n--x--\r\n',
  '--x\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\n1\r\n--x--\r\n',
  'a=%zz&b=%ff&__proto__=1&constructor[prototype]=2',
  `template={"a":${'['.repeat(20_000)}`,
  '\u0000'.repeat(1000),
];

async function prepare(served: Served) {
  const { emulator } = served;
  const graph = getGraph(emulator, fetch, served.url);
  await emulator.phone(`+${ana}`).say('Hi');
  const upload = new FormData();
  upload.set('messaging_product', 'whatsapp');
  upload.set('file', new Blob(['%PDF-1.7'], { type: 'application/pdf' }), 'a.pdf');
  const id = (answer: Answer): string => String(answer.body['id']);
  return {
    phone: emulator.phoneNumberId,
    waba: emulator.wabaId,
    business: emulator.clientOptions.businessPortfolioId,
    app: emulator.clientOptions.appId,
    template: emulator.templates.all[0]?.id ?? '',
    media: id(await graph('POST', '{phone}/media', upload)),
    flow: id(await graph('POST', '{waba}/flows', { name: 'f', categories: ['OTHER'] })),
    group: id(await graph('POST', '{phone}/groups', { messaging_product: 'whatsapp', subject: 'g' })),
    template_group: id(
      await graph('POST', '{waba}/template_groups', { name: 'g', whatsapp_business_templates: [] }),
    ),
    upload: id(await graph('POST', 'app/uploads?file_length=10&file_type=image/png')).replace(/\?.*/, ''),
    migration: '1',
  };
}

describe('malformed calls of the Graph API', () => {
  test(
    promise('emulator-malformed-calls', '0 of 1,060 calls to 106 routes end in a 5xx'),
    async () => {
      const perRoute = rounds(10, 400);
      const keys = Object.keys(routes);
      let [calls, refused] = [0, 0];
      const faults: string[] = [];
      const value = fc.oneof(jsonValue, mutated([text(ana, 'Hi'), template(ana), buttons(ana)]));
      const body = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 8 });
      const headers = fc.constantFrom(...hostileBodies('x'));
      for (const key of keys) {
        const served = await serve();
        const ids: Readonly<Record<string, string>> = await prepare(served);
        const [method = '', path = ''] = key.split(' ');
        const bearer = { authorization: `OAuth ${served.emulator.accessToken}` };
        const bodies = fc.oneof(
          {
            weight: 3,
            arbitrary: fc.tuple(
              fc.constant({ ...json }),
              body.map((fields) => JSON.stringify(fields)),
            ),
          },
          { weight: 1, arbitrary: fc.tuple(headers, fc.constantFrom(...hostileTexts)) },
        );
        const queries = fc.oneof(
          fc.constant({}),
          fc.dictionary(
            fc.constantFrom(...names),
            fc.oneof(
              fc.string(),
              value.map((one) => JSON.stringify(one)),
            ),
            { maxKeys: 4 },
          ),
        );
        for (const [[own, sent], query] of fc.sample(fc.tuple(bodies, queries), perRoute)) {
          const [node = '', ...rest] = path.replace('*', 'x').split('/');
          const url = `/v26.0/${[ids[node] ?? node, ...rest].join('/')}?${new URLSearchParams(query).toString()}`;
          const request = {
            method,
            path: url,
            headers: { ...bearer, ...own },
            ...(method === 'GET' ? {} : { body: sent }),
          };
          const { status, text: answer } = await visit(served, request).catch((error: unknown) => ({
            status: 999,
            text: String(error),
          }));
          if (status >= 500 && status !== 501)
            faults.push(
              `${status} ${key} ${url} ${JSON.stringify(own)} ${sent.slice(0, 300)}: ${answer.slice(0, 200)}`,
            );
          calls += 1;
          if (status >= 400) refused += 1;
        }
        await served.emulator.clock.advance('1d');
      }
      expect(faults).toEqual([]);
      report(`${calls} malformed calls to ${keys.length} routes: ${refused} refused, 0 with a 5xx`);
    },
    600_000,
  );
});
