import { round } from './figure.ts';
import { type Cell, table } from './page.ts';
import { readResult, type Result } from './peer-results.ts';

/** Our two columns: the core client with one operation, and the full client with the webhook handler. */
const [lean, full] = ['wabakit', 'wabakit-full'] as const;
const isOurs = (id: string): boolean => id === lean || id === full;
const isFloor = (id: string): boolean => id.startsWith('floor') || id === 'empty';

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

function bestOf(
  measure: Measure,
  wanted: (id: string) => boolean,
): { id: string; value: number } | undefined {
  return measure.result.ids
    .filter((id) => wanted(id) && (isFloor(id) || (measure.isWhole?.(id) ?? true)))
    .flatMap((id) => {
      const value = valueOf(measure, id);
      return value === undefined ? [] : [{ id, value }];
    })
    .toSorted((one, other) =>
      measure.isRate === true ? other.value - one.value : one.value - other.value,
    )[0];
}

/** How many times better than the best peer we are: below 1 the peer is better. */
function timesBetter(
  measure: Measure,
  ours: number | undefined,
  peer: number | undefined,
): number | undefined {
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

/** Returns a table with one row for each package. */
function everyPackage(measures: readonly Measure[]): string {
  const ids = measures[0]?.result.ids ?? [];
  return table(
    ['', ...measures.map(({ name }) => name)],
    ids.map((id) => [mark(id), ...measures.map((measure): Cell => valueOf(measure, id))]),
  );
}

// What follows the name of an error is the peer's own text.
const shorten = (outcome: string): string => outcome.split(': ', 1)[0] ?? outcome;

const webhookProbes = {
  text: 'one text',
  '1000 statuses': '1,000 statuses',
  '2 entries x 2 changes, 8 events': '8 events in 2 entries',
  'raw UTF-8 body': 'raw UTF-8',
  'bad signature': 'bad signature',
  'template status field': "a template's status",
  'unknown field': 'a field of tomorrow',
  'not JSON, signed': 'signed, no JSON',
};

const sendProbes = {
  param: '132000, HTTP 400',
  rate429: '130429, HTTP 429',
  html502: 'HTML, HTTP 502',
  reset: 'connection reset',
  flaky: '503, then 200',
  hang: 'no answer in 15 s',
};

/** Returns what packages did with the same awkward webhooks, or with the same failed sends. */
function probeTable(
  title: string,
  probes: Readonly<Record<string, string>>,
  ids: readonly string[],
  show: (id: string, probe: string) => Cell,
): string {
  return table(
    [title, ...Object.values(probes)],
    ids.map((id) => [mark(id), ...Object.keys(probes).map((probe) => show(id, probe))]),
  );
}

function showSend(probes: Result, id: string, mode: string): string {
  const outcome = probes.text('send', id, mode, 'outcome') ?? probes.text('send', id, mode, 'error') ?? '–';
  const code = probes.number('send', id, mode, 'code');
  const attempts = probes.number('send', id, mode, 'attempts') ?? 0;
  return `${shorten(outcome)}${code === undefined ? '' : ` [${code}]`} ×${attempts}`;
}

/** Returns the tables of the bench of published packages. `folder` is its folder of results, with one JSON file for each part. */
export function peerTables(folder: string): string {
  const read = (part: string): Result => readResult(folder, part);
  const env = read('env');
  const probes = read('probes');
  const [size, bundle, imports, types] = [read('size'), read('bundle'), read('import'), read('types')];
  const [webhook, send] = [read('webhook'), read('send')];
  const kib = { per: 1024 };
  const isWhole = (id: string): boolean => webhook.number(id, 'status1000', 'events') === 1000;
  const weight: readonly Measure[] = [
    { name: 'installed, KB', result: size, path: ['totalKB'] },
    { name: 'packages', result: size, path: ['packages'] },
  ];
  const bundles: readonly Measure[] = [
    { name: 'all, KB', result: bundle, path: ['everything', 'gz'], ...kib },
    { name: 'send one text, KB', result: bundle, path: ['sendText', 'gz'], ...kib },
    { name: 'verify, KB', result: bundle, path: ['verify', 'gz'], ...kib },
    { name: 'edge send, KB', result: bundle, path: ['edgeSend', 'gz'], ...kib },
    { name: 'edge verify, KB', result: bundle, path: ['edgeVerify', 'gz'], ...kib },
  ];
  const cold: readonly Measure[] = [
    { name: 'import, ms over an empty process', result: imports, path: ['overEmptyMs'] },
  ];
  const typed: readonly Measure[] = [
    { name: 'type instantiations', result: types, path: ['ts5.9', 'instantiations'] },
    { name: 'errors in declarations', result: types, path: ['ts5.9-libcheck', 'errors'] },
  ];
  const received: readonly Measure[] = [
    { name: 'one text, bodies/s', result: webhook, path: ['text', 'opsPerSec'], isRate: true, isWhole },
    {
      name: '1,000 statuses, bodies/s',
      result: webhook,
      path: ['status1000', 'opsPerSec'],
      isRate: true,
      isWhole,
    },
  ];
  const events: readonly Measure[] = [
    { name: 'events of 1,000', result: webhook, path: ['status1000', 'events'] },
  ];
  const sent: readonly Measure[] = [
    { name: 'send one text, µs CPU', result: send, path: ['cpuUsPerSend'] },
    { name: 'send one text, sends/s', result: send, path: ['sendsPerSec'], isRate: true },
  ];
  const receivers = webhook.ids.filter((id) => !isFloor(id));
  const senders = send.ids.filter((id) => !isFloor(id));
  return [
    `Measured on ${env.text('date')?.slice(0, 10) ?? 'an unknown day'}: Node ${env.text('node') ?? ''}, ${env.number('cores') ?? ''} cores of ${env.text('cpu') ?? ''}.`,
    summary([...sent, ...received, ...cold, ...weight, ...bundles.slice(1), ...typed.slice(0, 1)]),
    '### Sends, all packages',
    everyPackage(sent),
    '### Webhooks, all packages',
    everyPackage([...received, ...events]),
    '### Import, all packages',
    everyPackage(cold),
    '### Weight, all packages',
    everyPackage(weight),
    everyPackage(bundles),
    '### Types, all packages',
    everyPackage(typed),
    '### When things go wrong',
    probeTable('a webhook arrives', webhookProbes, receivers, (id, probe) =>
      shorten(probes.text('webhook', id, probe) ?? '–'),
    ),
    probeTable('a send meets', sendProbes, senders, (id, mode) => showSend(probes, id, mode)),
  ].join('\n\n');
}
