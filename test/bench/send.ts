import { type Figures, median, round } from './figure.ts';
import { answerOf, cores, measure, start } from './pinned.ts';
import type { Rate } from './sender.ts';

const sends = 10_000;
const repetitions = 5;
const floors = ['undici Pool', 'node:http', 'fetch'];
const ours = ['core client', 'full client'];

/** Runs each way in fresh processes, in turns, so that no way has the quiet minutes of the machine to itself. */
async function measureAll(port: number): Promise<ReadonlyMap<string, readonly Rate[]>> {
  const ways = [...floors, ...ours];
  const rates = new Map<string, Rate[]>(ways.map((way) => [way, []]));
  for (let turn = 0; turn < repetitions; turn += 1)
    for (const way of [...ways.slice(turn), ...ways.slice(0, turn)])
      rates
        .get(way)
        ?.push(await measure<Rate>('send-client.ts', [way, String(port), String(sends)], cores.measured));
  return rates;
}

/** One text, 50 sends at a time, over loopback HTTP to a server on another core: CPU time and rate, next to three floors. */
export async function sendBench(): Promise<Figures> {
  const server = start('send-server.ts', [], cores.other);
  const rates = await measureAll(await answerOf<number>(server));
  server.disconnect();
  const of = (way: string, read: (rate: Rate) => number): number => median((rates.get(way) ?? []).map(read));
  const rows = (
    name: string,
    unit: string,
    digits: number,
    read: (rate: Rate) => number,
  ): [string, Figures[string]][] => {
    const floor = of('node:http', read);
    return [...floors, ...ours].map((way) => {
      const value = round(of(way, read), digits);
      const ratio = round(of(way, read) / floor);
      return [`${name}, ${way}`, { value, unit, floor: round(floor, digits), ratio }];
    });
  };
  return Object.fromEntries([
    ...rows('send text', 'µs CPU', 1, ({ cpu }) => cpu),
    ...rows('send text, one core', 'sends/s', 0, ({ perSecond }) => perSecond),
  ]);
}
