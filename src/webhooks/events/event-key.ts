import { contactKey } from '../../contacts/contact-key.ts';
import { toSha256 } from '../../shared/bytes.ts';
import { isId, isObject, isTime } from './base.ts';
import type { WebhookEvent } from './event.ts';

/** Whose event it is; the context of a handler fits. */
export interface EventKeyContext {
  /** The tenant whose secret signed the event. Default: one tenant has all events. */
  readonly tenant?: string | undefined;
}

/**
 * Names an event so that a second delivery of it has the same name: the message id of a message; message id, status, group member (the number in one
 * spelling, else the user id) and error code of a status; a hash of what Meta sent, time included, for the rest.
 *
 * Meta sends some events without any id or time: errors of the number or the account, and the news that a history is not shared. Such an event
 * has the same name whenever it happens again, so add the day to the key of a row that you keep for it.
 *
 * @param context The second argument of your handler. The keys of its `tenant` are apart from those of every other tenant, who could otherwise
 * send an event with the same ids first. Default: one tenant has all events.
 *
 * @example
 * await eventKey(event); // 'status:wamid.HBgL…:delivered'
 * await eventKey(event, { tenant: 'shop-7' }); // 'tenant/shop-7/status:wamid.HBgL…:delivered'
 */
export async function eventKey(event: WebhookEvent, { tenant }: EventKeyContext = {}): Promise<string> {
  const key = await keyOfEvent(event);
  return tenant === undefined ? key : `tenant/${encodeURIComponent(tenant)}/${key}`;
}

async function keyOfEvent(event: WebhookEvent): Promise<string> {
  switch (event.kind) {
    case 'message':
    case 'messageEcho':
    case 'standbyMessage':
    case 'standbyEcho':
    case 'historyMessage':
      return `${event.kind}:${event.wamid}`;
    case 'status':
    case 'standbyStatus': {
      const { groupId, waId, bsuid } = event;
      const member = groupId && (waId === undefined ? bsuid : contactKey(waId));
      const parts = [event.kind, event.wamid, event.status, member, event.errors?.[0]?.code];
      return parts.filter((part) => part !== undefined).join(':');
    }
    default:
      return `${event.kind}:${await toSha256(JSON.stringify([event.field, event.wabaId, event.phoneNumberId, event.at, event.raw]))}`;
  }
}

/** Says whether something in what Meta sent belongs to this occurrence alone: a time, an id, or the messages of a history. */
function isUnique(event: WebhookEvent): boolean {
  if (event.at !== undefined) return true;
  if (event.kind === 'history') return event.threads.length > 0;
  return isObject(event.raw) && (isId(event.raw['id']) || isTime(event.raw['timestamp']));
}

/**
 * Returns how long a second event of the same key is a second delivery, in milliseconds: 8 days, because Meta redelivers for up to 7. An event that
 * can happen again with the same key has 10 minutes, in which Meta's first redeliveries come.
 */
export const getKeyLifetime = (event: WebhookEvent): number =>
  isUnique(event) ? 8 * 24 * 3_600_000 : 600_000;
