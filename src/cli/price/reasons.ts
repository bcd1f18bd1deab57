import type { EstimateLine } from 'wabakit/pricing';

/** The reasons of an estimate, those of several lines apart from those of one. */
export interface GroupedReasons {
  /** What holds for several lines, with their names. */
  readonly shared: readonly { readonly reason: string; readonly lines: readonly string[] }[];
  /** What holds for one line only. */
  readonly own: readonly { readonly line: string; readonly reasons: readonly string[] }[];
}

/** The name of a line: its market and category, with the month where the plan holds several. */
function nameLine({ month, market, category }: EstimateLine, hasMonths: boolean): string {
  const name = `${market ?? 'unknown market'}, ${category.replaceAll('_', ' ')}`;
  return hasMonths ? `${name}, ${month}` : name;
}

/** Groups the reasons of lines, so that each is read once. */
export function groupReasons(lines: readonly EstimateLine[]): GroupedReasons {
  const hasMonths = new Set(lines.map(({ month }) => month)).size > 1;
  const names = new Map<string, string[]>();
  for (const line of lines)
    for (const reason of line.reasons) {
      const known = names.get(reason);
      if (known === undefined) names.set(reason, [nameLine(line, hasMonths)]);
      else known.push(nameLine(line, hasMonths));
    }
  const isShared = (reason: string): boolean => (names.get(reason)?.length ?? 0) > 1;
  return {
    shared: Array.from(names, ([reason, own]) => ({ reason, lines: own })).filter(({ reason }) =>
      isShared(reason),
    ),
    own: lines
      .map((line) => ({
        line: nameLine(line, hasMonths),
        reasons: line.reasons.filter((reason) => !isShared(reason)),
      }))
      .filter(({ reasons }) => reasons.length > 0),
  };
}

const namedUnknown = 10;

/** Why the lines without a price have none, a sentence each; of many lines the first ten. */
export function unknownReasons(lines: readonly EstimateLine[]): string[] {
  const unknown = lines.filter((line) => line.unknown > 0);
  const hasMonths = new Set(lines.map(({ month }) => month)).size > 1;
  const named = unknown
    .slice(0, namedUnknown)
    .map((line) => `Not known: ${nameLine(line, hasMonths)}: ${line.reasons.at(-1) ?? 'no rate'}`);
  const left = unknown.length - named.length;
  return left > 0 ? [...named, `Not known: ${left} more lines`] : named;
}
