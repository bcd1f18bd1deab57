import { contactKey } from '../contacts/contact-key.ts';
import type { WebhookEvent } from '../webhooks/events/event.ts';
import type { UserIds } from '../webhooks/events/user.ts';
import type { BotUser } from './record.ts';

const isAboutUser = (event: WebhookEvent): event is WebhookEvent & UserIds =>
  'waId' in event && 'bsuid' in event;

/**
 * Returns the user of an event, or `undefined` if it is about none. The business-scoped user id is the user where there is one, because the number may be
 * hidden with the next message.
 */
export function toBotUser(
  event: WebhookEvent,
  tenant: string | undefined,
  resolve: (id: string) => string = contactKey,
): BotUser | undefined {
  if (!isAboutUser(event)) return undefined;
  const { waId, bsuid, parentBsuid, phoneNumberId } = event;
  const id = bsuid ?? parentBsuid ?? waId;
  if (id === undefined) return undefined;
  const groupId = 'groupId' in event ? event.groupId : undefined;
  const profile = 'contact' in event ? event.contact?.profile : undefined;
  return {
    key: JSON.stringify([tenant ?? null, phoneNumberId ?? null, groupId ?? null, resolve(id)]),
    waId,
    bsuid,
    name: profile?.name,
    phoneNumberId,
    groupId,
  };
}
