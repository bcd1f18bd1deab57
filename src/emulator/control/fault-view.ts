import { UsageError } from '../../errors/usage-error.ts';
import type { FaultMatch, FaultRule, Faults } from '../faults/faults.ts';
import type { FaultView, WireFaultRule, WirePattern } from '../page/protocol/fault-wire.ts';

const toWireMatch = (match: NonNullable<FaultRule['match']>): NonNullable<WireFaultRule['match']> => {
  if (typeof match === 'function') return { function: String(match) };
  const { path } = match;
  return { ...match, path: path instanceof RegExp ? { source: path.source, flags: path.flags } : path };
};

/** Returns a rule as JSON carries it. A function cannot leave the emulator: its text stands for it. */
export const toWireRule = ({ match, ...rule }: FaultRule): WireFaultRule =>
  match === undefined ? rule : { ...rule, match: toWireMatch(match) };

/** Returns the failure rules in force, as the network panel shows them. */
export const faultViews = (faults: Faults): readonly FaultView[] =>
  faults.standing.map(({ rule, ...fault }) => ({ ...fault, rule: toWireRule(rule) }));

function toRegExp({ source, flags }: WirePattern): RegExp {
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

function toMatch(match: NonNullable<WireFaultRule['match']>): FaultMatch {
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
export const toFaultRule = ({ match, ...rule }: WireFaultRule): FaultRule =>
  match === undefined ? rule : { ...rule, match: toMatch(match) };
