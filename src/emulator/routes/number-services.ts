import { need, getNumber, parsed, type Call, type RouteResult, type RouteTable } from '../http/call.ts';
import { GraphError } from '../kernel/graph-error.ts';
import { at, toList, toText } from '../kernel/json.ts';
import { paged } from '../http/paging.ts';
import { findUser, getMetadata } from '../users/user-store.ts';
import type { MessageRecord } from '../kernel/records.ts';
import { getRecipient } from '../messages/recipient.ts';
import { seconds } from '../kernel/wire-time.ts';

const messaging_product = 'whatsapp';
const roles = new Set(['ai_agent', 'ctwa', 'customer_service', 'escalation', 'marketing', 'utility']);

function getHistory(message: MessageRecord) {
  const events = Object.entries(message.times)
    .filter(([status]) => status !== 'accepted')
    .map(([status, time]) => ({
      id: `${message.wamid}:${status}`,
      delivery_status: status.toUpperCase(),
      timestamp: Math.floor(time / 1000),
    }));
  return { id: message.wamid, message_id: message.wamid, events: { data: events } };
}

function history(call: Call): RouteResult {
  const number = getNumber(call);
  const wanted = toText(call.fields['message_id']);
  const messages = [...call.context.state.messages.values()].filter(
    ({ direction, phoneNumberId, wamid }) =>
      direction === 'out' && phoneNumberId === number.id && (wanted === undefined || wanted === wamid),
  );
  return paged(call, messages.map(getHistory));
}

function controlThread(call: Call): RouteResult {
  const { context, fields } = call;
  const number = getNumber(call);
  const action = need(call, 'action');
  const role = toText(at(parsed(fields['control_pass']), 'target_role'));
  if (!['pass', 'release', 'take'].includes(action))
    throw new GraphError(100, { details: 'Param action must be pass, release or take' });
  if (action === 'pass' && !roles.has(role ?? ''))
    throw new GraphError(100, {
      details: `Param control_pass.target_role must be one of ${[...roles].join(', ')}`,
    });
  if (action === 'take')
    throw new GraphError(2494191, { details: 'Only the escalation responder may take a thread' });
  const { waId } = getRecipient(context, fields);
  const user = findUser(context, waId);
  const request_id = context.ids.token(32);
  context.notify({
    field: 'messaging_handovers',
    about: waId,
    value: {
      messaging_product,
      sender: {
        ...(user.hidesNumber === true ? {} : { phone_number: waId }),
        ...(user.bsuid === undefined ? {} : { user_id: user.bsuid }),
      },
      recipient: getMetadata(number),
      type: 'control_passed',
      timestamp: seconds(context.now()),
      control_passed: { new_owner_role: role, metadata: toText(fields['metadata']) },
    },
  });
  return { messaging_product, request_id };
}

function syncAppData(call: Call): RouteResult {
  const type = need(call, 'sync_type');
  if (type !== 'smb_app_state_sync' && type !== 'history')
    throw new GraphError(100, { details: 'Param sync_type must be smb_app_state_sync or history' });
  const number = getNumber(call);
  const done = number.synced ?? [];
  if (done.includes(type))
    throw new GraphError(2593107, { details: `${type} was asked for before; each sync works once` });
  number.synced = [...done, type];
  return { messaging_product, request_id: call.context.ids.token(32) };
}

/** Another account is not emulated, so nothing can come from there; the reply says it for each Flow. */
function migrateFlows(call: Call): RouteResult {
  const source = need(call, 'source_waba_id');
  const names = toList(parsed(call.fields['source_flow_names'])).flatMap((name) => toText(name) ?? []);
  return {
    migrated_flows: [],
    failed_flows: names.map((source_name) => ({
      source_name,
      error_code: '100',
      error_message: `The account ${source} is not emulated`,
    })),
  };
}

export const numberServiceRoutes: RouteTable = {
  'GET phone/message_history': history,
  'POST phone/thread_control': controlThread,
  'POST phone/smb_app_data': syncAppData,
  'POST waba/migrate_flows': migrateFlows,
};
