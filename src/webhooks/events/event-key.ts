import { contactKey } from '../../contacts/contact-key.ts';
import { toSha256 } from '../../shared/bytes.ts';
import type { WebhookEvent } from './event.ts';

/**
 * Names an event so that a second delivery of it has the same name: the message id of a message; message id, status, group member (the number in one
 * spelling, else the user id) and error code of a status; a hash of what Meta sent for the rest.
 *
 * @example
 * await eventKey(event); // 'status:wamid.HBgL…:delivered'
 */
export async function eventKey(event: WebhookEvent): Promise<string> {
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
