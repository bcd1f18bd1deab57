import { usageError } from '../errors/usage-error.ts';
import { normalizeText } from '../webhooks/consent/normalize-text.ts';
import type { WebhookEvent } from '../webhooks/events/event.ts';
import { webhookHandlerKeys } from '../webhooks/receiver/webhook-handlers.ts';
import { getTap, parseButtonPattern, type ButtonPattern } from './button-id.ts';
import type { BotHandler } from './context-types.ts';
import { meetCases, type FilterCase } from './filters.ts';
import { describeUnknownName } from '../shared/nearest-name.ts';

/** A handler of any event. What it is called with is what its route let through. */
export type AnyHandler = BotHandler<never, never, never, never>;

/** A route that matched, and the parameters that it read. */
export interface Match {
  readonly handler: AnyHandler;
  readonly params: unknown;
}

interface Route {
  readonly handler: AnyHandler;
  readonly test: (event: WebhookEvent) => boolean;
  readonly name: string;
  /** Whether it has no filter. */
  readonly takesAll: boolean;
}

/** Types of message that `on` takes as a name, beside the kinds of event. */
const messageTypes: ReadonlySet<string> = new Set(
  'text image video audio document sticker location contacts button interactive order reaction system edit revoke unsupported'.split(
    ' ',
  ),
);
const kinds: readonly string[] = Object.keys(webhookHandlerKeys).filter((kind) => kind !== 'any');

const command = /^\/?(\S+)(?:\s+(.*))?$/s;

/** The routes of a bot, in the order in which they were added. */
export interface Routes {
  readonly on: (name: string, filter: unknown, handler: AnyHandler) => void;
  readonly button: (pattern: string, handler: AnyHandler) => void;
  readonly command: (words: readonly string[], handler: AnyHandler) => void;
  /** Whether a route may match events of a kind. */
  readonly has: (kind: string) => boolean;
  /** Finds the command or button route of an event: these interrupt a dialogue. */
  readonly findDirect: (event: WebhookEvent) => Match | undefined;
  /** Finds the first other route of an event. */
  readonly find: (event: WebhookEvent) => Match | undefined;
}

const getCases = (filter: unknown): readonly FilterCase[] | undefined => {
  const cases: unknown = Reflect.get(Object(filter) as object, 'cases');
  return Array.isArray(cases) ? (cases as readonly FilterCase[]) : undefined;
};

/** Creates an empty list of routes. */
export function createRoutes(): Routes {
  const byKind = new Map<string, Route[]>();
  const commands = new Map<string, AnyHandler>();
  const buttons: { readonly pattern: ButtonPattern; readonly handler: AnyHandler }[] = [];

  function checkHandler(role: string, handler: unknown): void {
    if (typeof handler !== 'function') throw usageError(role, 'needs a function that answers the event');
  }

  function on(name: string, filter: unknown, handler: AnyHandler): void {
    const isKind = kinds.includes(name);
    if (!isKind && !messageTypes.has(name))
      throw usageError(
        'on',
        `"${name}" ${describeUnknownName(name, 'a kind of event or type of message', [...kinds, ...messageTypes])}`,
      );
    checkHandler(`on('${name}')`, handler);
    if (filter !== undefined && typeof filter !== 'function')
      throw usageError(
        `on('${name}')`,
        'should have a filter such as isText(/hours/i), or a function, before its handler',
      );
    const kind = isKind ? name : 'message';
    const type = isKind ? undefined : name;
    const cases = meetCases([{ kind: kind as WebhookEvent['kind'], type }], getCases(filter));
    if (cases?.length === 0)
      throw usageError(`on('${name}')`, 'can never match: its filter lets no such event through');
    const routes = byKind.get(kind) ?? [];
    const before = routes.find((route) => route.takesAll && (route.name === kind || route.name === name));
    if (before !== undefined)
      throw usageError(
        `on('${name}')`,
        `can never match: an earlier on('${before.name}') without a filter takes all of these events. Add it before that one`,
      );
    const given = filter as ((event: WebhookEvent) => boolean) | undefined;
    const test = (event: WebhookEvent): boolean =>
      (type === undefined || ('type' in event && event.type === type)) && (given?.(event) ?? true);
    byKind.set(kind, [...routes, { handler, name, takesAll: filter === undefined, test }]);
  }

  function addButton(pattern: string, handler: AnyHandler): void {
    checkHandler(`button('${pattern}')`, handler);
    if (pattern.startsWith('~'))
      throw usageError('pattern', `${JSON.stringify(pattern)} begins with ~, as the buttons of dialogues do`);
    const parsed = parseButtonPattern(pattern);
    const example = parsed.literals.join('1');
    const before = buttons.find((one) => one.pattern.match(example) !== undefined);
    if (before !== undefined)
      throw usageError(
        `button('${pattern}')`,
        `can never match: an earlier button('${before.pattern.pattern}') takes its ids`,
      );
    buttons.push({ pattern: parsed, handler });
  }

  function addCommand(words: readonly string[], handler: AnyHandler): void {
    checkHandler(`command('${words.join("', '")}')`, handler);
    if (words.length === 0) throw usageError('command', 'needs a word');
    for (const word of words) {
      const key = normalizeText(word);
      if (key === '' || /\s/.test(key))
        throw usageError(
          'command',
          `"${word}" can never match: a command is one word with a letter or digit`,
        );
      if (commands.has(key)) throw usageError('command', `"${word}" is a command already`);
      commands.set(key, handler);
    }
  }

  function findCommand(event: WebhookEvent): Match | undefined {
    if (commands.size === 0 || event.kind !== 'message' || event.type !== 'text') return undefined;
    const { body } = event.text;
    const [, word = '', rest = ''] = command.exec(body.trim()) ?? [];
    // Without a slash the whole message has to be the word.
    const said = body.trim().startsWith('/') ? normalizeText(word) : normalizeText(body);
    const handler = commands.get(said);
    return handler && { handler, params: { rest: body.trim().startsWith('/') ? rest : '' } };
  }

  function findButton(event: WebhookEvent): Match | undefined {
    const tap = buttons.length === 0 ? undefined : getTap(event);
    if (tap === undefined) return undefined;
    for (const { pattern, handler } of buttons) {
      const params = pattern.match(tap.id);
      if (params !== undefined) return { handler, params };
    }
    return undefined;
  }

  function find(event: WebhookEvent): Match | undefined {
    for (const { test, handler } of byKind.get(event.kind) ?? [])
      if (test(event)) return { handler, params: undefined };
    return undefined;
  }

  return {
    on,
    button: addButton,
    command: addCommand,
    has: (kind) => byKind.has(kind),
    findDirect: (event) => findCommand(event) ?? findButton(event),
    find,
  };
}
