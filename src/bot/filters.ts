import { normalizeText } from '../webhooks/consent/normalize-text.ts';
import type { WebhookEvent, WebhookEventKind } from '../webhooks/events/event.ts';
import type { IncomingMessageEvent } from '../webhooks/events/message.ts';
import type { MessageContents } from '../webhooks/events/message-content.ts';

declare const narrowing: unique symbol;

/**
 * A kind of event and, of messages, a type that a filter can let through.
 *
 * @beta
 */
export interface FilterCase {
  /** The kind of the event. Default: any. */
  readonly kind?: WebhookEventKind | undefined;
  /** The type of the message. Default: any. */
  readonly type?: string | undefined;
}

/**
 * Says whether an event is meant, and tells the compiler what the event then is: `Has` it has, `Not` it is not; `Otherwise` is what an event is not
 * if the filter refuses it. `and`, `or` and `not` compose filters; `where` makes one of a function.
 *
 * @beta
 */
export interface Filter<Has = unknown, Not = never, Otherwise = never> {
  /** Returns whether the event is meant. */
  (event: WebhookEvent): boolean;
  /** What the filter can let through, to find a route that can never match; `undefined` for anything. */
  readonly cases: readonly FilterCase[] | undefined;
  readonly [narrowing]?: { readonly has: Has; readonly not: Not; readonly otherwise: Otherwise };
}

/** A filter of any kind. */
type AnyFilter = Filter<unknown, unknown, unknown>;

type HasOf<F> = F extends Filter<infer Has, unknown, unknown> ? Has : unknown;
type NotOf<F> = F extends Filter<unknown, infer Not, unknown> ? Not : never;
type OtherwiseOf<F> = F extends Filter<unknown, unknown, infer Otherwise> ? Otherwise : never;

type Every<Filters extends readonly unknown[]> = Filters extends readonly [infer First, ...infer Rest]
  ? HasOf<First> & Every<Rest>
  : unknown;
type EveryOtherwise<Filters extends readonly unknown[]> = Filters extends readonly [
  infer First,
  ...infer Rest,
]
  ? OtherwiseOf<First> & EveryOtherwise<Rest>
  : unknown;
type EveryNot<Filters extends readonly unknown[]> = Filters extends readonly [infer First, ...infer Rest]
  ? NotOf<First> & EveryNot<Rest>
  : unknown;

/**
 * The event that a filter lets through.
 *
 * @beta
 */
export type Narrowed<Event extends WebhookEvent, Has, Not> = Exclude<Event, Not> & Has;

const makeFilter = <Has, Not = never, Otherwise = never>(
  test: (event: WebhookEvent) => boolean,
  cases: readonly FilterCase[] | undefined,
): Filter<Has, Not, Otherwise> => Object.assign((event: WebhookEvent) => test(event), { cases });

const meet = (one: FilterCase, other: FilterCase): readonly FilterCase[] => {
  const clash = (['kind', 'type'] as const).some(
    (key) => one[key] !== undefined && other[key] !== undefined && one[key] !== other[key],
  );
  return clash ? [] : [{ kind: one.kind ?? other.kind, type: one.type ?? other.type }];
};

/** Returns what two filters let through together; an empty list if nothing can pass both. */
export const meetCases = (
  one: readonly FilterCase[] | undefined,
  other: readonly FilterCase[] | undefined,
): readonly FilterCase[] | undefined =>
  one === undefined || other === undefined
    ? (one ?? other)
    : one.flatMap((first) => other.flatMap((second) => meet(first, second)));

/**
 * Returns a filter that lets through what every one of the filters lets through.
 *
 * @example
 * bot.on('message', and(isText(), isInGroup), (ctx) => ctx.reply(`In ${ctx.event.groupId}: ${ctx.event.text.body}`));
 *
 * @beta
 */
export const and = <const Filters extends readonly AnyFilter[]>(
  ...filters: Filters
): Filter<Every<Filters>, NotOf<Filters[number]>, EveryOtherwise<Filters>> =>
  makeFilter(
    (event) => filters.every((filter) => filter(event)),
    filters.reduce<readonly FilterCase[] | undefined>(
      (cases, filter) => meetCases(cases, filter.cases),
      undefined,
    ),
  );

/**
 * Returns a filter that lets through what one of the filters lets through.
 *
 * @example
 * bot.on('message', or(isType('location'), isText(/where/i)), (ctx) => ctx.reply(shops));
 *
 * @beta
 */
export const or = <const Filters extends readonly AnyFilter[]>(
  ...filters: Filters
): Filter<HasOf<Filters[number]>, EveryNot<Filters>, OtherwiseOf<Filters[number]>> =>
  makeFilter(
    (event) => filters.some((filter) => filter(event)),
    filters.some(({ cases }) => cases === undefined)
      ? undefined
      : filters.flatMap(({ cases }) => cases ?? []),
  );

/**
 * Returns a filter that lets through what the filter refuses.
 *
 * @example
 * bot.on('message', not(isType('text')), (ctx) => ctx.reply('Please write to me, I can only read.'));
 *
 * @beta
 */
export const not = <F extends AnyFilter>(filter: F): Filter<unknown, OtherwiseOf<F>> =>
  makeFilter((event) => !filter(event), undefined);

/**
 * Makes a filter of a function. A type guard narrows the event of the route.
 *
 * @example
 * const isFirstMessage = where((event) => event.kind === 'message' && event.referral !== undefined);
 *
 * @beta
 */
export function where<Event extends WebhookEvent>(
  guard: (event: WebhookEvent) => event is Event,
): Filter<Event, never, Event>;
/**
 * Makes a filter of a function that narrows nothing.
 *
 * @beta
 */
export function where(test: (event: WebhookEvent) => boolean): Filter;
export function where(test: (event: WebhookEvent) => boolean): Filter {
  return makeFilter(test, undefined);
}

/** A message of a type. */
type MessageOfType<Type extends keyof MessageContents> = Extract<
  IncomingMessageEvent,
  { readonly type: Type }
>;

/**
 * Returns a filter for messages of one or more types, such as `image` or `location`.
 *
 * @example
 * bot.on('message', isType('image', 'document'), (ctx) => ctx.reply('Thank you for the file.'));
 *
 * @beta
 */
export const isType = <Type extends keyof MessageContents>(
  ...types: readonly Type[]
): Filter<MessageOfType<Type>, never, MessageOfType<Type>> =>
  makeFilter(
    (event) => event.kind === 'message' && types.some((type) => type === event.type),
    types.map((type) => ({ kind: 'message', type })),
  );

const textCases: readonly FilterCase[] = [{ kind: 'message', type: 'text' }];

/**
 * Returns a filter for text messages: of any text, or of one that a pattern matches somewhere.
 *
 * @example
 * bot.on('message', isText(/hours|open/i), (ctx) => ctx.reply('Monday to Saturday, 9 to 18'));
 *
 * @beta
 */
export function isText(): Filter<MessageOfType<'text'>, never, MessageOfType<'text'>>;
/**
 * Returns a filter for text messages that a pattern matches somewhere.
 *
 * @beta
 */
export function isText(pattern: RegExp): Filter<MessageOfType<'text'>>;
export function isText(pattern?: RegExp): Filter<MessageOfType<'text'>> {
  return makeFilter((event) => {
    if (event.kind !== 'message' || event.type !== 'text') return false;
    // A pattern with the flag g or y goes on where it stopped.
    if (pattern !== undefined) pattern.lastIndex = 0;
    return pattern === undefined || pattern.test(event.text.body);
  }, textCases);
}

/**
 * Returns a filter for text messages that consist of one of the words. Case, accents, punctuation and emoji do not matter.
 *
 * @example
 * bot.on('message', isWord('menu', 'menú'), (ctx) => ctx.reply(mainMenu)); // "Menu!" as well
 *
 * @beta
 */
export function isWord(...words: readonly string[]): Filter<MessageOfType<'text'>> {
  const wanted = new Set(words.map(normalizeText).filter(Boolean));
  return makeFilter(
    (event) =>
      event.kind === 'message' && event.type === 'text' && wanted.has(normalizeText(event.text.body)),
    wanted.size === 0 ? [] : textCases,
  );
}

/**
 * A filter for events of a group.
 *
 * @example
 * bot.on('message', isInGroup, (ctx) => ctx.reply('Please write to me directly.'));
 *
 * @beta
 */
export const isInGroup: Filter<{ readonly groupId: string }> = makeFilter(
  (event) => 'groupId' in event && event.groupId !== undefined,
  undefined,
);
