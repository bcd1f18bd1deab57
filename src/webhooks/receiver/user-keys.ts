import type { WebhookEvent } from '../events/event.ts';

// `waId`, `bsuid`, `previousParentBsuid`, … of an event, and `wa_id`, `user_id`, `previous_user_id`, … of a system message.
const userId = /^waId$|bsuid$|_id$/i;

/** Returns a key for each id of the user of an event, of the tenant that signed it. Events that share one wait for each other: the first may show the number, the next the user id too. */
export function getUserKeys(
  event: WebhookEvent,
  tenant: string | undefined,
  resolve: (id: string) => string,
): string[] {
  const fields: object = { ...event, ...('system' in event && event.system) };
  return Object.entries(fields).flatMap(([name, id]: [string, unknown]) =>
    typeof id === 'string' && userId.test(name)
      ? JSON.stringify([tenant, event.phoneNumberId, resolve(id)])
      : [],
  );
}
