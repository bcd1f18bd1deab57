import { UsageError } from '../../errors/usage-error.ts';
import { at, isObject } from '../kernel/json.ts';
import type { FaultMatch, FaultRule, Faults } from '../faults/faults.ts';
import type { FaultView, FaultRuleView, PatternView } from '../page/protocol/fault-view.ts';

const toFaultMatchView = (match: NonNullable<FaultRule['match']>): NonNullable<FaultRuleView['match']> => {
  if (typeof match === 'function') return { function: String(match) };
  const { path } = match;
  return { ...match, path: path instanceof RegExp ? { source: path.source, flags: path.flags } : path };
};

/** Returns a rule as JSON carries it. A function cannot leave the emulator: its text stands for it. */
export const toFaultRuleView = ({ match, ...rule }: FaultRule): FaultRuleView =>
  match === undefined ? rule : { ...rule, match: toFaultMatchView(match) };

/** Returns the failure rules in force, as the network panel shows them. */
export const faultViews = (faults: Faults): readonly FaultView[] =>
  faults.standing.map(({ rule, ...fault }) => ({ ...fault, rule: toFaultRuleView(rule) }));

function toRegExp({ source, flags }: PatternView): RegExp {
  try {
    return new RegExp(source, flags);
  } catch (cause) {
    throw new UsageError({
      summary: 'This failure rule cannot work.',
      issues: [{ path: 'match.path', message: `/${source}/${flags} is not a regular expression` }],
      cause,
    });
  }
}

const isText = (value: unknown): boolean => value === undefined || typeof value === 'string';

/** Whether JSON that came as the match of a rule has the types of one. */
const isMatch = (match: unknown): boolean =>
  isObject(match) &&
  ['method', 'to', 'type', 'template', 'function'].every((name) => isText(match[name])) &&
  (isText(match['path']) ||
    (isObject(match['path']) &&
      ['source', 'flags'].every((name) => typeof at(match, 'path', name) === 'string')));

function toMatch(match: NonNullable<FaultRuleView['match']>): FaultMatch {
  if (!isMatch(match))
    throw new UsageError({
      summary: 'This failure rule cannot work.',
      issues: [
        { path: 'match', message: 'must be an object of method, path, to, type and template, each a text' },
      ],
    });
  if ('function' in match)
    throw new UsageError({
      summary: 'This failure rule cannot work.',
      issues: [
        { path: 'match', message: 'is a function, which only a program can give to emulator.injectFault' },
      ],
    });
  const { path } = match;
  return { ...match, path: typeof path === 'object' ? toRegExp(path) : path };
}

/** Returns the rule that JSON carried. Throws `UsageError` if its match is a function or a pattern that cannot be read. */
export const toFaultRule = ({ match, ...rule }: FaultRuleView): FaultRule =>
  match === undefined ? rule : { ...rule, match: toMatch(match) };
