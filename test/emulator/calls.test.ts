import { expect, test } from 'vitest';
import { createClient, isApiError } from 'wabakit';
import { callPermissionRequest } from 'wabakit/messages';
import { emulatorWithReceiver, template } from './helpers.ts';

const ana = '+5511987654321';
const waId = '5511987654321';
const session = { sdp_type: 'offer', sdp: 'v=0\r\n' } as const;

async function start(enabled = true) {
  const stage = await emulatorWithReceiver();
  const client = createClient(stage.emulator.clientOptions);
  if (enabled) await client.phoneNumbers.updateSettings({ calling: { status: 'ENABLED' } });
  return { ...stage, client };
}

const codeOf = async (call: Promise<unknown>) => {
  const error: unknown = await call.catch((reason: unknown) => reason);
  return isApiError(error) ? [error.code, error.httpStatus, error.details] : error;
};

test('error: a number without calling, and a user without a permission', async () => {
  const { client } = await start(false);
  const connect = () => client.calls.connect({ to: ana, session });
  expect(await codeOf(connect())).toEqual([
    138000,
    401,
    'Calling is not enabled: POST /{Phone-Number-ID}/settings with calling.status ENABLED',
  ]);
  await client.phoneNumbers.updateSettings({ calling: { status: 'ENABLED' } });
  expect(await codeOf(connect())).toEqual([
    138006,
    401,
    'The user has not given this number the permission to call: send a call permission request',
  ]);
  expect(await client.calls.getPermission({ waId })).toEqual({
    messaging_product: 'whatsapp',
    permission: { status: 'no_permission' },
    actions: [
      { action_name: 'send_call_permission_request', can_perform_action: true },
      { action_name: 'start_call', can_perform_action: false },
    ],
  });
});

test('error: an action that is none, a call that is not on, no session, no user', async () => {
  const { client, graph } = await start();
  const post = async (fields: object) => {
    const { body } = await graph('POST', '{phone}/calls', { messaging_product: 'whatsapp', ...fields });
    return [body.error?.code, body.error?.error_data?.details ?? body.error?.message];
  };
  expect(await post({})).toEqual([100, '(#100) The parameter action is required.']);
  expect(await post({ action: 'hold' })).toEqual([
    100,
    'Param action must be one of connect, pre_accept, accept, reject, terminate',
  ]);
  expect(await post({ action: 'connect', to: ana })).toEqual([
    131008,
    'session must hold sdp_type offer and an sdp',
  ]);
  expect(await codeOf(client.calls.terminate({ callId: 'wacid.1' }))).toEqual([
    100,
    400,
    'call_id: no call wacid.1 is on at this number',
  ]);
  expect(await codeOf(client.calls.reject({ callId: 'wacid.1' }))).toEqual([
    100,
    400,
    'call_id: no call wacid.1 of a user rings at this number; users of the emulator do not call',
  ]);
  expect((await graph('GET', '{phone}/call_permissions')).body.error?.error_data?.details).toBe(
    'Give user_wa_id or recipient',
  );
});

test('default: permission asked and given, the phone rings, the call ends', async () => {
  const { emulator, client, events } = await start();
  const phone = emulator.phone(ana);
  await phone.say('Call me');
  await client.messages.send({ to: ana, ...callPermissionRequest({ body: 'May we call you?' }) });
  await emulator.waitForIdle();
  await phone.answerCallRequest('accept');
  const expires = Math.floor(emulator.clock.now() / 1000) + 7 * 86_400;
  expect(events.at(-1)?.raw).toMatchObject({
    interactive: {
      call_permission_reply: {
        response: 'accept',
        is_permanent: false,
        expiration_timestamp: expires,
        response_source: 'user_action',
      },
    },
  });
  expect(await client.calls.getPermission({ waId })).toMatchObject({
    permission: { status: 'temporary', expiration_time: expires },
    actions: [{ can_perform_action: true }, { action_name: 'start_call', can_perform_action: true }],
  });
  const { callId } = await client.calls.connect({ to: ana, session, callbackData: 'order-17' });
  expect(callId).toMatch(/^wacid\.\w{32}$/);
  await client.calls.terminate({ callId });
  await emulator.waitForIdle();
  expect(emulator.journal.webhooks.slice(-2).map(({ field, value }) => [field, value])).toMatchObject([
    [
      'calls',
      {
        statuses: [
          {
            id: callId,
            type: 'call',
            status: 'RINGING',
            recipient_id: waId,
            biz_opaque_callback_data: 'order-17',
          },
        ],
      },
    ],
    [
      'calls',
      {
        calls: [
          {
            id: callId,
            from: '15550783881',
            to: waId,
            event: 'terminate',
            direction: 'BUSINESS_INITIATED',
            status: 'FAILED',
            biz_opaque_callback_data: 'order-17',
          },
        ],
      },
    ],
  ]);
  expect(await codeOf(client.calls.terminate({ callId }))).toEqual([
    100,
    400,
    `call_id: no call ${callId} is on at this number`,
  ]);
  await emulator.clock.advance('7d');
  expect((await client.calls.getPermission({ waId })).permission).toEqual({ status: 'no_permission' });
});

test('behavior: a permission for good, taken back by a refusal, and asked by a template', async () => {
  const asking = {
    name: 'may_we_call',
    language: 'en',
    category: 'UTILITY',
    components: [{ type: 'BODY', text: 'May we call you?' }, { type: 'CALL_PERMISSION_REQUEST' }],
  } as const;
  const { emulator, graph, client } = await start();
  await emulator.templates.approve(asking);
  await graph('POST', '{phone}/messages', template(ana, [], 'may_we_call'));
  await emulator.waitForIdle();
  const phone = emulator.phone(ana);
  await phone.answerCallRequest('accept', { permanent: true });
  const permission = async () => (await client.calls.getPermission({ waId })).permission;
  await emulator.clock.advance('30d');
  expect(await permission()).toEqual({ status: 'permanent' });
  await phone.answerCallRequest('reject');
  expect(await permission()).toEqual({ status: 'no_permission' });
});

test('error: an answer to a request that the chat does not show', async () => {
  const { emulator } = await start();
  await expect(emulator.phone(ana).answerCallRequest('accept')).rejects.toThrow(
    `The chat of ${waId} shows no call permission request.`,
  );
});
