import { isObject, readId, readList } from './base.ts';
import type { RawContact } from './shared.ts';

const isContact = (value: unknown): value is RawContact => isObject(value);

function listById(contacts: readonly unknown[]): Map<unknown, RawContact> {
  const byId = new Map<unknown, RawContact>();
  for (const contact of contacts.filter(isContact)) {
    for (const id of [contact.user_id, contact.wa_id].map(readId))
      if (id !== undefined) byId.set(id, contact);
  }
  return byId;
}

/** The contacts of one change: who the items in it are about. */
export class ContactBook {
  readonly #contacts: readonly unknown[];
  readonly #only: RawContact | undefined;
  readonly #byId: Map<unknown, RawContact> | undefined;
  readonly #found = new Set<unknown>();

  constructor(list: unknown) {
    this.#contacts = readList(list);
    const [first] = this.#contacts;
    if (this.#contacts.length === 1 && isContact(first)) this.#only = first;
    else if (this.#contacts.length > 0) this.#byId = listById(this.#contacts);
  }

  /** Returns the contact of a user by any of the ids, the last first; the only contact there is where the ids do not tell. */
  find(...ids: readonly unknown[]): RawContact | undefined {
    const byId = this.#byId;
    const contact = this.#only ?? byId?.get(ids.map(readId).findLast((id) => byId.has(id)));
    if (contact !== undefined) this.#found.add(contact);
    return contact;
  }

  /** Returns the contacts that no item was about. */
  unused(): readonly unknown[] {
    const found = this.#found;
    return this.#contacts.filter((contact) => !found.has(contact));
  }
}
