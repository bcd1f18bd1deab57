/**
 * `npm run bench`: measures beside a floor in one run and prints a table.
 *
 * `--json` prints one object, `--only send,imports` picks parts, `--write` puts the table into docs/benchmarks.md. `--peers <folder>` puts the
 * tables of the bench of published packages there, from the JSON files in its folder of results; without `--write` it does nothing else.
 */
import { parseArgs } from 'node:util';
import { botBench } from './bot.ts';
import { campaignBench } from './campaign.ts';
import { emulatorBench } from './emulator.ts';
import { describeEnvironment } from './environment.ts';
import type { Figures } from './figure.ts';
import { importsBench } from './imports.ts';
import { limiterBench } from './limiter.ts';
import { figureTable, writeBlock } from './page.ts';
import { peerTables } from './peers.ts';
import { phonePageBench } from './phone-page.ts';
import { pricingBench } from './pricing.ts';
import { queueBench } from './queue.ts';
import { receiverBench } from './receiver.ts';
import { sendBench } from './send.ts';
import { webhooksBench } from './webhooks.ts';

const parts: Record<string, () => Figures | Promise<Figures>> = {
  send: sendBench,
  campaign: campaignBench,
  limiter: limiterBench,
  imports: importsBench,
  queue: queueBench,
  pricing: pricingBench,
  webhooks: webhooksBench,
  bot: botBench,
  receiver: receiverBench,
  emulator: emulatorBench,
  'phone-page': phonePageBench,
};

const { values: flags } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
    peers: { type: 'string' },
  },
});
const names = flags.only?.split(',') ?? Object.keys(parts);
const unknown = names.filter((name) => parts[name] === undefined);
if (unknown.length > 0)
  throw new Error(`no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);
if (flags.write && flags.only !== undefined) throw new Error('--write writes every row: leave --only out');

async function measureParts(): Promise<Figures> {
  const figures: Figures = {};
  for (const name of names) {
    if (!flags.json) console.error(`measuring ${name} …`);
    Object.assign(figures, await parts[name]?.());
  }
  return figures;
}

if (flags.peers !== undefined) await writeBlock('peers', peerTables(flags.peers));
if (flags.peers === undefined || flags.write) {
  const figures = await measureParts();
  if (flags.json) console.log(JSON.stringify(figures));
  else {
    console.table(figures, ['value', 'unit', 'floor', 'ratio']);
    console.log(describeEnvironment());
  }
  if (flags.write) {
    const date = new Date().toISOString().slice(0, 10);
    await writeBlock('own', `Measured on ${date}: ${describeEnvironment()}\n\n${figureTable(figures)}`);
  }
}
