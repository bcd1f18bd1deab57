import { behave, isReached } from '../users/behaviour.ts';
import { bill, conversationObject, countSent, pricingObject, quoteMessage } from './billing.ts';
import { webhookError } from '../kernel/graph-error.ts';
import type { JsonObject } from '../kernel/json.ts';
import { release, scheduleStatus } from './message-store.ts';
import { getContact, findUser, getMetadata, moveWindow } from '../users/user-store.ts';
import type { MessageRecord, MessageState } from '../kernel/records.ts';
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

function statusObject(
  world: EmulatorContext,
  message: MessageRecord,
  status: MessageState,
  participant: string | undefined,
): JsonObject {
  const user = findUser(world, message.waId);
  const callback = message.payload['biz_opaque_callback_data'];
  const priced = status === 'sent' || status === 'delivered';
  const conversation = priced ? conversationObject(world, message) : undefined;
  return {
    id: message.wamid,
    status,
    timestamp: seconds(world.now()),
    ...(user.hidesNumber === true ? {} : { recipient_id: message.waId }),
    ...(message.groupId === undefined ? {} : { recipient_type: 'group' }),
    ...(participant === undefined ? {} : { participant_recipient_id: participant }),
    ...(user.bsuid === undefined ? {} : { recipient_user_id: user.bsuid }),
    ...(callback === undefined ? {} : { biz_opaque_callback_data: callback }),
    ...(conversation === undefined ? {} : { conversation }),
    ...(priced && message.pricing !== undefined ? { pricing: message.pricing } : {}),
    ...(message.error === undefined
      ? {}
      : { errors: [webhookError(message.error.code, message.error.details)] }),
  };
}

function announce(
  world: EmulatorContext,
  message: MessageRecord,
  status: MessageState,
  participant?: string,
): void {
  message.state = status;
  message.times[status] = world.now();
  world.state.counts[status] += 1;
  countTemplate(world, message, status);
  world.emit({ kind: 'status', at: world.now(), wamid: message.wamid, waId: message.waId, status });
  const number = world.state.phoneNumbers.get(message.phoneNumberId);
  if (number === undefined) return;
  const user = findUser(world, message.waId);
  world.notify({
    field: 'messages',
    about: message.waId,
    value: {
      messaging_product: 'whatsapp',
      metadata: getMetadata(number),
      ...(user.bsuid === undefined || status === 'failed' ? {} : { contacts: [getContact(user)] }),
      statuses: [statusObject(world, message, status, participant)],
    },
  });
}

function fail(world: EmulatorContext, message: MessageRecord, code: number, details?: string): void {
  message.error = { code, details: details ?? String(webhookError(code)['title']) };
  message.pricing = undefined;
  announce(world, message, 'failed');
}

/** Why Meta or the phone turns a taken message down, if so. */
function refusal(
  world: EmulatorContext,
  message: MessageRecord,
): { code: number; details?: string } | undefined {
  if (message.scheduledError !== undefined) return { code: message.scheduledError };
  const user = findUser(world, message.waId);
  if (user.blocksBusiness === true) return { code: 131026, details: 'Message Undeliverable.' };
  if (user.stoppedPromotions === true && message.templateCategory === 'MARKETING')
    return { code: 131050, details: 'The user has stopped marketing messages from this business.' };
  return isReached(world, message) ? undefined : { code: 131026, details: 'Message Undeliverable.' };
}

function send(world: EmulatorContext, message: MessageRecord): void {
  const refused = refusal(world, message);
  if (refused) {
    fail(world, message, refused.code, refused.details);
    return;
  }
  if (message.groupId !== undefined) {
    announce(world, message, 'sent');
    scheduleStatus(world, message, 'delivered', world.settings.delays.delivered);
    return;
  }
  const quoted = quoteMessage(world, message);
  if (quoted.outcome === 'not_sendable' && quoted.errorCode === 131049) {
    fail(world, message, 131049, quoted.reasons.at(-1));
    return;
  }
  if (message.type !== 'reaction') message.pricing = pricingObject(quoted);
  countSent(world);
  announce(world, message, 'sent');
  if (message.type !== 'reaction') scheduleStatus(world, message, 'delivered', deliveryDelay(world, message));
}

const deliveryDelay = (world: EmulatorContext, message: MessageRecord): number =>
  behave(world, message).deliveredAfter ?? world.settings.delays.delivered;

function park(world: EmulatorContext, message: MessageRecord): void {
  const parked = world.state.parked.get(message.waId) ?? [];
  parked.push(message.wamid);
  message.waiting += 1;
  world.state.parked.set(message.waId, parked);
}

/** The phone is back on the network: what waited for it is delivered. */
export function unpark(world: EmulatorContext, waId: string): void {
  const parked = world.state.parked.get(waId) ?? [];
  world.state.parked.delete(waId);
  for (const wamid of parked) world.schedule(0, { kind: 'status', wamid, status: 'delivered' });
}

/** A group message is delivered to, and billed for, each participant. */
function deliverToGroup(
  world: EmulatorContext,
  message: MessageRecord,
  participants: readonly string[],
): void {
  moveWindow(world, message.phoneNumberId, message.waId, { kind: 'outbound', at: world.now() });
  for (const participant of participants) {
    const quoted = quoteMessage(world, message, participant);
    message.pricing = pricingObject(quoted, true);
    bill(world, message, quoted, participant);
    announce(world, message, 'delivered', participant);
  }
}

function deliver(world: EmulatorContext, message: MessageRecord): void {
  if (message.groupId !== undefined) {
    deliverToGroup(world, message, world.state.groups.get(message.groupId)?.participants ?? []);
    return;
  }
  if (findUser(world, message.waId).offline === true) {
    park(world, message);
    return;
  }
  const at = world.now();
  moveWindow(world, message.phoneNumberId, message.waId, { kind: 'outbound', at });
  const quoted = quoteMessage(world, message);
  message.pricing = pricingObject(quoted) ?? message.pricing;
  message.scaledAmount = quoted.outcome === 'priced' ? quoted.amount.scaledAmount : undefined;
  bill(world, message, quoted);
  announce(world, message, 'delivered');
  const { read } = world.settings.delays;
  const readAfter = behave(world, message).readAfter ?? read;
  if (readAfter !== undefined) scheduleStatus(world, message, 'read', readAfter);
}

function read(world: EmulatorContext, message: MessageRecord): void {
  announce(world, message, 'read');
  for (const { act, after } of behave(world, message).acts) {
    message.waiting += 1;
    world.schedule(after, { kind: 'persona', wamid: message.wamid, act });
  }
}

/** Moves a message on and reports it, when its turn has come; never backwards. */
export function reportStatus(world: EmulatorContext, wamid: string, status: MessageState): void {
  const message = world.state.messages.get(wamid);
  if (message === undefined) return;
  message.waiting -= 1;
  if (rank[status] > rank[message.state] && message.state !== 'failed') {
    if (status === 'sent') send(world, message);
    else if (status === 'delivered') deliver(world, message);
    else if (status === 'read') read(world, message);
    else announce(world, message, status);
  }
  release(world, message);
}
