/** A receiver and its worker in one process, to be killed: `node crash-child.ts sqlite FILE LOG` or `… redis PORT LOG`. */
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { Redis } from 'ioredis';
import { createRedisInbox } from '../../../src/stores/redis/index.ts';
import { createSqliteInbox } from '../../../src/stores/sqlite/index.ts';
import { startInboxWorker } from '../../../src/webhooks/queue/start-inbox-worker.ts';

const [kind, place = '', log = ''] = process.argv.slice(2);
const inbox =
  kind === 'redis'
    ? createRedisInbox({ client: new Redis(Number(place), '127.0.0.1') })
    : createSqliteInbox({ file: place });

startInboxWorker({
  inbox,
  leaseMs: 300,
  pollMs: 5,
  handle: async (body) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    appendFileSync(log, `${new TextDecoder().decode(body)}\n`);
  },
});

const server = createServer((request, response) => {
  void buffer(request)
    .then((body) => inbox.accept({ body, headers: {}, receivedAt: Date.now() }))
    .then(() => response.end());
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(typeof address === 'object' && address !== null ? address.port : '');
});
