/** A bot with queue and worker in a process of its own, to be killed: `node crash-child.ts FILE LOG`. */
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBot } from '../../src/bot/index.ts';
import { createCoreClient } from '../../src/index.ts';
import { createSqliteDialogueStore } from '../../src/stores/sqlite/create-sqlite-dialogue-store.ts';
import { createSqliteQueue } from '../../src/stores/sqlite/create-sqlite-queue.ts';
import { createWebhookHandler, startQueueWorker } from '../../src/webhooks/index.ts';
import type { Endpoint } from '../../src/transport/interface.ts';

const [file = '', log = ''] = process.argv.slice(2);
const pause = () => sleep(Math.random() * 12);

/** Stands for WhatsApp: what is in the log was accepted, whether or not the reply arrives. */
const transport = {
  async request<T>(endpoint: Endpoint<T>): Promise<T> {
    await pause();
    const body = JSON.parse(await new Response(await endpoint.body?.open()).text()) as {
      to: string;
      text: { body: string };
    };
    appendFileSync(log, `${body.to} ${body.text.body}\n`);
    await pause();
    const json = { messages: [{ id: `wamid.${Math.random()}` }] };
    return endpoint.parse({ status: 200, headers: new Headers(), json, stream: undefined });
  },
};

const bot = createBot({
  client: createCoreClient({ transport, phoneNumberId: '106540352242922' }),
  dialogues: createSqliteDialogueStore({ file }),
  leaseMs: 3000,
  state: () => ({ count: 0 }),
  noHuman: 'A program that is killed by its test.',
});
bot.fallback(async (ctx) => {
  await pause();
  ctx.state.count += 1;
  await ctx.reply(`${ctx.state.count}a`);
  await ctx.reply(`${ctx.state.count}b`);
  await pause();
});

const queue = createSqliteQueue({ file });
const handler = createWebhookHandler({
  appSecret: 'a secret of the app',
  verifyToken: 'token',
  queue,
  serializeBy: 'user',
  on: bot.handlers,
});
startQueueWorker({ queue, process: handler.process, leaseMs: 3000, pollMs: 10 });
console.log('ready');
