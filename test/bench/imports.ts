import { spawnSync } from 'node:child_process';
import manifest from '../../package.json' with { type: 'json' };
import { type Figures, median, round } from './figure.ts';

const rounds = 15;

function wallTime(code: string): number {
  const start = performance.now();
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return performance.now() - start;
}

/** The cold import of each entry, as milliseconds over an empty process: fresh processes, interleaved, median. */
export function importsBench(): Figures {
  const entries = Object.entries(manifest.exports).flatMap(([path, target]) =>
    typeof target === 'string' || path.endsWith('/msw') ? [] : [path.replace('.', 'wabakit')],
  );
  const samples = new Map<string, number[]>(['', ...entries].map((entry) => [entry, []]));
  for (let turn = 0; turn < rounds; turn += 1) {
    for (const [entry, times] of samples)
      times.push(wallTime(entry === '' ? '' : `await import('${entry}')`));
  }
  const empty = median(samples.get('') ?? []);
  return Object.fromEntries(
    entries.map((entry) => {
      const total = median(samples.get(entry) ?? []);
      const figure = {
        value: round(total - empty),
        unit: 'ms over empty',
        floor: round(empty),
        ratio: round(total / empty),
      };
      return [`import ${entry}`, figure];
    }),
  );
}
