import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { makeCoreClient } from '../../helpers/core-client.ts';
import { isApiError } from '../../../src/errors/api-error.ts';
import { isResponseShapeError } from '../../../src/errors/response-shape-error.ts';
import { isUsageError } from '../../../src/errors/usage-error.ts';
import { bindOperations } from '../../../src/client/bind.ts';
import { toCreatePayload } from '../../../src/templates/index.ts';
import { loginCode, orderUpdate } from '../../templates/samples.ts';

const server = setupServer();
beforeAll(() => {
  server.listen({ onUnhandledFrame: 'error' });
});
afterEach(() => {
  server.resetHandlers();
});
afterAll(() => {
  server.close();
});

const accessToken = 'EAAtest';
const client = makeCoreClient({
  accessToken,
  wabaId: '102290129340398',
  apiVersion: 'v26.0',
  retry: false,
});
const { templates } = bindOperations(client);

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly query: Readonly<Record<string, string>>;
  readonly authorization: string | null;
  readonly body: unknown;
}

/** Answers every call with these replies, one after the other, and tells what was asked. */
function answer(
  ...replies: readonly { readonly status?: number; readonly json: unknown }[]
): readonly Seen[] {
  const seen: Seen[] = [];
  server.use(
    http.all('*', async ({ request }) => {
      const { origin, pathname, searchParams } = new URL(request.url);
      const text = await request.text();
      seen.push({
        method: request.method,
        url: origin + pathname,
        query: Object.fromEntries(searchParams),
        authorization: request.headers.get('authorization'),
        body: text === '' ? undefined : (JSON.parse(text) as unknown),
      });
      const reply = replies[seen.length - 1] ?? replies.at(-1);
      return HttpResponse.json(reply?.json as Record<string, unknown>, { status: reply?.status ?? 200 });
    }),
  );
  return seen;
}

const all = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
};

const graph = 'https://graph.facebook.com/v26.0';
const account = `${graph}/102290129340398`;
const fields =
  'id,name,language,status,category,components,previous_category,correct_category,parameter_format,quality_score,rejected_reason,' +
  'sub_category,cta_url_link_tracking_opted_out,optimization_spec,message_send_ttl_seconds,library_template_name,last_updated_time';
const created = { id: '1627019861106475', status: 'PENDING', category: 'UTILITY' };
const remote = {
  id: '1',
  name: 'a',
  language: 'en',
  status: 'APPROVED',
  category: 'UTILITY',
  components: [],
};
const comparison = {
  data: [
    { metric: 'BLOCK_RATE', type: 'RELATIVE', order_by_relative_metric: ['2', '1'] },
    { metric: 'MESSAGE_SENDS', type: 'NUMBER_VALUES', number_values: [{ key: '1', value: 1273 }] },
    { metric: 'TOP_BLOCK_REASON', type: 'STRING_VALUES', string_values: [{ key: '1', value: 'SPAM' }] },
  ],
};
const analytics = {
  data: [{ granularity: 'DAILY', data_points: [{ template_id: '7', start: 1, end: 2, sent: 3 }] }],
};
const otp = { ...loginCode, buttons: [{ type: 'otp', otpType: 'copy_code' }] } as const;

interface Contract {
  readonly call: () => Promise<unknown>;
  readonly method: string;
  readonly url: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly reply: unknown;
  /** What the operation gives, where it is not the reply itself. */
  readonly result?: unknown;
}

const { components } = toCreatePayload(orderUpdate);
const contracts: Readonly<Record<string, Contract>> = {
  create: {
    call: () => templates.create(orderUpdate),
    method: 'POST',
    url: `${account}/message_templates`,
    body: toCreatePayload(orderUpdate),
    reply: created,
  },
  'create in another account': {
    call: () => templates.create(orderUpdate, { wabaId: '7' }),
    method: 'POST',
    url: `${graph}/7/message_templates`,
    body: toCreatePayload(orderUpdate),
    reply: created,
  },
  edit: {
    call: () =>
      templates.edit({ templateId: '5', definition: { ...orderUpdate, messageSendTtlSeconds: 60 } }),
    method: 'POST',
    url: `${graph}/5`,
    body: { components, category: 'UTILITY', message_send_ttl_seconds: 60 },
    reply: { success: true },
    result: undefined,
  },
  'edit of an approved template': {
    call: () =>
      templates.edit({
        templateId: '5',
        definition: orderUpdate,
        current: { status: 'APPROVED', category: 'UTILITY' },
      }),
    method: 'POST',
    url: `${graph}/5`,
    body: { components },
    reply: { success: true },
    result: undefined,
  },
  get: {
    call: () => templates.get({ templateId: '1' }),
    method: 'GET',
    url: `${graph}/1`,
    query: { fields },
    reply: remote,
  },
  list: {
    call: () => all(templates.list({ name: 'a', status: 'APPROVED', limit: 50 })),
    method: 'GET',
    url: `${account}/message_templates`,
    query: { name: 'a', status: 'APPROVED', fields, limit: '50' },
    reply: { data: [remote] },
    result: [remote],
  },
  'delete by name': {
    call: () => templates.delete({ name: 'a' }),
    method: 'DELETE',
    url: `${account}/message_templates`,
    query: { name: 'a' },
    reply: { success: true },
    result: undefined,
  },
  'delete by id': {
    call: () => templates.delete({ name: 'a', templateId: '1' }),
    method: 'DELETE',
    url: `${account}/message_templates`,
    query: { name: 'a', hsm_id: '1' },
    reply: { success: true },
    result: undefined,
  },
  deleteMany: {
    call: () => templates.deleteMany({ templateIds: ['1', '2'] }),
    method: 'DELETE',
    url: `${account}/message_templates`,
    query: { hsm_ids: '["1","2"]' },
    reply: { success: true },
    result: undefined,
  },
  listLibrary: {
    call: () => all(templates.listLibrary({ search: 'payments', topic: 'PAYMENTS', language: 'en_US' })),
    method: 'GET',
    url: `${graph}/message_template_library`,
    query: { search: 'payments', topic: 'PAYMENTS', language: 'en_US' },
    reply: { data: [{ id: '9', name: 'low_balance_warning_1' }] },
    result: [{ id: '9', name: 'low_balance_warning_1' }],
  },
  createFromLibrary: {
    call: () =>
      templates.createFromLibrary({
        name: 'mine',
        language: 'en_US',
        libraryTemplateName: 'delivery_update_1',
        buttonInputs: [
          {
            type: 'URL',
            url: { base_url: 'https://a.example/{{1}}', url_suffix_example: 'https://a.example/1' },
          },
        ],
        bodyInputs: { add_contact_number: true },
      }),
    method: 'POST',
    url: `${account}/message_templates`,
    body: {
      name: 'mine',
      language: 'en_US',
      category: 'UTILITY',
      library_template_name: 'delivery_update_1',
      library_template_button_inputs: [
        {
          type: 'URL',
          url: { base_url: 'https://a.example/{{1}}', url_suffix_example: 'https://a.example/1' },
        },
      ],
      library_template_body_inputs: { add_contact_number: true },
    },
    reply: created,
  },
  preview: {
    call: () =>
      templates.preview({
        languages: ['en_US', 'es_ES'],
        addSecurityRecommendation: true,
        codeExpirationMinutes: 10,
      }),
    method: 'GET',
    url: `${account}/message_template_previews`,
    query: {
      category: 'AUTHENTICATION',
      languages: 'en_US,es_ES',
      add_security_recommendation: 'true',
      code_expiration_minutes: '10',
      button_types: 'OTP',
    },
    reply: { data: [{ language: 'en_US', body: '*{{1}}* is your verification code.' }] },
    result: [{ language: 'en_US', body: '*{{1}}* is your verification code.' }],
  },
  upsertAuthentication: {
    call: () => templates.upsertAuthentication({ definition: otp, languages: ['en_US', 'es_ES'] }),
    method: 'POST',
    url: `${account}/upsert_message_templates`,
    body: {
      name: 'login_code',
      languages: ['en_US', 'es_ES'],
      category: 'AUTHENTICATION',
      message_send_ttl_seconds: 60,
      components: [
        { type: 'BODY', add_security_recommendation: true },
        { type: 'FOOTER', code_expiration_minutes: 10 },
        { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
      ],
    },
    reply: { data: [{ id: '1', status: 'APPROVED', language: 'en_US' }] },
    result: [{ id: '1', status: 'APPROVED', language: 'en_US' }],
  },
  compare: {
    call: () =>
      templates.compare({
        templateId: '1',
        otherTemplateId: '2',
        days: 7,
        until: new Date(1_700_000_000_999),
      }),
    method: 'GET',
    url: `${graph}/1/compare`,
    query: { template_ids: '[2]', start: '1699395200', end: '1700000000' },
    reply: comparison,
    result: { blockRateOrder: ['2', '1'], sends: { '1': 1273 }, topBlockReason: { '1': 'SPAM' } },
  },
  unpause: {
    call: () => templates.unpause({ templateId: '1' }),
    method: 'POST',
    url: `${graph}/1/unpause`,
    reply: { success: false, reason: 'Not paused' },
  },
  setOptimization: {
    call: () =>
      templates.setOptimization({
        templateId: '1',
        optimizationSpec: { bidStrategy: 'LOWEST_COST_WITH_BID_CAP', bidAmount: 87_000 },
      }),
    method: 'POST',
    url: `${graph}/1`,
    body: { optimization_spec: { bid_strategy: 'LOWEST_COST_WITH_BID_CAP', bid_amount: 87_000 } },
    reply: { success: true },
    result: undefined,
  },
  archive: {
    call: () => templates.archive({ templateIds: ['1', '2'] }),
    method: 'POST',
    url: 'https://api.facebook.com/v26.0/102290129340398/message_templates/archive',
    body: { hsm_ids: ['1', '2'] },
    reply: {
      archived_templates: ['1'],
      failed_templates: { '2': 'Only approved or rejected templates can be archived' },
    },
  },
  unarchive: {
    call: () => templates.unarchive({ templateIds: ['1'] }),
    method: 'POST',
    url: 'https://api.facebook.com/v26.0/102290129340398/message_templates/unarchive',
    body: { hsm_ids: ['1'] },
    reply: { unarchived_templates: ['1'] },
  },
  migrate: {
    call: () => templates.migrate({ sourceWabaId: '55', page: 0, count: 200, templateIds: ['1'] }),
    method: 'POST',
    url: `${account}/migrate_message_templates`,
    body: { source_waba_id: '55', page_number: 0, count: 200, template_ids: ['1'] },
    reply: { migrated_templates: ['8'], failed_templates: { '2': 'Incorrect category' } },
  },
  createGroup: {
    call: () => templates.createGroup({ name: 'Black Friday', description: 'US', templateIds: ['1', '2'] }),
    method: 'POST',
    url: `${account}/template_groups`,
    body: { name: 'Black Friday', description: 'US', whatsapp_business_templates: ['1', '2'] },
    reply: { id: '9020555671393375' },
  },
  listGroups: {
    call: () => all(templates.listGroups({ limit: 5 })),
    method: 'GET',
    url: `${account}/template_groups`,
    query: { limit: '5' },
    reply: { data: [{ id: '9', name: 'Black Friday' }] },
    result: [{ id: '9', name: 'Black Friday' }],
  },
  getGroup: {
    call: () => templates.getGroup({ templateGroupId: '9' }),
    method: 'GET',
    url: `${graph}/9`,
    reply: { id: '9', name: 'Black Friday', whatsapp_business_templates: { data: [{ id: '1' }] } },
  },
  updateGroup: {
    call: () => templates.updateGroup({ templateGroupId: '9', name: 'Black Week' }),
    method: 'POST',
    url: `${graph}/9`,
    body: { name: 'Black Week' },
    reply: { success: true },
    result: undefined,
  },
  deleteGroup: {
    call: () => templates.deleteGroup({ templateGroupId: '9' }),
    method: 'DELETE',
    url: `${graph}/9`,
    reply: { success: true },
    result: undefined,
  },
  getAnalytics: {
    call: () =>
      all(
        templates.getAnalytics({
          templateIds: ['7', '8'],
          since: 1_718_064_000_000,
          until: 1_718_122_745_000,
          metrics: ['sent', 'read'],
          productType: 'CLOUD_API',
        }),
      ),
    method: 'GET',
    url: `${account}/template_analytics`,
    query: {
      start: '1718064000',
      end: '1718122745',
      granularity: 'daily',
      metric_types: 'sent,read',
      template_ids: '[7,8]',
      product_type: 'CLOUD_API',
    },
    reply: analytics,
    result: analytics.data,
  },
  getGroupAnalytics: {
    call: () =>
      all(
        templates.getGroupAnalytics({
          templateGroupIds: ['9'],
          startDate: '2026-11-01',
          endDate: '2026-11-22',
        }),
      ),
    method: 'GET',
    url: `${account}/template_group_analytics`,
    query: {
      start: '2026-11-01',
      end: '2026-11-22',
      use_waba_timezone: 'true',
      granularity: 'daily',
      template_group_ids: '[9]',
    },
    reply: analytics,
    result: analytics.data,
  },
  enableAnalytics: {
    call: () => templates.enableAnalytics(),
    method: 'POST',
    url: account,
    query: { is_enabled_for_insights: 'true' },
    reply: { id: 102290129340398 },
    result: undefined,
  },
};

test('behavior: every operation has a contract', () => {
  const covered = new Set(Object.keys(contracts).map((name) => name.split(' ')[0]));
  // These two are made of other operations and have tests of their own.
  const composed = ['apply', 'pull'];
  expect([...covered, ...composed].toSorted()).toEqual(Object.keys(templates).toSorted());
});

describe.each(Object.entries(contracts))('%s', (_name, contract) => {
  test('default: method, path, query, token, body and reply', async () => {
    const seen = answer({ json: contract.reply });
    const result = await contract.call();
    expect(seen).toEqual([
      {
        method: contract.method,
        url: contract.url,
        query: contract.query ?? {},
        authorization: `Bearer ${accessToken}`,
        body: contract.body,
      },
    ]);
    expect(result).toEqual('result' in contract ? contract.result : contract.reply);
  });

  test('error: a refusal carries Meta’s code', async () => {
    answer({
      status: 400,
      json: { error: { code: 2388024, message: 'Content in this language already exists' } },
    });
    const error: unknown = await contract.call().catch((reason: unknown) => reason);
    expect(isApiError(error) && error.code).toBe(2388024);
  });
});

test('behavior: a list goes on to its last page, and asks for no more than is read', async () => {
  const page = (id: string, after?: string) => ({
    json: {
      data: [{ ...remote, id }],
      paging: {
        cursors: { before: 'b', after: after ?? 'end' },
        ...(after && { next: `${account}?after=${after}` }),
      },
    },
  });
  const seen = answer(page('1', 'A'), page('2', 'B'), page('3'));
  expect((await all(templates.list())).map(({ id }) => id)).toEqual(['1', '2', '3']);
  expect(seen.map(({ query }) => query['after'])).toEqual([undefined, 'A', 'B']);

  const again = answer(page('1', 'A'), page('2', 'B'));
  for await (const { id } of templates.list()) if (id === '1') break;
  expect(again).toHaveLength(1);
});

describe('args: what is refused before it is sent', () => {
  const cases: Readonly<Record<string, readonly [call: () => unknown, message: string]>> = {
    'a definition with faults': [
      () => templates.create({ ...orderUpdate, name: 'Order' }),
      'name may have a-z, 0-9 and _ only',
    ],
    'an edit of a template in review': [
      () =>
        templates.edit({
          templateId: '5',
          definition: orderUpdate,
          current: { status: 'PENDING', category: 'UTILITY' },
        }),
      'a template that is PENDING cannot be edited, only APPROVED, REJECTED, PAUSED',
    ],
    'another category for an approved template': [
      () =>
        templates.edit({
          templateId: '5',
          definition: orderUpdate,
          current: { status: 'APPROVED', category: 'MARKETING' },
        }),
      'the category of an approved template stays MARKETING',
    ],
    'no ids': [() => templates.deleteMany({ templateIds: [] }), 'has 0 ids, 1 to 100 are allowed'],
    '101 ids': [
      () => templates.archive({ templateIds: Array.from({ length: 101 }, String) }),
      'has 101 ids, 1 to 100 are allowed',
    ],
    '11 ids in a query': [
      () =>
        all(templates.getAnalytics({ templateIds: Array.from({ length: 11 }, String), since: 0, until: 1 })),
      'has 11 ids, 1 to 10 are allowed',
    ],
    'labels in several languages': [
      () => templates.upsertAuthentication({ definition: loginCode, languages: ['en_US'] }),
      'has a label, which Meta does not take for several languages',
    ],
    'no languages': [
      () => templates.upsertAuthentication({ definition: otp, languages: [] }),
      'has 0 languages, at least 1 is needed',
    ],
    'a batch of 501': [
      () => templates.migrate({ sourceWabaId: '5', count: 501 }),
      'is 501, 1 to 500 are allowed',
    ],
    'a group with a long name': [
      () => templates.createGroup({ name: 'x'.repeat(257), templateIds: ['1'] }),
      'has 257 characters, at most 256 are allowed',
    ],
    'no account': [
      () => bindOperations(makeCoreClient({ accessToken })).templates.create(orderUpdate),
      'wabaId',
    ],
  };
  test.each(Object.entries(cases))('%s', async (_name, [call, message]) => {
    const seen = answer({ json: {} });
    const error: unknown = await (async () => call())().catch((reason: unknown) => reason);
    expect(isUsageError(error) && error.message).toContain(message);
    expect(seen).toEqual([]);
  });
});

test('error: a reply of another shape is told as such', async () => {
  answer({ json: { id: 5 } });
  const error: unknown = await templates.create(orderUpdate).catch((reason: unknown) => reason);
  expect(isResponseShapeError(error)).toBe(true);
});
