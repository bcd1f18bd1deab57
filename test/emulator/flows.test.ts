import { expect, test } from 'vitest';
import { createClient } from 'wabakit';
import { createEmulator, type Emulator } from 'wabakit/emulator';
import { booking, smallest, type Json } from '../flows/json/samples.ts';
import { emulatorWithReceiver, type Answer, type getGraph } from './helpers.ts';

const ana = '+5511987654321';

const publicKey = '-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A\n-----END PUBLIC KEY-----';

type Graph = ReturnType<typeof getGraph>;

let made = 0;

async function makeFlow(graph: Graph, fields: Json = {}): Promise<string> {
  made += 1;
  const { body } = await graph('POST', '{waba}/flows', {
    name: `flow ${made}`,
    categories: ['SURVEY'],
    ...fields,
  });
  return String(body['id']);
}

const upload = (graph: Graph, id: string, content: string | object) => {
  const form = new FormData();
  form.set('name', 'flow.json');
  form.set('asset_type', 'FLOW_JSON');
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  form.set('file', new File([text], 'flow.json', { type: 'application/json' }));
  return graph('POST', `${id}/assets`, form);
};

const messageWith = (parameters: Json) => ({
  messaging_product: 'whatsapp',
  to: ana,
  type: 'interactive',
  interactive: {
    type: 'flow',
    body: { text: 'Book a day' },
    action: { name: 'flow', parameters: { flow_message_version: '3', flow_cta: 'Book', ...parameters } },
  },
});

const send = (graph: Graph, parameters: Json) => graph('POST', '{phone}/messages', messageWith(parameters));

const refusal = ({ body }: Answer) => [body.error?.code, body.error?.error_data?.details];

const invalid = (name: string) => [
  131009,
  `Parameter "flow_${name}" is invalid. Please check if the flow associated to this ${name} belongs to your WhatsApp Business Account, and it's in a valid state.`,
];

/** Sets the status that only Meta sets. */
async function setStatus(emulator: Emulator, id: string, status: string): Promise<void> {
  const text = emulator.snapshot();
  const at = text.indexOf(`"id":"${id}"`);
  const changed = text.slice(at).replace(/"status":"[A-Z]+"/, `"status":"${status}"`);
  await emulator.restore(text.slice(0, at) + changed);
}

async function withWindow() {
  const { emulator, graph } = await emulatorWithReceiver();
  await emulator.phone(ana).say('Hello');
  return { emulator, graph };
}

test('default: what is wrong in an upload comes back with its place, and stops the publishing', async () => {
  const { graph } = await emulatorWithReceiver();
  const id = await makeFlow(graph);
  const flow = smallest();
  flow.screens[0] = { ...flow.screens[0], id: 'SCREEN_1' };
  const position = { line_start: 5, line_end: 5, column_start: 13, column_end: 23 };
  const { body } = await upload(graph, id, JSON.stringify(flow, null, 2));
  expect(body).toEqual({
    success: true,
    validation_errors: [
      {
        error: 'PATTERN_MISMATCH',
        error_type: 'FLOW_JSON_ERROR',
        message:
          'screens[0].id is SCREEN_1; only letters A to Z and underscores are taken, so write SCREEN_ONE and not SCREEN_1.',
        ...position,
        pointers: [{ ...position, path: 'screens[0].id' }],
      },
    ],
  });
  const refused = await graph('POST', `${id}/publish`);
  expect(refused.body.error).toMatchObject({
    code: 139002,
    error_user_title: 'Publishing Flow with validation errors',
    error_data: { details: expect.stringContaining('PATTERN_MISMATCH: screens[0].id is SCREEN_1') as string },
  });
  expect((await graph('GET', `${id}?fields=status,validation_errors`)).body).toMatchObject({
    status: 'DRAFT',
    validation_errors: [{ error: 'PATTERN_MISMATCH' }],
  });
  expect((await upload(graph, id, smallest())).body).toEqual({ success: true, validation_errors: [] });
  expect((await graph('POST', `${id}/publish`)).body).toEqual({ success: true });
});

test.each<[string, string | object, string]>([
  [
    'a digit in a screen',
    { ...smallest(), screens: [{ ...smallest().screens[0], id: 'A1' }] },
    'PATTERN_MISMATCH',
  ],
  [
    'no terminal screen',
    {
      ...smallest(),
      screens: [{ id: 'A', title: 'A', layout: { type: 'SingleColumnLayout', children: [] } }],
    },
    'MISSING_TERMINAL_SCREEN',
  ],
  ['an ended version', { ...smallest(), version: '1.0' }, 'UNSUPPORTED_FLOW_JSON_VERSION'],
  ['text that is no JSON', '{ "version": ', 'INVALID_FLOW_JSON'],
])('error: a Flow with %s is a draft that cannot be published', async (_name, content, code) => {
  const { graph } = await emulatorWithReceiver();
  const id = await makeFlow(graph);
  const { body } = await upload(graph, id, content);
  expect(body).toMatchObject({ success: true, validation_errors: [{ error: code }] });
  const published = await graph('POST', `${id}/publish`);
  expect(published.body.error?.code).toBe(139002);
  expect(published.body.error?.error_data?.details).toContain(
    code === 'UNSUPPORTED_FLOW_JSON_VERSION' ? '1.0' : code,
  );
});

test('error: a Flow with data_api_version needs an endpoint and a key', async () => {
  const { graph } = await emulatorWithReceiver();
  const id = await makeFlow(graph, { flow_json: JSON.stringify(booking()) });
  const title = async () => {
    const { error } = (await graph('POST', `${id}/publish`)).body;
    return [error?.code, error?.error_user_title];
  };
  expect(await title()).toEqual([139002, 'Publishing without specifying endpoint_uri is forbidden']);
  expect((await graph('POST', id, { endpoint_uri: 'shop' })).body.error).toMatchObject({
    code: 100,
    error_user_title: 'Invalid Endpoint URI',
  });
  expect((await graph('POST', id, { endpoint_uri: 'https://shop.example/flow' })).status).toBe(200);
  expect(await title()).toEqual([139002, 'Missing Flows Signed Public Key']);
  await graph('POST', '{phone}/whatsapp_business_encryption', { business_public_key: publicKey });
  expect((await graph('POST', `${id}/publish`)).body).toEqual({ success: true });
  expect(await title()).toEqual([139002, 'Publishing Flow in invalid state']);
});

test('behavior: a Flow can be made and published in one call; if it cannot be published, it stays a draft', async () => {
  const { graph } = await emulatorWithReceiver();
  const make = async (name: string, flow: object) => {
    const fields = { name, categories: ['OTHER'], publish: true };
    const { body } = await graph('POST', '{waba}/flows', { ...fields, flow_json: JSON.stringify(flow) });
    const read = await graph('GET', `${String(body['id'])}?fields=status`);
    return [body['success'], read.body['status']];
  };
  expect(await make('good', smallest())).toEqual([true, 'PUBLISHED']);
  expect(await make('old', { ...smallest(), version: '3.1' })).toEqual([false, 'DRAFT']);
  expect(await make('without endpoint', booking())).toEqual([false, 'DRAFT']);
});

test('error: a name twice, a clone of nothing, a file of another kind', async () => {
  const { graph } = await emulatorWithReceiver();
  const id = await makeFlow(graph, { name: 'Booking', flow_json: JSON.stringify(smallest()) });
  const other = await makeFlow(graph, { name: 'Other', clone_flow_id: id });
  expect((await graph('GET', `${other}?fields=json_version`)).body['json_version']).toBe('7.3');
  const again = await graph('POST', '{waba}/flows', { name: 'Booking', categories: ['OTHER'] });
  expect(again.body.error).toMatchObject({ code: 100, error_user_title: 'Flow name is not unique' });
  expect((await graph('POST', other, { name: 'Booking' })).body.error?.code).toBe(100);
  expect((await graph('POST', other, { name: 'Other' })).body).toEqual({ success: true });
  const clone = await graph('POST', '{waba}/flows', {
    name: 'C',
    categories: ['OTHER'],
    clone_flow_id: '404',
  });
  expect(clone.body.error).toMatchObject({
    code: 100,
    error_user_title: 'Flow with specified ID does not exist',
  });
  const form = new FormData();
  form.set('name', 'flow.json');
  form.set('asset_type', 'IMAGE');
  expect((await graph('POST', `${id}/assets`, form)).body.error?.code).toBe(100);
});

test('behavior: the asset’s link gives the JSON as it was uploaded', async () => {
  const { graph } = await emulatorWithReceiver();
  const flow = { ...smallest(), screens: [{ ...smallest().screens[0], title: 'São Paulo 🚲 100%' }] };
  const text = JSON.stringify(flow, null, 2);
  const id = await makeFlow(graph);
  await upload(graph, id, text);
  const { body } = await graph('GET', `${id}/assets`);
  const response = await fetch(String(body.data?.[0]?.['download_url']));
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(await response.text()).toBe(text);
});

test('error: a Flow that is unknown, a draft, deprecated or blocked is not sent', async () => {
  const { emulator, graph } = await withWindow();
  expect(refusal(await send(graph, { flow_id: '404' }))).toEqual(invalid('id'));
  expect(refusal(await send(graph, { flow_name: 'nothing' }))).toEqual(invalid('name'));
  const id = await makeFlow(graph, { name: 'Booking', flow_json: JSON.stringify(smallest()) });
  expect(refusal(await send(graph, { flow_id: id }))).toEqual(invalid('id'));
  expect(refusal(await send(graph, { flow_id: id, mode: 'published' }))).toEqual(invalid('id'));
  expect((await send(graph, { flow_id: id, mode: 'draft' })).status).toBe(200);
  expect((await send(graph, { flow_name: 'Booking', mode: 'draft' })).status).toBe(200);
  await graph('POST', `${id}/publish`);
  expect(refusal(await send(graph, { flow_id: id, mode: 'draft' }))).toEqual(invalid('id'));
  expect((await send(graph, { flow_id: id })).status).toBe(200);
  expect((await send(graph, { flow_name: 'Booking' })).status).toBe(200);
  await setStatus(emulator, id, 'BLOCKED');
  expect(refusal(await send(graph, { flow_id: id }))[0]).toBe(132068);
  await setStatus(emulator, id, 'DEPRECATED');
  expect(refusal(await send(graph, { flow_id: id }))).toEqual(invalid('id'));
});

test('error: a throttled Flow is sent ten times an hour', async () => {
  const { emulator, graph } = await withWindow();
  const id = await makeFlow(graph, { flow_json: JSON.stringify(smallest()), publish: true });
  const other = await makeFlow(graph, { flow_json: JSON.stringify(smallest()), publish: true });
  await setStatus(emulator, id, 'THROTTLED');
  const statuses = [];
  for (let turn = 0; turn < 11; turn += 1) {
    await emulator.clock.advance('10s');
    statuses.push((await send(graph, { flow_id: id })).status);
  }
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 400]);
  await emulator.clock.advance('10s');
  expect(refusal(await send(graph, { flow_id: id }))[0]).toBe(132069);
  expect((await send(graph, { flow_id: other })).status).toBe(200);
  await emulator.clock.advance('1h');
  expect((await send(graph, { flow_id: id })).status).toBe(200);
});

test('error: a Flow opens only on a screen that nothing leads to', async () => {
  const { graph } = await withWindow();
  const id = await makeFlow(graph, { flow_json: JSON.stringify(booking()) });
  const on = (screen: string) => send(graph, { flow_id: id, mode: 'draft', flow_action_payload: { screen } });
  expect((await on('DAY')).status).toBe(200);
  expect(refusal(await on('CONTACT'))).toEqual([
    131009,
    'Specified screen CONTACT is not allowed as first screen of this flow. Allowed screen name is: DAY.',
  ]);
  expect(refusal(await on('GONE'))[0]).toBe(131009);
  await upload(graph, id, '{ no JSON');
  expect(refusal(await on('DAY'))).toEqual([
    131009,
    'Specified screen DAY is not allowed as first screen of this flow. Allowed screen name is: <none>.',
  ]);
});

test('behavior: a client drafts, checks, publishes and sends a Flow', async () => {
  const emulator = await createEmulator();
  const wa = createClient(emulator.clientOptions);
  await emulator.phone(ana).say('Hello');
  const { id: flowId } = await wa.flows.create({ name: 'Booking', categories: ['APPOINTMENT_BOOKING'] });
  const flawed = { ...smallest(), version: '1.0' };
  expect((await wa.flows.uploadJson({ flowId, flowJson: flawed })).validation_errors).toMatchObject([
    { error: 'UNSUPPORTED_FLOW_JSON_VERSION', line_start: 1 },
  ]);
  expect(await wa.flows.uploadJson({ flowId, flowJson: smallest() })).toEqual({
    success: true,
    validation_errors: [],
  });
  await wa.flows.publish({ flowId });
  expect((await wa.flows.get({ flowId })).status).toBe('PUBLISHED');
});
