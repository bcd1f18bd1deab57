import { isObject, readList } from './base.ts';
import type { RawContact } from './shared.ts';

/** The contacts of one change: who the items in it are about. */
export interface ContactBook {
  /** The contact of a user; the only contact there is where the ids do not tell. */
  readonly find: (waId: unknown, bsuid: unknown) => RawContact | undefined;
  /** The contacts that no item was about. */
  readonly unused: () => readonly unknown[];
}

const isContact = (value: unknown): value is RawContact => isObject(value);

/** Opens the `contacts` list of a change. */
export function contactBook(list: unknown): ContactBook {
  const contacts = readList(list);
  const [only] = contacts;
  if (contacts.length < 2 && (only === undefined || isContact(only))) {
    let used = only === undefined;
    const find = () => {
      used = true;
      return only;
    };
    return { find, unused: () => (used ? [] : contacts) };
  }
  const byId = new Map<unknown, RawContact>();
  const unused = new Set<unknown>(contacts);
  for (const contact of contacts.filter(isContact)) {
    for (const id of [contact.user_id, contact.wa_id]) if (id !== undefined) byId.set(id, contact);
  }
  const find = (waId: unknown, bsuid: unknown) => {
    const contact = byId.get(bsuid) ?? byId.get(waId);
    unused.delete(contact);
    return contact;
  };
  return { find, unused: () => [...unused] };
}
