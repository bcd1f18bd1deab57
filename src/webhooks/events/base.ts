import type { PhoneNumberId, WabaId } from '../../shared/ids.ts';
import { readId } from '../../shared/read-id.ts';
import type { RawContact, RawConversationContext } from './shared.ts';

export { readId };

/** What every webhook event carries. Times are epoch milliseconds; an id that Meta did not send is `undefined`. */
export interface EventBase<Kind extends string, Raw> {
  /** The kind of the event, which discriminates the union. */
  readonly kind: Kind;
  /** The webhook field that it came under, as Meta spells it. */
  readonly field: string;
  /** The WhatsApp Business Account it belongs to. `0` in tests sent from the App Dashboard. */
  readonly wabaId: WabaId | undefined;
  /** The business phone number it belongs to, where there is one. */
  readonly phoneNumberId: PhoneNumberId | undefined;
  /** That number as people write it, where Meta sends it. */
  readonly displayPhoneNumber: string | undefined;
  /** The item as Meta sent it, untouched. */
  readonly raw: Raw;
}

/** Something that Meta sent and this version does not know. It is never dropped: `raw` holds it as it came. */
export interface UnknownEvent extends EventBase<'unknown', unknown> {
  /** `entry.time`, where Meta sends it. */
  readonly at: number | undefined;
  /** Who it is about, if it is an item that one of the change's contacts belongs to. */
  readonly contact: RawContact | undefined;
  /** What went before in the chat, if another responder handled it until now. */
  readonly conversationContext: RawConversationContext | undefined;
}

/** What the entry and the change around an item say about it. */
export interface ChangeContext {
  readonly field: string;
  readonly wabaId: WabaId | undefined;
  readonly phoneNumberId: PhoneNumberId | undefined;
  readonly displayPhoneNumber: string | undefined;
  /** `entry.time`; Meta's examples have it with account, template and flow fields only. */
  readonly entryAt: number | undefined;
}

/** A JSON object of which nothing is known yet. */
export interface RawObject {
  readonly [key: string]: unknown;
}

/** Says whether a value is a JSON object. */
export const isObject = (value: unknown): value is RawObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The items of a list, or none where Meta sent something else. */
export const readList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A number that comes as one or as text, such as `2` and `'2'`; `undefined` where it is neither. */
export function readNumber(value: unknown): number | undefined {
  if (typeof value !== 'number' && (typeof value !== 'string' || value.trim() === '')) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** Epoch milliseconds of Meta's seconds, which come as a number or as text; `undefined` where it is neither. */
export function readTime(seconds: unknown): number | undefined {
  const number = readNumber(seconds);
  return number === undefined ? undefined : readNumber(number * 1000);
}

/** What the entry and the change say about each event in them. */
export const toEventPlace = (change: ChangeContext) => ({
  field: change.field,
  wabaId: change.wabaId,
  phoneNumberId: change.phoneNumberId,
  displayPhoneNumber: change.displayPhoneNumber,
});

/** An event that a whole value makes: its time is the time of the entry. */
export const valueEvent = <Kind extends string, Raw>(kind: Kind, raw: Raw, change: ChangeContext) => ({
  kind,
  at: change.entryAt,
  ...toEventPlace(change),
  raw,
});

/** The event for what no reader understands. */
export const unknownEvent = (
  raw: unknown,
  change: ChangeContext,
  contact?: RawContact,
  conversationContext?: RawConversationContext,
): UnknownEvent => ({ ...valueEvent('unknown', raw, change), contact, conversationContext });

/** A guard for values that must hold some properties as text, and whose other properties are optional. */
export const withText =
  <Raw>(...keys: readonly (keyof Raw & string)[]) =>
  (value: RawObject): value is Raw & RawObject => {
    for (const key of keys) if (typeof value[key] !== 'string') return false;
    return true;
  };

/** Takes events, one after another. */
export type Emit<Event> = (event: Event) => void;

/** Which properties of an object a reader uses, and whether it can use the value that one has. */
export type UsedKeys = ReadonlyMap<string, (value: unknown) => boolean>;

export const isId = (value: unknown): boolean => readId(value) !== undefined;
export const isTime = (value: unknown): boolean => readTime(value) !== undefined;

/** Returns the properties of an object that its reader does not use, or `undefined` if it uses all. */
export function getLeftovers(value: RawObject, used: UsedKeys): RawObject | undefined {
  let left: Record<string, unknown> | undefined;
  for (const key in value) if (!used.get(key)?.(value[key])) (left ??= {})[key] = value[key];
  return left;
}

/** Emits one unknown event for the properties of an object that its reader does not use. */
export function emitLeftovers(
  value: RawObject,
  used: UsedKeys,
  change: ChangeContext,
  emit: Emit<UnknownEvent>,
): void {
  const left = getLeftovers(value, used);
  if (left !== undefined) emit(unknownEvent(left, change));
}
