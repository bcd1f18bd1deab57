import { isObject, readId, readList } from './base.ts';
import type { RawContact } from './shared.ts';

/** The contacts of one change: who the items in it are about. */
export interface ContactBook {
  /** The contact of a user by any of the ids, the last first; the only contact there is where the ids do not tell. */
  readonly find: (...ids: readonly unknown[]) => RawContact | undefined;
  /** The contacts that no item was about. */
  readonly unused: () => readonly unknown[];
}

const isContact = (value: unknown): value is RawContact => isObject(value);

/** Opens the `contacts` list of a change. */
export function contactBook(list: unknown): ContactBook {
  const contacts = readList(list);
  const [first] = contacts;
  const only = contacts.length === 1 && isContact(first) ? first : undefined;
  const byId = new Map<unknown, RawContact>();
  const unused = new Set<unknown>(contacts);
  for (const contact of contacts.filter(isContact)) {
    for (const id of [contact.user_id, contact.wa_id].map(readId))
      if (id !== undefined) byId.set(id, contact);
  }
  return {
    find: (...ids) => {
      const contact = only ?? byId.get(ids.map(readId).findLast((id) => byId.has(id)));
      unused.delete(contact);
      return contact;
    },
    unused: () => [...unused],
  };
}
