import type { ActiveFault, FaultMatch, FaultRule } from '../../faults/faults.ts';

/** A regular expression as JSON carries it. */
export interface WirePattern {
  readonly source: string;
  /** Such as `i`; empty without flags. */
  readonly flags: string;
}

/** A function of a test that picks calls or webhooks. It stays in the emulator; the page shows its text. */
export interface WireFunctionMatch {
  readonly function: string;
}

/** The public `FaultMatch`, its pattern spelled out. */
export interface WireFaultMatch extends Omit<FaultMatch, 'path'> {
  readonly path?: string | WirePattern | undefined;
}

/** The public `FaultRule` as JSON carries it: the same fields and names, without functions and regular expressions. */
export interface WireFaultRule extends Omit<FaultRule, 'match'> {
  readonly match?: WireFaultMatch | WireFunctionMatch | undefined;
}

/** The public `ActiveFault` as JSON carries it. */
export interface FaultView extends Omit<ActiveFault, 'rule'> {
  readonly rule: WireFaultRule;
}
