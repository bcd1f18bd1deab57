import { behave, isReached } from '../users/behaviour.ts';
import { bill, conversationObject, countSent, pricingObject, quoteMessage } from './billing.ts';
import { webhookError } from '../kernel/graph-error.ts';
import type { JsonObject } from '../kernel/json.ts';
import { holdAuction } from './max-price.ts';
import { release, scheduleStatus } from './message-store.ts';
import { getContact, findUser, getMetadata, moveWindow } from '../users/user-store.ts';
import type { MessageRecord, MessageState, UserRecord } from '../kernel/records.ts';
import { countTemplate } from '../templates/template-usage.ts';
import { seconds } from '../kernel/wire-time.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

const rank: Record<MessageState, number> = {
  accepted: 0,
  sent: 1,
  delivered: 2,
  read: 3,
  played: 4,
  failed: 5,
};

const participantIds = (user: UserRecord): JsonObject => ({
  ...(user.hidesNumber === true ? {} : { participant_recipient_id: user.waId }),
  ...(user.bsuid === undefined ? {} : { recipient_participant_user_id: user.bsuid }),
});

function statusObject(
  context: EmulatorContext,
  message: MessageRecord,
  status: MessageState,
  participant: string | undefined,
): JsonObject {
  const user = findUser(context, message.waId);
  const callback = message.payload['biz_opaque_callback_data'];
  const priced = status === 'sent' || status === 'delivered';
  const conversation = priced ? conversationObject(context, message) : undefined;
  return {
    id: message.wamid,
    status,
    timestamp: seconds(context.now()),
    ...(user.hidesNumber === true ? {} : { recipient_id: message.waId }),
    ...(message.groupId === undefined ? {} : { recipient_type: 'group' }),
    ...(participant === undefined ? {} : participantIds(findUser(context, participant))),
    ...(user.bsuid === undefined ? {} : { recipient_user_id: user.bsuid }),
    ...(user.parentBsuid === undefined ? {} : { recipient_parent_user_id: user.parentBsuid }),
    ...(callback === undefined ? {} : { biz_opaque_callback_data: callback }),
    ...(conversation === undefined ? {} : { conversation }),
    ...(priced && message.pricing !== undefined ? { pricing: message.pricing } : {}),
    ...(message.error === undefined
      ? {}
      : { errors: [webhookError(message.error.code, message.error.details)] }),
  };
}

function announce(
  context: EmulatorContext,
  message: MessageRecord,
  status: MessageState,
  participant?: string,
): void {
  message.state = status;
  message.times[status] = context.now();
  context.state.counts[status] += 1;
  countTemplate(context, message, status);
  context.emit({ kind: 'status', at: context.now(), wamid: message.wamid, waId: message.waId, status });
  const number = context.state.phoneNumbers.get(message.phoneNumberId);
  if (number === undefined) return;
  const user = findUser(context, message.waId);
  context.notify({
    field: 'messages',
    about: message.waId,
    value: {
      messaging_product: 'whatsapp',
      metadata: getMetadata(number),
      ...(user.bsuid === undefined || status === 'failed' ? {} : { contacts: [getContact(user)] }),
      statuses: [statusObject(context, message, status, participant)],
    },
  });
}

function fail(context: EmulatorContext, message: MessageRecord, code: number, details?: string): void {
  message.error = { code, details: details ?? String(webhookError(code)['title']) };
  message.pricing = undefined;
  announce(context, message, 'failed');
}

/** Why Meta or the phone turns a taken message down, if so. */
function refusal(
  context: EmulatorContext,
  message: MessageRecord,
): { readonly code: number; readonly details?: string | undefined } | undefined {
  if (message.scheduledError !== undefined) return message.scheduledError;
  const user = findUser(context, message.waId);
  if (user.blocksBusiness === true) return { code: 131026, details: 'Message Undeliverable.' };
  if (user.stoppedPromotions === true && message.templateCategory === 'MARKETING')
    return { code: 131050, details: 'The user has stopped marketing messages from this business.' };
  return isReached(context, message) ? undefined : { code: 131026, details: 'Message Undeliverable.' };
}

function send(context: EmulatorContext, message: MessageRecord): void {
  const refused = refusal(context, message);
  if (refused) {
    fail(context, message, refused.code, refused.details);
    return;
  }
  if (message.groupId !== undefined) {
    announce(context, message, 'sent');
    scheduleStatus(context, message, 'delivered', context.settings.delays.delivered);
    return;
  }
  const quoted = quoteMessage(context, message);
  if (quoted.outcome === 'not_sendable' && quoted.errorCode === 131049) {
    fail(context, message, 131049, quoted.reasons.at(-1));
    return;
  }
  if (message.type !== 'reaction') message.pricing = pricingObject(quoted);
  countSent(context);
  announce(context, message, 'sent');
  if (message.type !== 'reaction')
    scheduleStatus(context, message, 'delivered', deliveryDelay(context, message));
}

const deliveryDelay = (context: EmulatorContext, message: MessageRecord): number =>
  behave(context, message).deliveredAfter ?? context.settings.delays.delivered;

function park(context: EmulatorContext, message: MessageRecord): void {
  const parked = context.state.parked.get(message.waId) ?? [];
  parked.push(message.wamid);
  message.waiting += 1;
  context.state.parked.set(message.waId, parked);
}

/** The phone is back on the network: what waited for it is delivered. */
export function unpark(context: EmulatorContext, waId: string): void {
  const parked = context.state.parked.get(waId) ?? [];
  context.state.parked.delete(waId);
  for (const wamid of parked) context.schedule(0, { kind: 'status', wamid, status: 'delivered' });
}

/** A group message is delivered to, and billed for, each participant. */
function deliverToGroup(
  context: EmulatorContext,
  message: MessageRecord,
  participants: readonly string[],
): void {
  moveWindow(context, message.phoneNumberId, message.waId, { kind: 'outbound', at: context.now() });
  for (const participant of participants) {
    const quoted = quoteMessage(context, message, participant);
    message.pricing = pricingObject(quoted, true);
    bill(context, message, quoted, participant);
    announce(context, message, 'delivered', participant);
  }
}

function deliver(context: EmulatorContext, message: MessageRecord): void {
  if (message.groupId !== undefined) {
    deliverToGroup(context, message, context.state.groups.get(message.groupId)?.participants ?? []);
    return;
  }
  if (findUser(context, message.waId).offline === true) {
    park(context, message);
    return;
  }
  const at = context.now();
  moveWindow(context, message.phoneNumberId, message.waId, { kind: 'outbound', at });
  const { quoted, cost } = holdAuction(context, message, quoteMessage(context, message));
  message.pricing = pricingObject(quoted, false, cost) ?? message.pricing;
  message.scaledAmount = quoted.outcome === 'priced' ? quoted.amount.scaledAmount : undefined;
  bill(context, message, quoted);
  announce(context, message, 'delivered');
  const { read } = context.settings.delays;
  const readAfter = behave(context, message).readAfter ?? read;
  if (readAfter !== undefined) scheduleStatus(context, message, 'read', readAfter);
}

function read(context: EmulatorContext, message: MessageRecord): void {
  announce(context, message, 'read');
  for (const { act, after } of behave(context, message).acts) {
    message.waiting += 1;
    context.schedule(after, { kind: 'persona', wamid: message.wamid, act });
  }
}

/** Moves a message on and reports it, when its turn has come; never backwards. */
export function reportStatus(context: EmulatorContext, wamid: string, status: MessageState): void {
  const message = context.state.messages.get(wamid);
  if (message === undefined) return;
  message.waiting -= 1;
  if (rank[status] > rank[message.state] && message.state !== 'failed') {
    if (status === 'sent') send(context, message);
    else if (status === 'delivered') deliver(context, message);
    else if (status === 'read') read(context, message);
    else announce(context, message, status);
  }
  release(context, message);
}
