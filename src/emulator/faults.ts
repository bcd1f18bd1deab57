import { UsageError, type Issue } from '../errors/usage-error.ts';
import { magicFailures } from './magic-recipients.ts';

/** A call as failure rules see it. */
export interface FailureContext {
  readonly method: string;
  /** Without the version: `/106540352242922/messages`. */
  readonly path: string;
  /** The recipient's digits, for a message. */
  readonly to: string | undefined;
  /** `text`, `template` …, for a message. */
  readonly type: string | undefined;
  /** The template's name. */
  readonly template: string | undefined;
}

/** Which calls a rule is for: every field that is given must fit. Default: every call that sends a message. */
export interface FailureMatch {
  readonly method?: 'GET' | 'POST' | 'DELETE' | undefined;
  /** A part of the path, or a pattern for it. */
  readonly path?: string | RegExp | undefined;
  /** The recipient, with or without `+`. */
  readonly to?: string | undefined;
  readonly type?: string | undefined;
  readonly template?: string | undefined;
}

/** What goes wrong. Give `code`, `status`, `drop` or `delay`; `delay` may stand beside the others. */
export interface Failure {
  /** Meta's error code: refuses the call, or fails the message later, whichever Meta does with this code. */
  readonly code?: number | undefined;
  /** `error_data.details`. */
  readonly details?: string | undefined;
  /** Forces a code into the reply or into a failed status. */
  readonly as?: 'reply' | 'status' | undefined;
  /** An HTTP status with a page of HTML, as a proxy or a broken server sends. */
  readonly status?: number | undefined;
  /** Cuts the connection: before the call is read, or after it was carried out. */
  readonly drop?: 'before' | 'after' | undefined;
  /** Real milliseconds before the answer. */
  readonly delay?: number | undefined;
}

/** A failure on purpose. */
export interface FailureRule extends Failure {
  readonly match?: FailureMatch | ((call: FailureContext) => boolean) | undefined;
  /** How many calls it hits; default: all, until it is taken back. */
  readonly times?: number | undefined;
}

// These reach the sender in a failed status: Meta has taken the message before it knows.
const asStatus = new Set([130472, 131026, 131042, 131049, 131050, 131051, 131052, 131053, 132068, 132069]);

/** Whether a failure shows in a status, not in the reply. */
export const codesAsStatus = (failure: Failure): boolean =>
  failure.as === 'status' || (failure.as === undefined && asStatus.has(failure.code ?? 0));

const digits = (number: string): string => number.replace(/\D/g, '');

function fits(match: FailureRule['match'], call: FailureContext): boolean {
  if (typeof match === 'function') return match(call);
  const { method, path, to, type, template } = match ?? { method: 'POST', path: /\/(marketing_)?messages$/ };
  return (
    (method === undefined || method === call.method) &&
    (path === undefined || (typeof path === 'string' ? call.path.includes(path) : path.test(call.path))) &&
    (to === undefined || digits(to) === call.to) &&
    (type === undefined || type === call.type) &&
    (template === undefined || template === call.template)
  );
}

function check(rule: FailureRule): void {
  const issues: Issue[] = [];
  if ([rule.code, rule.status, rule.drop, rule.delay].every((what) => what === undefined))
    issues.push({ path: 'rule', message: 'says nothing to do; give code, status, drop or delay' });
  if (rule.status !== undefined && !(rule.status >= 400 && rule.status <= 599))
    issues.push({ path: 'status', message: `is ${rule.status}; a failure runs from 400 to 599` });
  if (rule.times !== undefined && !(rule.times >= 1))
    issues.push({ path: 'times', message: 'must be 1 or more' });
  if (issues.length > 0) throw new UsageError({ summary: 'This failure rule cannot work.', issues });
}

/** The failures in force. */
export interface Faults {
  /** Adds a rule; gives the function that takes it back. */
  add(rule: FailureRule): () => void;
  /** The failure that a call meets; counts it. */
  meet(call: FailureContext): Failure | undefined;
  readonly rules: readonly FailureRule[];
  clear(): void;
}

export function createFaults(): Faults {
  const rules = new Map<FailureRule, number>();
  return {
    add(rule) {
      check(rule);
      const own = { ...rule };
      rules.set(own, rule.times ?? Infinity);
      return () => {
        rules.delete(own);
      };
    },
    meet(call) {
      for (const [rule, left] of rules) {
        if (!fits(rule.match, call)) continue;
        if (left <= 1) rules.delete(rule);
        else rules.set(rule, left - 1);
        return rule;
      }
      return call.to === undefined ? undefined : magicFailures.get(call.to);
    },
    get rules() {
      return [...rules.keys()];
    },
    clear: () => {
      rules.clear();
    },
  };
}
