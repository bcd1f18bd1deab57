import { GraphError } from '../kernel/graph-error.ts';
import { openWindows } from '../users/user-store.ts';
import type { MessageRecord } from '../kernel/records.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

// Meta, "About the platform": one message per 6 s to the same user, and up to 45 at once, which are then repaid at that pace.
const pairInterval = 6_000;
const pairBurst = 45;
const day = 86_400_000;

const second = 1_000;

/** Returns when messages passed a number in the last second, in either direction, oldest first. */
function getRecent(context: EmulatorContext, phoneNumberId: string): number[] {
  const recent = context.state.lastSecond.get(phoneNumberId) ?? [];
  const expired = context.now() - second;
  const live = recent.findIndex((at) => at > expired);
  recent.splice(0, live === -1 ? recent.length : live);
  return recent;
}

function checkThroughput(context: EmulatorContext, phoneNumberId: string, most: number): void {
  if (getRecent(context, phoneNumberId).length < most) return;
  throw new GraphError(130429, {
    details: `Message failed to send because there were too many messages sent from this phone number in a short period of time: at most ${most} in any second, with those that arrive.`,
  });
}

/** Counts a message of a number, in either direction, if its throughput is limited. */
export function countMessage(context: EmulatorContext, phoneNumberId: string): void {
  if (context.settings.limits.messagesPerSecond === undefined) return;
  const recent = getRecent(context, phoneNumberId);
  recent.push(context.now());
  context.state.lastSecond.set(phoneNumberId, recent);
}

function checkPair(context: EmulatorContext, key: string): void {
  if ((context.state.pairDebt.get(key) ?? 0) - context.now() > (pairBurst - 1) * pairInterval)
    throw new GraphError(131056, {
      details:
        'Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.',
    });
}

function countPair(context: EmulatorContext, key: string): void {
  const { pairDebt } = context.state;
  const now = context.now();
  const paid = Math.max(now, pairDebt.get(key) ?? 0);
  pairDebt.delete(key);
  pairDebt.set(key, paid + pairInterval);
  // Paid debts stand in front, in the order in which they were made.
  for (const [other, until] of pairDebt) {
    if (until > now) break;
    pairDebt.delete(other);
  }
}

/** Returns whether a message reaches a user who counts against the messaging limit and has not been counted in the last 24 hours. */
function isNewUser(context: EmulatorContext, phoneNumberId: string, waId: string): boolean {
  const { reached } = context.state;
  const now = context.now();
  for (const [user, startedAt] of reached) {
    if (now - startedAt < day) break;
    reached.delete(user);
  }
  const open = openWindows(context, phoneNumberId, waId);
  return open !== 'customer_service' && open !== 'both' && !reached.has(waId);
}

/** Counts a message against the limits in force. Refuses it when one is used up, and then counts it against none. */
export function takeFromLimits(
  context: EmulatorContext,
  message: Pick<MessageRecord, 'phoneNumberId' | 'waId' | 'groupId'>,
): void {
  const { messagesPerSecond, pairRate, messagingLimit } = context.settings.limits;
  const { phoneNumberId, waId, groupId } = message;
  const isNew = messagingLimit !== undefined && isNewUser(context, phoneNumberId, waId);
  // Meta documents the pair rate for users, not for groups.
  const pair = pairRate && groupId === undefined ? `${phoneNumberId}:${waId}` : undefined;
  if (messagesPerSecond !== undefined) checkThroughput(context, phoneNumberId, messagesPerSecond);
  if (pair !== undefined) checkPair(context, pair);
  if (isNew && context.state.reached.size >= messagingLimit)
    throw new GraphError(131048, {
      details: `Message failed to send because the messaging limit of ${messagingLimit} unique users in 24 hours outside the customer service window is reached.`,
    });
  countMessage(context, phoneNumberId);
  if (pair !== undefined) countPair(context, pair);
  if (isNew) context.state.reached.set(waId, context.now());
}
