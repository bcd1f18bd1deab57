import {
  closedWindow,
  createEstimate,
  createLedger,
  quote,
  applyWindowEvent,
  type MessageCategory,
  type PlanRow,
} from 'wabakit/pricing';
import { type Figures, median, round } from './figure.ts';

const repetitions = 5;
const quotes = 500_000;
const users = 100_000;
const rowsOfPlan = 1_000_000;

const numbers = [
  '5511987654321',
  '491701234567',
  '919876543210',
  '628123456789',
  '5215512345678',
  '12045551234',
];
const categories: readonly MessageCategory[] = ['utility', 'marketing', 'service', 'authentication'];

function pick<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

function perSecond(count: number, work: () => void): number {
  const samples: number[] = [];
  for (let turn = 0; turn <= repetitions; turn += 1) {
    const start = performance.now();
    work();
    if (turn > 0) samples.push(count / ((performance.now() - start) / 1000));
  }
  return Math.round(median(samples));
}

function quotesPerSecond(): number {
  const at = Date.UTC(2026, 10, 2, 15);
  const window = applyWindowEvent(closedWindow, { kind: 'inbound', at });
  let scaledAmount = 0;
  const rate = perSecond(quotes, () => {
    for (let index = 0; index < quotes; index += 1) {
      const answer = quote({
        to: pick(numbers, index),
        category: pick(categories, index),
        at: at + index * 1000,
        timeZone: 'America/Sao_Paulo',
        currency: 'USD',
        window,
        volumeThisMonth: index,
      });
      if (answer.outcome === 'priced') scaledAmount += answer.amount.scaledAmount;
    }
  });
  if (scaledAmount === 0) throw new Error('nothing was priced');
  return rate;
}

interface LedgerFigures {
  readonly eventsPerSecond: number;
  readonly bytesPerUser: number;
}

function memoryInUse(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Four rounds over a hundred thousand users: each writes, is answered, and the answer is delivered. */
function runLedger(): LedgerFigures {
  const before = memoryInUse();
  const ledger = createLedger({ currency: 'USD', timeZone: 'America/Sao_Paulo' });
  const from = Date.UTC(2026, 10, 2);
  const rounds = 4;
  const start = performance.now();
  for (let index = 0; index < users * rounds; index += 1) {
    const user = `5511${900_000_000 + ((index * 7919) % users)}`;
    const at = from + index * 10;
    const id = `wamid.${index}`;
    const category = index % 3 === 0 ? 'service' : 'utility';
    ledger.record({ kind: 'inbound', phoneNumberId: '106', user, at });
    ledger.record({ kind: 'sent', id, phoneNumberId: '106', user, category, at: at + 1 });
    ledger.record({ kind: 'delivered', id, at: at + 2 });
  }
  const seconds = (performance.now() - start) / 1000;
  const messages = ledger.totals().reduce((sum, line) => sum + line.messages, 0);
  if (messages !== users * rounds) throw new Error(`${messages} messages were priced`);
  const bytesPerUser = (memoryInUse() - before) / users;
  return { eventsPerSecond: (users * rounds * 3) / seconds, bytesPerUser };
}

function estimateSeconds(): number {
  const samples: number[] = [];
  for (let turn = 0; turn < repetitions; turn += 1) {
    const start = performance.now();
    const builder = createEstimate({ currency: 'USD', at: Date.UTC(2026, 10, 1) });
    for (let index = 0; index < rowsOfPlan; index += 1) {
      const row: PlanRow = {
        country: pick(['BR', 'DE', 'IN', 'ID', 'MX', 'CA'], index),
        category: pick(categories, index),
        count: index % 100,
        insideWindow: 0.5,
      };
      builder.add(row);
    }
    if (builder.result().high.scaledAmount === 0) throw new Error('nothing was estimated');
    samples.push((performance.now() - start) / 1000);
  }
  return median(samples);
}

/** Quotes, ledger events and plan rows on one core; memory of a ledger (run with `--expose-gc`). */
export function pricingBench(): Figures {
  const ledgers = Array.from({ length: 3 }, runLedger);
  return {
    'quote()': { value: quotesPerSecond(), unit: 'quotes/s' },
    'ledger, events': {
      value: Math.round(median(ledgers.map((one) => one.eventsPerSecond))),
      unit: 'events/s',
    },
    'ledger, memory': {
      value: Math.round(median(ledgers.map((one) => one.bytesPerUser))),
      unit: 'bytes/user',
    },
    'estimate, 1,000,000 rows': { value: round(estimateSeconds()), unit: 's' },
  };
}
