import { availableParallelism, cpus, loadavg } from 'node:os';
import { round } from './figure.ts';
import { placement } from './pinned.ts';

const [loadBefore = 0] = loadavg();

/** Where figures were measured, in a sentence: without it they say little. The load is that of before the run. */
export function describeEnvironment(): string {
  const model = cpus()[0]?.model.trim() ?? 'an unknown processor';
  const machine = `${availableParallelism()} cores of ${model}, ${process.platform}`;
  const load = round(loadBefore, 1);
  return `Node ${process.versions.node}, ${machine}; load ${load} before the run; clients and servers: ${placement}.`;
}
