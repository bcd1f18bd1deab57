import type { CampaignRate, CampaignTask } from './campaign-client.ts';
import { type Figures, median, round } from './figure.ts';
import { cores, measure } from './pinned.ts';

const repetitions = 3;

/** One row: where the processes run, with or without statuses, and what stands in the place of the floor. */
interface Row {
  readonly name: string;
  readonly statuses: boolean;
  readonly oneCore: boolean;
  readonly way: CampaignTask['way'];
  readonly floor: CampaignTask['way'];
}

const rowsOf = (statuses: boolean): readonly Row[] => {
  const what = statuses ? 'three signed statuses each' : 'statuses off';
  return [
    {
      name: `emulator, ${what}`,
      statuses,
      oneCore: false,
      way: 'node:http',
      floor: 'no HTTP',
    },
    { name: `campaign, ${what}`, statuses, oneCore: false, way: 'full client', floor: 'node:http' },
    {
      name: `campaign and emulator on one core, ${what}`,
      statuses,
      oneCore: true,
      way: 'full client',
      floor: 'node:http',
    },
  ];
};

/** Measures the same campaign once. */
function run(way: CampaignTask['way'], { statuses, oneCore }: Row): Promise<CampaignRate> {
  const task: CampaignTask = {
    way,
    count: statuses ? 2_000 : 5_000,
    statuses,
    emulatorCore: oneCore ? cores.measured : cores.other,
  };
  return measure<CampaignRate>('campaign-client.ts', [JSON.stringify(task)], cores.measured);
}

async function measureRow(row: Row): Promise<Figures> {
  const [ours, floors]: [CampaignRate[], CampaignRate[]] = [[], []];
  for (let turn = 0; turn < repetitions; turn += 1) {
    floors.push(await run(row.floor, row));
    ours.push(await run(row.way, row));
  }
  const rate = median(ours.map(({ perSecond }) => perSecond));
  const floor = median(floors.map(({ perSecond }) => perSecond));
  const total = ({ cpu, emulatorCpu }: CampaignRate): number => cpu + emulatorCpu;
  const [cpu, floorCpu] = [median(ours.map(total)), median(floors.map(total))];
  return {
    [row.name]: {
      value: round(rate, 0),
      unit: 'messages/s',
      floor: round(floor, 0),
      ratio: round(rate / floor),
    },
    // On one core the time of both processes is the same work over again.
    ...(!row.oneCore && {
      [`${row.name}, both processes`]: {
        value: round(cpu, 0),
        unit: 'µs CPU',
        floor: round(floorCpu, 0),
        ratio: round(cpu / floorCpu),
      },
    }),
  };
}

/**
 * A campaign through the full client over HTTP to the emulator in another process, statuses off and with three signed statuses for each message to
 * a receiver in the client's process. The floor of the client is a bare `node:http` client, and the floor of that is the emulator without HTTP.
 */
export async function campaignBench(): Promise<Figures> {
  const figures: Figures = {};
  for (const row of [...rowsOf(false), ...rowsOf(true)]) Object.assign(figures, await measureRow(row));
  return figures;
}
