import { expect, test } from 'vitest';
import { isUsageError } from '../../../src/errors/usage-error.ts';
import { planTemplates, toCreatePayload, type Template } from '../../../src/templates/index.ts';
import { applyPlan } from '../../../src/api/templates/apply-plan.ts';
import { pullTemplates } from '../../../src/api/templates/pull-templates.ts';
import type { Client, Endpoint } from '../../../src/transport/transport.ts';
import { callPermission, loginCode, orderUpdate, survey } from '../../templates/samples.ts';

const now = 1_795_000_000_000;

/** A client that answers from a table and remembers what it was asked. */
function fake(reply: (endpoint: Endpoint<unknown>) => unknown) {
  const asked: string[] = [];
  const client: Client = {
    config: { wabaId: '1' },
    request: async (endpoint) => {
      asked.push(`${endpoint.method} ${endpoint.path}`);
      const json = reply(endpoint);
      if (json instanceof Error) throw json;
      return endpoint.parse({ status: 200, headers: new Headers(), json, stream: undefined });
    },
  };
  return { client, asked };
}

const created = { id: '9', status: 'PENDING', category: 'UTILITY' };
const getRemote = (
  definition: typeof loginCode | typeof orderUpdate | typeof callPermission,
  id: string,
): Template => ({
  ...toCreatePayload(definition),
  id,
  status: 'APPROVED',
  parameter_format: 'NAMED',
});
const plan = planTemplates(
  [survey, { ...orderUpdate, footer: { text: 'Thank you!' } }, callPermission],
  [getRemote(orderUpdate, '2'), getRemote(callPermission, '3'), getRemote(loginCode, '4')],
  { now, prune: true },
);

test('default: a dry run calls nothing', async () => {
  const { client, asked } = fake(() => created);
  const { steps, history } = await applyPlan(client, plan, { dryRun: true });
  expect(steps.map(({ step, outcome }) => `${step.action} ${step.name} ${outcome}`)).toEqual([
    'create survey planned',
    'edit order_update planned',
    'delete login_code planned',
  ]);
  expect(asked).toEqual([]);
  expect(history).toEqual({ edits: [], deletions: [] });
});

test('default: creates, edits and deletes, and tells what to remember', async () => {
  const { client, asked } = fake(({ path }) =>
    path.endsWith('message_templates') ? { ...created, success: true } : { success: true },
  );
  const { steps, history } = await applyPlan(client, plan, { clock: () => now });
  expect(asked).toEqual(['POST /1/message_templates', 'POST /2', 'DELETE /1/message_templates']);
  expect(steps.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
  expect(steps[0]?.created).toMatchObject(created);
  expect(history).toEqual({
    edits: [{ templateId: '2', at: now }],
    deletions: [{ name: 'login_code', language: 'en_US', at: now }],
  });
});

test('behavior: goes on after a failure, and forgets nothing that was done', async () => {
  const { client } = fake(({ method, path }) =>
    method === 'POST' && path === '/2' ? new Error('no') : { ...created, success: true },
  );
  const { steps, history } = await applyPlan(client, plan, { clock: () => now });
  expect(steps.map(({ outcome }) => outcome)).toEqual(['done', 'failed', 'done']);
  expect(steps[1]?.error).toMatchObject({ message: 'no' });
  expect(history.edits).toEqual([]);
});

test('behavior: only what counts against a limit is remembered', async () => {
  const rejected = { ...getRemote(orderUpdate, '2'), status: 'REJECTED' };
  const steps = planTemplates(
    [{ ...orderUpdate, footer: { text: 'x' } }],
    [rejected, { ...getRemote(loginCode, '4'), status: 'REJECTED' }],
    {
      now,
      prune: true,
    },
  );
  const { client } = fake(() => ({ success: true }));
  expect((await applyPlan(client, steps)).history).toEqual({ edits: [], deletions: [] });
});

test('behavior: a plan after its own application leaves everything unchanged', async () => {
  const account: Template[] = [];
  const { client } = fake((endpoint) => {
    if (endpoint.method === 'GET') return { data: account };
    const body = endpoint.body?.open();
    const payload = JSON.parse(typeof body === 'string' ? body : '') as Template;
    account.push({ ...payload, id: String(account.length), status: 'APPROVED' });
    return created;
  });
  const local = [survey, orderUpdate, loginCode];
  await applyPlan(client, planTemplates(local, [], { now }));
  expect(planTemplates(local, account, { now }).steps.map(({ action }) => action)).toEqual([
    'unchanged',
    'unchanged',
    'unchanged',
  ]);
  expect((await pullTemplates(client)).count).toBe(3);
});

test('behavior: pulling leaves deleted templates out', async () => {
  const { client } = fake(() => ({ data: [{ ...getRemote(orderUpdate, '2'), status: 'PENDING_DELETION' }] }));
  expect(await pullTemplates(client)).toMatchObject({ count: 0, skipped: [] });
});

test('error: a client without an account fails each step and throws nothing', async () => {
  const { client } = fake(() => created);
  const { steps } = await applyPlan({ ...client, config: {} }, plan);
  expect(steps[0]?.outcome).toBe('failed');
  expect(isUsageError(steps[0]?.error)).toBe(true);
});

test('behavior: a new max price alone goes without the contents, and is no edit to remember', async () => {
  const bodies: unknown[] = [];
  const { client, asked } = fake((endpoint) => {
    bodies.push(endpoint.body?.open());
    return { success: true };
  });
  const sale = (bidAmount: number, text = 'Everything must go, and it goes today.') =>
    ({
      name: 'sale',
      language: 'en',
      category: 'marketing',
      body: { text },
      optimizationSpec: { bidStrategy: 'LOWEST_COST_WITH_BID_CAP', bidAmount },
    }) as const;
  const account: Template = { ...toCreatePayload(sale(87_000)), id: '5', status: 'APPROVED' };
  const apply = (definition: ReturnType<typeof sale>) =>
    applyPlan(client, planTemplates([definition], [account], { now }), { clock: () => now });
  expect((await apply(sale(90_000))).history.edits).toEqual([]);
  expect((await apply(sale(90_000, 'Everything must go, and soon.'))).history.edits).toEqual([
    { templateId: '5', at: now },
  ]);
  expect(asked).toEqual(['POST /5', 'POST /5']);
  const spec = { bid_strategy: 'LOWEST_COST_WITH_BID_CAP', bid_amount: 90_000 };
  expect(bodies.map((body) => JSON.parse(String(body)) as unknown)).toEqual([
    { optimization_spec: spec },
    {
      components: [{ type: 'BODY', text: 'Everything must go, and soon.' }],
      optimization_spec: spec,
    },
  ]);
});
