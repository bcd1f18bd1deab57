import type { MessageRecord } from '../kernel/records.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

/** Remembers a message. */
export function remember(world: EmulatorContext, message: MessageRecord): void {
  const { messages, messagesByUser } = world.state;
  messages.set(message.wamid, message);
  const list = messagesByUser.get(message.waId);
  if (list) list.push(message.wamid);
  else messagesByUser.set(message.waId, [message.wamid]);
  world.emit({
    kind: 'message',
    at: message.at,
    wamid: message.wamid,
    phoneNumberId: message.phoneNumberId,
    waId: message.waId,
    direction: message.direction,
  });
}

/** Has a status reported later; the message is not forgotten before that. */
export function scheduleStatus(
  world: EmulatorContext,
  message: MessageRecord,
  status: MessageRecord['state'],
  delay: number,
): void {
  message.waiting += 1;
  world.schedule(delay, { kind: 'status', wamid: message.wamid, status });
}

function forget(world: EmulatorContext, wamid: string): void {
  const { messages, messagesByUser, finished } = world.state;
  const waId = messages.get(wamid)?.waId;
  finished.delete(wamid);
  messages.delete(wamid);
  if (waId === undefined) return;
  const list = messagesByUser.get(waId) ?? [];
  list.splice(list.indexOf(wamid), 1);
  if (list.length === 0) messagesByUser.delete(waId);
}

/** Lets go of a message when nothing waits for it; only as many as journal entries are kept. */
export function release(world: EmulatorContext, message: MessageRecord): void {
  if (message.waiting > 0) return;
  const { finished } = world.state;
  finished.delete(message.wamid);
  finished.add(message.wamid);
  while (finished.size > world.settings.journalLimit) {
    const [oldest] = finished;
    if (oldest === undefined) return;
    forget(world, oldest);
  }
}

/** The messages between the business and a user, oldest first. */
export const messagesWith = (world: EmulatorContext, waId: string): readonly MessageRecord[] =>
  (world.state.messagesByUser.get(waId) ?? []).flatMap((wamid) => {
    const message = world.state.messages.get(wamid);
    return message ? [message] : [];
  });
