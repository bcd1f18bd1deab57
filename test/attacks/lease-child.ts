/** A worker in a process of its own, to be killed: `node lease-child.ts sqlite FILE LOG LEASE_MS SLEEP_MS` or `… redis PORT …`. */
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createWebhookHandler } from '../../src/webhooks/receiver/handler.ts';
import { startQueueWorker } from '../../src/webhooks/queue/start-queue-worker.ts';
import { openStores } from './lease-stores.ts';

const [kind = '', place = '', log = '', leaseMs, sleepMs] = process.argv.slice(2);
const { queue, dedupe } = await openStores(kind, place);
const note = (what: string, user: string | undefined, wamid: string) =>
  appendFileSync(log, `${[what, user, wamid, process.pid, Date.now()].join(' ')}\n`);

const handler = createWebhookHandler({
  appSecret: 'secret',
  verifyToken: 'token',
  queue,
  dedupe,
  serializeBy: 'user',
  on: {
    message: async ({ waId, wamid }) => {
      note('begin', waId, wamid);
      await sleep(Math.random() * Number(sleepMs));
      note('end', waId, wamid);
    },
  },
});
startQueueWorker({ queue, process: handler.process, leaseMs: Number(leaseMs), pollMs: 10 });
console.log('ready');
