import { contactKey } from './contact-key.ts';

/** The ids that an event or a reply showed for one person. */
export interface ContactIds {
  /** The WhatsApp ID, or a phone number in any spelling. */
  readonly waId?: string | undefined;
  /** The business-scoped user id. */
  readonly bsuid?: string | undefined;
  /** The parent id, which the linked portfolios of a business share. */
  readonly parentBsuid?: string | undefined;
}

/** Something that Meta attested: these ids were one person's at this time. Plain JSON. */
export interface IdentityFact extends ContactIds {
  /** When it was so, in epoch milliseconds. A number goes to the person who had it last. */
  readonly at: number;
  /** The number that a send was addressed to, where it may differ from the WhatsApp ID (`contacts[0].input`). */
  readonly number?: string | undefined;
  /** The ids that the same person had before. A previous number is given up: whoever has it next is another person. */
  readonly previous?: ContactIds | undefined;
}

/** A fact that changed what is known, and what followed from it. Plain JSON. */
export interface IdentityRecord extends IdentityFact {
  /** The key of the person that the ids belong to. */
  readonly contact: string;
  /** The keys that meant a person of their own before and mean this person from now on. What was kept under them belongs to `contact`. */
  readonly merged: readonly string[];
}

/**
 * What is known about which ids are one person's. Append-only: it learns, and never forgets. Keep one per business portfolio and tenant, because
 * business-scoped user ids differ between portfolios. Made by `createIdentities`.
 */
export interface Identities {
  /** Every fact that changed something, in the order it was learned. Store it as JSON and pass it to `createIdentities` to continue. */
  readonly records: readonly IdentityRecord[];
  /**
   * Returns the key of the person that an id belongs to now: `contactKey(id)` until something is learned about it. A key never passes to
   * another person, so it can be stored.
   */
  readonly resolve: (id: string) => string;
  /** Takes in a fact. Returns the record if it was news, `undefined` if nothing changed. */
  readonly learn: (fact: IdentityFact) => IdentityRecord | undefined;
}

interface Person {
  readonly key: string;
  /** The person that this one turned out to be. */
  into: Person | undefined;
  /** Whether a business-scoped id is known. Two people with one each are two people. */
  hasUserId: boolean;
}

interface Binding {
  person: Person;
  at: number;
}

function rootOf(person: Person): Person {
  let root = person;
  while (root.into !== undefined) root = root.into;
  return root;
}

const defined = (ids: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(ids.filter((id) => id !== undefined)),
];

const toKey = (id: string | undefined): string | undefined => (id === undefined ? undefined : contactKey(id));

/**
 * Creates what is known about which ids are one person's, from nothing or from stored records.
 *
 * Two people become one only by a fact that shows an id of each. A number that is seen with another business-scoped user id, or that its owner gave
 * up, belongs to a new person: numbers are recycled, and the history must stay with whoever wrote it. A merge is undone by leaving its record
 * out: `createIdentities(records.filter((record) => record !== wrong))`.
 *
 * Source: Meta, "Business-scoped user IDs" and "System messages webhook reference" (a new number also makes a new id).
 *
 * @param facts Stored records, or facts of your own, in the order they were learned. Default: none.
 *
 * @example
 * const identities = createIdentities();
 * identities.learn({ at, waId: '16505551234', bsuid: 'US.13491208655302741918' });
 * identities.resolve('+1 650 555 1234') === identities.resolve('US.13491208655302741918'); // true
 */
export function createIdentities(facts: Iterable<IdentityFact> = []): Identities {
  const bindings = new Map<string, Binding>();
  const records: IdentityRecord[] = [];

  function ownerOf(key: string | undefined): Person | undefined {
    const binding = key === undefined ? undefined : bindings.get(key);
    return binding && rootOf(binding.person);
  }

  /** Whether nothing newer than a time is known about a key. */
  const isCurrent = (key: string | undefined, at: number): boolean =>
    at >= (bindings.get(key ?? '')?.at ?? at);

  /** The usual case, without any allocation: a number and a user id that are known to be one person's. */
  function isKnown({ at, waId, bsuid, parentBsuid, number, previous }: IdentityFact): boolean {
    if (waId === undefined || bsuid === undefined || number !== undefined || previous !== undefined)
      return false;
    const owner = ownerOf(bsuid);
    const binding = bindings.get(contactKey(waId));
    if (owner === undefined || binding === undefined || rootOf(binding.person) !== owner) return false;
    if (parentBsuid !== undefined && ownerOf(parentBsuid) !== owner) return false;
    binding.at = Math.max(binding.at, at);
    return true;
  }

  function resolve(id: string): string {
    const key = contactKey(id);
    return ownerOf(key)?.key ?? key;
  }

  /** The person that a fact is about: by the previous ids, by the user ids, then by a number whose owner may be this person. */
  function findPerson(fact: IdentityFact, userIds: readonly string[], numbers: readonly string[]): Person {
    const { at, previous } = fact;
    const oldNumber = toKey(previous?.waId);
    const oldOwner = isCurrent(oldNumber, at) ? oldNumber : undefined;
    for (const id of [previous?.bsuid, previous?.parentBsuid, oldOwner, ...userIds]) {
      const owner = ownerOf(id);
      if (owner !== undefined) return owner;
    }
    for (const number of numbers) {
      const owner = ownerOf(number);
      if (owner !== undefined && (userIds.length === 0 || !owner.hasUserId)) return owner;
    }
    const key = userIds[0] ?? oldNumber ?? numbers[0] ?? '';
    return { key, into: undefined, hasUserId: userIds.length > 0 };
  }

  function learn(fact: IdentityFact): IdentityRecord | undefined {
    if (isKnown(fact)) return undefined;
    const { at, previous } = fact;
    const userIds = defined([previous?.bsuid, previous?.parentBsuid, fact.bsuid, fact.parentBsuid]);
    const numbers = defined([toKey(fact.waId), toKey(fact.number)]);
    const oldNumber = toKey(previous?.waId);
    const isMove = oldNumber !== undefined && numbers.length > 0 && !numbers.includes(oldNumber);
    if (defined([...userIds, ...numbers, oldNumber]).length < 2) return undefined;
    const person = findPerson(fact, userIds, numbers);
    const merged: string[] = [];
    let changes = 0;

    function bind(key: string, to = person): void {
      bindings.set(key, { person: to, at });
      changes += 1;
    }
    function adopt(key: string): void {
      bind(key);
      if (key !== person.key) merged.push(key);
    }
    function merge(other: Person): void {
      other.into = person;
      merged.push(other.key);
      changes += 1;
    }

    for (const id of userIds) {
      const owner = ownerOf(id);
      if (owner === undefined) adopt(id);
      else if (owner !== person) merge(owner);
    }
    if (userIds.length > 0) person.hasUserId = true;

    for (const number of isMove || oldNumber === undefined ? numbers : defined([...numbers, oldNumber])) {
      const binding = bindings.get(number);
      const owner = ownerOf(number);
      if (binding === undefined || owner === undefined) {
        // Whoever wrote from a number before this person moved to it was its previous owner.
        if (isMove) bind(number);
        else adopt(number);
      } else if (owner === person) binding.at = Math.max(binding.at, at);
      else if (!isMove && !(owner.hasUserId && person.hasUserId)) merge(owner);
      else if (isCurrent(number, at)) bind(number);
    }

    if (isMove) {
      const owner = ownerOf(oldNumber);
      if (owner === undefined && oldNumber !== person.key) merged.push(oldNumber);
      if ((owner ?? person) === person && isCurrent(oldNumber, at))
        bind(oldNumber, { key: `${oldNumber}@${at}`, into: undefined, hasUserId: false });
    }

    if (changes === 0) return undefined;
    const { waId, number, bsuid, parentBsuid } = fact;
    const record = { at, waId, number, bsuid, parentBsuid, previous, contact: person.key, merged };
    records.push(record);
    return record;
  }

  for (const fact of facts) learn(fact);
  return { records, resolve, learn };
}
