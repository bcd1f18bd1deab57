import type { ActiveFault, FaultMatch, FaultRule } from '../../faults/faults.ts';

/** A regular expression as JSON carries it. */
export interface PatternView {
  readonly source: string;
  /** Such as `i`; empty without flags. */
  readonly flags: string;
}

/** A function of a test that picks calls or webhooks. It stays in the emulator; the page shows its text. */
interface FunctionMatchView {
  readonly function: string;
}

/** The public `FaultMatch`, its pattern spelled out. */
interface FaultMatchView extends Omit<FaultMatch, 'path'> {
  readonly path?: string | PatternView | undefined;
}

/** The public `FaultRule` as JSON carries it: the same fields and names, without functions and regular expressions. */
export interface FaultRuleView extends Omit<FaultRule, 'match'> {
  readonly match?: FaultMatchView | FunctionMatchView | undefined;
}

/** The public `ActiveFault` as JSON carries it. */
export interface FaultView extends Omit<ActiveFault, 'rule'> {
  readonly rule: FaultRuleView;
}
