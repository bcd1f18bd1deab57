import { readId } from '../shared/read-id.ts';
import { isBsuid } from '../shared/ids.ts';
import { contactKey } from './contact-key.ts';
import type { ContactIds, IdentityFact } from './identities.ts';

/** A user's ids as Meta writes them. Some of Meta's group examples have numbers where others have text. */
export interface RawUser {
  readonly wa_id?: string | number | undefined;
  readonly user_id?: string | undefined;
  readonly parent_user_id?: string | undefined;
}

/** A webhook event, as `wabakit/webhooks` parses it, as far as it can show ids of a person. Any event of `parseWebhook` fits. */
export interface IdentityEvent extends ContactIds {
  /** The kind of the event; any kind may show two ids of one person. */
  readonly kind: string;
  /** When it happened, in epoch milliseconds. An event without a time teaches nothing. */
  readonly at?: number | undefined;
  /** The profile that came along. Ids that contradict it are not believed. */
  readonly contact?: RawUser | undefined;
  /** The type of a message: `system` announces changes of ids. */
  readonly type?: string | undefined;
  /** The content of a `system` message. */
  readonly system?:
    | (RawUser & {
        readonly type?: string | undefined;
        readonly new_wa_id?: string | undefined;
        readonly customer?: string | undefined;
        readonly previous_user_id?: string | undefined;
        readonly previous_parent_user_id?: string | undefined;
      })
    | undefined;
  /** The id before a `userIdChange`. */
  readonly previousBsuid?: string | undefined;
  /** The parent id before a `userIdChange`. */
  readonly previousParentBsuid?: string | undefined;
  /** The chats of a `history` event. */
  readonly threads?:
    readonly (ContactIds & { readonly messages: readonly { readonly at: number }[] })[] | undefined;
  /** What Meta sent: the members of a group stand there. */
  readonly raw?: unknown;
}

const nothing: readonly IdentityFact[] = Object.freeze([]);

const memberLists = ['added_participants', 'removed_participants', 'failed_participants'] as const;

function pair(at: number, { waId, bsuid, parentBsuid }: ContactIds): readonly IdentityFact[] {
  const userId = bsuid ?? parentBsuid;
  if (userId === undefined || (waId === undefined && (bsuid === undefined || parentBsuid === undefined)))
    return nothing;
  return [{ at, waId, bsuid, parentBsuid }];
}

/** Whether the profile next to an item is of somebody else, as in an item about a user whose ids just changed. */
function isContradicted({ waId, bsuid, contact }: IdentityEvent): boolean {
  const { wa_id: shown, user_id: shownId } = contact ?? {};
  return (
    (shown !== undefined && waId !== undefined && contactKey(readId(shown) ?? '') !== contactKey(waId)) ||
    (shownId !== undefined && bsuid !== undefined && shownId !== bsuid)
  );
}

const isNumberChange = (type: unknown): boolean => readId(type)?.endsWith('_changed_number') === true;

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  Object(value) as Readonly<Record<string, unknown>>;

function systemFacts(at: number, event: IdentityEvent): readonly IdentityFact[] {
  // A system message has no contacts list, so that only its own fields tell who it is about.
  const raw = fieldsOf(event.raw);
  const system = fieldsOf(event.system);
  const sender = readId(raw['from']) ?? readId(system['customer']);
  const before: ContactIds = {
    waId: sender === undefined || isBsuid(sender) ? undefined : sender,
    bsuid:
      readId(system['previous_user_id']) ??
      readId(raw['from_user_id']) ??
      (sender !== undefined && isBsuid(sender) ? sender : undefined),
    parentBsuid: readId(system['previous_parent_user_id']) ?? readId(raw['from_parent_user_id']),
  };
  const newNumber = readId(system['wa_id']) ?? readId(system['new_wa_id']);
  const waId = isNumberChange(system['type']) ? newNumber : undefined;
  const now = { waId, bsuid: readId(system['user_id']), parentBsuid: readId(system['parent_user_id']) };
  if (waId === undefined && now.bsuid === undefined && now.parentBsuid === undefined) return pair(at, before);
  return [{ at, ...now, previous: before }];
}

function memberFacts(at: number, raw: unknown): readonly IdentityFact[] {
  const lists = fieldsOf(raw);
  return memberLists.flatMap((name) => {
    const list: unknown = lists[name];
    const members: readonly unknown[] = Array.isArray(list) ? list : [];
    return members.map(fieldsOf).flatMap((member) =>
      pair(at, {
        waId: readId(member['wa_id']),
        bsuid: readId(member['user_id']),
        parentBsuid: readId(member['parent_user_id']),
      }),
    );
  });
}

/**
 * Returns what an event attests about ids: those it shows for one person, and those a person had before. Returns an empty list for an event that
 * shows one id only.
 *
 * Sources: Meta, "Business-scoped user IDs", "System messages webhook reference" (`user_changed_number`, `user_changed_user_id`,
 * `previous_user_id`), and the older field `user_id_update`.
 *
 * @example
 * for (const event of parseWebhook(body)) for (const fact of toIdentityFacts(event)) identities.learn(fact);
 */
export function toIdentityFacts(event: IdentityEvent): readonly IdentityFact[] {
  const { kind, at, waId, bsuid, parentBsuid } = event;
  if (kind === 'history')
    return (event.threads ?? []).flatMap((thread) =>
      thread.messages.length === 0 ? [] : pair(Math.max(...thread.messages.map((one) => one.at)), thread),
    );
  if (at === undefined) return nothing;
  if (event.type === 'system') return kind === 'historyMessage' ? nothing : systemFacts(at, event);
  if (kind === 'userIdChange') {
    const previous = { bsuid: event.previousBsuid, parentBsuid: event.previousParentBsuid };
    return [{ at, waId, bsuid, parentBsuid, previous }];
  }
  const members = kind === 'groupParticipants' ? memberFacts(at, event.raw) : nothing;
  if (isContradicted(event)) return members;
  const own = pair(at, event);
  return members.length === 0 ? own : [...own, ...members];
}

/** The answer to a send, as `SendResult` has it. */
export interface SendReply {
  /** The recipient as the send named it, and the id that Meta found for it. */
  readonly contacts?:
    | readonly {
        readonly input: string;
        readonly wa_id?: string | undefined;
        readonly user_id?: string | undefined;
      }[]
    | undefined;
}

/**
 * Returns what the answer to a send attests: the WhatsApp ID behind the number that was addressed. Returns `undefined` where both are the same, and
 * for a group.
 *
 * @param at When the answer came, in epoch milliseconds. It counts in whole seconds, as the times of events do.
 *
 * @example
 * const result = await wa.messages.sendText({ to: '+5531987654321', body: 'Hello' });
 * const fact = toSendFact(result, Date.now());
 * if (fact !== undefined) identities.learn(fact);
 */
export function toSendFact(reply: SendReply, at: number): IdentityFact | undefined {
  const list: unknown = reply.contacts;
  const contact = fieldsOf(Array.isArray(list) ? list[0] : undefined);
  const [input, waId, bsuid] = [contact['input'], contact['wa_id'], contact['user_id']].map(readId);
  if (input === undefined) return undefined;
  const number = isBsuid(input) ? undefined : contactKey(input);
  const ids = new Set([number, bsuid, waId === undefined ? undefined : contactKey(waId)]);
  ids.delete(undefined);
  if (ids.size < 2) return undefined;
  return { at: Math.floor(at / 1000) * 1000, waId, bsuid, number };
}
