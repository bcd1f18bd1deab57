import { usageError, type UsageError } from '../errors/usage-error.ts';
import { listLimits, replyButtonLimits } from '../schemas/limits.ts';
import { countCharacters } from '../shared/count-characters.ts';
import type { WebhookEvent } from '../webhooks/events/event.ts';

type ParameterOf<Name extends string> = Name extends `${infer Key}:number`
  ? { readonly [K in Key]: number }
  : { readonly [K in Name]: string };

/**
 * The parameters of an id pattern: `{orderId}` is a string, `{seat:number}` a number.
 *
 * @beta
 */
export type ButtonParams<Pattern extends string> = string extends Pattern
  ? Readonly<Record<string, string | number>>
  : Pattern extends `${string}{${infer Name}}${infer Rest}`
    ? ParameterOf<Name> & ButtonParams<Rest>
    : unknown;

interface Placeholder {
  readonly name: string;
  readonly isNumber: boolean;
}

/** A pattern that was read: literals and, between them, placeholders. */
export interface ButtonPattern {
  readonly pattern: string;
  readonly placeholders: readonly Placeholder[];
  readonly literals: readonly string[];
  /** Returns the parameters of an id, or `undefined` if the id has another form. */
  readonly match: (id: string) => Record<string, string | number> | undefined;
}

// In values these are escaped as %XX, so that one of them between two placeholders says where a value ends.
const escaped = /[^\w\-\u0080-\uffff]/g;
const escapeValue = (value: string): string =>
  value.replace(escaped, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
const unescapeValue = (value: string): string =>
  value.replace(/%([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const quote = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
const holder = /\{([^{}]*)\}/;

/**
 * Reads a pattern.
 *
 * @throws {UsageError} if it is empty, names a parameter twice or wrongly, or its ids could be read in two ways.
 */
export function parseButtonPattern(pattern: string): ButtonPattern {
  const fail = (message: string): UsageError =>
    usageError('pattern', `${JSON.stringify(pattern)} ${message}`, { limit: listLimits.rowId });
  if (pattern === '') throw fail('is empty; write a pattern such as track:{orderId}');
  const parts = pattern.split(holder);
  const literals = parts.filter((_, index) => index % 2 === 0);
  const placeholders = parts
    .filter((_, index) => index % 2 === 1)
    .map((part) => ({ name: part.replace(/:number$/, ''), isNumber: part.endsWith(':number') }));
  const names = placeholders.map(({ name }) => name);
  const wrong = names.find((name, index) => !/^[a-zA-Z]\w*$/.test(name) || names.indexOf(name) !== index);
  if (wrong !== undefined)
    throw fail(`has the parameter {${wrong}}, which is no name of its own; write {orderId} or {seat:number}`);
  if (literals.some((literal) => /[{}]/.test(literal))) throw fail('has a brace that opens no parameter');
  const between = literals.slice(1, -1);
  const unclear = between.find((literal) => literal.search(escaped) === -1);
  if (unclear !== undefined)
    throw fail(
      'has two parameters without a sign such as : between them, so that nobody could tell them apart',
    );
  const fixed = countCharacters(literals.join('')) + placeholders.length;
  if (fixed > listLimits.rowId)
    throw fail(`makes ids of ${fixed} characters or more; ${listLimits.rowId} are allowed in a list`);
  // A value holds no sign that is escaped, other than the escapes.
  const value = String.raw`((?:[\w\-\u0080-\uffff]|%[0-9a-f]{2})*)`;
  const expression = new RegExp(`^${literals.map(quote).join(value)}$`, 's');
  return {
    pattern,
    placeholders,
    literals,
    match: (id) => {
      const found = expression.exec(id)?.slice(1).map(unescapeValue);
      if (found === undefined) return undefined;
      const params: Record<string, string | number> = {};
      for (const [index, { name, isNumber }] of placeholders.entries()) {
        const text = found[index] ?? '';
        if (isNumber && !/^-?\d+(\.\d+)?$/.test(text)) return undefined;
        params[name] = isNumber ? Number(text) : text;
      }
      return params;
    },
  };
}

/**
 * Returns the id of a button or list row, for a route of `bot.button` with the same pattern. Values are escaped, so that any text comes back as it
 * was.
 *
 * Throws `UsageError` if a parameter is missing, or the id is longer than 256 characters, the limit of a button. A list row has a limit of 200, which
 * is checked when the list is sent.
 *
 * @param pattern Such as `track:{orderId}`; the compiler asks for its parameters.
 *
 * @example
 * buttonId('track:{orderId}', { orderId: 'A:17' }); // 'track:A%3a17'
 *
 * @beta
 */
export function buttonId<const Pattern extends string>(
  pattern: Pattern,
  params: NoInfer<ButtonParams<Pattern>>,
): string {
  const { placeholders, literals } = parseButtonPattern(pattern);
  const given = new Map<string, unknown>(Object.entries(Object(params) as object));
  const values = placeholders.map(({ name, isNumber }) => {
    const value = given.get(name);
    if (isNumber ? typeof value !== 'number' || !Number.isFinite(value) : typeof value !== 'string')
      throw usageError(name, `should be a ${isNumber ? 'number' : 'string'}: ${pattern} needs it`);
    return escapeValue(String(value));
  });
  const id = literals.map((literal, index) => literal + (values[index] ?? '')).join('');
  const size = countCharacters(id);
  if (size > replyButtonLimits.id)
    throw usageError(
      'id',
      `has ${size} characters; a button may have ${replyButtonLimits.id}, a list row ${listLimits.rowId}`,
      {
        limit: replyButtonLimits.id,
      },
    );
  return id;
}

/** What the user tapped: the id of a button or row, or the payload of a template's quick reply, and its label. */
export interface Tap {
  readonly id: string;
  readonly title: string;
}

/** Returns what the user tapped, or `undefined` if the event is no tap. */
export function getTap(event: WebhookEvent): Tap | undefined {
  if (event.kind !== 'message') return undefined;
  if (event.type === 'button') {
    const { payload, text } = event.button;
    return payload === undefined ? undefined : { id: payload, title: text };
  }
  if (event.type !== 'interactive') return undefined;
  const { interactive } = event;
  if (interactive.type === 'button_reply') return interactive.button_reply;
  return interactive.type === 'list_reply' ? interactive.list_reply : undefined;
}
