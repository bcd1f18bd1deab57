import type { MessageRecord } from '../kernel/records.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

/** Remembers a message. */
export function remember(context: EmulatorContext, message: MessageRecord): void {
  const { messages, messagesByUser } = context.state;
  messages.set(message.wamid, message);
  const list = messagesByUser.get(message.waId);
  if (list) list.push(message.wamid);
  else messagesByUser.set(message.waId, [message.wamid]);
  context.emit({
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
  context: EmulatorContext,
  message: MessageRecord,
  status: MessageRecord['state'],
  delay: number,
): void {
  message.waiting += 1;
  context.schedule(delay, { kind: 'status', wamid: message.wamid, status });
}

function forget(context: EmulatorContext, wamid: string): void {
  const { messages, messagesByUser, finished } = context.state;
  const waId = messages.get(wamid)?.waId;
  finished.delete(wamid);
  messages.delete(wamid);
  if (waId === undefined) return;
  const list = messagesByUser.get(waId) ?? [];
  list.splice(list.indexOf(wamid), 1);
  if (list.length === 0) messagesByUser.delete(waId);
}

/** Lets go of a message when nothing waits for it; only as many as journal entries are kept. */
export function release(context: EmulatorContext, message: MessageRecord): void {
  if (message.waiting > 0) return;
  const { finished } = context.state;
  finished.delete(message.wamid);
  finished.add(message.wamid);
  while (finished.size > context.settings.journalLimit) {
    const [oldest] = finished;
    if (oldest === undefined) return;
    forget(context, oldest);
  }
}

/** The messages between the business and a user, oldest first. */
export const messagesWith = (context: EmulatorContext, waId: string): readonly MessageRecord[] =>
  (context.state.messagesByUser.get(waId) ?? []).flatMap((wamid) => {
    const message = context.state.messages.get(wamid);
    return message ? [message] : [];
  });
