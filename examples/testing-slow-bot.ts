/** Tests of bots that do not answer at once: with a queue, behind a URL, and where the emulator cannot see them work. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import { createSqliteQueue } from 'wabakit/sqlite';
import { createWebhookHandler, startQueueWorker, toNodeListener } from 'wabakit/webhooks';

const emulator = await createEmulator();
const wa = createClient(emulator.clientOptions);
const { appSecret, verifyToken } = emulator;
const ana = emulator.phone('+5511987654321');

// #region queue
const queue = createSqliteQueue({ file: ':memory:' });
const handler = createWebhookHandler({
  appSecret,
  verifyToken,
  queue,
  on: {
    async message(event) {
      await sleep(300); // looks something up
      await wa.messages.reply(event, 'It ships on Monday.');
    },
  },
});
const worker = startQueueWorker({ queue, process: handler.process });
const subscription = await emulator.webhook.subscribe(handler, { idle: worker.idle });

await ana.say('Where is my order?');
console.log(ana.lastMessage?.text); // It ships on Monday.
// #endregion queue
subscription.unsubscribe();
await worker.stop();

const bot = createWebhookHandler({
  appSecret,
  verifyToken,
  on: {
    message(event) {
      // Not awaited: the handler is done before the answer is sent.
      void sleep(100).then(() => wa.messages.reply(event, 'On Monday, as I said.'));
    },
  },
});
const server = createServer(toNodeListener(bot)).listen(0, '127.0.0.1');
await once(server, 'listening');
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

// #region url
await emulator.webhook.subscribe(url, { idle: bot.drain }); // a bot of this process, behind a port
// #endregion url

// #region message
const asked = await ana.say('When?');
const { text } = await emulator.waitForMessage({ to: ana.waId }, { after: asked });
console.log(text); // On Monday, as I said.
// #endregion message
await emulator.waitForIdle();
server.close();
server.closeAllConnections();
