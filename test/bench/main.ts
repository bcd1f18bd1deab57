/** `npm run bench`: measures beside a floor in one run and prints a table; `--json` prints one object, `--only send,imports` picks. */
import type { Figures } from './figure.ts';
import { emulatorBench } from './emulator.ts';
import { importsBench } from './imports.ts';
import { queueBench } from './queue.ts';
import { limiterBench } from './limiter.ts';
import { phonePageBench } from './phone-page.ts';
import { pricingBench } from './pricing.ts';
import { receiverBench } from './receiver.ts';
import { sendBench } from './send.ts';
import { webhooksBench } from './webhooks.ts';

const parts: Record<string, () => Figures | Promise<Figures>> = {
  send: sendBench,
  limiter: limiterBench,
  imports: importsBench,
  queue: queueBench,
  pricing: pricingBench,
  webhooks: webhooksBench,
  receiver: receiverBench,
  emulator: emulatorBench,
  'phone-page': phonePageBench,
};

const json = process.argv.includes('--json');
const only = process.argv[process.argv.indexOf('--only') + 1]?.split(',');
const figures: Figures = {};
for (const [name, run] of Object.entries(parts)) {
  if (process.argv.includes('--only') && !only?.includes(name)) continue;
  if (!json) console.error(`measuring ${name} …`);
  Object.assign(figures, await run());
}
if (json) console.log(JSON.stringify(figures));
else console.table(figures, ['value', 'unit', 'floor', 'ratio']);
