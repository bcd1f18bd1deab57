import type { EstimateLine } from 'wabakit/pricing';

/** One reason, and the lines that it holds for. */
export interface GroupedReason {
  readonly reason: string;
  /** The names of the lines; empty where it holds for every line of its group. */
  readonly lines: readonly string[];
}

/** The reasons of an estimate, each once: what holds for lines of several markets, then what holds within one. */
export interface GroupedReasons {
  readonly shared: readonly GroupedReason[];
  readonly markets: readonly { readonly market: string; readonly reasons: readonly GroupedReason[] }[];
}

const marketOf = ({ market }: EstimateLine): string => market ?? 'unknown market';

/** The category of a line, with the month where the plan holds several. */
function nameCategory({ month, category }: EstimateLine, hasMonths: boolean): string {
  const name = category.replaceAll('_', ' ');
  return hasMonths ? `${name} ${month}` : name;
}

const nameLine = (line: EstimateLine, hasMonths: boolean): string =>
  `${marketOf(line)}, ${nameCategory(line, hasMonths)}`;

const hasSeveralMonths = (lines: readonly EstimateLine[]): boolean =>
  new Set(lines.map(({ month }) => month)).size > 1;

/** Groups the reasons of lines, so that each is read once. */
export function groupReasons(lines: readonly EstimateLine[]): GroupedReasons {
  const hasMonths = hasSeveralMonths(lines);
  const holders = new Map<string, EstimateLine[]>();
  const markets = new Map<string, EstimateLine[]>();
  const append = (groups: Map<string, EstimateLine[]>, key: string, line: EstimateLine): void => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  };
  for (const line of lines) {
    append(markets, marketOf(line), line);
    for (const reason of line.reasons) append(holders, reason, line);
  }
  const marketsOf = (reason: string): number => new Set(holders.get(reason)?.map(marketOf)).size;
  const shared = [...holders]
    .filter(([reason]) => marketsOf(reason) > 1)
    .map(([reason, own]) => ({
      reason,
      lines: own.length === lines.length ? [] : [...new Set(own.map((line) => nameLine(line, hasMonths)))],
    }));
  const single = Array.from(markets, ([market, own]) => {
    const reasons = new Set(own.flatMap((line) => line.reasons).filter((reason) => marketsOf(reason) === 1));
    return {
      market,
      reasons: Array.from(reasons, (reason) => {
        const held = holders.get(reason) ?? [];
        const names = new Set(held.map((line) => nameCategory(line, hasMonths)));
        return { reason, lines: held.length === own.length ? [] : [...names] };
      }),
    };
  });
  return { shared, markets: single.filter(({ reasons }) => reasons.length > 0) };
}

/** Whether a reason asks for an option. */
const isOpen = (reason: string): boolean => reason.includes('`basedIn`');

const namedLines = 10;

/** Names lines with the last reason of each; of many lines the first ten. */
function nameLines(
  head: string,
  all: readonly EstimateLine[],
  has: (line: EstimateLine) => boolean,
): string[] {
  const lines = all.filter(has);
  const hasMonths = hasSeveralMonths(all);
  const named = lines
    .slice(0, namedLines)
    .map(
      (line) =>
        `${head}: ${nameLine(line, hasMonths)}: ${line.reasons.findLast((reason) => !isOpen(reason)) ?? 'no rate'}`,
    );
  const left = lines.length - named.length;
  return left > 0 ? [...named, `${head}: ${left} more lines`] : named;
}

/** The option that a reason names, as the command line spells it. */
export const withOptionNames = (reason: string): string => reason.replaceAll('`basedIn`', '--based-in');

/** What the table does not say, a sentence each: why lines have no price or cannot be sent, and what an option would decide. */
export function lineNotes(lines: readonly EstimateLine[]): string[] {
  const open = lines.flatMap(({ reasons }) => reasons.filter(isOpen));
  return [
    ...nameLines('Not known', lines, ({ unknown }) => unknown > 0),
    ...nameLines(
      'Cannot be sent',
      lines,
      ({ messages, notSendable }) => messages > 0 && notSendable === messages,
    ),
    ...Array.from(new Set(open), (reason) => `Not decided: ${withOptionNames(reason)}`),
  ];
}
