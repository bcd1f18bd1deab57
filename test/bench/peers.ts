import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { round } from './figure.ts';
import { type Cell, table } from './page.ts';

/** Our two columns: the core client with one operation, and the full client with the webhook handler. */
const [lean, full] = ['wabakit', 'wabakit-full'] as const;
const isOurs = (id: string): boolean => id === lean || id === full;
const isFloor = (id: string): boolean => id.startsWith('floor') || id === 'empty';

/** What a part of the peer bench stored, read by paths. */
interface Result {
  readonly ids: readonly string[];
  number(...path: readonly string[]): number | undefined;
  text(...path: readonly string[]): string | undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function read(folder: string, part: string): Result {
  const stored: unknown = JSON.parse(readFileSync(join(folder, `${part}.json`), 'utf8'));
  const at = (path: readonly string[]): unknown =>
    path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), stored);
  return {
    ids: isObject(stored) ? Object.keys(stored).filter((id) => isObject(stored[id])) : [],
    number: (...path) => {
      const value = at(path);
      return typeof value === 'number' ? value : undefined;
    },
    text: (...path) => {
      const value = at(path);
      return typeof value === 'string' ? value : undefined;
    },
  };
}

/** One thing that was measured of every package. */
interface Measure {
  readonly name: string;
  readonly result: Result;
  readonly path: readonly string[];
  /** Whether more is better: a rate. Default: less is, a cost. */
  readonly isRate?: boolean;
  /** What the stored number is divided by. Default 1. */
  readonly per?: number;
  /** Whether a peer did the whole job, and so may be the best one. Default: each that has a figure. */
  readonly isWhole?: (id: string) => boolean;
}

function valueOf({ result, path, per = 1 }: Measure, id: string): number | undefined {
  const value = result.number(id, ...path);
  return value === undefined ? undefined : round(value / per, per === 1 ? 1 : 2);
}

function bestOf(measure: Measure, wanted: (id: string) => boolean): { id: string; value: number } | undefined {
  return measure.result.ids
    .filter((id) => wanted(id) && (isFloor(id) || (measure.isWhole?.(id) ?? true)))
    .flatMap((id) => {
      const value = valueOf(measure, id);
      return value === undefined ? [] : [{ id, value }];
    })
    .toSorted((one, other) => (measure.isRate === true ? other.value - one.value : one.value - other.value))[0];
}

/** How many times better than the best peer we are: below 1 the peer is better. */
function timesBetter(measure: Measure, ours: number | undefined, peer: number | undefined): number | undefined {
  if (ours === undefined || peer === undefined || ours === 0 || peer === 0) return undefined;
  return round(measure.isRate === true ? ours / peer : peer / ours);
}

function summary(measures: readonly Measure[]): string {
  const rows = measures.map((measure) => {
    const floor = bestOf(measure, isFloor);
    const peer = bestOf(measure, (id) => !isOurs(id) && !isFloor(id));
    const [mine, everyday] = [valueOf(measure, lean), valueOf(measure, full)];
    return [
      measure.name,
      floor?.value,
      peer && `${peer.value.toLocaleString('en-US')} (${peer.id})`,
      mine,
      timesBetter(measure, mine, peer?.value),
      everyday,
      timesBetter(measure, everyday, peer?.value),
    ];
  });
  return table(['', 'floor', 'best peer', lean, 'times better', full, 'times better'], rows);
}

const mark = (id: string): string => (isOurs(id) ? `**${id}**` : id);

function everyPackage(result: Result, measures: readonly Measure[]): string {
  return table(
    ['', ...measures.map(({ name }) => name)],
    result.ids.map((id) => [mark(id), ...measures.map((measure): Cell => valueOf(measure, id))]),
  );
}

// The message after the name of an error is the peer's own text, which may hold a path or HTML.
const shorten = (outcome: string): string => outcome.split(': ', 1)[0] ?? outcome;

function webhookProbes(probes: Result, ids: readonly string[], names: readonly string[]): string {
  return table(
    ['a webhook arrives', ...ids.map(mark)],
    names.map((name) => [name, ...ids.map((id) => shorten(probes.text('webhook', id, name) ?? '–'))]),
  );
}

const failures = {
  param: '132000, HTTP 400',
  rate429: '130429, HTTP 429',
  html502: 'HTML, HTTP 502',
  reset: 'connection reset',
  flaky: '503, then 200',
  hang: 'no answer',
};

function sendProbes(probes: Result, ids: readonly string[]): string {
  const cell = (id: string, mode: string): string => {
    const outcome = probes.text('send', id, mode, 'outcome') ?? probes.text('send', id, mode, 'error') ?? '–';
    const code = probes.number('send', id, mode, 'code');
    const attempts = probes.number('send', id, mode, 'attempts') ?? 0;
    return `${shorten(outcome)}${code === undefined ? '' : ` [${code}]`} ×${attempts}`;
  };
  return table(
    ['a send meets', ...Object.values(failures)],
    ids.map((id) => [mark(id), ...Object.keys(failures).map((mode) => cell(id, mode))]),
  );
}
