/** One measured figure; `floor` is the least that any code could take for the same job, measured in the same run. */
export interface Figure {
  readonly value: number;
  readonly unit: string;
  readonly floor?: number;
  /** How much of the floor's speed is kept (higher is better), or how much more than the floor is spent where the unit is a cost. */
  readonly ratio?: number;
}

export type Figures = Record<string, Figure>;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('median of nothing');
  return middle;
}

export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
