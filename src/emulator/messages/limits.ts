import { GraphError } from '../kernel/graph-error.ts';
import { openWindows } from '../users/user-store.ts';
import type { MessageRecord } from '../kernel/records.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

// Meta, "About the platform": one message per 6 s to the same user, and up to 45 at once, which are then repaid at that pace.
const pairInterval = 6_000;
const pairBurst = 45;
const day = 86_400_000;

function takeThroughput(context: EmulatorContext, phoneNumberId: string, most: number): void {
  const second = Math.floor(context.now() / 1000);
  const spent = context.state.perSecond.get(phoneNumberId);
  const count = spent?.second === second ? spent.count : 0;
  if (count >= most)
    throw new GraphError(130429, {
      details: `Message failed to send because there were too many messages sent from this phone number in a short period of time: at most ${most} a second.`,
    });
  context.state.perSecond.set(phoneNumberId, { second, count: count + 1 });
}

function takePair(context: EmulatorContext, key: string): void {
  const { pairDebt } = context.state;
  const now = context.now();
  const paid = Math.max(now, pairDebt.get(key) ?? 0);
  if (paid - now > (pairBurst - 1) * pairInterval)
    throw new GraphError(131056, {
      details:
        'Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.',
    });
  pairDebt.delete(key);
  pairDebt.set(key, paid + pairInterval);
  // Paid debts stand in front, in the order in which they were made.
  for (const [other, until] of pairDebt) {
    if (until > now) break;
    pairDebt.delete(other);
  }
}

function takeReach(context: EmulatorContext, phoneNumberId: string, waId: string, most: number): void {
  const { reached } = context.state;
  const now = context.now();
  for (const [user, startedAt] of reached) {
    if (now - startedAt < day) break;
    reached.delete(user);
  }
  const open = openWindows(context, phoneNumberId, waId);
  if (open === 'customer_service' || open === 'both' || reached.has(waId)) return;
  if (reached.size >= most)
    throw new GraphError(131048, {
      details: `Message failed to send because the messaging limit of ${most} unique users in 24 hours outside the customer service window is reached.`,
    });
  reached.set(waId, now);
}

/** Counts a message against the limits in force; refuses it when one is used up. */
export function takeFromLimits(
  context: EmulatorContext,
  message: Pick<MessageRecord, 'phoneNumberId' | 'waId'>,
): void {
  const { messagesPerSecond, pairRate, messagingLimit } = context.settings.limits;
  const { phoneNumberId, waId } = message;
  if (messagingLimit !== undefined) takeReach(context, phoneNumberId, waId, messagingLimit);
  if (pairRate) takePair(context, `${phoneNumberId}:${waId}`);
  if (messagesPerSecond !== undefined) takeThroughput(context, phoneNumberId, messagesPerSecond);
}
