import { expect, test } from 'vitest';
import { emulatorWithReceiver, template } from './helpers.ts';

const ana = '+5511987654321';
const from = Date.UTC(2026, 10, 1) / 1000;
const range = `start=${from}&end=${from + 7 * 86_400}`;

test('behavior: template analytics count by day once they are switched on, for templates and groups', async () => {
  const { emulator, graph } = await emulatorWithReceiver();
  const id = emulator.templates.all[0]?.id ?? '';
  await graph('POST', '{phone}/messages', template(ana));
  await emulator.waitForIdle();
  await emulator.phone(ana).read();
  const analytics = (query: string) => graph('GET', `{waba}/${query}&${range}&granularity=daily`);
  expect((await analytics(`template_analytics?template_ids=[${id}]`)).body.error?.code).toBe(200007);
  await graph('POST', '{waba}?is_enabled_for_insights=true');
  const point = { start: from + 86_400, end: from + 2 * 86_400, sent: 1, delivered: 1, read: 1, clicked: [] };
  expect(
    (await analytics(`template_analytics?template_ids=[${id}]`)).body.data?.[0]?.['data_points'],
  ).toEqual([{ template_id: id, ...point }]);
  const group = await graph('POST', '{waba}/template_groups', {
    name: 'orders',
    whatsapp_business_templates: [id],
  });
  const groupId = String(group.body['id']);
  expect(
    (await graph('POST', '{waba}/template_groups', { name: 'more', whatsapp_business_templates: [id] }))
      .status,
  ).toBe(400);
  expect(
    (await analytics(`template_group_analytics?template_group_ids=[${groupId}]`)).body.data?.[0]?.[
      'data_points'
    ],
  ).toEqual([{ template_group_id: groupId, ...point }]);
  expect((await graph('POST', groupId, { name: 'Orders' })).body).toEqual({ success: true });
  expect((await graph('GET', '{waba}/template_groups')).body.data?.[0]).toMatchObject({
    id: groupId,
    name: 'Orders',
  });
  expect((await graph('DELETE', groupId)).body).toEqual({ success: true });
  expect((await graph('GET', groupId)).status).toBe(400);
  const other = emulator.templates.all[1]?.id ?? '';
  const compared = await graph('GET', `${id}/compare?template_ids=[${other}]&${range}`);
  expect(compared.body.data?.[1]).toMatchObject({
    number_values: [
      { key: id, value: 1 },
      { key: other, value: 0 },
    ],
  });
  expect((await graph('POST', '{waba}?is_enabled_for_insights=false')).body.error?.code).toBe(200006);
});

test('behavior: previews of authentication templates, and nothing to migrate from', async () => {
  const { graph } = await emulatorWithReceiver();
  const query =
    'category=AUTHENTICATION&languages=en_US,es_ES&add_security_recommendation=true&code_expiration_minutes=5&button_types=OTP';
  expect((await graph('GET', `{waba}/message_template_previews?${query}`)).body.data?.[0]).toEqual({
    language: 'en_US',
    body: '*{{1}}* is your verification code. For your security, do not share this code.',
    footer: 'This code expires in 5 minutes.',
    buttons: [{ text: 'Copy code', autofill_text: 'Autofill' }],
  });
  const migrated = await graph('POST', '{waba}/migrate_message_templates', {
    source_waba_id: '1',
    template_ids: ['7'],
  });
  expect(migrated.body).toEqual({
    migrated_templates: [],
    failed_templates: { 7: 'The account 1 is not emulated' },
  });
  const flows = await graph('POST', '{waba}/migrate_flows', {
    source_waba_id: '1',
    source_flow_names: ['survey'],
  });
  expect(flows.body).toMatchObject({ migrated_flows: [], failed_flows: [{ source_name: 'survey' }] });
});

test('behavior: a username is set, moved between numbers only by force, and given up', async () => {
  const { emulator, graph } = await emulatorWithReceiver();
  expect((await graph('GET', '{phone}/username_suggestions')).body.data).toHaveLength(1);
  expect((await graph('POST', '{phone}/username', { username: 'emulated.shop' })).body).toEqual({
    status: 'approved',
  });
  expect((await graph('POST', '{phone}/username', { username: 'a..b' })).body.error?.code).toBe(147001);
  const second = await graph('POST', '{waba}/phone_numbers', {
    cc: '55',
    phone_number: '1133334444',
    verified_name: 'Filial',
  });
  const take = (transfer_action?: string) =>
    graph('POST', `${String(second.body['id'])}/username`, { username: 'emulated.shop', transfer_action });
  expect((await take()).body.error?.code).toBe(147005);
  expect((await take('force_transfer')).body).toEqual({ status: 'approved' });
  expect((await graph('GET', '{phone}/username')).body).toEqual({});
  await graph('DELETE', `${String(second.body['id'])}/username`);
  await emulator.waitForIdle();
  expect(emulator.journal.webhooks.map(({ value }) => value['status'])).toEqual([
    'approved',
    'approved',
    'deleted',
  ]);
});

test('behavior: a contact leaves the contact book and is then seen by the business-scoped id alone', async () => {
  const { emulator, graph } = await emulatorWithReceiver();
  const bo = emulator.phone(ana, { bsuid: 'BR.123' });
  expect(
    (await graph('DELETE', '{phone}/contact_book?messaging_product=whatsapp&bsuid=BR.123')).body,
  ).toMatchObject({ success: true, deleted: true });
  await bo.say('Hi');
  expect(emulator.journal.webhooks[0]?.body).not.toContain('"from":"5511987654321"');
  expect((await graph('DELETE', '{phone}/contact_book?bsuid=BR.9')).body).toMatchObject({ deleted: false });
});

test('behavior: the history of a message, a passed thread, one sync of each kind', async () => {
  const { emulator, graph } = await emulatorWithReceiver();
  const { body } = await graph('POST', '{phone}/messages', template(ana));
  await emulator.waitForIdle();
  const history = await graph(
    'GET',
    `{phone}/message_history?message_id=${encodeURIComponent(body.messages?.[0]?.id ?? '')}`,
  );
  expect(history.body.data?.[0]).toMatchObject({
    events: { data: [{ delivery_status: 'SENT' }, { delivery_status: 'DELIVERED' }] },
  });
  const pass = {
    messaging_product: 'whatsapp',
    action: 'pass',
    to: ana,
    control_pass: { target_role: 'escalation' },
  };
  expect((await graph('POST', '{phone}/thread_control', pass)).body).toHaveProperty('request_id');
  expect(emulator.journal.webhooks.at(-1)).toMatchObject({
    field: 'messaging_handovers',
    value: { control_passed: { new_owner_role: 'escalation' } },
  });
  expect((await graph('POST', '{phone}/thread_control', { ...pass, action: 'take' })).body.error?.code).toBe(
    2494191,
  );
  expect((await graph('POST', '{phone}/thread_control', { ...pass, control_pass: {} })).status).toBe(400);
  const sync = () =>
    graph('POST', '{phone}/smb_app_data', { messaging_product: 'whatsapp', sync_type: 'history' });
  expect((await sync()).body).toHaveProperty('request_id');
  expect((await sync()).body.error?.code).toBe(2593107);
});
