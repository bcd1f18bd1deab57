/** A receiver and its worker in one process, to be killed: `node crash-child.ts sqlite FILE LOG` or `… redis PORT LOG`. */
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { Redis } from 'ioredis';
import { createRedisQueue } from '../../../src/stores/redis/index.ts';
import { createSqliteQueue } from '../../../src/stores/sqlite/index.ts';
import { startQueueWorker } from '../../../src/webhooks/queue/start-queue-worker.ts';

const [kind, place = '', log = ''] = process.argv.slice(2);
const queue =
  kind === 'redis'
    ? createRedisQueue({ client: new Redis(Number(place), '127.0.0.1') })
    : createSqliteQueue({ file: place });

startQueueWorker({
  queue,
  leaseMs: 300,
  pollMs: 5,
  process: async (body) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    appendFileSync(log, `${new TextDecoder().decode(body)}\n`);
  },
});

const server = createServer((request, response) => {
  void buffer(request)
    .then((body) => queue.enqueue({ body, headers: {}, receivedAt: Date.now() }))
    .then(() => response.end());
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(typeof address === 'object' && address !== null ? address.port : '');
});
