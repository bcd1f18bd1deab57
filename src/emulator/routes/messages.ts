import { getNumber, type Call, type RouteResult, type RouteTable } from '../http/call.ts';
import { GraphError } from '../kernel/graph-error.ts';
import { at, isObject, toText } from '../kernel/json.ts';
import { showTyping } from '../users/user-store.ts';
import { sendMessage } from '../messages/send-message.ts';

// Fields that only POST /marketing_messages takes, in addition to those of any message.
const marketingOnly = new Set(['product_policy', 'message_activity_sharing', 'bid_spec']);
const month = 30 * 86_400_000;

function markAsRead(call: Call): RouteResult {
  const { context, fields } = call;
  const wamid = toText(fields['message_id']);
  if (wamid === undefined) throw new GraphError(131008, { details: 'message_id is missing' });
  if (fields['messaging_product'] !== 'whatsapp')
    throw new GraphError(131008, { details: 'messaging_product must be whatsapp' });
  const message = context.state.messages.get(wamid);
  if (message?.direction !== 'in' || message.phoneNumberId !== call.id || context.now() - message.at > month)
    throw new GraphError(131009, {
      details: `message_id: ${wamid} is not a message of the last 30 days to this number`,
    });
  const typing = fields['typing_indicator'];
  if (isObject(typing) && typing['type'] !== 'text')
    throw new GraphError(131009, { details: 'typing_indicator.type must be text' });
  if (message.state !== 'read') {
    message.state = 'read';
    message.times.read = context.now();
    context.emit({ kind: 'status', at: context.now(), wamid, waId: message.waId, status: 'read' });
  }
  if (isObject(typing)) showTyping(context, call.id, message.waId, true);
  return { success: true };
}

function postMessage(call: Call): RouteResult {
  if (call.fields['status'] === 'read') return markAsRead(call);
  return sendMessage(call.context, getNumber(call), call.fields, call.failure);
}

function postMarketingMessage(call: Call): RouteResult {
  const fields = Object.fromEntries(Object.entries(call.fields).filter(([name]) => !marketingOnly.has(name)));
  const multiplier = Number(at(call.fields, 'bid_spec', 'per_message_bid_multiplier') ?? 1);
  if (!(multiplier > 0))
    throw new GraphError(100, { details: 'bid_spec.per_message_bid_multiplier must be above 0' });
  const name = toText(at(fields, 'template', 'name'));
  const template = [...call.context.state.templates.values()].find((one) => one.name === name);
  if (fields['type'] !== 'template' || (template && template.category !== 'MARKETING'))
    throw new GraphError(134100, { details: 'Only marketing templates can be sent here' });
  return sendMessage(call.context, getNumber(call), fields, call.failure, { multiplier });
}

export const messageRoutes: RouteTable = {
  'POST phone/messages': postMessage,
  'POST phone/marketing_messages': postMarketingMessage,
};
