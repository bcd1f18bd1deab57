import { need, getNumber, type Call, type RouteResult, type RouteTable } from '../http/call.ts';
import { GraphError } from '../kernel/graph-error.ts';
import { at, toText, type JsonObject } from '../kernel/json.ts';
import type { CallRecord } from '../kernel/records.ts';
import { seconds } from '../kernel/wire-time.ts';
import { messagesWith } from '../messages/message-store.ts';
import { getRecipient } from '../messages/recipient.ts';
import { getMetadata } from '../users/user-store.ts';

const messaging_product = 'whatsapp';
const actions = ['connect', 'pre_accept', 'accept', 'reject', 'terminate'];

type Permission =
  | { readonly status: 'no_permission' }
  | { readonly status: 'permanent' }
  | { readonly status: 'temporary'; readonly expiration_time: number };

/** What the user's newest answer to a call permission request allows. */
function getPermission(call: Call, waId: string): Permission {
  const answers = messagesWith(call.context, waId).flatMap(({ direction, phoneNumberId, payload }) => {
    const answer = at(payload, 'interactive', 'call_permission_reply');
    return direction === 'in' && phoneNumberId === call.id && answer !== undefined ? [answer] : [];
  });
  const answer = answers.at(-1);
  if (at(answer, 'response') !== 'accept') return { status: 'no_permission' };
  if (at(answer, 'is_permanent') === true) return { status: 'permanent' };
  const expiration_time = Number(at(answer, 'expiration_timestamp') ?? 0);
  return expiration_time * 1000 > call.context.now()
    ? { status: 'temporary', expiration_time }
    : { status: 'no_permission' };
}

function permissions(call: Call): RouteResult {
  const user = toText(call.fields['user_wa_id']);
  const recipient = toText(call.fields['recipient']);
  if ((user === undefined) === (recipient === undefined))
    throw new GraphError(100, { details: 'Give user_wa_id or recipient' });
  getNumber(call);
  const { waId } = getRecipient(call.context, user === undefined ? { recipient } : { to: user });
  const permission = getPermission(call, waId);
  const isAllowed = permission.status !== 'no_permission';
  return {
    messaging_product,
    permission,
    actions: [
      { action_name: 'send_call_permission_request', can_perform_action: permission.status !== 'permanent' },
      { action_name: 'start_call', can_perform_action: isAllowed },
    ],
  };
}

const announce = (call: Call, { waId }: CallRecord, value: JsonObject): void => {
  const metadata = getMetadata(getNumber(call));
  call.context.notify({ field: 'calls', about: waId, value: { messaging_product, metadata, ...value } });
};

/** Lets the user's phone ring. Nothing picks up: the emulator carries no sound. */
function connect(call: Call): RouteResult {
  const { context, fields } = call;
  const { waId } = getRecipient(context, fields);
  if (at(fields, 'session', 'sdp_type') !== 'offer' || toText(at(fields, 'session', 'sdp')) === undefined)
    throw new GraphError(131008, { details: 'session must hold sdp_type offer and an sdp' });
  if (getPermission(call, waId).status === 'no_permission')
    throw new GraphError(138006, {
      details: 'The user has not given this number the permission to call: send a call permission request',
    });
  const ringing: CallRecord = {
    id: `wacid.${context.ids.token(32)}`,
    phoneNumberId: call.id,
    waId,
    callbackData: toText(fields['biz_opaque_callback_data']),
    at: context.now(),
  };
  context.state.calls.set(ringing.id, ringing);
  announce(call, ringing, {
    statuses: [
      {
        id: ringing.id,
        timestamp: seconds(context.now()),
        type: 'call',
        status: 'RINGING',
        recipient_id: waId,
        ...(ringing.callbackData === undefined ? {} : { biz_opaque_callback_data: ringing.callbackData }),
      },
    ],
  });
  return { messaging_product, calls: [{ id: ringing.id }] };
}

function end(call: Call): RouteResult {
  const id = need(call, 'call_id');
  const ringing = call.context.state.calls.get(id);
  if (ringing?.phoneNumberId !== call.id)
    throw new GraphError(100, { details: `call_id: no call ${id} is on at this number` });
  call.context.state.calls.delete(id);
  const { waId, callbackData } = ringing;
  announce(call, ringing, {
    calls: [
      {
        id,
        from: getNumber(call).waId,
        to: waId,
        event: 'terminate',
        direction: 'BUSINESS_INITIATED',
        timestamp: seconds(call.context.now()),
        status: 'FAILED',
        ...(callbackData === undefined ? {} : { biz_opaque_callback_data: callbackData }),
      },
    ],
  });
  return { messaging_product, success: true };
}

function act(call: Call): RouteResult {
  const action = need(call, 'action');
  if (!actions.includes(action))
    throw new GraphError(100, { details: `Param action must be one of ${actions.join(', ')}` });
  if (at(getNumber(call).settings, 'calling', 'status') !== 'ENABLED')
    throw new GraphError(138000, {
      details: 'Calling is not enabled: POST /{Phone-Number-ID}/settings with calling.status ENABLED',
    });
  if (action === 'connect') return connect(call);
  if (action === 'terminate') return end(call);
  throw new GraphError(100, {
    details: `call_id: no call ${need(call, 'call_id')} of a user rings at this number; users of the emulator do not call`,
  });
}

export const callRoutes: RouteTable = {
  'POST phone/calls': act,
  'GET phone/call_permissions': permissions,
};
