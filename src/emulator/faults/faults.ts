import { contactKey } from '../../contacts/contact-key.ts';
import { UsageError, type Issue } from '../../errors/usage-error.ts';
import { guard } from '../../shared/guard.ts';
import { magicFailures } from './magic-recipients.ts';
import { chance } from '../kernel/random.ts';

/** A call, or a webhook on its way, as failure rules see it. */
export interface FaultContext {
  /** A call to the API, or a webhook on its way to the business. */
  readonly on: 'api' | 'webhook';
  /** The HTTP method; `POST` for a webhook. */
  readonly method: string;
  /** Without the version: `/106540352242922/messages`. Of a webhook: its field, and what it holds (`messages statuses`). */
  readonly path: string;
  /** The user's digits, for a message. */
  readonly to: string | undefined;
  /** `text`, `template` …, for a message that is sent. */
  readonly type: string | undefined;
  /** The template's name. */
  readonly template: string | undefined;
}

/** Which calls or webhooks a rule is for: every field that is given must fit. */
export interface FaultMatch {
  /** The HTTP method of a call. Default: any. */
  readonly method?: 'GET' | 'POST' | 'DELETE' | undefined;
  /** A part of the path, or a pattern for it. Of a webhook: its field, or what it holds: `statuses`. */
  readonly path?: string | RegExp | undefined;
  /** The user's number, with or without `+`. Default: any. */
  readonly to?: string | undefined;
  /** The type of a message that is sent, such as `text` or `template`. Default: any. */
  readonly type?: string | undefined;
  /** The name of the template that is sent. Default: any. */
  readonly template?: string | undefined;
}

/** What goes wrong. */
export interface FaultEffect {
  /** Calls: Meta's error code. Refuses the call, or fails the message later, whichever Meta does with this code. */
  readonly code?: number | undefined;
  /** `error_data.details`: the exact cause, with a `code`. Default: the emulator's words for codes that Meta explains, else none. */
  readonly details?: string | undefined;
  /** `error_subcode`, with a `code`: 463 of code 190 is an expired token, 460 a changed password. A failed status has none. Default: none. */
  readonly subcode?: number | undefined;
  /** `error_user_title`, with a `code`: Meta's title for people. A failed status has none. Default: the title of a subcode of seven digits, else none. */
  readonly userTitle?: string | undefined;
  /** `error_user_msg`, with a `code`: Meta's explanation for people. A failed status has none. Default: the emulator's words for codes that Meta explains to people, else none. */
  readonly userMessage?: string | undefined;
  /** Forces a code into the reply or into a failed status. */
  readonly as?: 'reply' | 'status' | undefined;
  /** Calls: an HTTP status with a page of HTML, as a proxy or a broken server sends. */
  readonly status?: number | undefined;
  /** Calls: cuts the connection before the call is read, or after it was carried out. Webhooks: the attempt is lost, and Meta redelivers it later. */
  readonly drop?: 'before' | 'after' | undefined;
  /** Milliseconds before the call is carried out (calls, real time) or before the webhook sets out (virtual time). */
  readonly delay?: number | undefined;
  /** Calls: milliseconds of real time between carrying the call out and its answer, so that a status may overtake the answer. */
  readonly delayAfter?: number | undefined;
  /** Webhooks: how many times each comes. */
  readonly copies?: number | undefined;
  /** Webhooks: held back for up to three virtual seconds, so that later ones overtake. */
  readonly reorder?: boolean | undefined;
}

/** A failure on purpose. */
export interface FaultRule extends FaultEffect {
  /** Calls to the API, or webhooks on their way to you. Default `api`. */
  readonly on?: 'api' | 'webhook' | undefined;
  /** Default: every call that sends a message; every webhook. */
  readonly match?: FaultMatch | ((context: FaultContext) => boolean) | undefined;
  /** How many of them it hits, from 0 to 1, drawn from the seed. Default 1. */
  readonly probability?: number | undefined;
  /** How many calls or webhooks it hits before it ends. Default: no limit, until it is removed. */
  readonly times?: number | undefined;
}

/** A rule in force. */
export interface ActiveFault {
  readonly id: string;
  readonly rule: FaultRule;
  /** How many calls or webhooks it has hit. */
  readonly hits: number;
}

// These reach the sender in a failed status: Meta has taken the message before it knows.
const asStatus = new Set([130472, 131026, 131042, 131049, 131050, 131051, 131052, 131053, 132068, 132069]);

/** Whether a failure shows in a status, not in the reply. */
export const codesAsStatus = (failure: FaultEffect): boolean =>
  failure.as === 'status' || (failure.as === undefined && asStatus.has(failure.code ?? 0));

const sends = { method: 'POST', path: /\/(marketing_)?messages$/ } as const;

function fits(rule: FaultRule, context: FaultContext): boolean {
  const { on = 'api', match } = rule;
  if (on !== context.on) return false;
  if (typeof match === 'function') {
    let isMatch = false;
    guard(() => {
      const answer = match(context);
      isMatch = answer === true;
      return answer;
    });
    return isMatch;
  }
  const { method, path, to, type, template }: FaultMatch = match ?? (on === 'api' ? sends : {});
  return (
    (method === undefined || method === context.method) &&
    (path === undefined ||
      (typeof path === 'string' ? context.path.includes(path) : path.test(context.path))) &&
    (to === undefined || contactKey(to) === contactKey(context.to ?? '')) &&
    (type === undefined || type === context.type) &&
    (template === undefined || template === context.template)
  );
}

const effects = {
  api: ['code', 'status', 'drop', 'delay', 'delayAfter'],
  webhook: ['drop', 'delay', 'copies', 'reorder'],
} as const;

const longestTimer = 2 ** 31 - 1;
const mostCopies = 1000;

const oneOf =
  (...words: readonly string[]) =>
  (value: unknown): string | undefined =>
    typeof value === 'string' && words.includes(value) ? undefined : `must be ${words.join(' or ')}`;
const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? undefined : 'must be a text';
const number = (value: unknown): string | undefined =>
  typeof value === 'number' ? undefined : 'must be a number';
const upTo =
  (most: number) =>
  (value: unknown): string | undefined =>
    number(value) ?? (Number(value) > most ? `must be at most ${most}` : undefined);

/** What each value of a rule must be, for callers in JavaScript and for rules that came as JSON. */
const types: Readonly<Record<Exclude<keyof FaultRule, 'match'>, (value: unknown) => string | undefined>> = {
  on: oneOf('api', 'webhook'),
  as: oneOf('reply', 'status'),
  drop: oneOf('before', 'after'),
  details: text,
  userTitle: text,
  userMessage: text,
  code: number,
  subcode: number,
  status: number,
  probability: number,
  times: number,
  delay: upTo(longestTimer),
  delayAfter: upTo(longestTimer),
  copies: upTo(mostCopies),
  reorder: (value) => (typeof value === 'boolean' ? undefined : 'must be true or false'),
};

const getTypeIssues = (rule: FaultRule): Issue[] =>
  Object.entries(types).flatMap(([path, check]) => {
    const value: unknown = rule[path as keyof typeof types];
    const message = value === undefined ? undefined : check(value);
    return message === undefined ? [] : [{ path, message }];
  });

function check(rule: FaultRule): void {
  const issues = getTypeIssues(rule);
  if (issues.length > 0) throw new UsageError({ summary: 'This failure rule cannot work.', issues });
  const possible = effects[rule.on ?? 'api'];
  if (possible.every((effect) => rule[effect] === undefined))
    issues.push({ path: 'rule', message: `has no effect; give at least one of ${possible.join(', ')}` });
  if (rule.status !== undefined && !(rule.status >= 400 && rule.status <= 599))
    issues.push({ path: 'status', message: `is ${rule.status}; a failure runs from 400 to 599` });
  if (rule.times !== undefined && !(rule.times >= 1))
    issues.push({ path: 'times', message: `is ${rule.times}; it must be 1 or more` });
  if (rule.probability !== undefined && !(rule.probability >= 0 && rule.probability <= 1))
    issues.push({ path: 'probability', message: `is ${rule.probability}; it runs from 0 to 1`, limit: 1 });
  for (const text of ['subcode', 'details', 'userTitle', 'userMessage'] as const)
    if (rule[text] !== undefined && rule.code === undefined)
      issues.push({ path: text, message: 'is given without a code; give the code that it explains' });
  for (const text of ['subcode', 'userTitle', 'userMessage'] as const)
    if (rule[text] !== undefined && codesAsStatus(rule))
      issues.push({
        path: text,
        message: "is not part of a failed status, in which this code arrives; use details, or as: 'reply'",
      });
  for (const time of ['delay', 'delayAfter'] as const) {
    const milliseconds = rule[time];
    if (milliseconds !== undefined && !(milliseconds >= 0))
      issues.push({ path: time, message: `is ${milliseconds}; it must be 0 or more milliseconds` });
  }
  if (issues.length > 0) throw new UsageError({ summary: 'This failure rule cannot work.', issues });
}

/** The failures in force. */
export interface Faults {
  /** Adds a rule; gives its id. */
  add(rule: FaultRule): string;
  remove(id: string): void;
  /** The failures that a call or webhook meets and `wanted` accepts; counts them. */
  meet(context: FaultContext, wanted?: (rule: FaultRule) => boolean): FaultEffect | undefined;
  readonly standing: readonly ActiveFault[];
  clear(): void;
}

export function createFaults(seed: number, changed: () => void): Faults {
  const standing = new Map<string, { rule: FaultRule; hits: number; seen: number }>();
  let lastId = 0;

  const applyFault = (id: string): boolean => {
    const entry = standing.get(id);
    if (entry === undefined) return false;
    entry.seen += 1;
    const { rule, seen } = entry;
    if (rule.probability !== undefined && chance(seed, 'fault', id, String(seen)) >= rule.probability)
      return false;
    entry.hits += 1;
    if (rule.times !== undefined && entry.hits >= rule.times) standing.delete(id);
    changed();
    return true;
  };

  return {
    add(rule) {
      check(rule);
      const id = String(++lastId);
      standing.set(id, { rule: { ...rule }, hits: 0, seen: 0 });
      changed();
      return id;
    },
    remove(id) {
      standing.delete(id);
      changed();
    },
    meet(context, wanted = () => true) {
      for (const [id, { rule }] of standing)
        if (fits(rule, context) && wanted(rule) && applyFault(id)) return rule;
      return context.on === 'api' && context.to !== undefined ? magicFailures.get(context.to) : undefined;
    },
    get standing() {
      return [...standing].map(([id, { rule, hits }]) => ({ id, rule, hits }));
    },
    clear() {
      standing.clear();
      changed();
    },
  };
}
